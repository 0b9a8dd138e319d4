#!/usr/bin/env python3
"""Checks every PDF of a published site with tools that share no code with what made it.

    tests/pdf/.venv/bin/python tests/pdf/check.py public
    tests/pdf/.venv/bin/python tests/pdf/check.py --one-of-each FOLDER…    of each site, one sheet of each format but the binder

- pdfua (PyPI): the machine-checkable rules of PDF/UA-1.
- PDF/A-2a, ISO 19005-2: the rules that can be read off the file's structure with pikepdf (qpdf): the claim in the metadata,
  an output intent, fonts embedded and mapped to Unicode, nothing that runs or calls out, no encryption, no forbidden filter,
  tags, a language.
- The levels of headings, in the order of the tags.
- The words of Arabic sheets, as poppler and PDFium find them: each is a word of a page or of the theme.
- The QR code of each A4 sheet, read by zxing-cpp (PyPI) off its last page at 100 dots per inch: it must lead to
  the line that says of this very edition that it holds.

The copies that are printed two on a sheet are pictures of the pages of a PDF that is checked: of them only that they are sound.
"""
import html
import re
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

import pikepdf
import pypdfium2
import zxingcpp
from PIL import Image

FORBIDDEN_ACTIONS = {"/JavaScript", "/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/Hide", "/SetOCGState", "/Rendition", "/Trans", "/GoTo3DView"}

# How the files of each format end, in any language; and the formats that each site must have.
FORMAT = re.compile(r"-(a4|gros-caracteres|large-print|livret-lecture|booklet-reading|depliant|leaflet|affiche|affiche-a3|poster|poster-a3|tract-lecture|tract-reading|bilingue|bilingual)$")
MUST_HAVE = {
    "A4": {"-a4"},
    "poster": {"-affiche", "-poster"},
    "leaflet": {"-depliant", "-leaflet"},
    "tract": {"-tract-lecture", "-tract-reading"},
}


def archival(pdf):
    """What ISO 19005-2 (level A) asks and the file does not give."""
    root = pdf.Root
    if pdf.is_encrypted:
        yield "6.1.3: it is encrypted"
    if "/ID" not in pdf.trailer:
        yield "6.1.3: the trailer has no ID"
    with pdf.open_metadata() as metadata:
        if metadata.get("pdfaid:part") != "2" or metadata.get("pdfaid:conformance") != "A":
            yield "6.6.4: the metadata does not claim PDF/A-2a"
        if metadata.get("pdfuaid:part") != "1":
            yield "ISO 14289-1, 5: the metadata does not claim PDF/UA-1"
        if not metadata.get("dc:title"):
            yield "ISO 14289-1, 7.1: no title"
    intents = [intent for intent in root.get("/OutputIntents", []) if intent.get("/S") == "/GTS_PDFA1"]
    if len(intents) != 1 or "/DestOutputProfile" not in intents[0]:
        yield "6.2.3: no output intent with a profile"
    if not root.get("/MarkInfo", {}).get("/Marked", False) or "/StructTreeRoot" not in root:
        yield "6.7.2: it is not tagged"
    if not str(root.get("/Lang", "")):
        yield "6.7.4: no language"
    for name in ["/AA", "/OpenAction", "/Names"]:
        if name in root and (name != "/Names" or "/JavaScript" in root["/Names"]):
            yield f"6.5: {name} in the catalogue"
    for item in pdf.objects:
        if not isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
            continue
        if isinstance(item, pikepdf.Stream):
            filters = item.get("/Filter", [])
            filters = [filters] if isinstance(filters, pikepdf.Name) else list(filters)
            if "/LZWDecode" in filters or "/Crypt" in filters:
                yield f"6.1.7: a stream is packed by {filters}"
            if "/F" in item or "/FFilter" in item:
                yield "6.1.7: a stream stands in another file"
        if str(item.get("/S", "")) in FORBIDDEN_ACTIONS and "/Type" in item:
            yield f"6.5.1: an action {item['/S']}"
        if item.get("/Type") == "/Font" and item.get("/Subtype") != "/Type0":
            descriptor = item.get("/FontDescriptor", {})
            if item.get("/Subtype") != "/Type3" and not any(name in descriptor for name in ["/FontFile", "/FontFile2", "/FontFile3"]):
                yield f"6.2.11.4: the font {item.get('/BaseFont')} is not embedded"
        if item.get("/Type") == "/Font" and item.get("/Subtype") == "/Type0" and "/ToUnicode" not in item:
            yield f"6.2.11.7: the font {item.get('/BaseFont')} is not mapped to Unicode"
        if item.get("/Type") == "/Annot" and item.get("/Subtype") == "/Link" and not str(item.get("/Contents", "")):
            yield "ISO 14289-1, 7.18.5: a link says nothing of itself"
        if item.get("/S") == "/Figure" and not str(item.get("/Alt", item.get("/ActualText", ""))):
            yield "6.7.8: a picture has no text"


