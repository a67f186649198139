"""Opens rendered pages in the installed Chromium."""
import contextlib
import pathlib
import sys

from playwright.sync_api import sync_playwright

PAGES = [pathlib.Path(argument).resolve() for argument in sys.argv[1:]]


@contextlib.contextmanager
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


def open_page(browser, path, *, width=1280, height=900, scripts=True, **context):
    """Opens a page offline. Without scripts the page's own do not run, but the checks' still do: a context with
    java_script_enabled=False would stop timers for both, and axe would wait for ever."""
    page = browser.new_context(viewport={"width": width, "height": height}, offline=True, **context).new_page()
    page.set_default_timeout(300_000)
    session = page.context.new_cdp_session(page)
    if not scripts:
        session.send("Emulation.setScriptExecutionDisabled", {"value": True})
    page.goto(path.as_uri(), wait_until="load")
    if not scripts:
        session.send("Emulation.setScriptExecutionDisabled", {"value": False})
    return page


def finish(problems):
    """Prints what is wrong and ends with 1 where anything is."""
    for problem in problems:
        print(problem)
    sys.exit(bool(problems))
