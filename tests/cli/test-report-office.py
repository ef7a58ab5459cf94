#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What Impress makes of a deck with every kind of chart and table: a page a slide with its title and without
pictures, and the same charts, tables, notes and descriptions after .odp and back. Skipped without
soffice and poppler's programs."""

import collections
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

sys.path.insert(0, os.path.dirname(__file__))
reports = __import__("test-report")

FUNNELS = ("funnel", "groups", "histogram", "trend")
CHARTS = FUNNELS + ("indicators", "map", "payoff", "events")
TABLES = ("overlap", "personas-grid")
# What the window shows as a table: few rows, more than a slide has room for, names of any letters.
SHOWN = [{"title": title, "notes": "What the table says, in a sentence or two.",
          "chart": {"kind": "table"}, "frozen": {"date": "2026-11-22", "rows": 340, "table": [[
              "table", [["name", "Name", -1], ["n", "How many there are of them", 1],
                        ["share", "Share", 2], ["day", "First", 4]],
              [cell for row in range(rows)
               for cell in (name, 1000 * row, row / 20, 1.78e15)]]]}}
         for title, rows, name in (("Events of some rows", 3, "Viewed Page"),
                                   ("Events of many rows", 12, "A & B <c> \"d\" " * 4))]
N_SLIDES = len(CHARTS + TABLES) + len(SHOWN)
PROGRAMS = ("soffice", "pdfimages", "pdftotext")


def convert(path, ending):
    """In a home of its own, so that nobody's settings matter and nobody's are changed."""
    with tempfile.TemporaryDirectory() as home:
        folder = os.path.join(home, "out")
        subprocess.run(["soffice", f"-env:UserInstallation=file://{home}/profile", "--headless",
                        "--convert-to", ending, "--outdir", folder, path],
                       check=True, capture_output=True, timeout=180, env={**os.environ, "HOME": home})
        made, = glob.glob(os.path.join(folder, "*." + ending))
        changed = os.path.splitext(path)[0] + ".again." + ending
        shutil.move(made, changed)
    return changed


def count(path):
    """How many of what there are in a presentation."""
    found = collections.Counter()
    with zipfile.ZipFile(path) as parts:
        for name in parts.namelist():
            text = parts.read(name).decode(errors="replace") if name.endswith(".xml") else ""
            if name.startswith("ppt/charts/chart"):
                found["charts"] += 1
                for kind in re.findall(r"<c:(\w+Chart)>", text):
                    found[kind] += 1
            elif re.match(r"ppt/slides/slide\d+\.xml", name):
                found["slides"] += 1
                found["tables"] += text.count("<a:tbl>")
                found["pictures"] += text.count("<p:pic>")
                found["descriptions"] += len(re.findall(r'descr="[^"]{20,}"', text))
            elif re.match(r"ppt/notesSlides/notesSlide\d+\.xml", name):
                found["notes"] += len(re.findall(r"<a:t>[^<]{20,}</a:t>", text)) > 0
    return found


@unittest.skipUnless(all(map(shutil.which, PROGRAMS)), "there is no soffice or poppler here")
class Office(reports.Project):
    def make(self, name, *options):
        self.define(*({"chart": {"kind": kind, "funnel": reports.FUNNEL} if kind in FUNNELS
                       else {"kind": kind, "macro": "Demo booked"}} for kind in CHARTS + TABLES),
                    *SHOWN)
        self.write(name, *options)
        return os.path.join(self.folder.name, name)

    def test_there_and_back(self):
        path = self.make("deck.pptx")
        before = count(path)
        self.assertEqual(before["charts"], len(CHARTS))
        self.assertEqual(before["tables"], len(TABLES) + len(SHOWN))
        self.assertEqual(before["notes"], N_SLIDES)
        self.assertEqual(before["descriptions"], N_SLIDES)
        between = convert(path, "odp")
        with zipfile.ZipFile(between) as parts:
            self.assertEqual(parts.read("content.xml").count(b"<svg:desc>"), N_SLIDES)
        after = count(convert(between, "pptx"))
        self.assertEqual(after["pictures"], 0)
        # Impress itself writes no descriptions of charts into a .pptx.
        for what in set(before) - {"descriptions"}:
            self.assertEqual(after[what], before[what], what)

    def test_pages(self):
        for shape in ("16:9", "4:3"):
            path = self.make("pages.pptx", "--shape", shape)
            pdf = convert(path, "pdf")
            images = subprocess.run(["pdfimages", "-list", pdf], capture_output=True, text=True)
            self.assertEqual(len(images.stdout.splitlines()), 2, images.stdout)
            pages = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True,
                                   text=True).stdout.split("\f")[:-1]
            self.assertEqual(len(pages), N_SLIDES)
            with zipfile.ZipFile(path) as parts:
                for number, page in enumerate(pages, 1):
                    slide = parts.read(f"ppt/slides/slide{number}.xml").decode()
                    title = re.search(r"<a:t>([^<]+)", slide)[1]
                    self.assertIn(re.sub(r"\W", "", title), re.sub(r"\W", "", page), number)


if __name__ == "__main__":
    unittest.main()
