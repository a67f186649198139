"""Nothing is lost where no script runs, and filters still filter there."""
from browser import open_page

LINES = "document.body.innerText.split('\\n').map(line => line.replace(/\\s+/g, ' ').trim()).filter(line => line)"


def problems(browser, path):
    lines = {}
    for scripts in (True, False):
        with open_page(browser, path, scripts=scripts) as page:
            page.evaluate("document.querySelectorAll('[data-js-only]').forEach(element => element.remove())")
            lines[scripts] = page.evaluate(LINES)
            box = page.query_selector("input[data-filter]")
            if box and not scripts:
                name = box.get_attribute("data-filter")
                count = f"[...document.querySelectorAll('.claim.{name}')].filter(e => getComputedStyle(e).display !== 'none').length"
                before = page.evaluate(count)
                box.evaluate("box => { box.checked = false }")
                if before == 0 or page.evaluate(count) != 0:
                    yield f"the filter {name} hides nothing where no script runs"
    without = set(lines[False])
    yield from (f"only with scripts: {line[:120]}" for line in lines[True] if line not in without)
