"""Nothing runs over the side, from 320 pixels up, in both writing directions; paper shows what the screen shows."""
import re
import subprocess
import tempfile

from browser import open_page

WIDTHS = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"


def problems(browser, path):
    with open_page(browser, path) as page:
        for width in (320, 390, 768, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            for direction in ("ltr", "rtl"):
                page.evaluate(f"document.documentElement.dir = '{direction}'")
                wide, room = page.evaluate(WIDTHS)
                if wide > room:
                    yield f"{wide} pixels wide in a window of {room} ({direction})"
        page.evaluate("document.documentElement.dir = 'ltr'")
        screen = page.evaluate(
            "[...document.querySelectorAll('main h2, main h3, main h4, main .find, main blockquote p, main time, main cite')]"
            # A button that a script works is of no use on paper.
            ".filter(element => !element.closest('[data-js-only]')).map(element => element.textContent)"
        )
        with tempfile.NamedTemporaryFile(suffix=".pdf") as paper:
            page.pdf(path=paper.name, prefer_css_page_size=True, print_background=True, tagged=True)
            text = subprocess.run(["pdftotext", "-raw", paper.name, "-"], capture_output=True, text=True).stdout
    printed = re.sub(r"\s+|-", "", text)
    for words in dict.fromkeys(screen):
        if re.sub(r"\s+|-", "", words) not in printed:
            yield f"not on paper: {words[:80]}"
