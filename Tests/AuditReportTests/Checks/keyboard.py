"""Tab reaches every control in turn, each named, visible, ringed and uncovered; j and k walk the claims."""
from browser import open_page

STOP = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const box = element.getClientRects()[0] || element.getBoundingClientRect();
  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1);
  const top = document.elementFromPoint(x, y), label = element.labels?.[0];
  const isRinged = e => getComputedStyle(e).outlineStyle !== 'none' && parseFloat(getComputedStyle(e).outlineWidth) >= 2;
  return {
    what: element.tagName.toLowerCase() + (element.id ? '#' + element.id : ''),
    name: (element.getAttribute('aria-label') || label?.textContent || element.textContent || '').trim(),
    ringed: isRinged(element) || (label && isRinged(label)),
    seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
    covered: !(top && (element === top || element.contains(top) || top.contains(element) || label?.contains(top))),
  };
}"""


def problems(browser, path):
    with open_page(browser, path, reduced_motion="reduce") as page:
        stops = 0
        while stops < 400:
            page.keyboard.press("Tab")
            page.wait_for_timeout(8)
            stop = page.evaluate(STOP)
            if stop is None:
                break
            stops += 1
            where = f"stop {stops} {stop['what']} {stop['name'][:40]!r}"
            if not stop["name"]:
                yield f"{where}: no name"
            if not stop["ringed"]:
                yield f"{where}: no focus ring"
            if not stop["seen"] or stop["covered"]:
                yield f"{where}: not in sight"
        if stops < 5:
            yield f"only {stops} stops"
    with open_page(browser, path, reduced_motion="reduce") as page:
        if page.query_selector("#next"):
            claims = page.evaluate("[...document.querySelectorAll('.claim')].map(claim => claim.id.slice(1))")
            for key, place in (("j", 0), ("j", 1), ("j", 2), ("k", 1)):
                expected = f"#t{claims[place]}"
                page.keyboard.press(key)
                page.wait_for_timeout(50)
                if page.evaluate("location.hash") != expected:
                    yield f"{key} led to {page.evaluate('location.hash')}, not {expected}"
