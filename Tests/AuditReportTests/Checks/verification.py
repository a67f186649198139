"""The page's own button finds the page whole, and finds a changed quotation, verdict and event."""
import re
import tempfile
import pathlib

from browser import PAGES, chromium, finish, open_page

RESULTS = "[...document.querySelectorAll('#checks b')].map(result => result.className)"


def results(browser, path):
    page = open_page(browser, path)
    page.click("#compute")
    page.wait_for_timeout(500)
    found = page.evaluate(RESULTS)
    page.context.close()
    return found


problems = []
with chromium() as browser:
    for path in PAGES:
        if results(browser, path) != ["t-right"] * 3:
            problems.append(f"{path.name}: {results(browser, path)} as it was written")
        source = path.read_text(encoding="utf-8")
        for what, pattern in {
            "quotation": r"(<span data-told>.)(.)",
            "verdict": r'(<p class="vd">...)(.)',
            "event": r'(id="events">\["\{\\"actor\\":\\"N\. .)(.)',
        }.items():
            changed, count = re.subn(pattern, lambda found: found[1] + ("y" if found[2] == "x" else "x"), source, count=1)
            with tempfile.NamedTemporaryFile("w", suffix=".html", encoding="utf-8") as copy:
                copy.write(changed)
                copy.flush()
                if count != 1 or "t-wrong" not in results(browser, pathlib.Path(copy.name)):
                    problems.append(f"{path.name}: a changed {what} is not found")
finish(problems)