def headings(pdf):
    """The levels of headings in the order of the tags."""
    levels = []
    waiting = [pdf.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        if isinstance(element, pikepdf.Array):
            waiting.extend(reversed(list(element)))
        elif isinstance(element, pikepdf.Dictionary):
            kind = str(element.get("/S", ""))
            if len(kind) == 3 and kind[1] == "H" and kind[2].isdigit():
                levels.append(int(kind[2]))
            if "/K" in element and element.get("/Type") != "/MCR":
                waiting.append(element["/K"])
    return levels


def nesting(pdf):
    """ISO 14289-1, 7.4.2: the first heading is of level 1, and none is skipped."""
    above = 0
    for level in headings(pdf):
        if level > above + 1:
            yield f"ISO 14289-1, 7.4.2: a heading of level {level} after one of level {above}"
        above = level
    if above == 0:
        yield "there is no heading"


def languages(pdf):
    """The languages that parts of the document are tagged with, besides its own."""
    named = {str(item["/Lang"]) for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/Lang" in item and item.get("/Type") != "/Catalog"}
    return named - {str(pdf.Root.Lang)}


def codes(path):
    """What the QR codes on the last page of a PDF say."""
    with tempfile.TemporaryDirectory() as folder:
        with pikepdf.open(path) as pdf:
            last = str(len(pdf.pages))
        subprocess.run(["pdftoppm", "-r", "100", "-gray", "-png", "-f", last, "-l", last, path, f"{folder}/page"], check=True, stderr=subprocess.DEVNULL)
        pictures = list(Path(folder).glob("*.png"))
        return [code.text for picture in pictures for code in zxingcpp.read_barcodes(Image.open(picture))]


def answers(site, address, page):
    """Whether the address leads to a line that names this page, and says that the edition holds."""
    address, _, code = address.partition("#")
    answer = site / address.split("/", 3)[3]
    if not answer.is_file():
        return False
    entry = answer.read_text(encoding="utf-8").partition(f'id="{code}"')[2].partition("</div>")[0]
    name = page.rsplit("/", 1)[-1]
    return f"/{name}\"" in entry and any(words in entry for words in ["toujours valable", "still valid", "ما زالت صالحة"])


# Letters, and the marks that may follow one: a word with marks is left out, for these programs give its marks twice.
ARABIC_WORD = re.compile(r"[\u0621-\u064a\u064b-\u0652\u0670]+")
MARKS = re.compile(r"[\u064b-\u0652\u0670]")


def arabic_words(text):
    """The Arabic words of three letters and more that have no marks."""
    letters = unicodedata.normalize("NFKC", "".join(c for c in text if unicodedata.category(c) != "Cf"))
    return {word for word in ARABIC_WORD.findall(letters) if len(word) > 2 and not MARKS.search(word)}


def garbled(site, files):
    """The words that a program finds on Arabic sheets and that nobody has written, with the sheet and the program."""
    pages = [path.read_text(encoding="utf-8") for path in (site / "ar").rglob("*.html")]
    theme = (Path(__file__).parents[2] / "themes/default/i18n/ar.ftl").read_text(encoding="utf-8")
    written = arabic_words(html.unescape(" ".join([theme, *pages])))
    for path in files:
        if site / "ar" not in path.parents:
            continue
        with pypdfium2.PdfDocument(path) as pdf:
            found = {"PDFium": "\n".join(page.get_textpage().get_text_range() for page in pdf)}
        found["pdftotext"] = subprocess.run(["pdftotext", "-enc", "UTF-8", path, "-"], check=True, capture_output=True, text=True).stdout
        for program, text in found.items():
            read = arabic_words(text)
            if len(read) < 20:
                yield f"{path}: {program} finds {len(read)} Arabic words only"
            if strange := sorted(read - written):
                yield f"{path}: {program} finds words that nobody has written: {', '.join(strange)}"


def one_of_each(site):
    """One PDF of each format of a site, by the end of its name; of what is printed two on a sheet, the copy to read."""
    first = {}
    for path in sorted(site.rglob("*.pdf")):
        found = FORMAT.search(path.stem)
        if found:
            first.setdefault(found.group(), path)
    missing = [name for name, ends in MUST_HAVE.items() if not first.keys() & ends]
    return list(first.values()), [f"{site}: no {name} to check" for name in missing]


def check(site, files):
    """What is wrong with some PDFs of a site, and those of them that are tagged."""
    tagged, wrong = [], []
    for path in files:
        with pikepdf.open(path) as pdf:
            wrong += [f"{path}: {problem}" for problem in pdf.check_pdf_syntax()] if hasattr(pdf, "check_pdf_syntax") else [f"{path}: {problem}" for problem in pdf.check()]
            if "/StructTreeRoot" not in pdf.Root:
                # What is printed two on a sheet has a copy to read beside it.
                reading = list(path.parent.glob(path.stem + "-lecture.pdf")) + list(path.parent.glob(path.stem + "-reading.pdf"))
                if not reading:
                    wrong.append(f"{path}: untagged, and there is no copy to read")
                continue
            tagged.append(path)
            wrong += [f"{path}: {problem}" for problem in [*archival(pdf), *nesting(pdf)]]
            # Two languages side by side: a voice that reads the one must be told where the other begins.
            if path.stem.endswith(("-bilingual", "-bilingue")):
                other = str(path.relative_to(site)).split("/")[0]
                if str(pdf.Root.Lang) != "fr" or not any(name.startswith(other) for name in languages(pdf)):
                    wrong.append(f"{path}: in {pdf.Root.Lang}, with parts in {languages(pdf) or 'no other language'}")
        if path.name.endswith("-a4.pdf"):
            page = str(path.relative_to(site)).replace("-a4.pdf", ".html")
            read = codes(path)
            if len(read) != 1 or not answers(site, read[0], page):
                wrong.append(f"{path}: its QR code says {read}")
    if not tagged:
        wrong.append(f"{site}: no PDF")
    return wrong + list(garbled(site, files)), tagged


def main():
    is_one_of_each = sys.argv[1] == "--one-of-each"
    files, tagged, wrong = [], [], []
    for site in map(Path, sys.argv[1 + is_one_of_each:]):
        found, missing = one_of_each(site) if is_one_of_each else (sorted(site.rglob("*.pdf")), [])
        problems, with_tags = check(site, found)
        files += found
        tagged += with_tags
        wrong += missing + problems
    checker = [str(Path(sys.executable).with_name("pdfua")), "check", "--quiet"]
    result = subprocess.run([*checker, *map(str, tagged)], capture_output=True, text=True, check=False)
    if result.returncode != 0:
        wrong.append(result.stdout[-4000:] + result.stderr[-2000:])
    print(f"{len(files)} PDFs, {len(tagged)} of them tagged")
    print("\n".join(wrong))
    sys.exit(1 if wrong else 0)


main()
