#!/usr/bin/env python3
"""Lets programs find the words of Arabic sheets: `lam-alef.py FONT…` rewrites each file of Noto Sans Arabic (fontTools, from PyPI).

Lam and alef are one sign on paper. The font makes it one glyph of two letters, and a PDF gives these in an order that most programs turn around: what
is typed الإجراءات is found as اإلجراءات. Here the sign is two glyphs, a letter each: lam draws all of it and has the right half of its width; alef draws
nothing and has the left half. Marks stay where they were. Other ligatures that the font always makes (lam with a final yeh) are only ornaments and are
left out. The licence (SIL OFL 1.1) allows the change, and the font reserves no name.
"""
import sys

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

NOTE = "Modified for guichet: lam and alef are two glyphs."
# Where the final forms of alef stand for it: plain, with hamza above and below, with madda, wasla, and wavy hamzas.
ALEFS = {"uniFE8E", "uniFE84", "uniFE88", "uniFE82", "uniFB51", "uni0672.fina", "uni0673.fina"}
BASE = 1


def coverage(glyphs, order):
    table = otTables.Coverage()
    table.glyphs = sorted(glyphs, key=order)
    return table


def the_lookup(font):
    """The lookup that makes lam and alef one glyph."""
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            made = getattr(table, "ligatures", {})
            if any(one.LigGlyph == "uniFEFB" for one in made.get("uniFEDF", [])):
                return lookup, made
    sys.exit("no glyph for lam and alef: has the font been changed already?")


def add_glyph(font, name, advance, drawn=None, moved=0):
    """Adds a glyph that draws `drawn`, moved sideways, or nothing."""
    glyph = Glyph()
    glyph.numberOfContours = 0
    if drawn:
        component = GlyphComponent()
        component.glyphName, component.x, component.y, component.flags = drawn, moved, 0, 0x204
        glyph.numberOfContours, glyph.components = -1, [component]
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (advance, getattr(glyph, "xMin", 0))
    font["GDEF"].table.GlyphClassDef.classDefs[name] = BASE
    return name


def halves(font, made):
    """The glyphs of each pair: {(lam, alef): (lam's, alef's, ligature, half of its width)}."""
    parts = {}
    for lam, ligatures in made.items():
        for one in ligatures:
            if len(one.Component) != 1 or one.Component[0] not in ALEFS:
                continue
            alef, ligature = one.Component[0], one.LigGlyph
            width = font["hmtx"][ligature][0]
            left = width // 2
            first = add_glyph(font, f"{ligature}.lam", width - left, ligature, -left)
            second = add_glyph(font, f"{ligature}.alef", left)
            parts[lam, alef] = (first, second, ligature, left)
    font.setGlyphOrder(font["glyf"].glyphOrder)
    return parts


def substitute(font, lookup, parts):
    """Makes the lookup change lam where an alef follows, and that alef."""
    lookups = font["GSUB"].table.LookupList.Lookup
    order = font.getGlyphID
    flag = lookup.LookupFlag

    def single(mapping):
        added, table = otTables.Lookup(), otTables.SingleSubst()
        table.mapping = mapping
        added.LookupType, added.LookupFlag, added.SubTable, added.SubTableCount = 1, flag, [table], 1
        lookups.append(added)
        record = otTables.SubstLookupRecord()
        record.LookupListIndex = len(lookups) - 1
        return record

    tables = []
    for (lam, alef), (first, second, *_) in parts.items():
        table = otTables.ChainContextSubst()
        table.Format = 3
        table.InputCoverage = [coverage([lam], order), coverage([alef], order)]
        table.InputGlyphCount = 2
        table.BacktrackCoverage, table.BacktrackGlyphCount = [], 0
        table.LookAheadCoverage, table.LookAheadGlyphCount = [], 0
        records = [single({lam: first}), single({alef: second})]
        records[0].SequenceIndex, records[1].SequenceIndex = 0, 1
        table.SubstLookupRecord, table.SubstCount = records, 2
        tables.append(table)
    lookup.LookupType, lookup.SubTable, lookup.SubTableCount = 6, tables, len(tables)
    font["GSUB"].table.LookupList.LookupCount = len(lookups)


def moved(anchor, by):
    if anchor is None:
        return None
    made = otTables.Anchor()
    made.Format, made.XCoordinate, made.YCoordinate = 1, anchor.XCoordinate - by, anchor.YCoordinate
    return made


def keep_marks(font, parts):
    """Places the marks of each half where the ligature has them."""
    positions = font["GPOS"].table
    order = font.getGlyphID
    for index, lookup in enumerate(list(positions.LookupList.Lookup)):
        if lookup.LookupType != 5:
            continue
        tables = []
        for ligatures in lookup.SubTable:
            anchors = {}
            known = ligatures.LigatureCoverage.glyphs
            for first, second, ligature, left in parts.values():
                if ligature in known:
                    components = ligatures.LigatureArray.LigatureAttach[known.index(ligature)].ComponentRecord
                    anchors[first] = [moved(anchor, left) for anchor in components[0].LigatureAnchor]
                    anchors[second] = [moved(anchor, 0) for anchor in components[1].LigatureAnchor]
            if not anchors:
                continue
            table = otTables.MarkBasePos()
            table.Format, table.ClassCount = 1, ligatures.ClassCount
            table.MarkCoverage, table.MarkArray = ligatures.MarkCoverage, ligatures.MarkArray
            table.BaseCoverage = coverage(anchors, order)
            table.BaseArray = otTables.BaseArray()
            table.BaseArray.BaseRecord = []
            for glyph in table.BaseCoverage.glyphs:
                record = otTables.BaseRecord()
                record.BaseAnchor = anchors[glyph]
                table.BaseArray.BaseRecord.append(record)
            table.BaseArray.BaseCount = len(table.BaseArray.BaseRecord)
            tables.append(table)
        added = otTables.Lookup()
        added.LookupType, added.LookupFlag, added.SubTable, added.SubTableCount = 4, lookup.LookupFlag, tables, len(tables)
        positions.LookupList.Lookup.append(added)
        for feature in positions.FeatureList.FeatureRecord:
            if index in feature.Feature.LookupListIndex:
                feature.Feature.LookupListIndex.append(len(positions.LookupList.Lookup) - 1)
                feature.Feature.LookupCount = len(feature.Feature.LookupListIndex)
    positions.LookupList.LookupCount = len(positions.LookupList.Lookup)


for path in sys.argv[1:]:
    font = TTFont(path, recalcTimestamp=False)
    lookup, made = the_lookup(font)
    parts = halves(font, made)
    substitute(font, lookup, parts)
    keep_marks(font, parts)
    # A signature no longer holds.
    if "DSIG" in font:
        del font["DSIG"]
    names = font["name"]
    description = names.getDebugName(10) or ""
    if NOTE not in description:
        names.setName(f"{description} {NOTE}".strip(), 10, 3, 1, 0x409)
    font.save(path)
    print(path, len(parts))
