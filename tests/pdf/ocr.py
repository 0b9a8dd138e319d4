#!/usr/bin/env python3
"""Reads the numbers of a published site's sheets back by OCR, as a scanner, a telephone's camera or a tired eye would.

    tests/pdf/.venv/bin/python tests/pdf/ocr.py public

Every telephone number, postcode and edition code of every sheet is found by its text in the PDF (PDFium) and read by tesseract: off the print itself
at 150 dots per inch, and off the third photocopy of it at 300, as copiers and scanners are set. The copies are made here: each blurs, is a little
askew, adds specks and hardens the contrast. The same numbers give the same pictures each time.

What is read must be the number, character by character. What cannot be one (a telephone number or a postcode with too many digits, a code whose last
character does not check the others) is looked at closer, two to four times as large; how many that may be, says MOST_ENLARGED. Numbers that are turned
(the tabs of a poster) are turned upright first; those that are broken over two lines (the sample has none) are joined. A telephone number must be one
that a page of the site calls (`tel:`), and each of those must be on a sheet.

Not read, each counted in what is printed here:

- what is printed alike on several sheets (the same characters, in the same font, size and direction) is read once: some 770 of the 940 numbers of the sample;
- a telephone number in a sentence of Arabic that is printed from its last group to its first (09 70 83 07 07 as 07 07 83 70 09) cannot be compared,
  and is an error: there may be none.

Not found, and so not counted: the number of an emergency service (17) in a sentence; any number in a picture.
"""
import math
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw
from PIL import Image, ImageChops, ImageFilter, ImageOps, ImageStat

PRINT_DPI, COPY_DPI = 150, 300
SEED = 2026
# The characters of edition codes (`EDITION_LETTERS` in src/site/editions.rs): of those that are mistaken for each other, only one.
CODE_CHARACTERS = "2346789ACDEFHJKMPRTUWXY"
SPACE = "[ \u00a0\u202f]"
# Where a number may be broken over two lines.
GAP = rf"(?:{SPACE}|{SPACE}?\r?\n)"
MONTH = r"\d{4}-\d\d[ \u00a0]·[ \u00a0]"
NUMBERS = re.compile(
    rf"(?<![\d+])(?P<phone>0\d(?:{GAP}\d\d){{4}}|0{SPACE}?8\d\d(?:{GAP}\d{{3}}){{2}}|3\d{SPACE}\d\d(?!{SPACE}\d)|\+\d\d(?:{GAP}\d{{1,4}}){{3,6}})(?!\d)"
    rf"|(?<![\d.,-])(?P<postcode>\d{{5}})(?= [A-ZÀ-Ý])"
    rf"|(?:(?:Édition|Edition)[ \u00a0](?:{MONTH})?|/ {MONTH})(?P<code>[{CODE_CHARACTERS}]{{4}})\b"
    # Numbers of two or three digits are telephones where their card says so.
    rf"|(?:Urgence|Téléphone|Emergency|Telephone){SPACE}(?::{SPACE})?(?P<short>1\d{{1,2}})(?!\d|{SPACE}\d)"
)
# Off the paper of an Arabic line, from left to right.
NUMBERS_OF_ARABIC = re.compile(
    r"(?<![\d+])(?P<phone>0\d(?: \d\d){4}|3\d \d\d(?! \d))(?!\d)|(?<![\d.,-])(?P<postcode>\d{5})(?= [A-ZÀ-Ý])"
    rf"|(?<!\w)(?P<code>[{CODE_CHARACTERS}]{{4}}) · (?:\d\d-\d{{4}}|\d{{4}}-\d\d)"
)
ARABIC = re.compile(r"[\u0621-\u064a]")

# Why a printed number is not read back, and of how many that may be so.
ALIKE, REVERSED = "is printed alike, and read, elsewhere", "is printed from its last group to its first"
MOST_LEFT_OUT = {REVERSED: 0}
# Of the numbers that are read, and of codes alone, as many may need an enlargement: of 8 points, a capital has 12 dots at 150 an inch.
MOST_ENLARGED = {"number": 0.05, "code": 0.1}


