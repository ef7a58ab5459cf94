#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Inkling next to DuckDB on the same file in the same run, then next to plain SQLite rows on the
# sample; prints the tables of the README.
# usage: tests/bench/run.sh [BUILD] [EVENTS …]     (1000000 and 10000000 where none is given)
# BUILD: the build folder (build). Variables: KIT, the folder of the comparison kit, skipped where
# it is not there; WORK, where the files go; REPS, pairs (3).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
build=$top/build
if [ $# -gt 0 ] && [ -d "$1" ]; then build=$1; shift; fi
build=$(cd "$build" && pwd)
bench=$build/tests/bench/inkling-bench
ninja -C "$build" tests/bench/inkling-bench > /dev/null
kit=${KIT:-$top/../shared/reference/bench}
export WORK=${WORK:-${TMPDIR:-/tmp}/inkling-bench}
[ $# -gt 0 ] || set -- 1000000 10000000
mkdir -p "$WORK"

for n in "$@"; do
  if [ -f "$kit/run.sh" ]; then
    # The kit builds a program for its own storage experiments too, which this run never starts.
    [ -x "$WORK/store" ] || { printf '#!/bin/sh\n' > "$WORK/store"; chmod +x "$WORK/store"; }
    N=$n REPS=${REPS:-3} INK_IMPORT="$bench import {csv} {doc}" INK_QUERY="$bench query {doc}" \
      "$kit/run.sh" > "$WORK/kit-$n.log" 2>&1 || { tail -5 "$WORK/kit-$n.log"; exit 1; }
    python3 "$here/table.py" "$WORK/kit-$n.log"
  else
    echo "No comparison kit at $kit: only Inkling and plain rows are measured."
  fi
  "$bench" all "$WORK/sample" "$n"
done
