#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints what a run of the comparison kit with Inkling measured, as a table with the ratios.

usage: table.py LOG
Ratios are the medians of the ratios of neighbours (DuckDB before, Inkling after it). An answer that
differs voids the table: exit 1.
"""
import json
import statistics
import sys

# Question of Inkling -> questions of DuckDB that ask the same (the fastest counts).
SAME = {
    "funnel": ["ev funnel asof", "ev funnel window"],
    "goal": ["ev goal"],
    "goal prop": ["ev goal prop"],
    "goal count>=3": ["ev goal count>=3"],
}
# What storage.md asks for: bar, stretch.
BARS = {"import wall": (4, 8), "import CPU": (4, 8), "funnel": (20, 50), "goal": (15, 50)}


def read(path):
    lines, head = [], []
    for line in open(path, errors="replace"):
        if line.startswith("{"):
            lines.append(json.loads(line))
        elif line.startswith("#") or line.startswith("inkling import"):
            head.append(line.strip())
    return lines, head


def pairs(theirs, ours):
    n = min(len(theirs), len(ours))
    return statistics.median(t / o for t, o in zip(theirs[:n], ours[:n])) if n else None


def row(title, duck, ink, ratio, goal=None, digits=1):
    bar = f">= {goal[0]}x ({goal[1]}x)" if goal else ""
    state = "" if not goal or ratio is None else ("yes" if ratio >= goal[0] else "NO")
    shown = f"{ratio:.1f}x" if ratio else ""
    print(f"| {title:34} | {duck:>12} | {ink:>12} | {shown:>8} | {bar:>14} | {state:4} |")


def text(values, digits=1):
    return f"{statistics.median(values):.{digits}f}" if values else ""


def imports(lines):
    duck = [l for l in lines if l["cmd"] == "import" and "by" not in l]
    ink = [l for l in lines if l["cmd"] == "import" and l.get("by") == "inkling"]

    def line(title, d, i, goal=None, digits=0):
        row(title, text(d, digits), text(i, digits), pairs(d, i), goal)

    line("import to a saved file, ms", [l["ms"] for l in duck], [l["ms"] for l in ink],
         BARS["import wall"])
    line("- CPU ms", [l["cpu_s_so_far"] * 1e3 for l in duck], [l["cpu_ms"] for l in ink],
         BARS["import CPU"])
    line("- peak memory, MiB", [l["peak_mib"] for l in duck], [l["peak_mib"] for l in ink])
    line("file, MB", [l["db_mb"] for l in duck], [l["db_mb"] for l in ink], None, 1)
    row("file / CSV", text([l["db_mb"] / l["csv_mb"] for l in duck], 3),
        text([l["of_csv"] for l in ink], 3), None)
    if ink:
        row("- bytes per event at the peak", "", text([l["peak_bytes_per_event"] for l in ink], 0), None)


def queries(lines):
    wrong = 0
    for question, names in SAME.items():
        asked = {n: [l for l in lines if l.get("q") == n and "res" in l] for n in names}
        asked = {n: a for n, a in asked.items() if a}
        for threads in (2, 1):
            ink = [l for l in lines if l.get("by") == "inkling" and l.get("q") == question
                   and l["threads"] == threads]
            if not asked or not ink:
                continue
            fastest = min(asked.values(), key=lambda a: statistics.median(l["med_ms"] for l in a))
            duck, ours = [l["med_ms"] for l in fastest], [l["med_ms"] for l in ink]
            goal = BARS.get("goal" if question.startswith("goal") else question)
            row(f"{question}, ms, {threads} CPU", text(duck, 1), text(ours, 2), pairs(duck, ours),
                goal if threads == 2 else None)
            for line in ink:
                if line["res"] != fastest[0]["res"]:
                    print(f"WRONG: {question}: {line['res']}, DuckDB {fastest[0]['res']}")
                    wrong += 1
    return wrong


def opening(lines):
    ink = [l for l in lines if l["cmd"] == "open" and l.get("by") == "inkling"]
    duck = [l for l in lines if l["cmd"] == "open" and "by" not in l]
    stages = [l for l in lines if l["cmd"] == "stages"]
    row("open, ms", text([l["open_ms"] for l in duck]), text([l["open_ms"] for l in ink]), None)
    row("- copying the file in, ms", "", text([l["copy_ms"] for l in stages]), None)
    row("- CPU ms", "", text([l["copy_cpu_ms"] for l in stages]), None)
    row("then the first live answer, ms", text([l["total_ms"] for l in duck]),
        text([l["live_ms"] for l in stages]), None)
    row("- CPU ms", "", text([l["live_cpu_ms"] for l in stages]), None)


def main():
    lines, head = read(sys.argv[1])
    print("\n".join(head[:1]))
    print(f"| {'':34} | {'DuckDB, 2T':>12} | {'Inkling':>12} | {'ratio':>8} | {'goal':>14} | {'held':4} |")
    print(f"|:{'-' * 35}|{'-' * 13}:|{'-' * 13}:|{'-' * 9}:|{'-' * 15}:|:{'-' * 5}|")
    imports(lines)
    opening(lines)
    sys.exit(1 if queries(lines) else 0)


if __name__ == "__main__":
    main()
