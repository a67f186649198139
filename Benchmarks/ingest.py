#!/usr/bin/env python3
"""How fast and how well web pages are read, beside trafilatura (PyPI) and xmllint (libxml2) where they are installed.

usage: ingest.py TILIK FOLDER

FOLDER holds pages/*.html.gz, aeb.truth.json, fundus.truth.json and score.py. Times are CPU seconds of the whole process,
the best of three, less the time of a process that reads one small page; so the rates are pages a second on one core. All
programs run in one go, so the ratios hold on a busy machine, too.
"""

import glob
import gzip
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile


def cpu(command):
    """CPU seconds, largest resident size in MB, and output of a command."""
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
        _, _, usage = os.wait4(process.pid, 0)
        out.seek(0)
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, out.read()


def best(command, times=3):
    runs = [cpu(command) for _ in range(times)]
    return min(run[0] for run in runs), max(run[1] for run in runs), runs[0][2]


TRAFILATURA = """
import glob, sys, time
import trafilatura
pages = [open(path, encoding='utf8', errors='replace').read() for path in sys.argv[1:]]
start = time.process_time()
for page in pages:
    trafilatura.bare_extraction(page, with_metadata=True)
print(time.process_time() - start)
"""


def main():
    tilik, shared = sys.argv[1:3]
    if not os.path.isdir(f"{shared}/pages"):
        print(f"no {shared}/pages: measuring data is not beside the checkout")
        return
    with tempfile.TemporaryDirectory() as folder:
        for path in glob.glob(f"{shared}/pages/*.html.gz"):
            name = os.path.basename(path)[:-3]
            with gzip.open(path) as page, open(f"{folder}/{name}", "wb") as plain:
                shutil.copyfileobj(page, plain)
        with open(f"{folder}/one.txt", "w") as small:
            small.write("Feri berhenti.\n")
        aeb = sorted(glob.glob(f"{folder}/aeb-*.html"))
        every = sorted(glob.glob(f"{folder}/*.html"))
        size = sum(os.path.getsize(path) for path in aeb) / 1e6
        print(f"{len(aeb)} pages of aeb, {size:.1f} MB; CPU time, best of 3")
        start, _, _ = best([tilik, "read", f"{folder}/one.txt"])
        rows = []
        seconds, _, _ = best([tilik, "read", *aeb])
        rows.append(("tilik read, with metadata", max(seconds - start, 1e-6)))
        _, memory, output = best([tilik, "read", *every], 1)
        if shutil.which("xmllint"):
            empty, _, _ = best(["xmllint", "--version"])
            lint, _, _ = best(["xmllint", "--html", "--huge", "--noout", "--nowarning", *aeb])
            rows.append(("xmllint --html, parsing alone", max(lint - empty, 1e-6)))
        python = os.environ.get("TILIK_PYTHON", sys.executable)
        found = subprocess.run([python, "-c", "import trafilatura"], capture_output=True)
        if found.returncode == 0:
            runs = [float(cpu([python, "-c", TRAFILATURA, *aeb])[2]) for _ in range(2)]
            rows.append(("trafilatura, with metadata", min(runs)))
        ours = len(aeb) / rows[0][1]
        for name, seconds in rows:
            rate = len(aeb) / seconds
            print(f"{name:<32} {rate:8.0f} pages/s {size / seconds:8.1f} MB/s   tilik/this {ours / rate:6.2f}")
        print(f"largest resident size for all {len(every)} pages: {memory:.0f} MB")
        score(output, shared, folder)


def score(output, shared, folder):
    """Body F1 and exact metadata. The shipped model was learned from these pages, so its F1 here flatters it."""
    spec = importlib.util.spec_from_file_location("score", f"{shared}/score.py")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    found = {line["id"]: line for line in map(json.loads, output.splitlines())}
    for name in ("aeb", "fundus"):
        truth = scorer.load(f"{shared}/{name}.truth.json")
        rows = [scorer.page(truth[key], found.get(key, {}).get("text", "")) for key in truth]
        figures = scorer.agg(rows)
        print(f"{name}: F1 {figures['f1']:.4f} on the pages it was learned from")
    with open(f"{shared}/fundus.truth.json", encoding="utf8") as file:
        truth = json.load(file)
    right = {"title": [], "authors": [], "date": []}
    for key, entry in truth.items():
        page = found.get(key, {})
        if entry.get("title"):
            right["title"].append(fold(entry["title"]) == fold(page.get("title")))
        wanted = entry.get("authors") or []
        if wanted:
            same = sorted(map(fold, wanted)) == sorted(map(fold, page.get("authors", [])))
            right["authors"].append(same)
        if entry.get("date"):
            right["date"].append(entry["date"][:10] == page.get("date"))
    for name, values in right.items():
        print(f"{name}: exact on {sum(values) / len(values):.3f} of {len(values)}")


def fold(text):
    """A text without regard to case and white space."""
    return " ".join(str(text).split()).casefold()


if __name__ == "__main__":
    main()
