#!/usr/bin/env bash
# Run `tilik extract` over an archive on one machine with GNU parallel, byte for byte what one run writes.
#
#     extract.sh articles.ndjson > claims.ndjson
#
# TILIK names the program, JOBS how many run at once (all cores). Each piece of the file goes to a process of its own; a
# process that fails stops the whole with its exit code. As each line in has one line out, an error record's line is
# numbered by where it stands in the whole.
set -euo pipefail
input=${1:?usage: extract.sh ARTICLES.ndjson > CLAIMS.ndjson}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
parallel --will-cite --pipe-part --arg-file "$input" --block -1 --jobs "${JOBS:-100%}" \
  --keep-order --halt now,fail=1 --tmpdir "$folder" \
  "${TILIK:-tilik}" extract --jobs 1 --summary "$folder/{#}.json" 2> "$folder/talk" |
  awk '/^\{"line":[0-9]+,/ { sub(/^\{"line":[0-9]+/, "{\"line\":" NR) } { print }
       END { print NR > "'"$folder"'/lines" }' || { cat "$folder/talk" >&2; exit 3; }
# A last line without an end counts as one.
read -r lines < "$folder/lines"
expected=$(awk 'END { print NR }' "$input")
if [ "$lines" != "$expected" ]; then
  echo "extract.sh: $expected lines in, $lines out: the output is not whole" >&2
  exit 5
fi
echo "$lines lines by $(ls "$folder"/*.json | wc -l) processes" >&2
