#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Breaks each rule of the kernels once and expects the comparison with the second evaluator to fail.

  tests/oracle/break-rules.py [--work FOLDER] [--cases N] [--only WORD …]

The rules are listed in break-rules.json: what rule, file, pattern (must stand there exactly once; if
it moved, then once in the file's folder), replacement; `and`: what has to change with it. A copy of the sources is built in FOLDER (kept, so that a second run
is fast); each broken rule rebuilds one file. Exit 1 where a break is not caught, a pattern no
longer applies, or the sources differ from the second evaluator without any break.

Takes minutes, so it is no part of the quick tests.
"""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import compare
import generate
import oracle

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PROBE = "tests/oracle/oracle-probe"


def copy_sources(work):
    """Only what git knows; times are kept, so that ninja builds no more than it must."""
    source = work / "source"
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True,
                           stdout=subprocess.PIPE).stdout.decode().split("\0")
    for name in filter(None, names):
        here, there = ROOT / name, source / name
        if not here.is_file():
            continue
        there.parent.mkdir(parents=True, exist_ok=True)
        if not there.exists() or here.read_bytes() != there.read_bytes():
            shutil.copy2(here, there)
            os.utime(there)
    return source


def build(work, source):
    """An empty text, or what the compiler says."""
    folder = work / "build"
    if not (folder / "build.ninja").exists():
        subprocess.run(["meson", "setup", str(folder), str(source), "-Dui=disabled"], check=True,
                       stdout=subprocess.DEVNULL)
    done = subprocess.run(["ninja", "-C", str(folder), PROBE], stdout=subprocess.PIPE, text=True,
                          stderr=subprocess.STDOUT)
    return "" if done.returncode == 0 else done.stdout


class Expectations:
    """What the second evaluator says of all cases, worked out once."""

    def __init__(self, seeds, n, kept):
        self.cases = list(compare.saved_cases(kept))
        for seed in seeds:
            self.cases += generate.cases(seed, n)
        self.answers = [compare.plain(oracle.answer(c), c) for c in self.cases]
        self.lines = "".join(json.dumps(c) + "\n" for c in self.cases)

    def first_difference(self, probe):
        """(index, place) of the first case on which the engine says something else."""
        try:
            done = subprocess.run([probe], input=self.lines, stdout=subprocess.PIPE, text=True,
                                  stderr=subprocess.DEVNULL, timeout=120)
            found = done.stdout.splitlines()
        except subprocess.TimeoutExpired:
            return 0, "does not end"
        for i, (case, expected) in enumerate(zip(self.cases, self.answers)):
            if i >= len(found):
                return i, f"crashed ({done.returncode})"
            got = compare.plain_or_odd(json.loads(found[i]), case)
            place = compare.difference(expected, got)
            if place:
                return i, place
        return None


def find_file(source, change):
    """The file in which the pattern stands once: the one that is named, else one of its folder."""
    named = source / change["file"]
    if named.is_file() and named.read_text(encoding="utf-8").count(change["pattern"]) == 1:
        return named
    others = [path for path in sorted(named.parent.glob("*.[ch]"))
              if change["pattern"] in path.read_text(encoding="utf-8")]
    if len(others) == 1 and others[0].read_text(encoding="utf-8").count(change["pattern"]) == 1:
        return others[0]
    return None


def apply(change, source):
    """What the changed files held, {path: text}; None where a pattern does not apply."""
    kept = {}
    for part in [change] + change.get("and", []):
        path = find_file(source, part)
        if path is None:
            restore(kept)
            return None
        text = path.read_text(encoding="utf-8")
        kept.setdefault(path, text)
        path.write_text(text.replace(part["pattern"], part["replacement"]), encoding="utf-8")
    return kept


def restore(kept):
    for path, text in kept.items():
        path.write_text(text, encoding="utf-8")


def attempt(change, work, source, expectations):
    """(whether it was caught, a few words)."""
    kept = apply(change, source)
    if kept is None:
        return False, "the pattern does not apply"
    try:
        problem = build(work, source)
        if problem:
            return False, "does not compile: " + \
                next((line for line in problem.splitlines() if "error" in line), "")[:120]
        found = expectations.first_difference(work / "build" / PROBE)
    finally:
        restore(kept)
    if found is None:
        return False, "NOT CAUGHT"
    return True, f"caught by case {found[0] + 1} of {len(expectations.cases)}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--work", help="where to build; a temporary folder without it")
    parser.add_argument("--cases", type=int, default=3000, help="of each of two seeds")
    parser.add_argument("--only", nargs="+", help="only rules that contain one of these words")
    arguments = parser.parse_args()
    changes = json.loads((HERE / "break-rules.json").read_text(encoding="utf-8"))
    if arguments.only:
        changes = [c for c in changes if any(w in c["rule"] for w in arguments.only)]
    with tempfile.TemporaryDirectory() as temporary:
        work = pathlib.Path(arguments.work or temporary).resolve()
        work.mkdir(parents=True, exist_ok=True)
        sys.exit(run(changes, work, arguments.cases))


def run(changes, work, n):
    source = copy_sources(work)
    problem = build(work, source)
    if problem:
        print(problem)
        return 1
    expectations = Expectations(["1", "2"], n, HERE / "kept")
    found = expectations.first_difference(work / "build" / PROBE)
    if found:
        print(f"differs without any break: case {found[0] + 1}: {found[1]}")
        return 1
    bad = 0
    for change in changes:
        begin = time.monotonic()
        caught, words = attempt(change, work, source, expectations)
        bad += not caught
        print(f"{'ok ' if caught else 'BAD'} {change['rule']:64} {words} "
              f"({time.monotonic() - begin:.0f} s)", flush=True)
    print(f"{len(changes) - bad} of {len(changes)} broken rules are caught")
    return 1 if bad else 0


if __name__ == "__main__":
    main()
