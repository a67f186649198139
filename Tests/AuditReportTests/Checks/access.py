"""axe finds nothing against WCAG 2.0 to 2.2 AA or good practice: light, dark, mobile, dialog open, without scripts."""
import pathlib

import axe_playwright_python

from browser import open_page

AXE = pathlib.Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text() + ";0"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# axe skips what is not drawn: closed details, blocks under content-visibility. A constructed sheet passes the policy.
SHOW_ALL = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { content-visibility: visible !important }');
  document.adoptedStyleSheets = [sheet];
  document.querySelectorAll('details').forEach(details => { details.open = true });
}"""


def violations(page, mode, colours=True):
    """Colours are most of the work, and differ by scheme only; elsewhere they need not be looked at again."""
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
    if not colours:
        options["rules"] = {"color-contrast": {"enabled": False}}
    for violation in page.evaluate("options => axe.run(document, options)", options)["violations"]:
        for node in violation["nodes"][:3]:
            yield f"{mode}: {violation['id']}: {node['target']} {node['html'][:160]}"


def problems(browser, path):
    with open_page(browser, path) as page:
        page.evaluate(SHOW_ALL)
        page.evaluate(AXE)
        yield from violations(page, "light")
        page.emulate_media(color_scheme="dark")
        yield from violations(page, "dark")
        page.set_viewport_size({"width": 390, "height": 844})
        yield from violations(page, "mobile", colours=False)
        if page.query_selector("dialog"):
            page.evaluate("document.querySelector('dialog').showModal()")
            yield from violations(page, "dialog")
    with open_page(browser, path, scripts=False) as page:
        page.evaluate(SHOW_ALL)
        page.evaluate(AXE)
        yield from violations(page, "without scripts", colours=False)