def as_on_paper(text, words, start, end):
    """A line of Arabic as it stands on paper, from left to right, and which character each of it is."""
    glyphs = sorted((text.get_charbox(at), at) for at in range(start, end) if not words[at].isspace())
    line, places, right = "", [], None
    for box, at in glyphs:
        if right is not None and box[0] - right > 0.12 * raw.FPDFText_GetFontSize(text, at):
            line, places = line + " ", [*places, None]
        line, places, right = line + words[at], [*places, at], max(box[2], right or 0)
    return line, places


def found_in(text):
    """(kind, places of its characters) of each number of a page, in the order in which it is read on paper."""
    words = text.get_text_range()
    for match in NUMBERS.finditer(words):
        kind = match.lastgroup
        # Of an Arabic line, PDFium gives groups of digits from right to left.
        line = words[words.rfind("\n", 0, match.start()) + 1 : (words.find("\n", match.end()) + 1 or len(words) + 1) - 1]
        if not ARABIC.search(line):
            yield kind, [at for at in range(*match.span(kind)) if not words[at].isspace()]
    for line in re.finditer(r"[^\r\n]+", words):
        # Beside each other, or where a card has a number below a word.
        before = words[max(0, line.start() - 40) : line.start()]
        if ARABIC.search(line.group()) or ARABIC.search(before) and re.fullmatch(r"[\d .]+", line.group()):
            shown, places = as_on_paper(text, words, *line.span())
            for match in NUMBERS_OF_ARABIC.finditer(shown):
                yield match.lastgroup, [at for at in places[slice(*match.span(match.lastgroup))] if at is not None]


def lines_of(text, places):
    """The characters of a number, line by line: it may be broken over two, or turned, as those of a poster's tabs."""
    angle = raw.FPDFText_GetCharAngle(text, places[0])
    across, up = math.cos(angle), math.sin(angle)
    height = raw.FPDFText_GetFontSize(text, places[0])
    lines, before = [[]], None
    for at in places:
        left, bottom, right, top = text.get_charbox(at)
        # How far below the first line it stands, were the paper turned.
        below = ((left + right) * up - (bottom + top) * across) / 2
        if before is not None and abs(below - before) > 0.8 * height:
            lines.append([])
        before = below
        lines[-1].append((left, bottom, right, top))
    return lines, round(math.degrees(angle)) % 360


def cut_out(picture, lines, angle, height, dpi):
    """The picture of a number, upright and on one line, with a margin."""
    pieces = []
    for boxes in lines:
        sides = [min(box[0] for box in boxes) - 3, height - max(box[3] for box in boxes) - 3, max(box[2] for box in boxes) + 3, height - min(box[1] for box in boxes) + 3]
        pieces.append(picture.crop([round(side * dpi / 72) for side in sides]).rotate(angle, expand=True))
    if len(pieces) == 1:
        return pieces[0]
    joined = Image.new("L", (sum(piece.width for piece in pieces), max(piece.height for piece in pieces)), 255)
    x = 0
    for piece in pieces:
        joined.paste(piece, (x, 0))
        x += piece.width
    return joined


def numbers(pdf):
    """(characters, (kind, weight, size in points, how far it is turned), pictures at both resolutions) of each number of a PDF, and whether it is
    broken over two lines."""
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        text = page.get_textpage()
        found = list(found_in(text))
        if not found:
            continue
        pictures = [(page.render(scale=dpi / 72, grayscale=True).to_pil(), dpi) for dpi in (PRINT_DPI, COPY_DPI)]
        for kind, places in found:
            lines, angle = lines_of(text, places)
            characters = "".join(chr(raw.FPDFText_GetUnicode(text, at)) for at in places)
            weight, size = raw.FPDFText_GetFontWeight(text, places[0]), raw.FPDFText_GetFontSize(text, places[0])
            cut = [cut_out(picture, lines, angle, page.get_height(), dpi) for picture, dpi in pictures]
            yield characters, ("phone" if kind == "short" else kind, weight, round(size, 1), angle), cut, len(lines) > 1


