"""Nothing is lost where no script runs, and filters still filter there."""
from browser import PAGES, chromium, finish, open_page

LINES = "document.body.innerText.split('\\n').map(line => line.replace(/\\s+/g, ' ').trim()).filter(line => line)"

problems = []
with chromium() as browser:
    for path in PAGES:
        lines = {}
        for scripts in (True, False):
            page = open_page(browser, path, scripts=scripts)
            page.evaluate("document.querySelectorAll('[data-js-only]').forEach(element => element.remove())")
            lines[scripts] = page.evaluate(LINES)
        problems += [f"{path.name}: only with scripts: {line[:120]}" for line in lines[True] if line not in lines[False]]
        box = page.query_selector("input[data-filter]")
        if box:
            name = box.get_attribute("data-filter")
            count = f"[...document.querySelectorAll('.claim.{name}')].filter(e => getComputedStyle(e).display !== 'none').length"
            before = page.evaluate(count)
            box.evaluate("box => { box.checked = false }")
            if before == 0 or page.evaluate(count) != 0:
                problems.append(f"{path.name}: the filter {name} hides nothing where no script runs")
finish(problems)
