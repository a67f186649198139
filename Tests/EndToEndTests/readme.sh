#!/bin/sh
# Runs the blocks marked "sh tour" of a Markdown file, in order, in an empty folder, so that the page cannot say what the
# program does not do.
#
#   Tests/EndToEndTests/readme.sh PAGE.md FOLDER-OF-TILIK
#
# The blocks run in one shell that stops at the first command that fails. Exit code: 0 when all of them ran.
set -eu

page=$(realpath "$1")
binaries=$(realpath "$2")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

awk '
  /^```sh tour$/ { inside = 1; blocks++; printf "echo \"-- block %d, line %d\" >&2\n", blocks, NR; next }
  /^```/         { inside = 0 }
  inside         { print }
  END            { if (!blocks) { print "no block is marked \"sh tour\"" > "/dev/stderr"; exit 1 } }
' "$page" >"$folder/.tour"

mkdir "$folder/desk" "$folder/home"
cd "$folder/desk"
env -i PATH="$binaries:/usr/bin:/bin" HOME="$folder/home" LANG=C.UTF-8 NO_COLOR=1 \
  sh -eu "$folder/.tour" </dev/null
