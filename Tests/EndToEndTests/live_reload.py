"""live_reload.py TILIK FOLDER CLAIM: `tilik serve` shows the audits to this machine alone, and open pages follow the ledger."""
import socket
import subprocess
import sys
import urllib.error
import urllib.request

from playwright.sync_api import sync_playwright

tilik, folder, claim = sys.argv[1:]
with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]


def status(path, host=None):
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers={"Host": host} if host else {})
    try:
        return urllib.request.urlopen(request, timeout=10).status
    except urllib.error.HTTPError as error:
        return error.code


server = subprocess.Popen([tilik, "serve", "--port", str(port)], cwd=folder, stdout=subprocess.PIPE, text=True)
try:
    for line in server.stdout:
        if line.startswith("http://127.0.0.1:"):
            break
    assert status("/") == 200
    assert status("/", host="evil.example") == 403
    assert status("/../.tilik/ledger.sqlite") == 404
    assert status("/%2e%2e/tilik.yaml") == 404
    assert status("/missing.html") == 404
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        faults = []
        page.on("console", lambda message: faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(line.strip())
        page.click("#list a")
        page.wait_for_selector("#k1", state="attached")
        page.wait_for_timeout(500)
        subprocess.run([tilik, "note", claim, "--message", "Heard on the quay"], cwd=folder, check=True, capture_output=True)
        page.get_by_text("Heard on the quay").first.wait_for(state="attached", timeout=15_000)
        assert not faults, faults
        browser.close()
    taken = subprocess.run([tilik, "serve", "--port", str(port)], cwd=folder, capture_output=True, text=True, timeout=30)
    assert taken.returncode == 4 and "--port" in taken.stderr, taken
finally:
    server.kill()