def callable_on(site):
    """The telephone numbers that the pages of a site call, as one dials them in France."""
    pages = (path.read_text(encoding="utf-8") for path in site.rglob("*.html"))
    return {re.sub(r"^\+33", "0", number) for page in pages for number in re.findall(r"""href=["']?tel:([+\d]+)""", page)}


def photocopy(picture, dice):
    """What a photocopier makes of it."""
    askew = picture.rotate(dice.uniform(-0.4, 0.4), resample=Image.Resampling.BICUBIC, fillcolor=255)
    blurred = askew.filter(ImageFilter.GaussianBlur(0.6))
    specks = Image.frombytes("L", picture.size, dice.randbytes(picture.width * picture.height))
    specks = specks.point(lambda level: 150 if level < 2 else 255)
    return ImageChops.multiply(blurred, specks).point(lambda level: max(0, min(255, round((level - 128) * 1.35 + 140))))


def read(pictures, dpi, characters):
    """What tesseract reads of each, one below the other on a sheet."""
    gap = dpi // 5
    sheet = Image.new("L", (max(picture.width for picture in pictures) + 2 * gap, sum(picture.height + gap for picture in pictures) + gap), 255)
    y, middles = gap, []
    for picture in pictures:
        # White on a band of colour is read off its negative, as programs for scanners do.
        is_dark = ImageStat.Stat(picture).median[0] < 128
        sheet.paste(ImageOps.invert(picture) if is_dark else picture, (gap, y))
        middles.append(y + picture.height / 2)
        y += picture.height + gap
    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        sheet.save(file.name, dpi=(dpi, dpi))
        command = ["tesseract", file.name, "-", "--psm", "6", "-l", "fra", "--dpi", str(dpi)]
        if characters:
            command += ["-c", f"tessedit_char_whitelist={characters}"]
        output = subprocess.run([*command, "tsv"], capture_output=True, text=True, check=True).stdout
    texts = [""] * len(pictures)
    for line in output.splitlines()[1:]:
        level, *_, top, _, height, _, word = line.split("\t")
        # A word, which belongs to the picture that it stands on.
        if level == "5":
            middle = int(top) + int(height) / 2
            texts[min(range(len(middles)), key=lambda at: abs(middles[at] - middle))] += word
    return [bare(text) for text in texts]


def bare(text):
    """Its characters; among digits, no one takes an O for a letter. Dust beside a number is none of it."""
    text = re.sub(r"[^\w+]|_", "", text)
    return re.sub(r"(?<=\d)[Oo]|[Oo](?=[Oo]*\d)", "0", text)


def is_sound(kind, text):
    """Whether a reader takes it for such a number: of a code, the last character checks the others (`with_check` in src/outputs/sheet/edition.rs);
    telephones and postcodes have so many digits."""
    if kind == "phone":
        return re.fullmatch(r"0\d{9}|3\d{3}|1\d{1,2}|\+\d{8,}", text) is not None
    if kind == "postcode":
        return re.fullmatch(r"\d{5}", text) is not None
    if len(text) != 4 or not set(text) <= set(CODE_CHARACTERS):
        return False
    *digits, check = map(CODE_CHARACTERS.index, text)
    return sum(digit * weight for weight, digit in enumerate(digits, 1)) % len(CODE_CHARACTERS) == check


def in_parts(items, size=25):
    return (items[start : start + size] for start in range(0, len(items), size))


