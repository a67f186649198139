#!/usr/bin/env python3
"""Measures `tilik extract`: CPU time beside that of `wc -w` on the same file, and peak memory. Standard library only.

usage: extraction.py TILIK [--gold FOLDER]

Input are the development sets in FOLDER (../shared/gold) where they are, else the sample articles, repeated to some
megabytes. All commands run one after another on one core each; CPU time is user and system time together, the median
of three runs. MB/s counts the bytes of the input. Ends with 1 if the memory passes 100 MB or if a hostile text takes
more than fifty times as long a byte as news does.
"""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

MOST_MEMORY = 100  # MB
MOST_HOSTILE = 50


def measure(command, path, runs=3):
    """The median CPU seconds of a command that reads a file, and the largest peak memory in MB."""
    seconds, peaks = [], []
    for _ in range(runs):
        with open(path, "rb") as source:
            child = subprocess.Popen(
                command, stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            sys.exit(f"{command} ended with {child.returncode}")
        seconds.append(usage.ru_utime + usage.ru_stime)
        peaks.append(usage.ru_maxrss / 1000)
    return statistics.median(seconds), max(peaks)


def documents(folder, language):
    gold = folder / f"{language}-dev.jsonl"
    if gold.exists():
        return [json.loads(line)["text"] for line in gold.open(encoding="utf-8")], gold.name
    samples = pathlib.Path(__file__).parent.parent / "claims" / "articles"
    names = {"id": "pakta-air.txt", "en": "burglary-figures.txt"}
    return [(samples / names[language]).read_text(encoding="utf-8")], names[language]


def write(path, texts, language, megabytes):
    """Writes texts as input lines until there are so many megabytes; returns how many bytes."""
    size = number = 0
    with open(path, "w", encoding="utf-8") as out:
        while size < megabytes * 1_000_000:
            line = json.dumps(
                {"id": str(number), "text": texts[number % len(texts)], "language": language},
                ensure_ascii=False,
            )
            size += out.write(line + "\n")
            number += 1
    return os.path.getsize(path)


def hostile():
    """Texts of one megabyte each that look like nothing an author wrote."""
    def fill(unit):
        return unit * (1_000_000 // len(unit.encode()))

    return {
        "opened quotations": fill("“kata "),
        "nested quotations": "\"a 'b " * 80_000 + "' \"" * 80_000,
        "no full stop": fill("Budi mengatakan kata Ani menurut Budi, "),
        "quotation marks only": fill("\"“”'‘’«»"),
        "one word": "a" * 1_000_000,
        "different names": "".join(f"Nama{n} Wargi{n} mengatakan air surut. " for n in range(25_000)),
        "one-word names": "".join(f"Bab{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676 % 26)}s (Ab{n}) pergi. " for n in range(40_000)),
        "right to left": fill("قال المحافظ: \"الجسر آمن\". "),
        "Chinese": fill("市长说：「大桥很安全。」"),
        "CRLF, form feeds, NUL": fill("\"Air surut,\" kata Budi.\r\n\f\0"),
    }


def main():
    arguments = sys.argv[1:]
    if not arguments:
        sys.exit(__doc__)
    tilik = arguments[0]
    folder = pathlib.Path(arguments[2] if arguments[1:2] == ["--gold"] else "../shared/gold")
    failed = False
    with tempfile.TemporaryDirectory() as scratch:
        path = os.path.join(scratch, "input.ndjson")
        print(f"{'input':<22}{'MB':>6}{'finder':>8}{'MB/s':>8}{'of wc -w':>10}{'peak MB':>9}")
        rate = {}
        for language in ("id", "en"):
            texts, name = documents(folder, language)
            size = write(path, texts, language, 8)
            words, _ = measure(["wc", "-w"], path)
            for finder in ("rules", "model"):
                seconds, peak = measure([tilik, "extract", "--jobs", "1", "--finder", finder], path)
                rate[finder] = seconds / size
                print(
                    f"{name:<22}{size / 1e6:>6.1f}{finder:>8}{size / seconds / 1e6:>8.2f}"
                    f"{words / seconds:>10.4f}{peak:>9.1f}"
                )
                failed |= peak > MOST_MEMORY
        texts, name = documents(folder, "id")
        size = write(path, texts, "id", 80)
        seconds, peak = measure([tilik, "extract", "--jobs", "1", "--finder", "rules"], path, runs=1)
        print(f"{'ten times as much':<22}{size / 1e6:>6.1f}{'rules':>8}{size / seconds / 1e6:>8.2f}{'':>10}{peak:>9.1f}")
        failed |= peak > MOST_MEMORY
        print("\none megabyte in one line of text      times news, a byte: rules  model")
        for name, text in hostile().items():
            size = write(path, [text], "id", 0.1)
            cost = {}
            for finder in ("rules", "model"):
                seconds, _ = measure([tilik, "extract", "--jobs", "1", "--finder", finder], path, runs=1)
                cost[finder] = seconds / size / rate[finder]
                failed |= cost[finder] > MOST_HOSTILE
            print(f"{name:<52}{cost['rules']:>6.1f}{cost['model']:>7.1f}")
    if failed:
        sys.exit("over a limit")


main()
