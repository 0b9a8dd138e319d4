#!/usr/bin/env python3
"""Gives Atkinson Hyperlegible Next a plain zero: `plain-zero.py FONT…` rewrites each file (fontTools, from PyPI).

Its zero is slashed, and readers of text (OCR, scanners, a tired eye on the third photocopy) take it for a 6 or an 8: of `01 99 00 00 16`, tesseract makes
`01 99 66 66 16`. The slash cuts the counter of the zero into two contours. Here they become one again: where the slash has cut the curve, a control
point where the tangents of both ends meet closes it. The licence (SIL OFL 1.1) allows the change, and the font reserves no name.
"""
import sys

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphCoordinates

NOTE = "Modified for guichet: a zero without a slash."


def contours(glyph):
    start = 0
    for end in glyph.endPtsOfContours:
        yield list(zip(glyph.coordinates[start : end + 1], glyph.flags[start : end + 1]))
        start = end + 1


def meeting(before, at, after, then):
    """Where the line `before`–`at` meets the line `after`–`then`."""
    (x1, y1), (x2, y2), (x3, y3), (x4, y4) = before, at, after, then
    dx1, dy1, dx2, dy2 = x2 - x1, y2 - y1, x4 - x3, y4 - y3
    along = ((x3 - x1) * dy2 - (y3 - y1) * dx2) / (dx1 * dy2 - dy1 * dx2)
    return round(x1 + along * dx1), round(y1 + along * dy1)


def from_cut_to_cut(contour):
    """The points of a half counter, from one end of its straight side, which the slash has made, to the other."""
    count = len(contour)
    for i in range(count):
        (_, on), (_, next_on) = contour[i], contour[(i + 1) % count]
        if on & 1 and next_on & 1:
            return [contour[(i + 1 + k) % count] for k in range(count)]
    raise ValueError("no straight side: is the zero plain already?")


def plain(glyph):
    outer, first, second = contours(glyph)
    first, second = from_cut_to_cut(first), from_cut_to_cut(second)
    point = lambda entry: entry[0]
    joint = lambda one, other: (meeting(point(one[-2]), point(one[-1]), point(other[0]), point(other[1])), 0)
    counter = first + [joint(first, second)] + second + [joint(second, first)]
    points = outer + counter
    made = Glyph()
    made.numberOfContours = 2
    made.endPtsOfContours = [len(outer) - 1, len(points) - 1]
    made.coordinates = GlyphCoordinates([point(entry) for entry in points])
    made.flags = bytearray(entry[1] & 1 for entry in points)
    made.program = glyph.program
    made.program.fromBytecode(b"")
    return made


for path in sys.argv[1:]:
    font = TTFont(path, recalcTimestamp=False)
    table = font["glyf"]
    for name in ["zero", "zero.tf"]:
        if table[name].isComposite():
            continue
        table[name] = plain(table[name])
        table[name].recalcBounds(table)
    names = font["name"]
    description = names.getDebugName(10) or ""
    if NOTE not in description:
        names.setName(f"{description} {NOTE}".strip(), 10, 3, 1, 0x409)
    font.save(path)
    print(path)