def readings(wanted, which, copies, dpi):
    """What is read of each number off a print: (reading, whether it needed an enlargement), by its key."""
    result = {}
    for is_of_code in (False, True):
        pictures = {}
        for key, (_, cut) in wanted:
            if (key[1][0] == "code") == is_of_code:
                picture = cut[which]
                # Its own, so that a number that is new elsewhere does not change its specks.
                dice = random.Random(f"{SEED} {key}")
                for _ in range(copies):
                    picture = photocopy(picture, dice)
                pictures[key] = picture
        # What cannot be such a number is looked at closer, as it is by readers.
        for times in (1, 2, 3, 4):
            again = [key for key in pictures if key not in result or not is_sound(key[1][0], result[key][0])]
            for part in in_parts(again):
                larger = [pictures[key].resize([side * times for side in pictures[key].size], Image.Resampling.LANCZOS) if times > 1 else pictures[key] for key in part]
                for key, text in zip(part, read(larger, dpi * times, CODE_CHARACTERS if is_of_code else None)):
                    result[key] = (text, times > 1)
    return result


def main():
    site = Path(sys.argv[1])
    kinds, printed, left_out, wrong = {}, Counter(), Counter(), []
    calls = callable_on(site)
    for pdf in sorted(site.rglob("*.pdf")):
        for characters, print_, cut, is_broken in numbers(pdf):
            kind = print_[0]
            printed[kind] += 1
            printed["turned"] += print_[3] != 0
            printed["broken over two lines"] += is_broken
            if kind == "phone" and characters not in calls:
                groups = [characters[at : at + 2] for at in range(0, len(characters), 2)]
                if "".join(reversed(groups)) not in calls:
                    wrong.append(f"{pdf}: {characters} is no number that a page of the site calls")
                else:
                    left_out[REVERSED] += 1
                    print(f"   left out: {pdf}: {' '.join(groups)} {REVERSED}")
                    continue
            if (characters, print_) in kinds:
                left_out[ALIKE] += 1
            kinds.setdefault((characters, print_), (pdf, cut))
    wanted = sorted(kinds.items(), key=lambda item: (item[0][1][1:], item[0][0]))
    if len(wanted) < 10:
        sys.exit("no numbers: is the site printed?")
    for number in sorted(calls - {characters for characters, _ in kinds}):
        wrong.append(f"{number}, which a page of the site calls, is found on no sheet")
    print(f"printed: {', '.join(f'{count} {what}' for what, count in printed.items())}")
    print(f"to read: {', '.join(f'{count} {kind}' for kind, count in Counter(key[1][0] for key in kinds).items())}, in {len({key[1] for key in kinds})} kinds of print, of which {sum(key[1][3] != 0 for key in kinds)} turned")
    print(f"left out: {', '.join(f'{count} as each {why}' for why, count in left_out.items())}")
    for why, most in MOST_LEFT_OUT.items():
        if left_out[why] > most:
            wrong.append(f"of {left_out[why]} numbers, each {why}, which may be so of {most}")
    for which, (name, copies, dpi) in enumerate([("print", 0, PRINT_DPI), ("third photocopy", 3, COPY_DPI)]):
        result = readings(wanted, which, copies, dpi)
        missed = [(key, text) for key, (text, _) in result.items() if text != key[0]]
        for key, text in missed:
            characters, (_, weight, size, angle) = key
            turned = f", turned by {angle}°" if angle else ""
            wrong.append(f"{kinds[key][0]}: “{characters}” ({size} pt, weight {weight}{turned}) is read as “{text}” off the {name}")
        enlarged = {
            "number": [is_enlarged for _, is_enlarged in result.values()],
            "code": [is_enlarged for key, (_, is_enlarged) in result.items() if key[1][0] == "code"],
        }
        print(f"off the {name}: {len(result) - len(missed)} read, {len(missed)} misread; after an enlargement, {', '.join(f'{sum(those)} of {len(those)} {what}s' for what, those in enlarged.items())}")
        for what, those in enlarged.items():
            if sum(those) > MOST_ENLARGED[what] * len(those):
                wrong.append(f"off the {name}, more than {MOST_ENLARGED[what]:.0%} of the {what}s are only read after an enlargement")
    for line in wrong:
        print(line)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
