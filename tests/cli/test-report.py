#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""`inkling-cli report`: the package is sound; text is text and vectors are vectors in a PDF; the same project gives the same bytes; what cannot be made is said."""

import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile
import zlib

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "export"))
sys.path.insert(0, os.path.dirname(__file__))
packages = __import__("check-package")
templates = __import__("template-maker")

CLI = os.environ["INK_CLI"]
FUNNEL = "From reading to a demo"
KINDS = {**dict.fromkeys(("funnel", "groups", "histogram", "trend"), FUNNEL),
         **dict.fromkeys(("indicators", "map", "overlap", "personas-grid", "payoff", "events"),
                         "Demo booked")}


def run(*arguments, status=0):
    told = subprocess.run([CLI, *arguments], capture_output=True, text=True)
    assert told.returncode == status, (arguments, told.stdout, told.stderr)
    return told.stdout if status == 0 else told.stderr


def unpack(pdf):
    """What a newer cairo packs into streams of objects, and everything else that is packed."""
    parts = []
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            parts.append(zlib.decompress(packed))
        except zlib.error:
            pass
    return b"\n".join(parts)


class Project(unittest.TestCase):
    """A sample and what is made of it."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.sample = os.path.join(cls.folder.name, "sample.inkling")
        cls.project = os.path.join(cls.folder.name, "project.inkling")
        run("sample", cls.sample, "--people", "4000")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def write(self, name, *options):
        path = os.path.join(self.folder.name, name)
        run("report", self.project, "--output", path, *options)
        with open(path, "rb") as file:
            return file.read()

    def setUp(self):
        shutil.copy(self.sample, self.project)

    def define(self, *slides):
        """The sample with these slides and no others."""
        self.setUp()
        path = os.path.join(self.folder.name, "report.json")
        with open(path, "w") as file:
            json.dump({"inkling": 1, "report": slides}, file)
        run("define", self.project, path)

    def sheets(self, deck, chart):
        with zipfile.ZipFile(io.BytesIO(deck)) as parts:
            book = parts.read(f"ppt/embeddings/Microsoft_Excel_Sheet{chart}.xlsx")
        return packages.Package(book, "book").read_cells()


class Report(Project):
    def test_sound_and_repeatable(self):
        for options in ((), ("--shape", "4:3")):
            deck = self.write("one.pptx", "--review", *options)
            self.assertEqual(packages.Package(deck, "review").check(), [])
            self.assertEqual(deck, self.write("two.pptx", "--review", *options))

    def test_own_words_replace_what_is_proposed(self):
        self.define({"title": "A title & more", "notes": "Said by hand.", "source": "Here",
                     "chart": {"kind": "funnel", "funnel": FUNNEL}},
                    {"title": "Words", "text": ["One.", "Two."]})
        with zipfile.ZipFile(io.BytesIO(self.write("words.pptx"))) as parts:
            slide = parts.read("ppt/slides/slide1.xml").decode()
            notes = parts.read("ppt/notesSlides/notesSlide1.xml").decode()
            words = parts.read("ppt/slides/slide2.xml").decode()
        self.assertIn("A title &amp; more", slide)
        self.assertIn(">Here<", slide)
        self.assertIn("Said by hand.", notes)
        self.assertIn("Two.", words)

    def test_pdf_is_text_and_vectors(self):
        pdf = self.write("review.pdf", "--review")
        self.assertTrue(pdf.startswith(b"%PDF"))
        plain = pdf + unpack(pdf)
        self.assertEqual(len(re.findall(rb"/Title \S.*\n\s+/Parent ", plain)), 8, "bookmarks")
        self.assertNotIn(b"/Subtype /Image", plain)
        self.assertIn(b"/Font", plain)
        self.assertEqual(pdf, self.write("again.pdf", "--review"))

    @unittest.skipUnless(shutil.which("pdftotext"), "there is no pdftotext here")
    def test_text_of_pdf(self):
        self.write("review.pptx", "--review")
        self.write("review.pdf", "--review")
        path = os.path.join(self.folder.name, "review.")
        told = subprocess.run(["pdftotext", path + "pdf", "-"], capture_output=True, text=True)
        pages = told.stdout.split("\f")[:-1]
        with zipfile.ZipFile(path + "pptx") as parts:
            self.assertEqual(len(pages), 8)
            for number, page in enumerate(pages, 1):
                title = re.search("<a:t>([^<]+)",
                                  parts.read(f"ppt/slides/slide{number}.xml").decode())[1]
                self.assertIn(re.sub(r"\W", "", title), re.sub(r"\W", "", page))

    def test_pictures_are_vectors(self):
        for kind, about in KINDS.items():
            for ending, images in (("svg", b"<image"), ("pdf", b"/Subtype /Image")):
                path = os.path.join(self.folder.name, f"{kind}.{ending}")
                run("chart", self.project, kind, about, "--output", path)
                with open(path, "rb") as file:
                    content = file.read()
                self.assertNotIn(images, content, path)
                self.assertGreater(len(content), 2000, path)

    def test_table(self):
        """A table of the window: native in the presentation, text and lines in the PDF."""
        columns = [["name", "Name & <more>", -1], ["n", "How many", 1]]
        cells = [cell for row in range(12) for cell in (f"Row {row}", 1000 + row)]
        slide = {"title": "Events", "chart": {"kind": "table"},
                 "frozen": {"date": "2026-11-22", "table": [["table", columns, cells]],
                            "rows": 340}}
        self.define(slide)
        deck = self.write("table.pptx")
        self.assertEqual(packages.Package(deck, "table").check(), [])
        with zipfile.ZipFile(io.BytesIO(deck)) as parts:
            words = re.findall("<a:t>([^<]+)", parts.read("ppt/slides/slide1.xml").decode())
        self.assertEqual([words[i] for i in range(len(words)) if words[i].startswith("Row ")],
                         [f"Row {row}" for row in range(12)])
        self.assertIn("Name &amp; &lt;more&gt;", words)
        self.assertIn("1000", words)
        self.assertIn("The first 12 of 340 rows.", words)
        self.assertIn("As of 22 Nov 2026", words)
        pdf = self.write("table.pdf")
        self.assertNotIn(b"/Subtype /Image", pdf)
        if shutil.which("pdftotext"):
            told = subprocess.run(["pdftotext", os.path.join(self.folder.name, "table.pdf"), "-"],
                                  capture_output=True, text=True).stdout
            for text in ("Name & <more>", "Row 11", "1011", "The first 12 of 340 rows."):
                self.assertIn(text, told)
        path = os.path.join(self.folder.name, "broken.pdf")
        for spoilt, sentence in (({"frozen": None}, "frozen"),
                                 ({"frozen": {**slide["frozen"], "table": []}}, "damaged"),
                                 ({"frozen": {**slide["frozen"], "rows": -1}}, "frozen.rows")):
            self.define({**slide, **spoilt})
            self.assertIn(sentence, run("report", self.project, "--output", path, status=1))
        slide.pop("frozen")
        self.define(slide)
        self.assertIn("has to keep it", run("report", self.project, "--output", path, status=1))
        self.assertFalse(os.path.exists(path))

    def test_review_names_goals(self):
        """What to do next is about this project's goals and its funnel's steps."""
        told = json.loads(run("indicators", self.project, "--json"))
        leading = [row["micro"] for row in told["indicators"]
                   if row["verdict"] in ("Leading indicator", "Promising")]
        busy = [row["micro"] for row in told["indicators"]
                if row["verdict"] in ("Busywork", "Follows the crowd")]
        with zipfile.ZipFile(io.BytesIO(self.write("next.pptx", "--review"))) as parts:
            slide = parts.read("ppt/slides/slide8.xml").decode()
        self.assertTrue(leading and any(f"“{name}”" in slide for name in leading), slide)
        self.assertTrue(busy and any(f"“{name}”" in slide for name in busy), slide)
        self.assertIn("→", slide)

    def test_template(self):
        self.write("own.pptx", "--review", "--shape", "4:3")
        own, firm = (os.path.join(self.folder.name, name) for name in ("own.pptx", "firm.potx"))
        for with_types in (True, False):
            templates.make(own, firm, with_types)
            deck = self.write("firm.pptx", "--review", "--template", firm)
            self.assertEqual(packages.Package(deck, "template").check(), [])
            with zipfile.ZipFile(firm) as theirs, zipfile.ZipFile(io.BytesIO(deck)) as parts:
                for name in theirs.namelist():
                    if name.startswith(("ppt/theme/theme1", "ppt/slideM", "ppt/slideL", "ppt/media")) \
                            and "_rels" not in name:
                        self.assertEqual(theirs.read(name), parts.read(name), name)
                presentation = parts.read("ppt/presentation.xml").decode()
                self.assertIn('cx="9144000"', presentation)
                self.assertEqual(len([name for name in parts.namelist()
                                      if name.startswith("ppt/slides/slide")]), 8)
                # The firm's layouts changed places.
                for slide, layout in ((1, 2), (2, 1)):
                    links = parts.read(f"ppt/slides/_rels/slide{slide}.xml.rels").decode()
                    self.assertIn(f"slideLayout{layout}.xml", links)

    def test_template_refused(self):
        path = os.path.join(self.folder.name, "x.pptx")
        damaged = os.path.join(self.folder.name, "damaged.pptx")
        for content in (b"", b"PK", b"no presentation" * 1000):
            with open(damaged, "wb") as file:
                file.write(content)
            told = run("report", self.project, "--output", path, "--template", damaged, status=1)
            self.assertIn("presentation", told)
            self.assertFalse(os.path.exists(path))
        run("report", self.project, "--output", path, "--template", "/nowhere.pptx", status=1)
        run("report", self.project, "--output", "x.pdf", "--template", damaged, status=2)

    def test_nothing_to_review(self):
        path = os.path.join(self.folder.name, "nothing.pptx")
        with open(path + ".json", "w") as file:
            json.dump({"inkling": 1}, file)
        run("define", self.project, path + ".json", "--replace")
        self.assertIn("macro goal", run("report", self.project, "--output", path, status=1))
        self.assertFalse(os.path.exists(path))

    def test_errors(self):
        path = os.path.join(self.folder.name, "x.pptx")
        self.define({"chart": {"kind": "funnel", "funnel": "Nowhere"}})
        self.assertIn("Slide 1:", run("report", self.project, "--output", path, status=1))
        self.assertFalse(os.path.exists(path))
        self.define({"chart": {"kind": "pie"}})
        self.assertIn("'pie'", run("report", self.project, "--output", path, status=1))
        self.define({"colour": "red"})
        self.assertIn("Slide 1:", run("report", self.project, "--output", path, status=1))
        run("report", self.project, "--output", "report.doc", status=2)
        run("report", self.project, "--output", path, "--shape", "round", status=2)


if __name__ == "__main__":
    unittest.main()
