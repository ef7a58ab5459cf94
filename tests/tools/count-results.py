#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the test cases in meson's result log: TAP lines where a program prints them, else programs.

usage: count-results.py testlog.json; prints 'N passed, N failed, N skipped'
"""
import json
import re
import sys

CASE = re.compile(r"^(not )?ok \d+[^#\n]*(#\s*(SKIP|TODO).*)?$", re.M | re.I)


def cases(run):
    """(passed, failed, skipped) of one test program."""
    found = [0, 0, 0]
    for bad, _, directive in CASE.findall(run.get("stdout", "")):
        found[2 if (directive or "").upper() == "SKIP" else 1 if bad else 0] += 1
    fine = run["result"] in ("OK", "EXPECTEDFAIL")
    if not any(found):
        found[0 if fine else 2 if run["result"] == "SKIP" else 1] += 1
    elif not fine and not found[1] and run["result"] != "SKIP":
        found[1] += 1
    return found


def main():
    total = [0, 0, 0]
    with open(sys.argv[1], encoding="utf-8") as log:
        for line in log:
            run = json.loads(line)
            total = [a + b for a, b in zip(total, cases(run))]
            for reason in re.findall(r"^ok .*# SKIP (.*)$", run.get("stdout", ""), re.M):
                print(f"skipped in {run['name']}: {reason}")
    print(f"{total[0]} passed, {total[1]} failed, {total[2]} skipped")


if __name__ == "__main__":
    main()
