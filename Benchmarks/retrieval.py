"""Writes a library of invented claims and queries for `tilik source match`: retrieval.py COUNT FOLDER.

The words are made of syllables and drawn by Zipf's law, as in real text, so that posting lists have real lengths. Every
query is one of the claims with words left out and others put in.
"""

import bisect
import itertools
import json
import os
import random
import sys

count, folder = int(sys.argv[1]), sys.argv[2]
chance = random.Random(20260310)
parts = ["ba", "den", "ka", "ri", "so", "lu", "me", "tan", "pi", "gor", "wu", "les", "ha", "min", "tor", "ve"]
words = sorted({"".join(chance.choice(parts) for _ in range(chance.randint(2, 4))) for _ in range(60_000)})
chance.shuffle(words)
weights = list(itertools.accumulate(1 / (rank + 20) for rank in range(len(words))))


def draw(number):
    return [words[bisect.bisect(weights, chance.random() * weights[-1])] for _ in range(number)]


os.makedirs(folder, exist_ok=True)
kept = []
with open(os.path.join(folder, "claims.jsonl"), "w") as out:
    for number in range(count):
        claim, title = draw(chance.randint(10, 22)), draw(chance.randint(5, 9))
        if chance.random() < 500 / count:
            kept.append((number, claim + title))
        row = {"id": str(number), "claim": " ".join(claim), "title": " ".join(title)}
        out.write(json.dumps(row) + "\n")
with open(os.path.join(folder, "queries.jsonl"), "w") as out:
    for number, text in kept:
        asked = [word for word in text if chance.random() < 0.5] + draw(10)
        chance.shuffle(asked)
        out.write(json.dumps({"id": str(number), "text": " ".join(asked)}) + "\n")
