#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Each fuzz target for so many seconds on a scratch copy of its seeds, then the line coverage of
# the sources that it is about: a target that stays at the header of a file shows.
# usage: tests/fuzz/run.sh BUILD SECONDS [TARGET …]
# BUILD: a build folder of clang with -Dfuzzers=true. Findings are kept in BUILD/findings, the
# corpora in BUILD/corpus, where the next run starts from. Fails where there is a finding.
# JOBS, how many targets run side by side (one per processor).
set -euo pipefail
[ $# -ge 2 ] || { sed -n '5,10s/^# //p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
build=$(cd "$1" && pwd)
seconds=$2
shift 2
[ $# -gt 0 ] || set -- delimited json definition document
corpus=$build/corpus
findings=$build/findings
logs=$build/fuzz-logs
mkdir -p "$corpus" "$findings" "$logs"

# Debian keeps the tools of its clang beside it, under a name without a version.
tool() {
  local path
  path=$(clang -print-prog-name="$1")
  command -v "$path" || command -v "$1" || command -v "$1-14"
}

# Projects as seeds: made, not kept, so that they are always of this version.
make_projects() {
  XDG_DATA_HOME=$1/.data "$build/tests/fuzz/make-projects" "$1" "$here/seeds/definition/whole"
  rm -rf "$1/.data"
}

make_corpus() {
  local name=$1 folder=$corpus/$1
  mkdir -p "$folder"
  [ ! -d "$here/seeds/$name" ] || cp -r "$here/seeds/$name/." "$folder/"
  case $name in
    document) make_projects "$folder" ;;
    delimited) gzip -nc "$here/seeds/delimited/ga4-export" > "$folder/ga4-export.gz" ;;
  esac
}

fuzz() {
  local name=$1
  local leaks=1
  mkdir -p "$findings/$name"
  # A project's threads make every input look like a leak, and looking closer takes most of the
  # time: these are counted once, when the program ends.
  [ "$name" != document ] || leaks=0
  LLVM_PROFILE_FILE=/dev/null "$build/tests/fuzz/fuzz-$name" -max_total_time="$seconds" \
    -timeout=25 -rss_limit_mb=2048 -max_len=40960 -detect_leaks=$leaks -print_final_stats=1 \
    -artifact_prefix="$findings/$name/" "$corpus/$name" > "$logs/$name.log" 2>&1
}

# What a target is about, of all that it runs.
sources() {
  case $1 in
    delimited) find "$top/src/import" -name '*.c' ! -name '*preview*' ! -name 'ink-events-writer.c' ;;
    json) echo "$top/src/base/ink-json-reader.c" ;;
    definition) find "$top/src/definition" -name '*.c' ;;
    document)
      ls "$top"/src/document/ink-{loaded,sql,storage,storage-*}.c \
        "$top"/src/document/ink-{history,import-record,working-copy}.c \
        "$top"/src/events/ink-{block,codec-*,event-data-load,event-store-forget}.c \
        "$top"/src/events/ink-{property,run,run-columns,sessions,value-codes}.c
      ;;
  esac
}

# The corpus once more, for the counts alone: a run that ends in a finding leaves none.
coverage() {
  local name=$1 raw=$logs/$1.profraw data=$logs/$1.profdata
  rm -f "$raw"
  LLVM_PROFILE_FILE=$raw "$build/tests/fuzz/fuzz-$name" -runs=0 -timeout=25 -detect_leaks=0 \
    "$corpus/$name" > "$logs/$name-again.log" 2>&1 || return 0
  "$profdata" merge -sparse "$raw" -o "$data"
  rm -f "$raw"
  "$cov" report "$build/tests/fuzz/fuzz-$name" -instr-profile="$data" > "$logs/$name-coverage.txt"
  { sources "$name"; echo --; cat "$logs/$name-coverage.txt"; } | awk -v name="$name" '
    $1 == "--" { counting = 1; next }
    { path = $1; if (!sub (/.*\/src\//, "src/", path)) next }
    !counting { wanted[path] = 1; next }
    path in wanted { lines += $8; run += $8 - $9; printf "  %7s of %4d  %s\n", $10, $8, path }
    END { if (lines == 0) exit 1
          printf "%s: %d of %d lines, %.1f %%\n", name, run, lines, 100 * run / lines }'
}

cov=$(tool llvm-cov)
profdata=$(tool llvm-profdata)
programs=("${@/#/tests/fuzz/fuzz-}")
[[ " $* " != *" document "* ]] || programs+=(tests/fuzz/make-projects)
ninja -C "$build" "${programs[@]}" > "$logs/build.log"
for name in "$@"; do
  make_corpus "$name"
done

status=0
running=()
finish() {
  local name=${running[0]%%:*} pid=${running[0]#*:}
  if wait "$pid"; then
    printf '%s: no finding in %s s, %s runs\n' "$name" "$seconds" \
      "$(sed -n 's/^stat::number_of_executed_units: *//p' "$logs/$name.log")"
  else
    status=1
    printf '%s: A FINDING, see %s and %s\n' "$name" "$logs/$name.log" "$findings/$name"
    tail -n 30 "$logs/$name.log" >&2
  fi
  running=("${running[@]:1}")
}
for name in "$@"; do
  [ ${#running[@]} -lt "${JOBS:-$(nproc)}" ] || finish
  fuzz "$name" &
  running+=("$name:$!")
done
while [ ${#running[@]} -gt 0 ]; do
  finish
done

echo "Line coverage of the sources that each target is about:"
for name in "$@"; do
  coverage "$name"
done
exit $status
