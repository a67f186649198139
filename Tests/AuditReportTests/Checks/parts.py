"""A link to a claim or paragraph of another part of a long audit arrives there."""
from browser import open_page


def problems(browser, path):
    with open_page(browser, path) as page:
        parts = page.evaluate("[...document.querySelectorAll('nav a[data-claim]')].map(link => [link.href, link.dataset.claim, link.dataset.block])")
    if len(parts) < 2:
        yield "no parts"
    for address, claim, block in parts:
        for fragment in (f"#k{claim}", f"#t{claim}", f"#p{block}"):
            with open_page(browser, path, fragment=fragment) as page:
                page.wait_for_timeout(150)
                if page.url != address + fragment or not page.query_selector(fragment):
                    yield f"{fragment} led to {page.url}, not {address}"
