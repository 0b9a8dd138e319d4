#!/usr/bin/env python3
"""Leaves out what fits letters to coarse screens: `without-hints.py FONT…` rewrites each file (fontTools, from PyPI).

A sheet embeds the letters that it shows with their hints, small programs that move outlines onto the dots of a screen of the nineties. Paper has no use
for them, and readers of PDF files ignore them: without them, a sheet in Arabic is a sixth smaller. The licence (SIL OFL 1.1) allows the change, and the
fonts reserve no name.
"""
import sys

from fontTools.ttLib import TTFont

NOTE = "Modified for guichet: without hints."

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
    # A signature no longer holds.
    if "DSIG" in font:
        del font["DSIG"]
    names = font["name"]
    description = names.getDebugName(10) or ""
    if NOTE not in description:
        names.setName(f"{description} {NOTE}".strip(), 10, 3, 1, 0x409)
    font.save(path)
    print(path)
