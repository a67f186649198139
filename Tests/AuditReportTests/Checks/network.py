"""A page asks for nothing beyond itself, breaks no rule of its own policy, and prints nothing to the console."""
import html
import re

from browser import PAGES, chromium, finish

BLOCKED = """[...document.querySelectorAll('*')].some(element =>
  element.getAttributeNames().some(name => name === 'style' || name.startsWith('on')))"""

problems = []
with chromium() as browser:
    for path in PAGES:
        # Online on purpose: what a page asks for must be nothing even where it could be had.
        page = browser.new_context().new_page()
        address = path.as_uri()
        page.context.on("request", lambda request: request.url.split("#")[0] == address
                        or request.url.startswith("data:") or problems.append(f"{path.name} asked for {request.url}"))
        page.on("console", lambda message: problems.append(f"{path.name} console: {message.text[:200]}"))
        page.on("pageerror", lambda error: problems.append(f"{path.name} error: {error}"))
        page.add_init_script("addEventListener('securitypolicyviolation', event => "
                             "console.error('policy ' + event.violatedDirective + ' ' + event.blockedURI))")
        page.goto(address, wait_until="load")
        page.evaluate("() => new Promise(done => { scrollTo(0, 1e9); setTimeout(done, 300) })")
        page.keyboard.press("j")
        page.wait_for_timeout(200)
        source = path.read_text(encoding="utf-8")
        policy = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"', source)
        if not policy or "default-src 'none'" not in html.unescape(policy[1]) or "unsafe" in policy[1]:
            problems.append(f"{path.name}: no strict content security policy")
        if page.evaluate(BLOCKED):
            problems.append(f"{path.name}: a style or on… attribute, which the policy blocks")
        page.context.close()
finish(problems)
