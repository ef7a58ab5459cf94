#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails on any include that src/layers.txt does not allow, and on a cycle in that table.

usage: check-includes.py SRC
"""
import pathlib
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s+"([a-z]+)/', re.M)
TOOLKIT = re.compile(r'^\s*#\s*include\s+<(gtk|gdk|adwaita)\b', re.M)


def layers(path):
    table = {}
    for line in path.read_text().splitlines():
        line = line.split("#")[0].strip()
        if line:
            folder, allowed = line.split(":")
            table[folder.strip()] = set(allowed.split())
    return table


def cycle(table):
    seen, done = set(), set()

    def visit(folder):
        if folder in done:
            return None
        if folder in seen:
            return folder
        seen.add(folder)
        for other in table.get(folder, ()):
            if visit(other):
                return folder
        done.add(folder)
        return None

    return next((f for f in table if visit(f)), None)


def main():
    src = pathlib.Path(sys.argv[1])
    table = layers(src / "layers.txt")
    wrong = []
    if cycle(table):
        wrong.append(f"layers.txt: '{cycle(table)}' includes itself by way of others")
    for path in sorted(src.glob("**/*.[ch]")):
        folder = path.relative_to(src).parts[0]
        text = path.read_text()
        if folder not in table:
            wrong.append(f"{path}: the folder '{folder}' is not in layers.txt")
            continue
        for other in INCLUDE.findall(text):
            if other != folder and other not in table[folder]:
                wrong.append(f"{path}: {folder} must not include {other}")
        if folder != "ui" and TOOLKIT.search(text):
            wrong.append(f"{path}: only ui may include the toolkit")
        if "SPDX-License-Identifier: GPL-3.0-or-later" not in text:
            wrong.append(f"{path}: no SPDX line")
    print("\n".join(wrong) or "every include is allowed")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
