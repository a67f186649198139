"""The search over claims finds by every word, whatever its accents and case, and gives the list back when emptied."""
from browser import open_page

COUNT = "document.querySelectorAll('#register > li').length"


def problems(browser, path):
    with open_page(browser, path) as page:
        everything = page.evaluate(COUNT)
        page.fill("#q", "KENDARAAN melíntas")
        found = page.evaluate("[...document.querySelectorAll('#register > li')].map(item => item.textContent.toLowerCase())")
        if not found or len(found) >= everything or not all("kendaraan" in text and "melintas" in text for text in found):
            yield f"found {found[:3]} of {everything}"
        if not page.evaluate("document.querySelector('#register a').getAttribute('href').includes('#k')"):
            yield "what is found leads nowhere"
        page.fill("#q", "qqqq")
        if page.evaluate(COUNT) != 0 or page.is_hidden("#none"):
            yield "nothing found, and that is not said"
        page.fill("#q", "")
        if page.evaluate(COUNT) != everything:
            yield "the list does not come back"
