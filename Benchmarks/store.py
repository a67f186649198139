#!/usr/bin/env python3
"""Measures the store against sqlite3 and sha256sum on the same machine in one run: `make bench-store`.

    Benchmarks/store.py FOLDER-OF-BINARIES [CLAIMS]

Every figure is the median of several runs; what counts are the ratios. Nothing is asserted here. The targets: appending 100,000
events within 3 times of .import; list, show and queue on 1,000,000 claims within 100 ms; verify within 4 times of sha256sum plus one
read; --version within 25 ms, show within 60 ms.
"""
import json, os, shutil, sqlite3, statistics, subprocess, sys, tempfile, time

binaries = os.path.abspath(sys.argv[1])
claims = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
tilik = os.path.join(binaries, "tilik")
environment = dict(os.environ, TILIK_AS="Sari", TILIK_NOW="2026-04-10T00:00:00Z", TILIK_LANG="en")


def timed(command, runs=5, **more):
    """The median of the seconds a command takes."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True, **more)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def show(what, seconds, more=""):
    print(f"{what:<58}{seconds * 1000:10.1f} ms  {more}", flush=True)


def make(folder, count, rows=None):
    subprocess.run([tilik, "init", folder], env=environment, check=True, stderr=subprocess.DEVNULL)
    command = [os.path.join(binaries, "StoreBenchmark"), f"{folder}/.tilik/ledger.sqlite", str(count)]
    return json.loads(subprocess.run(command + ([rows] if rows else []), check=True, capture_output=True).stdout)


with tempfile.TemporaryDirectory(prefix="tilik-bench-") as scratch:
    os.chdir(scratch)
    show("tilik --version", timed([tilik, "--version"], 31))

    # Appending: the rows that the store appended, through the sqlite3 shell into a table of the same kind.
    made = make("append", 260_000, "rows.tsv")
    schema = sqlite3.connect("append/.tilik/ledger.sqlite")
    statements = [row[0] for row in schema.execute(
        "SELECT sql FROM sqlite_schema WHERE name IN ('event', 'eventByClaim') OR tbl_name = 'event' AND type = 'trigger'")]
    imports = []
    for _ in range(3):
        if os.path.exists("shell.sqlite"):
            os.remove("shell.sqlite")
        shell = sqlite3.connect("shell.sqlite")
        shell.execute("PRAGMA journal_mode = wal")
        for statement in statements:
            shell.execute(statement)
        shell.execute("CREATE VIEW rows AS SELECT id, claim, canonical, signature FROM event")
        shell.execute("CREATE TRIGGER put INSTEAD OF INSERT ON rows BEGIN INSERT INTO event (id, claim, canonical, signature)"
                      " VALUES (NEW.id, NEW.claim, NEW.canonical, NEW.signature); END")
        shell.commit()
        shell.close()
        # .import puts quotation marks to a use of its own; ascii mode with tabs takes the rows as they are.
        script = '.mode ascii\n.separator "\\t" "\\n"\n.import rows.tsv rows\n'
        imports.append(timed(["sqlite3", "shell.sqlite"], 1, input=script.encode()))
    shell = sqlite3.connect("shell.sqlite")
    assert shell.execute("SELECT count(*) FROM event").fetchone()[0] == made["appended"]
    base = statistics.median(imports)
    show(f"sqlite3 .import, {made['appended']:,} events", base)
    show(f"append, {made['appended']:,} events in batches of 1,000", made["appendSeconds"],
         f"{made['appendSeconds'] / base:.1f} times; with the lists and the search index")
    shutil.rmtree("append")

    # Reading: a large desk.
    made = make("large", claims)
    ledger = sqlite3.connect("large/.tilik/ledger.sqlite")
    print(f"{made['captured']:,} claims, {made['captured'] + made['appended']:,} events, "
          f"{os.path.getsize('large/.tilik/ledger.sqlite') >> 20:,} MB", flush=True)
    some = ledger.execute("SELECT id, document FROM claim WHERE state = 'researching' ORDER BY id LIMIT 1 OFFSET 77").fetchone()
    for words in (["show", some[0][:12]], ["list", "--limit", "50"], ["list", "--state", "researching", "--limit", "50"],
                  ["list", "--assignee", "Bagas", "--limit", "50"], ["list", "--due", "2026-04-02", "--limit", "50"],
                  ["list", "--flag", "vague-source", "--limit", "50"], ["list", "--document", some[1][:12], "--limit", "50"],
                  ["list", "--text", "nomor 7 di pasar 7", "--limit", "50"], ["queue"]):
        show("tilik " + " ".join(words), timed([tilik, *words, "-C", "large"], 7))

    # Verifying: sha256sum over the same bytes, and reading the file once.
    with open("events.txt", "wb") as out:
        for (text,) in ledger.execute("SELECT canonical FROM event ORDER BY seq"):
            out.write(text.encode())
    hashing = timed(["sha256sum", "events.txt"], 3)
    reading = timed(["cat", "large/.tilik/ledger.sqlite"], 3)
    verifying = timed([tilik, "verify", "-C", "large"], 1)
    show("sha256sum over the events", hashing, f"{os.path.getsize('events.txt') >> 20} MB")
    show("reading the ledger's file", reading)
    show("tilik verify", verifying, f"{(verifying - reading) / hashing:.1f} times sha256sum, plus one read")
