#!/usr/bin/env python3
"""Says how often the extraction resolves the right speaker. Standard library only.

usage: speakers.py GOLD.jsonl PREDICTED.jsonl [--errors]

Attributions are matched as the gold's own score.py does it (that file is looked for beside GOLD). Counted are the
matched ones whose gold names a speaker:
  right    the same name, word by word; case and punctuation do not matter
  same     one name holds all the words of the other: "Putin" for "Vladimir Putin"
  nameless gold says that the article never names the speaker, and so does the extraction
--errors prints a line for each that is not right: document, gold, found, mention, cue.
"""
import json
import pathlib
import re
import sys


def words(name):
    return [word for word in re.findall(r"\w+", name.casefold())]


def is_same(one, other):
    short, long = sorted((set(words(one)), set(words(other))), key=len)
    return bool(short) and short <= long


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--errors"]
    if len(arguments) != 2:
        sys.exit(__doc__)
    gold_path, predicted_path = map(pathlib.Path, arguments)
    sys.path.insert(0, str(gold_path.resolve().parent))
    import score

    gold, predicted = score.load(gold_path), score.load(predicted_path)
    named = detected = right = same = nameless = silent = 0
    errors = []
    for name, document in gold.items():
        doc = score.Doc(document["text"])
        truth = document["attributions"]
        found = predicted.get(name, {"attributions": []})["attributions"]
        truth_units = [{"c": doc.ids(item["content"])} for item in truth]
        found_units = [{"c": doc.ids(item["content"])} for item in found]
        named += sum(1 for item in truth if item.get("speaker"))
        for i, j, _ in score.greedy(found_units, truth_units):
            want, got = truth[j].get("speaker") or "", found[i].get("speaker") or ""
            if not want:
                nameless += 1
                silent += not got
                if got:
                    errors.append((name, document, truth[j], want, got, found[i]))
                continue
            detected += 1
            if words(want) == words(got):
                right += 1
                same += 1
            else:
                same += is_same(want, got)
                errors.append((name, document, truth[j], want, got, found[i]))
    if "--errors" in sys.argv:
        for name, document, item, want, got, guess in errors:
            def show(spans):
                return " … ".join(document["text"][s:e].replace("\n", " ") for s, e in spans)

            print("\t".join([name, want or "-", got or "-", show(guess["source"]), show(guess["cue"])]))
        return
    if not named:
        print("speaker   the gold names no speakers")
        return

    def share(part, whole):
        return "%5.1f %%" % (100 * part / whole) if whole else "    -"

    print(
        "speaker   named %d  detected %d  right %s  same %s  nameless kept nameless %s of %d"
        % (named, detected, share(right, detected), share(same, detected), share(silent, nameless), nameless)
    )


main()
