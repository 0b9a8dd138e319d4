#!/usr/bin/env python3
"""Leaves out of fonts what only screens need: `for-paper.py FONT…` rewrites each file (fontTools, from PyPI).

A sheet embeds the letters that it shows with all that the font says of them and of itself. Left out are the hints, small programs that move outlines
onto the dots of a screen of the nineties; the names of glyphs; and the names of the font beyond those by which it is found, its copyright among the
kept ones. Paper has no use for the rest, and readers of PDF files ignore it: without it, a sheet is a twentieth smaller, and a fifth in Arabic. The
licence (SIL OFL 1.1) allows the change and is in a file beside the fonts, and the fonts reserve no name.
"""
import sys

from fontTools.ttLib import TTFont

NOTE = "Modified for guichet: without hints and names of glyphs."
# Copyright, family, style, identity, full name, version, PostScript name, description, family and style for layout.
KEPT = {0, 1, 2, 3, 4, 5, 6, 10, 16, 17}

for path in sys.argv[1:]:
    font = TTFont(path, recalcTimestamp=False)
    outlines = font["glyf"]
    for name in font.getGlyphOrder():
        glyph = outlines[name]
        if hasattr(glyph, "program"):
            glyph.program.fromBytecode(b"")
    for table in ["fpgm", "prep", "cvt "]:
        if table in font:
            del font[table]
    # Names by which axes of variable fonts are found are gone, and these fonts have none.
    if "STAT" in font:
        del font["STAT"]
    font["post"].formatType = 3.0
    # A signature no longer holds.
    if "DSIG" in font:
        del font["DSIG"]
    names = font["name"]
    names.names = [record for record in names.names if record.nameID in KEPT]
    description = (names.getDebugName(10) or "").replace("Modified for guichet: without hints.", "").strip()
    if NOTE not in description:
        names.setName(f"{description} {NOTE}".strip(), 10, 3, 1, 0x409)
    font.save(path)
    print(path)
