#!/usr/bin/env python3
"""Run `tilik extract` over an archive on Spark, one child process a partition.

    spark-submit extract.py --tilik /usr/local/bin/tilik articles.ndjson claims

INPUT is NDJSON as `tilik extract` reads it; OUTPUT is a folder of part files, which one after the other are byte for
byte what one `tilik extract < INPUT` writes. The job fails, and writes no _SUCCESS, where a child ends with anything
but 0 or where a partition has not exactly one line out for each line in: a filter's loss is never passed over.
"""

import argparse
import itertools
import json
import os
import subprocess
import tempfile
import threading

from pyspark import SparkContext

# An error record names its line in the child's input; in the whole it is that many lines further on.
ERROR = b'{"line":'


def renumbered(line, before):
    if not line.startswith(ERROR):
        return line
    number, rest = line[len(ERROR) :].split(b",", 1)
    return ERROR + str(int(number) + before).encode() + b"," + rest


def extract(tilik, lines, before):
    """Hand lines to a child and give its lines; raise where the two do not fit."""
    with tempfile.TemporaryDirectory() as folder:
        summary = os.path.join(folder, "summary.json")
        talk = open(os.path.join(folder, "talk"), "wb")
        # Spark runs one partition on each core, so each child has one.
        child = subprocess.Popen(
            [tilik, "extract", "--jobs", "1", "--summary", summary],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=talk,
        )
        sent = [0]
        failures = []

        def feed():
            try:
                with child.stdin as pipe:
                    for line in lines:
                        pipe.write(line.encode() + b"\n")
                        sent[0] += 1
            except BaseException as error:  # in a thread an exception would otherwise be lost, and lines with it
                failures.append(error)

        feeder = threading.Thread(target=feed, daemon=True)
        feeder.start()
        received = 0
        try:
            for line in child.stdout:
                received += 1
                yield renumbered(line, before).decode().removesuffix("\n")
            feeder.join()
            status = child.wait()
        finally:
            child.kill()
            child.wait()
            talk.close()
        if status != 0:
            said = open(os.path.join(folder, "talk"), errors="replace").read().strip()
            raise RuntimeError(f"tilik extract ended with {status}: {said}")
        if failures:
            raise failures[0]
        counts = json.load(open(summary))
        if not sent[0] == received == counts["documents"] + counts["errors"]:
            raise RuntimeError(f"{sent[0]} lines in, {received} out, summary {counts}: lines were lost")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("input")
    options.add_argument("output")
    options.add_argument("--tilik", default="tilik", help="the program, at the same path on every machine")
    options.add_argument("--partitions", type=int, default=0, help="at least so many; else Spark decides")
    options = options.parse_args()

    spark = SparkContext(appName="tilik extract")
    # Lines end at a line feed and nowhere else: Spark's own reader also splits at a carriage return.
    lines = spark.newAPIHadoopFile(
        options.input,
        "org.apache.hadoop.mapreduce.lib.input.TextInputFormat",
        "org.apache.hadoop.io.LongWritable",
        "org.apache.hadoop.io.Text",
        conf={
            "textinputformat.record.delimiter": "\n",
            **(
                {"mapreduce.input.fileinputformat.split.maxsize": split_size(spark, options)}
                if options.partitions
                else {}
            ),
        },
    ).values()

    sizes = lines.mapPartitions(lambda part: [sum(1 for _ in part)]).collect()
    before = [0, *itertools.accumulate(sizes)]
    tilik = options.tilik

    def run(index, part):
        return extract(tilik, part, before[index])

    lines.mapPartitionsWithIndex(run).saveAsTextFile(options.output)
    written = spark.textFile(options.output).count()
    if written != before[-1]:
        raise SystemExit(f"{before[-1]} lines in, {written} written: the output is not whole")
    print(f"{written} lines in {len(sizes)} partitions")


def split_size(spark, options):
    path = spark._jvm.org.apache.hadoop.fs.Path(options.input)
    system = path.getFileSystem(spark._jsc.hadoopConfiguration())
    return str(max(1, system.getContentSummary(path).getLength() // options.partitions))


if __name__ == "__main__":
    main()
