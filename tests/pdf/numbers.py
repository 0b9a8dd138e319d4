#!/usr/bin/env python3
"""Reads the numbers of a published site's sheets back by OCR, as a scanner, a telephone's camera or a tired eye would.

    tests/pdf/.venv/bin/python tests/pdf/numbers.py public

Every telephone number, postcode and edition code of every sheet is found by its text in the PDF (PDFium), rendered at 150 dots per inch, and read by tesseract:
once off the print itself, and once off the third photocopy of it. What is printed alike on several sheets (the same characters, in the same font and size) is
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
from PIL import Image, ImageChops, ImageFilter

DPI = 150
SPACE = "[ \u00a0\u202f]"
NUMBERS = re.compile(
    rf"(?<![\d+])(?P<phone>0\d(?:{SPACE}\d\d){{4}}|0800(?:{SPACE}\d{{3}}){{2}}|3\d{SPACE}\d\d|\+\d\d(?:{SPACE}\d{{1,4}}){{3,6}})(?!\d)"
    rf"|(?<![\d.,-])(?P<postcode>\d{{5}})(?= [A-ZÀ-Ý])"
    rf"|(?:Édition|Edition|إصدار|الطبعة)[ \u00a0]\d{{4}}-\d\d[ \u00a0]·[ \u00a0](?P<code>[0-9A-Z]{{4}})\b"
)


def numbers(pdf):
    """(characters, font, size in points, picture) of each number of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        text = page.get_textpage()
        words = text.get_text_range()
        found = list(NUMBERS.finditer(words))
        if not found:
            continue
        picture = page.render(scale=DPI / 72, grayscale=True).to_pil()
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
            scale = DPI / 72
            area = (left - margin, height - top - margin, right + margin, height - bottom + margin)
            weight = raw.FPDFText_GetFontWeight(text, start)
            yield words[start:end], (weight, round(size, 1)), picture.crop([round(side * scale) for side in area])


def photocopy(picture, dice):
    """What a photocopier makes of it."""
    askew = picture.rotate(dice.uniform(-0.4, 0.4), resample=Image.Resampling.BICUBIC, fillcolor=255)
    blurred = askew.filter(ImageFilter.GaussianBlur(0.6))
    specks = Image.frombytes("L", picture.size, dice.randbytes(picture.width * picture.height))
    specks = specks.point(lambda level: 150 if level < 2 else 255)
    return ImageChops.multiply(blurred, specks).point(lambda level: max(0, min(255, round((level - 128) * 1.35 + 140))))


def read(pictures):
    """What tesseract reads of each, one to a line."""
    gap = 30
    sheet = Image.new("L", (max(picture.width for picture in pictures) + 2 * gap, sum(picture.height + gap for picture in pictures) + gap), 255)
    y = gap
    for picture in pictures:
        sheet.paste(picture, (gap, y))
        y += picture.height + gap
    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        sheet.save(file.name, dpi=(DPI, DPI))
        command = ["tesseract", file.name, "-", "--psm", "6", "-l", "fra", "--dpi", str(DPI)]
        output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [line for line in output.splitlines() if line.strip()]


def bare(text):
    return re.sub(r"\s", "", text)


def main():
    kinds = {}
    for pdf in sorted(Path(sys.argv[1]).rglob("*.pdf")):
        for characters, print_, picture in numbers(pdf):
            kinds.setdefault((bare(characters), print_), (characters, pdf, picture))
    wanted = sorted(kinds.items(), key=lambda item: (item[0][1], item[0][0]))
    if len(wanted) < 10:
        sys.exit("no numbers: is the site printed?")
    dice = random.Random(2026)
    wrong = []
    for name, copies in [("print", 0), ("third photocopy", 3)]:
        missed = 0
        for start in range(0, len(wanted), 25):
            part = wanted[start : start + 25]
            pictures = []
            for _, (_, _, picture) in part:
                for _ in range(copies):
                    picture = photocopy(picture, dice)
                pictures.append(picture)
            lines = [bare(line) for line in read(pictures)]
            for (characters, print_), (shown, pdf, _) in part:
                # Each line is the reading of one picture.
                line = next((line for line in lines if characters in line), None)
                if line is None:
                    missed += 1
                    wrong.append(f"{pdf}: “{shown}” ({print_[1]} pt, weight {print_[0]}) is not read off the {name}")
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
