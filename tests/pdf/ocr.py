#!/usr/bin/env python3
"""Reads the numbers of a published site's sheets back by OCR, as a scanner, a telephone's camera or a tired eye would.

    tests/pdf/.venv/bin/python tests/pdf/ocr.py public

Every telephone number, postcode and edition code of every sheet is found by its text in the PDF (PDFium) and read by tesseract: off the print itself at 150
dots per inch, and off the third photocopy of it at 300, as copiers and scanners are set. What is printed alike on several sheets (the same characters, in the same font and size) is
read once. The copies are made here: each blurs, is a little askew, adds specks and hardens the contrast. The same numbers give the same pictures each time.
"""
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw
from PIL import Image, ImageChops, ImageFilter, ImageOps, ImageStat

PRINT_DPI, COPY_DPI = 150, 300
SEED = 2026
# The characters of edition codes (`EDITION_LETTERS` in src/site/editions.rs): of those that are mistaken for each other, only one.
CODE_CHARACTERS = "2346789ACDEFHJKMPRTUWXY"
SPACE = "[ \u00a0\u202f]"
NUMBERS = re.compile(
    rf"(?<![\d+])(?P<phone>0\d(?:{SPACE}\d\d){{4}}|0800(?:{SPACE}\d{{3}}){{2}}|3\d{SPACE}\d\d(?!{SPACE}\d)|\+\d\d(?:{SPACE}\d{{1,4}}){{3,6}})(?!\d)"
    rf"|(?<![\d.,-])(?P<postcode>\d{{5}})(?= [A-ZÀ-Ý])"
    rf"|(?:Édition|Edition|إصدار|الطبعة)[ \u00a0]\d{{4}}-\d\d[ \u00a0]·[ \u00a0](?P<code>[0-9A-Z]{{4}})\b"
)


def numbers(pdf):
    """(characters, (whether it is a code, weight, size in points), pictures at both resolutions) of each number of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        text = page.get_textpage()
        words = text.get_text_range()
        found = list(NUMBERS.finditer(words))
        if not found:
            continue
        pictures = [page.render(scale=dpi / 72, grayscale=True).to_pil() for dpi in (PRINT_DPI, COPY_DPI)]
        height = page.get_height()
        for match in found:
            kind = match.lastgroup
            start, end = match.span(kind)
            boxes = [text.get_charbox(index) for index in range(start, end) if not words[index].isspace()]
            left, bottom = min(box[0] for box in boxes), min(box[1] for box in boxes)
            right, top = max(box[2] for box in boxes), max(box[3] for box in boxes)
            # Numbers that are turned (tear-off tabs) or broken over two lines are left to the eye.
            size = raw.FPDFText_GetFontSize(text, start)
            if top - bottom > 2.5 * size or right - left < top - bottom:
                continue
            margin = 3
            area = (left - margin, height - top - margin, right + margin, height - bottom + margin)
            cut = [
                picture.crop([round(side * dpi / 72) for side in area])
                for picture, dpi in zip(pictures, (PRINT_DPI, COPY_DPI))
            ]
            weight = raw.FPDFText_GetFontWeight(text, start)
            yield words[start:end], (kind == "code", weight, round(size, 1)), cut


def photocopy(picture, dice):
    """What a photocopier makes of it."""
    askew = picture.rotate(dice.uniform(-0.4, 0.4), resample=Image.Resampling.BICUBIC, fillcolor=255)
    blurred = askew.filter(ImageFilter.GaussianBlur(0.6))
    specks = Image.frombytes("L", picture.size, dice.randbytes(picture.width * picture.height))
    specks = specks.point(lambda level: 150 if level < 2 else 255)
    return ImageChops.multiply(blurred, specks).point(lambda level: max(0, min(255, round((level - 128) * 1.35 + 140))))


def read(pictures, dpi, characters):
    """What tesseract reads of each, one to a line."""
    gap = dpi // 5
    sheet = Image.new("L", (max(picture.width for picture in pictures) + 2 * gap, sum(picture.height + gap for picture in pictures) + gap), 255)
    y = gap
    for picture in pictures:
        # White on a band of colour is read off its negative, as programs for scanners do.
        is_dark = ImageStat.Stat(picture).median[0] < 128
        sheet.paste(ImageOps.invert(picture) if is_dark else picture, (gap, y))
        y += picture.height + gap
    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        sheet.save(file.name, dpi=(dpi, dpi))
        command = ["tesseract", file.name, "-", "--psm", "6", "-l", "fra", "--dpi", str(dpi)]
        if characters:
            command += ["-c", f"tessedit_char_whitelist={characters}"]
        output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [line for line in output.splitlines() if line.strip()]


def bare(text):
    """Its characters; among digits, no one takes an O for a letter."""
    text = re.sub(r"\s", "", text)
    return re.sub(r"(?<=\d)[Oo]|[Oo](?=[Oo]*\d)", "0", text)


def is_read(characters, line, is_code):
    """Whether a line has them; of a code, but for one that is wrong, missing or too many: its length and its check character tell any such mistake."""
    if not is_code:
        return characters in line
    if len(line) == len(characters):
        return sum(one != other for one, other in zip(characters, line)) <= 1
    longer, shorter = sorted([line, characters], key=len, reverse=True)
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))


def main():
    kinds = {}
    for pdf in sorted(Path(sys.argv[1]).rglob("*.pdf")):
        for characters, print_, cut in numbers(pdf):
            kinds.setdefault((bare(characters), print_), (characters, pdf, cut))
    wanted = sorted(kinds.items(), key=lambda item: (item[0][1], item[0][0]))
    if len(wanted) < 10:
        sys.exit("no numbers: is the site printed?")
    wrong = []
    for which, (name, copies, dpi) in enumerate([("print", 0, PRINT_DPI), ("third photocopy", 3, COPY_DPI)]):
        missed = 0
        parts = [[item for item in wanted if item[0][1][0] == is_code] for is_code in (False, True)]
        for part in (part[start : start + 25] for part in parts for start in range(0, len(part), 25)):
            is_code = part[0][0][1][0]
            # Four characters of 8 points, without words around them, are too few dots at 150 an inch; a misread code is known by its check character.
            if is_code and dpi < COPY_DPI:
                continue
            pictures = []
            for key, (_, _, cut) in part:
                picture = cut[which]
                # Its own, so that a number that is new elsewhere does not change its specks.
                dice = random.Random(f"{SEED} {key}")
                for _ in range(copies):
                    picture = photocopy(picture, dice)
                pictures.append(picture)
            lines = [bare(line) for line in read(pictures, dpi, CODE_CHARACTERS if is_code else None)]
            for (characters, print_), (shown, pdf, _) in part:
                # Each line is the reading of one picture.
                line = next((line for line in lines if is_read(characters, line, is_code)), None)
                if line is None:
                    missed += 1
                    wrong.append(f"{pdf}: “{shown}” ({print_[2]} pt, weight {print_[1]}) is not read off the {name}")
                else:
                    lines.remove(line)
            if lines and wrong:
                print("   read instead:", " | ".join(lines))
        print(f"{len(wanted)} numbers in print of {len({key[1] for key, _ in wanted})} kinds, {missed} misread off the {name}")
    for line in wrong:
        print(line)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
