"""Runs all checks on all pages in one browser: run.py NAME=PATH… prints one JSON object a check."""
import json
import pathlib
import sys
import time

import access
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
# Which checks make sense for which page; the Nu checker looks at every one of them.
PLAN = {
    "audit": [*PAGE, verification],
    "english": [access, network, linked_data, layout],
    "old": [access, layout],
    "part": [access, network, linked_data, keyboard, verification, parts],
    "index": PAGE,
    "claims": [access, network, keyboard, without_script, layout, search],
    "speakers": [access, network, without_script, layout],
    "sources": [access, network, without_script, layout],
    "card": [access, network, layout],
    "hostile": [network],
    "feed": [linked_data],
}


def report(check, page, problems, seconds):
    print(json.dumps({"check": check, "page": page, "problems": problems, "seconds": round(seconds, 2)}), flush=True)


pages = {name: pathlib.Path(path).resolve() for name, _, path in (argument.partition("=") for argument in sys.argv[1:])}
checker = validity.start([path for path in pages.values() if path.suffix == ".html"])
with chromium() as browser:
    for name, path in pages.items():
        for check in PLAN[name]:
            start = time.monotonic()
            report(check.__name__, name, list(check.problems(browser, path)), time.monotonic() - start)
start = time.monotonic()
report("validity", "all", list(validity.finish(checker)), time.monotonic() - start)
