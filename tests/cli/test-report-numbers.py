#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What stands in a presentation is what `--json` says, for every chart that slides have as their own
and every table: the cells behind the chart, its second sheet, and the texts of tables. What no JSON
holds (rows over time, pairs of goals) is that of `chart … --output FILE.csv`, whose sums JSON has."""

import csv
import io
import json
import os
import re
import sys
import unittest
import zipfile
from xml.etree import ElementTree

sys.path.insert(0, os.path.dirname(__file__))
reports = __import__("test-report")
run = reports.run
FUNNEL = reports.FUNNEL
GOAL = "Demo booked"
A = reports.packages.A


def number(text):
    """Of a cell, or of a text in a table."""
    try:
        return float(re.sub(r"[×%\s]", "", text or "").replace("\u2212", "-"))
    except ValueError:
        return None


def column(index):
    return chr(ord("A") + index) if index < 26 else "A" + chr(ord("A") + index - 26)


class Numbers(reports.Project):
    def chart(self, kind, **more):
        """The workbook of a chart as two lists of rows, the headings first."""
        about = {"funnel": FUNNEL} if kind in ("funnel", "groups", "histogram", "trend") \
            else {"macro": GOAL}
        self.define({"chart": {"kind": kind, **about, **more}})
        deck = self.write(kind + ".pptx")
        with zipfile.ZipFile(io.BytesIO(deck)) as parts:
            self.assertFalse([name for name in parts.namelist() if "/media/" in name], kind)
        sheets = self.sheets(deck, 1)
        return self.rows(sheets["Chart"]), self.rows(sheets["Numbers"])

    @staticmethod
    def rows(cells):
        n_rows = max(int(re.sub("[A-Z]", "", cell)) for cell in cells)
        n_columns = max(len([c for c in map(column, range(52)) if c + str(row) in cells])
                        for row in range(1, n_rows + 1))
        last = max((i for i in range(52) for row in range(1, n_rows + 1)
                    if column(i) + str(row) in cells), default=n_columns)
        return [[cells.get(column(i) + str(row)) for i in range(last + 1)]
                for row in range(1, n_rows + 1)]

    def table(self, kind):
        """The texts of a table on a slide."""
        self.define({"chart": {"kind": kind, "macro": GOAL}})
        with zipfile.ZipFile(io.BytesIO(self.write(kind + ".pptx"))) as parts:
            self.assertFalse([name for name in parts.namelist()
                              if "/media/" in name or "/charts/" in name], kind)
            slide = ElementTree.fromstring(parts.read("ppt/slides/slide1.xml"))
        return [["".join(text.text for text in cell.iter(A + "t")) for cell in row.iter(A + "tc")]
                for row in slide.iter(A + "tr")]

    def csv(self, kind, about, *options):
        path = os.path.join(self.folder.name, kind + ".csv")
        run("chart", self.project, kind, about, "--output", path, *options)
        with open(path, newline="", encoding="utf-8") as file:
            return list(csv.reader(file))

    def funnel(self):
        return json.loads(run("funnel", self.project, FUNNEL, "--json"))

    def indicators(self):
        told = json.loads(run("indicators", self.project, "--macro", GOAL, "--json"))
        self.assertGreater(len(told["indicators"]), 5)
        return {one["micro"]: one for one in told["indicators"]}

    def near(self, one, other, what=None):
        if one is None or other is None:
            self.assertEqual(one, other, what)
        else:
            self.assertAlmostEqual(one, other, delta=1e-12 * max(1, abs(other)), msg=what)

    def check_steps(self, rows, steps):
        """Rows of the second sheet against steps of JSON."""
        self.assertEqual(len(rows), len(steps))
        keys = {2: "people", 4: "dropped", 6: "of_first", 9: "of_previous", 12: "median_seconds",
                13: "mean_seconds"}
        for row, step in zip(rows, steps):
            self.assertEqual(row[1], step["name"])
            for index, key in keys.items():
                if index < len(row):
                    self.near(number(row[index]), step[key], key)
            for index, key in ((7, "of_first_range"), (10, "of_previous_range")):
                for i, end in enumerate(step[key] or [None, None]):
                    self.near(number(row[index + i]), end, key)

    # --- Funnels ---

    def test_funnel(self):
        chart, rows = self.chart("funnel")
        told = self.funnel()
        self.assertEqual([row[0] for row in chart[1:]], [step["name"] for step in told["steps"]])
        self.assertEqual([number(row[1]) for row in chart[1:]],
                         [step["people"] for step in told["steps"]])
        self.check_steps([row for row in rows[1:] if row[0] == ""], told["steps"])
        self.assertEqual([number(row[5]) for row in rows[1:] if row[0] == ""],
                         told["still_under_way"])

    def test_groups(self):
        chart, rows = self.chart("groups", by="persona")
        groups = self.funnel()["groups"]
        self.assertEqual(chart[0][1:], list(groups))
        for index, (name, group) in enumerate(groups.items(), 1):
            self.assertEqual([row[0] for row in chart[1:]],
                             [step["name"] for step in group["steps"][1:]])
            for row, step in zip(chart[1:], group["steps"][1:]):
                self.near(number(row[index]), step["of_first"], name)
            self.check_steps([row for row in rows[1:] if row[0] == name], group["steps"])

    def test_histogram(self):
        chart, rows = self.chart("histogram")
        told = self.funnel()["histogram"]
        self.assertGreater(len(told["people"]), 1)
        self.assertEqual([number(row[1]) for row in chart[1:]], told["people"])
        for i, row in enumerate(rows[1:]):
            self.near(number(row[0]), told["from"] + i * told["width"])
            self.near(number(row[1]), told["from"] + (i + 1) * told["width"])
            self.assertEqual(number(row[2]), told["people"][i])

    def test_trend(self):
        for period in ("day", "week", "month"):
            chart, rows = self.chart("trend", period=period)
            told, lines = self.funnel(), self.csv("trend", FUNNEL, "--period", period)
            self.assertEqual([[number(cell) for cell in row[1:]] for row in rows[1:]],
                             [[float(cell) for cell in line[1:]] for line in lines[1:]])
            # Sums are JSON's.
            entered, finished, waiting = (sum(number(row[i]) for row in rows[1:]) for i in (1, 2, 3))
            self.assertEqual([entered, finished], [told["entered"], told["steps"][-1]["people"]])
            # Who may still finish by a later way than the first is not waited for.
            self.assertLessEqual(waiting, sum(told["still_under_way"]))
            for row, shown in zip(rows[1:], chart[1:]):
                share = number(row[2]) / number(row[1]) if number(row[1]) else None
                # Where the solid line ends, the dashed one begins.
                for cell in {number(cell) for cell in shown[1:]} - {None}:
                    self.near(cell, share)
                self.assertEqual(any(number(cell) is not None for cell in shown[1:]),
                                 share is not None)

    # --- Indicators ---

    def check_indicators(self, rows):
        told = self.indicators()
        self.assertEqual({row[0] for row in rows[1:]}, set(told))
        keys = {1: "people", 2: "reach", 3: "naive_lift", 4: "crude_lift", 5: "lift", 8: "p", 9: "q",
                10: "observed", 11: "expected", 12: "support", 16: "median_days_to_macro"}
        for row in rows[1:]:
            for index, key in keys.items():
                self.near(number(row[index]), told[row[0]][key], (row[0], key))
            # Where there is no ratio, that it is at least 0 is no number to show.
            ends = told[row[0]]["range"] if told[row[0]]["lift"] is not None else [None, None]
            for i, end in enumerate(ends):
                self.near(number(row[6 + i]), end, (row[0], "range"))
            self.assertEqual(row[14], told[row[0]]["verdict"])
        return told

    @staticmethod
    def block(chart, heading):
        """Rows of a series of points: x, y, label, below, above."""
        at = chart[0].index(heading) - 1
        return [(row + [None] * 5)[at:at + 5] for row in chart[1:]]

    def test_indicators(self):
        chart, rows = self.chart("indicators")
        told = self.check_indicators(rows)
        names = {number(row[1]): row[2] for row in self.block(chart, "Micro goal") if row[1]}
        self.assertEqual(set(names.values()), set(told))
        drawn = {}
        for verdict in {one["verdict"] for one in told.values()}:
            for x, y, *_ in self.block(chart, verdict):
                if y is not None:
                    drawn[names[number(y)]] = number(x)
        self.assertEqual({name: one["lift"] for name, one in told.items()
                          if one["lift"] is not None}.keys(), drawn.keys())
        for name, lift in drawn.items():
            self.near(lift, told[name]["lift"], name)

    def test_map(self):
        chart, rows = self.chart("map")
        told = self.check_indicators(rows)
        n = 0
        for verdict in {one["verdict"] for one in told.values()}:
            for x, y, name, below, above in self.block(chart, verdict):
                if name is None:
                    continue
                n += 1
                self.near(number(x), told[name]["reach"], name)
                self.near(number(y), told[name]["lift"], name)
                if number(below) is not None:
                    # The ends of the axis cut what lies beyond.
                    self.assertGreaterEqual(number(y) - number(below) + 1e-9,
                                            told[name]["range"][0], name)
                    self.assertLessEqual(number(y) + number(above) - 1e-9,
                                         told[name]["range"][1] or 1e9, name)
        self.assertEqual(n, len(told))

    def test_payoff(self):
        chart, rows = self.chart("payoff")
        lines = self.csv("payoff", GOAL)
        self.assertGreater(len(lines), 10)
        self.assertEqual([[number(cell) for cell in row[1:]] for row in rows[1:]],
                         [[number(cell) for cell in line[1:]] for line in lines[1:]])
        for row, shown in zip(rows[1:], chart[1:]):
            self.assertEqual([number(cell) for cell in shown],
                             [number(row[1]), number(row[2]), number(row[5])])
        self.assertIn(rows[1][0], self.indicators())

    def test_events(self):
        chart, rows = self.chart("events")
        lines = self.csv("events", GOAL)
        goals = json.loads(run("goals", self.project, "--json"))["goals"]
        counts = [number(row[2]) for row in rows[1:]]
        self.assertEqual(counts, [float(line[2]) for line in lines[1:]])
        self.assertEqual(sum(counts), next(goal["completions"] for goal in goals
                                           if goal["name"] == GOAL))
        # The first days, which are no whole part, are left out of the picture.
        drawn = [number(row[1]) for row in chart[1:]]
        self.assertEqual(drawn, counts[len(counts) - len(drawn):])
        self.assertLessEqual(len(counts) - len(drawn), 1)

    # --- Tables ---

    def check_text(self, text, value, what):
        """A text of a table is the number as its decimals have it."""
        shown = number(text)
        if value is None:
            self.assertIsNone(shown, what)
            return
        decimals = len(re.sub(r"[^0-9.]", "", text).partition(".")[2])
        self.assertAlmostEqual(shown, value, delta=0.5000001 * 10 ** -decimals, msg=what)

    def test_personas(self):
        told = self.indicators()
        headings, *rows = self.table("personas-grid")
        self.assertEqual({row[0] for row in rows}, set(told))
        n = 0
        for row in rows:
            lifts = {one["persona"]: one["lift"] for one in told[row[0]]["personas"]}
            for name, text in list(zip(headings, row))[1:]:
                if name != "" and name in lifts:
                    self.check_text(text, lifts[name], (row[0], name))
                    n += 1
        self.assertGreater(n, 2 * len(rows))

    def test_overlap(self):
        pairs = {(line[0], line[1]): number(line[3]) for line in self.csv("overlap", GOAL)[1:]}
        headings, *rows = self.table("overlap")
        names = [re.sub(r"^\d+\s+", "", row[0]) for row in rows]
        self.assertEqual(set(names), set(self.indicators()))
        self.assertEqual(headings[1:], [str(i + 1) for i in range(len(rows))])
        n = 0
        for name, row in zip(names, rows):
            for other, text in zip(names, row[1:]):
                if (name, other) in pairs or (other, name) in pairs:
                    value = pairs.get((name, other), pairs.get((other, name)))
                    self.check_text(text, value, (name, other))
                    n += 1
        self.assertEqual(n, len(pairs))


if __name__ == "__main__":
    unittest.main()
