"""Tab reaches every control in turn, each named, visible, ringed and uncovered; j and k walk the claims."""
from browser import PAGES, chromium, finish, open_page

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

problems = []
with chromium() as browser:
    for path in PAGES:
        page = open_page(browser, path, reduced_motion="reduce")
        stops = 0
        while stops < 400:
            page.keyboard.press("Tab")
            page.wait_for_timeout(15)
            stop = page.evaluate(STOP)
            if stop is None:
                break
            stops += 1
            where = f"{path.name} stop {stops} {stop['what']} {stop['name'][:40]!r}"
            if not stop["name"]:
                problems.append(f"{where}: no name")
            if not stop["ringed"]:
                problems.append(f"{where}: no focus ring")
            if not stop["seen"] or stop["covered"]:
                problems.append(f"{where}: not in sight")
        if stops < 5:
            problems.append(f"{path.name}: only {stops} stops")
        if page.query_selector("#next"):
            page = open_page(browser, path, reduced_motion="reduce")
            for key, expected in (("j", "#t1"), ("j", "#t2"), ("j", "#t3"), ("k", "#t2")):
                page.keyboard.press(key)
                page.wait_for_timeout(100)
                if page.evaluate("location.hash") != expected:
                    problems.append(f"{path.name}: {key} led to {page.evaluate('location.hash')}, not {expected}")
finish(problems)
