"""A page asks for nothing beyond itself, breaks no rule of its own policy, and prints nothing to the console."""
import html
import re

BLOCKED = """[...document.querySelectorAll('*')].some(element =>
  element.getAttributeNames().some(name => name === 'style' || name.startsWith('on')))"""


def problems(browser, path):
    found = []
    # Online on purpose: what a page asks for must be nothing even where it could be had.
    page = browser.new_context().new_page()
    address = path.as_uri()
    page.context.on("request", lambda request: request.url.split("#")[0] == address
                    or request.url.startswith("data:") or found.append(f"asked for {request.url}"))
    page.on("console", lambda message: found.append(f"console: {message.text[:200]}"))
    page.on("pageerror", lambda error: found.append(f"error: {error}"))
    page.add_init_script("addEventListener('securitypolicyviolation', event => "
                         "console.error('policy ' + event.violatedDirective + ' ' + event.blockedURI))")
    page.goto(address, wait_until="load")
    page.evaluate("() => new Promise(done => { scrollTo(0, 1e9); setTimeout(done, 200) })")
    page.keyboard.press("j")
    page.wait_for_timeout(100)
    policy = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"', path.read_text(encoding="utf-8"))
    if not policy or "default-src 'none'" not in html.unescape(policy[1]) or "unsafe" in policy[1]:
        found.append("no strict content security policy")
    if page.evaluate(BLOCKED):
        found.append("a style or on… attribute, which the policy blocks")
    page.context.close()
    return found
