#!/usr/bin/env python3
"""How the cost of a document grows with the archive: `make bench-scale`.

Writes invented articles, 10^3 to 10^N of them, and runs the built program over each size from an empty folder: read,
extract, store (one ledger), search and list in it, report, verify; then the corpus of the extracted claims. Figures go to
FOLDER/scale.json after each stage, so that a run can be stopped and gone on with; `--render` makes the table and the plot
from them.
"""

import argparse
import json
import os
import pathlib
import random
import statistics
import subprocess
import time

PLACES = "Wulung Selagiri Banyurata Mandau Lirik Pellby Saltern Karangjati Ngadisari Tirtomoyo".split()
GIVEN = "Harjo Damar Endah Sari Bagas Wati Mira Rangga Joko Ratna Surya Laras Guntur Nawang Prabu Ayu".split()
FAMILY = "Widagdo Kusnadi Sastra Wulandari Tanjung Pelita Merapi Lembayung Rimbo Mahesa Citra Segara".split()
ROLES = "Kepala Dinas|Ketua Paguyuban|Wali Kota|Camat|Direktur Utama|Juru bicara".split("|")
THINGS = "kios pasar|jembatan gantung|tanggul sungai|gedung sekolah|puskesmas|jalan lingkar|sumur bor|terminal".split("|")
VERBS = "diperbaiki|dibuka kembali|ditutup sementara|diresmikan|diaudit|dipindahkan".split("|")
WORDS = "warga pedagang anggaran laporan musim hujan perbaikan harga beras pasokan petani jalur utama pekan depan".split()
VAGUE = "Seorang pedagang|Sumber di kantor itu|Sejumlah warga|Pejabat yang tidak mau disebut namanya".split("|")


def article(number):
    """An article of some 350 words with eight statements; each number has one of its own."""
    r = random.Random(number)
    # People are quoted unevenly: few often, most seldom.
    def person():
        n = min(int(r.paretovariate(0.7)), 5000)
        return f"{GIVEN[n % len(GIVEN)]} {FAMILY[n // len(GIVEN) % len(FAMILY)]} {chr(65 + n % 26)}."

    place, thing, verb = r.choice(PLACES), r.choice(THINGS), r.choice(VERBS)
    plain = lambda: " ".join(r.choice(WORDS) for _ in range(r.randint(12, 22))).capitalize() + f" di {r.choice(PLACES)}."
    who, role = person(), r.choice(ROLES)
    # One statement in four articles comes from elsewhere, retold.
    shared = random.Random(r.randint(0, 999))
    wire = f"Kami {r.choice(['akan', 'sudah', 'segera'])} memperbaiki {shared.choice(THINGS)} di {shared.choice(PLACES)} "
    wire += f"dengan anggaran Rp{shared.randint(1, 900)} miliar tahun ini"
    quote = wire if number % 4 == 0 else f"Ada {r.randint(3, 900)} {thing} yang {verb} di {place} nomor {number}"
    said = plain()
    paragraphs = [
        f"{place}, Kabar Harian - {role} {who} mengatakan {thing} di {place} {verb} pada tahun {r.randint(2019, 2026)}.",
        f"“{quote},” kata {who.split()[0]}.",
        plain() + " " + plain(),
        f"Menurut {role} {person()}, biaya perbaikan itu Rp{r.randint(1, 99)},{r.randint(1, 9)} miliar.",
        plain() + " " + plain() + " " + plain(),
        f"“Saya tidak tahu kapan {thing} itu selesai,” ujar {person()}, {r.randint(20, 70)} tahun.",
        f"{r.choice(VAGUE)} mengatakan {thing} masih rusak sejak {r.randint(2, 30)} hari lalu.",
        plain() + " " + plain(),
        f"Data dinas mencatat {r.randint(10, 99)} persen {thing} sudah {verb}.",
        f"{person()} menegaskan bahwa {said[0].lower()}{said[1:]}",
        plain() + " " + plain() + " " + plain(),
    ]
    return f"{thing.capitalize()} di {place} {verb}, catatan {number}", paragraphs


