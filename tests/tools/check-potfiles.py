#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails on a source with translatable text that po/POTFILES.in does not name, and on a name in it
that is not there.

usage: check-potfiles.py ROOT [--write]
"""
import pathlib
import re
import sys

MARKED = re.compile(r'\b(?:(?:N?C?_|ngettext|Q_)\s*\(|g_dngettext\s*\(\s*\w+\s*,)\s*"|translatable="yes"')


def main():
    root = pathlib.Path(sys.argv[1])
    potfiles = root / "po" / "POTFILES.in"
    lines = potfiles.read_text().splitlines()
    listed = {line for line in lines if line and not line.startswith("#")}
    found = {str(path.relative_to(root)) for kind in ("c", "h", "ui")
             for path in root.glob(f"src/**/*.{kind}") if MARKED.search(path.read_text())}
    found |= {name for name in listed if name.startswith("data/") and (root / name).exists()}
    if "--write" in sys.argv:
        head = [line for line in lines if line.startswith("#")]
        potfiles.write_text("\n".join(head + sorted(found)) + "\n")
        return 0
    for name in sorted(found - listed):
        print(f"{name}: has translatable text and is not in po/POTFILES.in")
    for name in sorted(listed - found):
        print(f"{name}: is in po/POTFILES.in and has no translatable text")
    return found != listed


if __name__ == "__main__":
    sys.exit(main())
