"""The page's own button finds the page whole, and finds one changed byte in many verdicts, quotations and events."""
import pathlib
import random
import re
import tempfile

from browser import open_page

RESULTS = "[...document.querySelectorAll('#checks b')].map(result => result.className)"
PLACES = {
    "quotation": rb"<blockquote[^>]*><p>(.+?)</p>",
    "verdict": rb'<p class="vd"[^>]*>(.+?)</p>',
    "explanation": rb'<p class="find"[^>]*>(.+?)</p>',
    "event": rb'^\[(\[.+\])\],?$',
}


def results(page, path):
    page.goto(path.as_uri(), wait_until="load")
    page.click("#compute")
    page.wait_for_selector("#checks[data-done]", state="attached")
    return page.evaluate(RESULTS)


def problems(browser, path):
    source = path.read_bytes()
    chance = random.Random(11)
    with open_page(browser, path) as page, tempfile.TemporaryDirectory() as folder:
        whole = results(page, path)
        if len(whole) < 3 or set(whole) != {"t1"}:
            yield f"{whole} as it was written"
        page.keyboard.press("j")
        page.click("#compute")
        page.wait_for_timeout(300)
        if set(page.evaluate(RESULTS)) != {"t1"}:
            yield "walking through the claims breaks the seal"
        copy = pathlib.Path(folder, "copy.html")
        for what, pattern in PLACES.items():
            places = [place for found in re.finditer(pattern, source, re.M) for place in range(*found.span(1))]
            if not places:
                yield f"no {what}"
            for place in chance.sample(places, min(6, len(places))):
                changed = bytearray(source)
                changed[place] ^= 1
                copy.write_bytes(changed)
                if "t5" not in results(page, copy):
                    yield f"a changed {what} is not found: {bytes(source[place - 20:place + 20])}"