def write_inputs(folder, size):
    pages = folder / "pages"
    lines = folder / "articles.ndjson"
    with open(lines, "w") as out:
        for number in range(size):
            title, paragraphs = article(number)
            day = f"2026-{1 + number % 12:02}-{1 + number % 28:02}"
            shelf = pages / f"{number // 1000:04}"
            if number % 1000 == 0:
                shelf.mkdir(parents=True, exist_ok=True)
            body = "".join(f"<p>{p}</p>\n" for p in paragraphs)
            (shelf / f"{number:07}.html").write_text(
                f'<!doctype html><html lang="id"><head><title>{title}</title><meta property="article:published_time" '
                f'content="{day}"><meta property="og:site_name" content="Warta {number % 40}"></head><body><article>'
                f"<h1>{title}</h1>\n{body}</article></body></html>"
            )
            record = {"id": f"{number:07}", "title": title, "text": "\n\n".join(paragraphs), "published": day}
            out.write(json.dumps({**record, "outlet": f"Warta {number % 40}"}, ensure_ascii=False) + "\n")


class Run:
    """A child, with what it cost."""

    def __init__(self, words, **streams):
        began = time.monotonic()
        child = subprocess.Popen([str(w) for w in words], **streams)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        self.wall = time.monotonic() - began
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024
        if child.returncode != 0:
            raise SystemExit(f"{words}: {child.returncode}")


def size_of(path):
    return sum(f.stat().st_size for f in pathlib.Path(path).rglob("*") if f.is_file()) 


def latency(words, folder, rounds=5):
    times = []
    for _ in range(rounds):
        times.append(Run(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder).wall)
    return statistics.median(times) * 1000


