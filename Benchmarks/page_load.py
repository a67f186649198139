"""page_load.py FILE…: what a page costs a browser. Medians of three runs, each in a new Chromium.

CPU times are those of the page's main thread, which other work on the machine does not add to."""
import json
import pathlib
import statistics
import sys

from playwright.sync_api import sync_playwright

PAINTED = """() => new Promise(done => (function wait() {
  const paint = performance.getEntriesByName('first-contentful-paint')[0];
  paint && document.readyState === 'complete' ? done(paint.startTime) : setTimeout(wait, 20);
})())"""
FRAME = "() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))"
CLICK = """() => { document.querySelector('[data-filter]').click(); }"""


def measure(browser, path):
    page = browser.new_context(viewport={"width": 1280, "height": 900}, offline=True).new_page()
    page.set_default_timeout(600_000)
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    metrics = lambda: {m["name"]: m["value"] * 1e3 for m in session.send("Performance.getMetrics")["metrics"]}
    page.goto(path.resolve().as_uri(), wait_until="load")
    painted = page.evaluate(PAINTED)
    page.evaluate(FRAME)
    load = metrics()
    row = {
        "first paint ms": painted, "load CPU ms": load["TaskDuration"], "of it style": load["RecalcStyleDuration"],
        "layout": load["LayoutDuration"], "script": load["ScriptDuration"],
    }
    row["elements"] = page.evaluate("document.querySelectorAll('*').length")
    for name, act in (("j CPU ms", lambda: page.keyboard.press("j")), ("filter CPU ms", lambda: page.evaluate(CLICK))):
        before = metrics()["TaskDuration"]
        act()
        page.evaluate(FRAME)
        row[name] = metrics()["TaskDuration"] - before
    return row


for path in map(pathlib.Path, sys.argv[1:]):
    rows = []
    for _ in range(3):
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
            rows.append(measure(browser, path))
            browser.close()
    print(path.name, json.dumps({name: round(statistics.median(row[name] for row in rows)) for name in rows[0]}), flush=True)
