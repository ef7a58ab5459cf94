#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Inkling authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A company's template out of a presentation of ours: other colours and fonts, layouts of other names in
another order, a logo in the master, a link to a slide that is left out. Usage: DECK TEMPLATE"""

import re
import struct
import sys
import zipfile
import zlib

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def make_png():
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(
            ">I", zlib.crc32(name + data))

    rows = b"".join(b"\0" + b"\xc0\x1c\x28" * 8 for _ in range(8))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


LOGO = """<p:pic><p:nvPicPr><p:cNvPr id="40" name="Logo"/><p:cNvPicPr/><p:nvPr userDrawn="1"/></p:nvPicPr>
<p:blipFill><a:blip r:embed="logo"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>
<p:spPr><a:xfrm><a:off x="11000000" y="200000"/><a:ext cx="600000" cy="600000"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic></p:spTree>"""


def change(parts, with_types):
    """@with_types: layouts say what they are; else their placeholders must."""
    theme = parts["ppt/theme/theme1.xml"].decode()
    theme = re.sub(r'(<a:accent1>\s*<a:srgbClr val=")\w+', r"\g<1>C01C28", theme)
    theme = re.sub(r'(<a:dk2>\s*<a:srgbClr val=")\w+', r"\g<1>613583", theme)
    parts["ppt/theme/theme1.xml"] = theme.encode()

    master = parts["ppt/slideMasters/slideMaster1.xml"].decode()
    parts["ppt/slideMasters/slideMaster1.xml"] = master.replace("</p:spTree>", LOGO).encode()
    parts["ppt/media/image1.png"] = make_png()
    relations = parts["ppt/slideMasters/_rels/slideMaster1.xml.rels"].decode()
    relations = relations.replace("slideLayout1.xml", "swap").replace(
        "slideLayout2.xml", "slideLayout1.xml").replace("swap", "slideLayout2.xml")
    parts["ppt/slideMasters/_rels/slideMaster1.xml.rels"] = relations.replace(
        "</Relationships>", f'<Relationship Id="logo" Type="{RELATION}image" '
        'Target="../media/image1.png"/></Relationships>').encode()

    one, two = (f"ppt/slideLayouts/slideLayout{n}.xml" for n in (1, 2))
    parts[one], parts[two] = parts[two], parts[one]
    for part in (one, two):
        layout = parts[part].decode()
        layout = re.sub(r'<p:cSld name="[^"]*"', '<p:cSld name="Firma &amp; Söhne"', layout)
        if not with_types:
            layout = re.sub(r' type="(title|titleOnly)" preserve', " preserve", layout)
        parts[part] = layout.encode()
    link = parts["ppt/slideLayouts/_rels/slideLayout1.xml.rels"].decode()
    parts["ppt/slideLayouts/_rels/slideLayout1.xml.rels"] = link.replace(
        "</Relationships>", f'<Relationship Id="jump" Type="{RELATION}slide" '
        'Target="../slides/slide2.xml"/></Relationships>').encode()
    types = parts["[Content_Types].xml"].decode()
    if 'Extension="png"' not in types:
        types = types.replace("</Types>",
                              '<Default Extension="png" ContentType="image/png"/></Types>')
    parts["[Content_Types].xml"] = re.sub(r"(<Override[^>]*>)(<Default[^>]*>)", r"\2\1",
                                          types).encode()


def make(deck, template, with_types=True):
    with zipfile.ZipFile(deck) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    change(parts, with_types)
    with zipfile.ZipFile(template, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)


if __name__ == "__main__":
    make(*sys.argv[1:3])