def measure(tilik, folder, size, figures, save, stages, address=None):
    """Takes one size through the stages that are not measured yet."""
    desk = folder / ("desk" if address is None else "desk-postgresql")
    quiet = dict(stderr=subprocess.DEVNULL)

    def stage(name, work):
        if name in stages and name not in figures:
            figures[name] = work()
            save()
            print(size, name, figures[name], flush=True)

    def per_document(run):
        return {"ms": run.cpu / size * 1000, "wall_ms": run.wall / size * 1000, "memory_mb": run.memory}

    def write():
        write_inputs(folder, size)
        return {"articles_kb": (folder / "articles.ndjson").stat().st_size / size / 1024}

    def read():
        shelves = sorted((folder / "pages").iterdir())
        cpu = wall = memory = 0
        for shelf in shelves:
            run = Run([tilik, "read", *sorted(shelf.iterdir())], stdout=subprocess.DEVNULL, **quiet)
            cpu, wall, memory = cpu + run.cpu, wall + run.wall, max(memory, run.memory)
        return {"ms": cpu / size * 1000, "wall_ms": wall / size * 1000, "memory_mb": memory}

    def extract():
        with open(folder / "articles.ndjson") as given, open(folder / "claims.ndjson", "w") as out:
            return per_document(Run([tilik, "extract"], stdin=given, stdout=out, **quiet))

    def store():
        # Shelf by shelf, so that hours of it go on where they were stopped: [processor s, wall s, MB] of each thousand.
        shelves = figures.setdefault("shelves", [])
        if not shelves:
            desk.mkdir(exist_ok=True)
            Run([tilik, "init", desk, *(["--store", address] if address else [])], **quiet)
        for shelf in sorted((folder / "pages").iterdir())[len(shelves):]:
            run = Run([tilik, "add", "-C", desk, shelf], stdout=subprocess.DEVNULL, **quiet)
            shelves.append([round(run.cpu, 2), round(run.wall, 2), round(run.memory)])
            save()
        cpu, wall = (sum(s[i] for s in shelves) for i in (0, 1))
        result = {"ms": cpu / size * 1000, "wall_ms": wall / size * 1000, "memory_mb": max(s[2] for s in shelves)}
        tenth = max(1, len(shelves) // 10)
        result["last_tenth_ms"] = sum(s[0] for s in shelves[-tenth:]) / tenth
        if address is None:
            result["disk_kb"] = size_of(desk / ".tilik") / size / 1024
        else:
            answer = subprocess.run(
                ["psql", "-X", "-A", "-t", "-d", address, "-c", "SELECT pg_database_size(current_database())"],
                capture_output=True, text=True, check=True,
            )
            result["disk_kb"] = int(answer.stdout) / size / 1024
        return result

    def look():
        words = [tilik, "list", "-C", desk, "--queue", "--limit", "1", "--json"]
        claim = json.loads(subprocess.run(words, capture_output=True, check=True).stdout)[0]["id"]
        return {
            "search_rare_ms": latency([tilik, "search", "-C", desk, "catatan", str(size // 2)], folder),
            "search_two_ms": latency([tilik, "search", "-C", desk, "tanggul", "selagiri"], folder),
            "search_common_ms": latency([tilik, "search", "-C", desk, "warga"], folder),
            "queue_ms": latency([tilik, "queue", "-C", desk], folder),
            "show_ms": latency([tilik, "show", "-C", desk, claim], folder),
            "version_ms": latency([tilik, "--version"], folder),
        }

    def report():
        return per_document(Run([tilik, "report", "-C", desk], stdout=subprocess.DEVNULL, **quiet))

    def verify():
        return per_document(Run([tilik, "verify", "-C", desk], stdout=subprocess.DEVNULL, **quiet))

    def corpus():
        words = [tilik, "corpus", "add", folder / "corpus.sqlite", folder / "articles.ndjson", folder / "claims.ndjson"]
        result = per_document(Run(words, stdout=subprocess.DEVNULL, **quiet))
        result["disk_kb"] = (folder / "corpus.sqlite").stat().st_size / size / 1024
        result["speakers_ms"] = latency([tilik, "corpus", "speakers", folder / "corpus.sqlite"], folder, 3)
        result["quotes_ms"] = latency([tilik, "corpus", "quotes", folder / "corpus.sqlite"], folder, 3)
        return result

    for name, work in dict(
        write=write, read=read, extract=extract, store=store, look=look, verify=verify, corpus=corpus, report=report
    ).items():
        stage(name, work)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--tilik", default=".build/release/tilik")
    options.add_argument("--folder", default=".build/scale", type=pathlib.Path)
    options.add_argument("--sizes", default="1000,10000,100000")
    options.add_argument("--stages", default="write,read,extract,store,look,verify,corpus,report")
    options.add_argument("--store", help="the address of an empty database for the ledger")
    options.add_argument("--render", action="store_true", help="only print the table and write the plot")
    options = options.parse_args()
    if options.store and not options.render and "," in options.sizes:
        raise SystemExit("--store takes one size: each needs an empty database")
    os.environ["TILIK_AS"] = "Sari"
    options.folder.mkdir(parents=True, exist_ok=True)
    file = options.folder / ("scale-postgresql.json" if options.store else "scale.json")
    all_figures = json.loads(file.read_text()) if file.exists() else {}
    if options.render:
        return render(all_figures, plotted=not options.store)
    tilik = pathlib.Path(options.tilik).resolve()
    for size in map(int, options.sizes.split(",")):
        folder = (options.folder / str(size)).resolve()
        folder.mkdir(exist_ok=True)
        figures = all_figures.setdefault(str(size), {})
        save = lambda: file.write_text(json.dumps(all_figures, indent=1))
        measure(tilik, folder, size, figures, save, options.stages.split(","), options.store)


def render(figures, plotted):
    """Prints the tables and, if asked, writes the plot beside this file."""
    sizes = sorted(figures, key=int)
    stages = ["read", "extract", "store", "verify", "corpus", "report"]
    print("| documents | " + " | ".join(stages) + " |")
    print("| ---: |" + " ---: |" * len(stages))
    for size in sizes:
        cells = [figures[size].get(s, {}).get("ms") for s in stages]
        print(f"| {int(size):,} | " + " | ".join("–" if c is None else f"{c:.2f}" for c in cells) + " |")
    print()
    print("| documents | store MB | extract MB | report MB | verify MB | corpus MB | ledger KB a document | corpus KB a document |")
    print("| ---: |" + " ---: |" * 7)
    for size in sizes:
        f = figures[size]
        cells = [f.get(s, {}).get("memory_mb") for s in ["store", "extract", "report", "verify", "corpus"]]
        cells += [f.get("store", {}).get("disk_kb"), f.get("corpus", {}).get("disk_kb")]
        print(f"| {int(size):,} | " + " | ".join("–" if c is None else f"{c:.0f}" for c in cells) + " |")
    print()
    names = ["search_rare_ms", "search_two_ms", "search_common_ms", "queue_ms", "show_ms", "version_ms"]
    print("| documents | a rare word | two words | a common word | `queue` | `show` | `--version` |")
    print("| ---: |" + " ---: |" * 6)
    for size in sizes:
        cells = [figures[size].get("look", {}).get(n) for n in names]
        print(f"| {int(size):,} | " + " | ".join("–" if c is None else f"{c:.0f}" for c in cells) + " |")
    if plotted:
        plot(figures, sizes, stages)


def plot(figures, sizes, stages):
    from math import log10

    width, height, left, bottom = 640, 360, 60, 40
    low, high = log10(min(map(int, sizes))), log10(max(map(int, sizes)))
    values = [figures[s][g]["ms"] for s in sizes for g in stages if g in figures[s]]
    floor, ceiling = log10(min(values)) - 0.1, log10(max(values)) + 0.1
    x = lambda size: left + (log10(int(size)) - low) / max(high - low, 0.1) * (width - left - 110)
    y = lambda ms: 20 + (ceiling - log10(ms)) / (ceiling - floor) * (height - bottom - 20)
    colours = ["#4269d0", "#b5651d", "#2e7d32", "#8e24aa", "#c2185b", "#455a64"]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="12">',
        f'<title>Processor time a document, by size of the archive</title><rect width="{width}" height="{height}" fill="#fff"/>',
    ]
    for size in sizes:
        parts.append(f'<path d="M{x(size):.1f} 20V{height - bottom}" stroke="#ddd"/>')
        parts.append(f'<text x="{x(size):.1f}" y="{height - bottom + 16}" text-anchor="middle">{int(size):,}</text>')
    for exponent in range(-2, 3):
        for step in (1, 2, 5):
            ms = step * 10**exponent
            if floor <= log10(ms) <= ceiling:
                parts.append(f'<path d="M{left} {y(ms):.1f}H{width - 110}" stroke="#eee"/>')
                parts.append(f'<text x="{left - 6}" y="{y(ms) + 4:.1f}" text-anchor="end">{ms:g} ms</text>')
    parts.append(f'<text x="{(left + width - 110) / 2}" y="{height - 6}" text-anchor="middle">documents in the archive</text>')
    ends = []
    for colour, stage in zip(colours, stages):
        points = [(x(s), y(figures[s][stage]["ms"])) for s in sizes if stage in figures[s]]
        if not points:
            continue
        parts.append(f'<path d="M{"L".join(f"{a:.1f} {b:.1f}" for a, b in points)}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{a:.1f}" cy="{b:.1f}" r="3" fill="{colour}"/>' for a, b in points]
        ends.append((points[-1][1] - 6, points[-1][0] + 8, colour, stage))
    below = 0
    for place, across, colour, stage in sorted(ends):
        below = max(place, below + 13)
        parts.append(f'<text x="{across:.1f}" y="{below:.1f}" fill="{colour}">{stage}</text>')
    target = pathlib.Path(__file__).with_name("scale.svg")
    target.write_text("\n".join(parts) + "\n</svg>\n")


if __name__ == "__main__":
    main()
