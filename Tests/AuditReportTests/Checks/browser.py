"""One Chromium for all checks, and the settings that they open pages with."""
import contextlib

from playwright.sync_api import sync_playwright


@contextlib.contextmanager
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


@contextlib.contextmanager
def open_page(browser, path, *, width=1280, height=900, scripts=True, fragment="", **context):
    """Opens a page offline. Without scripts the page's own do not run, but the checks' still do: a context with
    java_script_enabled=False would stop timers for both, and axe would wait for ever."""
    context = browser.new_context(viewport={"width": width, "height": height}, offline=True, **context)
    page = context.new_page()
    page.set_default_timeout(300_000)
    session = context.new_cdp_session(page)
    if not scripts:
        session.send("Emulation.setScriptExecutionDisabled", {"value": True})
    page.goto(path.as_uri() + fragment, wait_until="load")
    if not scripts:
        session.send("Emulation.setScriptExecutionDisabled", {"value": False})
    try:
        yield page
    finally:
        context.close()
