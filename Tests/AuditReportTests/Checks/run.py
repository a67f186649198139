"""Runs all checks on all pages in one browser: run.py NAME=PATH… prints one JSON object a check, the last for their CPU."""
import ctypes
import json
import os
import pathlib
import resource
import sys
import time

import access
import contrast
import keyboard
import layout
import linked_data
import network
import parts
import search
import validity
import verification
import without_script
from browser import chromium

PAGE = [access, network, linked_data, keyboard, without_script, layout]
# Which checks make sense for which page; the Nu checker looks at every one of them. axe is most of the work, so of pages that
# are built alike one is shown to it.
PLAN = {
    "audit": [*PAGE, contrast, verification],
    "english": [network, linked_data, layout],
    "old": [access, layout],
    "part": [network, linked_data, verification, parts],
    "index": PAGE,
    "claims": [access, network, keyboard, without_script, layout, search],
    "open": [layout],
    "corrections": [access, layout],
    "speakers": [network, layout],
    "sources": [network, without_script, layout],
    "card": [access, network, layout],
    "hostile": [network],
    "feed": [linked_data],
}


PR_SET_CHILD_SUBREAPER = 36


def cpu():
    """The CPU seconds of this process and all it started; what the browser left behind is waited for as well."""
    deadline = time.monotonic() + 5
    try:
        while time.monotonic() < deadline:
            if os.waitpid(-1, os.WNOHANG) == (0, 0):
                time.sleep(0.05)
    except ChildProcessError:
        pass
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def report(check, page, problems, seconds):
    print(json.dumps({"check": check, "page": page, "problems": problems, "seconds": round(seconds, 2)}), flush=True)


ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
pages = {name: pathlib.Path(path).resolve() for name, _, path in (argument.partition("=") for argument in sys.argv[1:])}
checker = validity.start([path for path in pages.values() if path.suffix == ".html"])
with chromium() as browser:
    for name, path in pages.items():
        for check in PLAN[name]:
            start = time.monotonic()
            report(check.__name__, name, list(check.problems(browser, path)), time.monotonic() - start)
start = time.monotonic()
report("validity", "all", list(validity.finish(checker)), time.monotonic() - start)
spent = cpu()
# A figure to look at, not a check: the same work takes twice as much on a machine that is busy.
report("cpu", "all", [], spent)
