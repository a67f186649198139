#!/usr/bin/env python3
"""Who is quoted how often, over the output of extract.py: the question of `tilik corpus speakers`, on Spark.

    spark-submit speakers.py claims 20

Prints one JSON object a speaker: name, statements, articles; the most quoted first, then by name.
"""

import json
import sys

from pyspark.sql import SparkSession
from pyspark.sql import functions as f


def main():
    path, limit = sys.argv[1], int(sys.argv[2])
    spark = SparkSession.builder.appName("tilik speakers").getOrCreate()
    said = (
        spark.read.schema("id string, attributions array<struct<speaker: string, unnamed: boolean>>")
        .json(path)
        .select("id", f.explode("attributions").alias("said"))
        .where("said.speaker <> '' AND said.unnamed IS NULL")
        .select("id", "said.speaker")
    )
    rows = (
        said.groupBy("speaker")
        .agg(f.count("*").alias("statements"), f.countDistinct("id").alias("articles"))
        .orderBy(f.desc("statements"), "speaker")
        .limit(limit)
    )
    for row in rows.collect():
        print(json.dumps(row.asDict(), ensure_ascii=False))


if __name__ == "__main__":
    main()
