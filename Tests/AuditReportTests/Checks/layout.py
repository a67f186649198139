"""Nothing runs over the side, from 320 pixels up, in both writing directions; paper shows what the screen shows."""
import re
import subprocess
import tempfile

from browser import PAGES, chromium, finish, open_page

problems = []
with chromium() as browser:
    for path in PAGES:
        for width in (320, 390, 768, 1280):
            for direction in ("ltr", "rtl"):
                page = open_page(browser, path, width=width)
                page.evaluate(f"document.documentElement.dir = '{direction}'")
                wide, room = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
                if wide > room:
                    problems.append(f"{path.name}: {wide} pixels wide in a window of {room} ({direction})")
                page.context.close()
        page = open_page(browser, path)
        screen = page.evaluate(
            "[...document.querySelectorAll('main h2, main h3, main h4, main .find, main blockquote p, main time, main cite')]"
            # A button that a script works is of no use on paper.
            ".filter(element => !element.closest('[data-js-only]')).map(element => element.textContent)"
        )
        with tempfile.NamedTemporaryFile(suffix=".pdf") as paper:
            page.pdf(path=paper.name, prefer_css_page_size=True, print_background=True, tagged=True)
            text = subprocess.run(["pdftotext", "-raw", paper.name, "-"], capture_output=True, text=True).stdout
        printed = re.sub(r"\s+|-", "", text)
        problems += [
            f"{path.name}: not on paper: {words[:80]}"
            for words in dict.fromkeys(screen)
            if re.sub(r"\s+|-", "", words) not in printed
        ]
finish(problems)
