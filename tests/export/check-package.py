#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Looks for what makes office programs repair or refuse a package, which no schema catches: parts
without a type, relations to nothing, ids twice, caches that differ from their cells, labels where
their kind of chart has none. With the schemas of ISO 29500-4 in INK_OOXML_SCHEMAS, each part is
checked against them, too. Usage: check-package.py FILE…, or check-package.py --make PROGRAM, which
writes packages into a folder that it is given."""

import io
import os
import posixpath
import re
import subprocess
import sys
import tempfile
import zipfile
from xml.etree import ElementTree

TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

# Chart and grouping → where labels may stand; anything else makes PowerPoint repair the file.
POSITIONS = {
    ("barChart", "clustered"): {"outEnd", "inEnd", "ctr", "inBase"},
    ("barChart", "stacked"): {"ctr", "inEnd", "inBase"},
    ("barChart", "percentStacked"): {"ctr", "inEnd", "inBase"},
    ("lineChart", "standard"): {"l", "r", "t", "b", "ctr"},
    ("scatterChart", None): {"l", "r", "t", "b", "ctr"},
}
SCHEMAS = {"p": "pml.xsd", "c": "dml-chart.xsd", "a": "dml-main.xsd", "s": "sml.xsd"}
# Of ISO 29500-2, in opc-xsd in the folder beside part 4's; the last is of part 4, too. The schema
# of core properties needs those of Dublin Core, which are not beside it.
PACKAGING = {"Types": "opc-contentTypes.xsd", "Relationships": "opc-relationships.xsd",
             "Properties": "shared-documentPropertiesExtended.xsd"}


class Package:
    n_validated = 0

    def __init__(self, data, name):
        self.name = name
        self.findings = []
        self.zip = zipfile.ZipFile(io.BytesIO(data))
        self.parts = {}
        for entry in self.zip.infolist():
            if entry.filename in self.parts:
                self.say(entry.filename, "is there twice")
            if entry.is_dir() or "\\" in entry.filename:
                self.say(entry.filename, "is no part")
            self.parts[entry.filename] = self.zip.read(entry)
        if self.zip.infolist()[0].filename != "[Content_Types].xml":
            self.say("", "the types do not come first")
        self.trees = {}
        for part, content in self.parts.items():
            if part.endswith((".xml", ".rels")):
                try:
                    self.trees[part] = ElementTree.fromstring(content)
                except ElementTree.ParseError as error:
                    self.say(part, f"is no XML: {error}")

    def say(self, part, what):
        self.findings.append(f"{self.name}: {part}: {what}")

    def relations(self, part):
        folder, file = posixpath.split(part)
        tree = self.trees.get(posixpath.join(folder, "_rels", file + ".rels"))
        found = {}
        for relation in tree if tree is not None else []:
            target = relation.get("Target")
            target = target[1:] if target.startswith("/") else posixpath.normpath(
                posixpath.join(folder, target))
            if relation.get("Id") in found:
                self.say(part, f"two relations {relation.get('Id')}")
            found[relation.get("Id")] = (relation.get("Type").rsplit("/", 1)[1], target)
        return found

    # --- What all packages must hold ---

    def check_types(self):
        tree = self.trees["[Content_Types].xml"]
        endings = {one.get("Extension").lower() for one in tree.iter(TYPES + "Default")}
        named = [one.get("PartName")[1:] for one in tree.iter(TYPES + "Override")]
        if len(named) != len(set(named)):
            self.say("[Content_Types].xml", "names a part twice")
        for part in named:
            if part not in self.parts:
                self.say("[Content_Types].xml", f"names {part}, which is not there")
        for part in self.parts:
            if part != "[Content_Types].xml" and part not in named \
                    and part.rsplit(".", 1)[-1].lower() not in endings:
                self.say(part, "has no type")

    def check_relations(self):
        reached, waiting = set(), [""]
        while waiting:
            part = waiting.pop()
            relations = self.relations(part)
            for kind, target in relations.values():
                if target not in self.parts:
                    self.say(part, f"its {kind} {target} is not there")
                elif target not in reached:
                    reached.add(target)
                    waiting.append(target)
            self.check_uses(part, relations)
        for part in self.parts:
            if part not in reached and not part.endswith(".rels") \
                    and part != "[Content_Types].xml":
                self.say(part, "nothing leads to it")

    def check_uses(self, part, relations):
        tree = self.trees.get(part)
        for element in tree.iter() if tree is not None else []:
            for name, value in element.attrib.items():
                if name.startswith(R) and value not in relations:
                    self.say(part, f"uses {value}, which is no relation")

    # --- Slides ---

    def check_slides(self):
        ids = [one.get("id") for one in self.trees["ppt/presentation.xml"].iter(P + "sldId")]
        if len(ids) != len(set(ids)) or any(int(one) < 256 for one in ids):
            self.say("ppt/presentation.xml", f"ids of slides: {ids}")
        for part, tree in self.trees.items():
            shapes = [one.get("id") for one in tree.iter(P + "cNvPr")]
            if len(shapes) != len(set(shapes)):
                self.say(part, f"ids of shapes: {shapes}")
            if part.startswith("ppt/slides/slide"):
                self.check_slide(part, tree)

    def check_slide(self, part, tree):
        if not any(one.get("type") in ("title", "ctrTitle") for one in tree.iter(P + "ph")):
            self.say(part, "has no title")
        kinds = [kind for kind, _ in self.relations(part).values()]
        if kinds.count("slideLayout") != 1 or kinds.count("notesSlide") > 1:
            self.say(part, f"its relations are {kinds}")
        for kind, target in self.relations(part).values():
            if kind == "notesSlide" and ("slide", part) not in self.relations(target).values():
                self.say(target, "does not lead back to its slide")
        self.check_theme(part, tree)

    def check_theme(self, part, tree):
        for element in tree.iter():
            if element.tag in (A + "srgbClr", A + "sysClr", A + "prstClr"):
                self.say(part, "has a colour that no theme changes")
            elif element.tag == A + "latin" and not element.get("typeface").startswith("+"):
                self.say(part, "has a font that no theme changes")

    # --- Charts ---

    def check_charts(self):
        for part, tree in self.trees.items():
            if part.startswith("ppt/charts/chart"):
                self.check_chart(part, tree)

    def check_chart(self, part, tree):
        books = [target for kind, target in self.relations(part).values() if kind == "package"]
        if len(books) != 1 or books[0] not in self.parts:
            self.say(part, "has no workbook")
            return
        self.check_theme(part, tree)
        book = Package(self.parts[books[0]], f"{self.name}: {books[0]}")
        self.findings += book.check()
        cells = book.read_cells()
        for reference in list(tree.iter(C + "numRef")) + list(tree.iter(C + "strRef")):
            self.check_reference(part, reference, cells)
        for kind in ("barChart", "lineChart", "scatterChart"):
            for chart in tree.iter(C + kind):
                self.check_labels(part, kind, chart)
        for series in tree.iter(C + "ser"):
            counts = {one.get("val") for tag in ("cat", "val", "xVal", "yVal")
                      for data in series.findall(C + tag) for one in data.iter(C + "ptCount")}
            if len(counts) > 1:
                self.say(part, f"a series of {counts} points")

    def check_labels(self, part, kind, chart):
        grouping = chart.find(C + "grouping")
        allowed = POSITIONS[kind, grouping.get("val") if grouping is not None else None]
        for position in chart.iter(C + "dLblPos"):
            if position.get("val") not in allowed:
                self.say(part, f"labels of a {kind} at {position.get('val')}")

    def check_reference(self, part, reference, cells):
        formula = reference.find(C + "f").text
        match = re.fullmatch(r"'(.*)'!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?", formula)
        if not match or match[1] not in cells:
            self.say(part, f"refers to {formula}")
            return
        first, last = int(match[3]), int(match[5] or match[3])
        cache = next(one for one in reference if one.tag.endswith("Cache"))
        count = int(cache.find(C + "ptCount").get("val"))
        if count not in (last - first + 1, 0):
            self.say(part, f"{formula} has {count} points")
        points = {int(one.get("idx")): one.find(C + "v").text or "" for one in cache.iter(C + "pt")}
        if len(points) != len(list(cache.iter(C + "pt"))):
            self.say(part, f"{formula} has a point twice")
        for row in range(first, last + 1):
            cell = cells[match[1]].get(f"{match[2]}{row}")
            point = points.get(row - first)
            if cell != point and not self.same_number(cell, point):
                self.say(part, f"{match[2]}{row} holds {cell!r}, the chart shows {point!r}")

    @staticmethod
    def same_number(cell, point):
        try:
            return float(cell) == float(point) and "n" not in point.lower()
        except (TypeError, ValueError):
            return False

    def read_cells(self):
        sheets = {}
        relations = self.relations("xl/workbook.xml")
        for sheet in self.trees["xl/workbook.xml"].iter(S + "sheet"):
            cells = {}
            for cell in self.trees[relations[sheet.get(R + "id")][1]].iter(S + "c"):
                text = cell.find(f"{S}is/{S}t")
                value = text if text is not None else cell.find(S + "v")
                cells[cell.get("r")] = value.text or ""
            if len(sheet.get("name")) > 31 or sheet.get("name") in sheets:
                self.say("xl/workbook.xml", f"a sheet of the name {sheet.get('name')!r}")
            sheets[sheet.get("name")] = cells
        return sheets

    # --- Schemas ---

    def find_schema(self, folder, part, content):
        match = re.match(rb"(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:(\w+):)?(\w+)", content, re.DOTALL)
        if not match or not part.endswith((".xml", ".rels")):
            return None
        prefix = match[1].decode() if match[1] else "s" if part.startswith("xl/") else ""
        file = PACKAGING.get(match[2].decode(), SCHEMAS.get(prefix))
        if file is None:
            return None
        other = os.path.join(folder, "..", "..", "ISO-IEC-29500-2", "opc-xsd")
        return next((path for path in (os.path.join(one, file) for one in (folder, other))
                     if os.path.exists(path)), None)

    def check_schemas(self, folder):
        for part, content in self.parts.items():
            schema = self.find_schema(folder, part, content)
            if schema is None:
                continue
            Package.n_validated += 1
            told = subprocess.run(["xmllint", "--noout", "--schema",
                                   schema, "-"],
                                  input=content, capture_output=True)
            for line in told.stderr.decode().splitlines():
                if "error" in line and "svgBlip" not in line:
                    self.say(part, line)

    def check(self):
        self.check_types()
        self.check_relations()
        if "ppt/presentation.xml" in self.parts:
            self.check_slides()
            self.check_charts()
        if os.environ.get("INK_OOXML_SCHEMAS"):
            self.check_schemas(os.environ["INK_OOXML_SCHEMAS"])
        return self.findings


def check_files(paths):
    findings = []
    for path in paths:
        with open(path, "rb") as file:
            findings += Package(file.read(), os.path.basename(path)).check()
    return findings


def make_and_check(program):
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        for folder in (one, two):
            subprocess.run([program, folder], check=True)
        paths = [os.path.join(one, name) for name in sorted(os.listdir(one))]
        assert paths, "no package was made"
        findings = check_files(paths)
        for path in paths:
            with open(path, "rb") as a, open(os.path.join(two, os.path.basename(path)), "rb") as b:
                if a.read() != b.read():
                    findings.append(f"{path}: other bytes at the second time")
    return findings


def main():
    findings = make_and_check(sys.argv[2]) if sys.argv[1] == "--make" else check_files(sys.argv[1:])
    if Package.n_validated > 0:
        print(f"{Package.n_validated} parts were held against their schemas")
    print("\n".join(findings[:50]))
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
