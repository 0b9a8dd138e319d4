#!/usr/bin/env python3
"""Whether everything on paper has its room, told by tools that share no code with what set it (PDFium, Pillow).

    tests/pdf/.venv/bin/python tests/pdf/room.py GUICHET [FOLDER]          the sample site in every format, and in every look and ink; the shapes
                                                                           below; 12 official fiches. The sites are kept in the folder
    tests/pdf/.venv/bin/python tests/pdf/room.py GUICHET [FOLDER] --all    and all official fiches of tests/corpus
    tests/pdf/.venv/bin/python tests/pdf/room.py --site FOLDER…            the PDFs of a published site

Of every page of every PDF:

- no glyph stands outside its page, or within 5 mm of its edge, where printers do not reach;
- no two words stand on the same spot;
- no ink is within 5 mm of an edge, but what is there to be cut or folded along: the dashes between the tabs of a poster and above them, the
  line between two tracts, the fold marks of a leaflet. Of those formats, only glyphs and pictures are looked for there;
- what is copied has no character that the editor did not write: no zero-width space in an address.

Of every leaflet: its text has one size, on the inside and beside the cover. Headings, numbers and labels are bold, and are not looked at; nor are
tables, which may be set smaller where their columns would not fit.

Of the sample site, in each look and ink:

- the sheets that its `guichet.yaml` asks for take little ink: half of them no more than MOST_INK. The ink of a sheet is how dark its pages are, as
  a grey print, from 0 (white) to 100 % (black);
- no page is under LEAST_FULL full, but those that are designed to be empty. How full a page is, is how many of its bands of 8 mm between the
  margins have ink, lines to write on too. Designed to be empty are: the cover of a booklet or a binder; the page where a text ends, which is the
  last of a PDF, in a binder also the last before a page of the site (it begins on a page of its own), in a booklet also the last before those
  for notes; and these.
"""
import re
import statistics
import sys
import tempfile
import unicodedata
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from ctypes import byref, c_double, create_string_buffer
from functools import cache
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import ImageStat

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent / "corpus"))
from official import guichet, site_of, unpack  # noqa: E402

POINTS = 72 / 25.4
# Where printers do not reach, and a little less: letters lean.
EDGE = 5 * POINTS - 0.5
# The looks and inks of sheets: the first are those of the sample site, which is printed in every format.
LOOKS = ("commune", "syndicat", "sobre")
INKS = ("pleine", "économe")
MOST_INK = 0.08
LEAST_FULL = 0.4
BAND = 8 * POINTS
# No text stands in them but the line at the foot of each page and the current title at the head of a binder's.
MARGIN = 17 * POINTS
# Fonts of this weight or more are bold.
BOLD = 600
# The copies to read beside those that are printed two on a sheet, by the ends of their files' names.
READING = ("-lecture", "-reading")
LEAFLETS = ("depliant", "leaflet")
BOOKLETS = ("livret", "booklet")
BINDERS = ("classeur", "binder")
# Formats with lines to cut or to fold along, by the ends of their files' names.
CUT = ("affiche", "affiche-a3", "poster", "poster-a3", "tract", *LEAFLETS)
FORMATS = {
    "guide": "[a4, gros-caractères, livret, dépliant, affiche, affiche-a3, tract]",
    "article": "[a4, gros-caractères, livret, tract]",
    "organisme": "[a4, gros-caractères, affiche, affiche-a3]",
    "page": "[a4, gros-caractères, livret]",
}
EVERY_FORMAT = "".join(f"  {kind}: {formats}\n" for kind, formats in FORMATS.items())

ADDRESS = (
    "https://exemple.fr/search/all?tab_selection=all&searchField=ALL&query=carte+nationale+identite&page=1&init=true"
    "&dateDecision=01%2F01%2F2020&contexte=particulier&retour=accueil"
)
ACCOUNT = "FR7630006000011234567890189" * 5
SHAPES = {
    "content/_index.md": "---\ntitre: Accueil\nfiches: [classeur]\nvérifié: 2026-11-01\n---\n\nBonjour.\n",
    "content/guides/adresse.md": f"""---
titre: Désinstitutionnalisation et anticonstitutionnellement
résumé: Une démarche dont l’adresse prend deux lignes.
canaux:
  téléphone: 01 99 00 12 34
  papier: {{ envoyer-à: "Bureau d’Exempleville, {ACCOUNT}" }}
  en-ligne: {{ url: "{ADDRESS}", libellé: "{ACCOUNT}" }}
pièces: ["{ACCOUNT}", une photo]
coût: {ACCOUNT}
vérifié: 2026-11-01
---

Voir [la page de recherche]({ADDRESS}), ou {ADDRESS} même.

1. Écrire à [l’accueil](mailto:accueil.des.usagers.et.des.usageres@administration-departementale.exemple.fr).
2. Attendre.
""",
    "content/mots.md": f"---\ntitre: Mots\nrésumé: {ACCOUNT}\nvérifié: 2026-11-01\n---\n\n## {ACCOUNT}\n\nCompte {ACCOUNT} fin, {'a' * 130}.\n",
    "content/tableaux.md": """---
titre: Tableaux
résumé: Des tableaux plus larges que le papier.
vérifié: 2026-11-01
---

| Établissement | Téléphone | Lundi | Mardi | Mercredi | Jeudi | Vendredi | Samedi |
|---|---|---|---|---|---|---|---|
| Mairie annexe d’Exempleville | 01 99 00 12 34 | 8h30-12h00 | 8h30-12h00 | 8h30-12h00 13h30-17h00 | 8h30-12h00 | 8h30-12h00 | fermé |
| Bibliothèque | 01 99 00 00 01 | fermée | 14h00-18h00 | 10h00-12h00 14h00-18h00 | 14h00-18h00 | 14h00-19h00 | 10h00-17h00 |

| Quotient familial | Abonnement | Renouvellement | Remplacement | Accompagnement |
|---|--:|--:|--:|--:|
| inférieur à 500 € | 12,50 € | 6,00 € | 3,00 € | gratuit |

| Adresse | Remarque |
|---|---|
| """ + ADDRESS + """ | Une phrase assez longue pour prendre plusieurs lignes de sa colonne, quelle que soit sa largeur. |
| """ + ACCOUNT + """ | non |
""",
    "content/notes.md": "---\ntitre: Notes\nrésumé: Deux notes.\nvérifié: 2026-11-01\n---\n\nLe [code](https://exemple.fr/code)[^1] et deux[^1][^2].\n\n[^1]: Un.\n[^2]: Deux.\n",
}
# The fiches of the sample with the widest tables, the longest addresses and words, and one of each kind.
CHOSEN = 12


@cache
def is_mark(character):
    """Whether a character has no ink that counts: the marks of Arabic letters stand above and below them, and what turns text to the right or left
    is given a part of its neighbour by PDFium."""
    return unicodedata.combining(character) or unicodedata.category(character) == "Cf"


@cache
def is_arabic(character):
    return unicodedata.bidirectional(character) == "AL"


def words_of(textpage):
    """The words of a page as (text, left, bottom, right, top), by the ink of their glyphs."""
    raw = textpage.raw
    words, text, glyphs = [], [], []
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    sides = byref(left), byref(right), byref(bottom), byref(top)

    def finish():
        if text:
            lefts, bottoms, rights, tops = zip(*glyphs)
            words.append(("".join(text), min(lefts), min(bottoms), max(rights), max(tops)))
        text.clear()
        glyphs.clear()

    for index in range(pdfium.FPDFText_CountChars(raw)):
        character = chr(pdfium.FPDFText_GetUnicode(raw, index))
        if is_mark(character):
            continue
        if character.isspace() or pdfium.FPDFText_IsGenerated(raw, index) == 1:
            finish()
            continue
        pdfium.FPDFText_GetCharBox(raw, index, *sides)
        glyph = left.value, bottom.value, right.value, top.value
        if glyph[2] <= glyph[0] or glyph[3] <= glyph[1]:
            continue
        # PDFium parts most words where it sees a gap; not those of two frames side by side.
        if text:
            before = glyphs[-1]
            if glyph[0] - before[2] > 6 or before[0] - glyph[2] > 6 or glyph[1] - before[3] > 6 or before[1] - glyph[3] > 6:
                finish()
        text.append(character)
        glyphs.append(glyph)
    finish()
    return words


def overlaps(words):
    """Pairs of words that stand on the same spot: lines set close touch, at most."""
    words = sorted(words, key=lambda word: word[2])
    for at, (text, left, bottom, right, top) in enumerate(words):
        for other in words[at + 1:]:
            if other[2] >= top:
                break
            # Most are beside each other.
            if other[1] >= right or other[3] <= left:
                continue
            across = min(right, other[3]) - max(left, other[1])
            down = min(top, other[4]) - max(bottom, other[2])
            width = min(right - left, other[3] - other[1])
            height = min(top - bottom, other[4] - other[2])
            # The lines of a tab that is turned stand side by side.
            is_turned = top - bottom > 2 * (right - left) and len(text) > 2
            # Arabic letters reach below each other, and one whose mark parts it from its neighbours is a word to PDFium.
            if min(len(text), len(other[0])) <= 2 and is_arabic(text[0]) and is_arabic(other[0][0]):
                continue
            if across > 1 and down > 0.4 * height if not is_turned else down > 1 and across > 0.4 * width:
                yield text, other[0]


def in_tables(page):
    """The numbers of the marked contents of a page that are tagged as parts of tables."""
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    found = set()

    def kind_of(element):
        size = pdfium.FPDF_StructElement_GetType(element, None, 0)
        text = create_string_buffer(size)
        pdfium.FPDF_StructElement_GetType(element, text, size)
        return text.raw.decode("utf-16-le").rstrip("\0")

    def look_into(element, is_table):
        is_table = is_table or kind_of(element) == "Table"
        for at in range(pdfium.FPDF_StructElement_CountChildren(element)):
            child = pdfium.FPDF_StructElement_GetChildAtIndex(element, at)
            if child:
                look_into(child, is_table)
            elif is_table:
                found.add(pdfium.FPDF_StructElement_GetChildMarkedContentID(element, at))

    for at in range(pdfium.FPDF_StructTree_CountChildren(tree)):
        look_into(pdfium.FPDF_StructTree_GetChildAtIndex(tree, at), False)
    pdfium.FPDF_StructTree_Close(tree)
    return found


def sizes_of(page):
    """How many letters of the running text of each third of a page, from left to right, have each size; and whether it is read to the left."""
    textpage = page.get_textpage()
    tables = in_tables(page)
    third = page.get_width() / 3
    running, arabic = [Counter() for _ in range(3)], 0
    for index in range(textpage.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(textpage, index))
        if not character.isalnum() or pdfium.FPDFText_GetFontWeight(textpage, index) >= BOLD:
            continue
        item = pdfium.FPDFText_GetTextObject(textpage, index)
        if pdfium.FPDFPageObj_GetMarkedContentID(item) in tables:
            continue
        left, _, right, _ = textpage.get_charbox(index)
        at = min(2, max(0, int((left + right) / 2 / third)))
        running[at][round(pdfium.FPDFText_GetFontSize(textpage, index), 1)] += 1
        arabic += is_arabic(character)
    return running, arabic > sum(map(Counter.total, running)) / 2


def sizes_of_leaflet(document):
    """What is wrong with the sizes of a leaflet's text: all of it has one, but the cover, the last panel of the outside."""
    outside, inside = document
    outer, is_to_the_left = sizes_of(outside)
    outer.pop(0 if is_to_the_left else 2)
    inner, _ = sizes_of(inside)
    sizes = sum([*outer, *inner], Counter())
    if not any(inner):
        yield "its inside has no text"
    elif len(sizes) > 1:
        panels = "; ".join(", ".join(f"{count} letters of {size} pt" for size, count in panel.most_common()) for panel in [*outer, *inner])
        yield f"its text has more than one size, from panel to panel: {panels}"


@cache
def notes_titles():
    """What the pages for notes are called, in each language of the theme."""
    words = [path.read_text(encoding="utf-8") for path in (ROOT / "themes/default/i18n").glob("*.ftl")]
    return {title.strip() for text in words for title in re.findall("^sheet-own-notes = (.+)$", text, re.MULTILINE)}


def meant_to_be_empty(document, name):
    """The pages of a PDF that may be empty, from 0: see above."""
    pages = len(document)
    empty = {pages - 1}
    begins = [(item.level, item.get_title(), item.get_dest().get_index()) for item in document.get_toc()]
    if name in BINDERS:
        empty |= {0} | {page - 1 for level, _, page in begins if level < 2}
    if name.endswith(BOOKLETS):
        notes = [page for _, title, page in begins if title in notes_titles()]
        empty |= {0} | {page for first in notes for page in range(first - 1, pages)}
    return empty


def fullness(picture):
    """How many of a page's bands have ink."""
    width, height = picture.size
    starts = [MARGIN + n * BAND for n in range(int((height - 2 * MARGIN) / BAND))]
    return sum(dark(picture, (0, round(y), width, round(y + BAND))) for y in starts) / len(starts)


def dark(picture, box):
    """Whether there is ink in a part of a picture."""
    return picture.crop(box).getextrema()[0] < 160


def problems_of(path):
    """What has no room on the pages of a PDF; how many pages it has; how much ink they take, and (how full, page) of the emptiest that is not meant
    to be so: none of copies that are printed two on a sheet, whose pages are those of the copy to read."""
    found = []
    document = pypdfium2.PdfDocument(path)
    is_picture = any(path.with_name(f"{path.stem}{reading}.pdf").exists() for reading in READING)
    name = path.stem.removesuffix(READING[0]).removesuffix(READING[1])
    is_cut = name.endswith(CUT)
    empty = set() if is_picture else meant_to_be_empty(document, name)
    inks, full = [], []
    for number, page in enumerate(document, 1):
        place = f"{path}, page {number}"
        width, height = page.get_size()
        textpage = page.get_textpage()
        words = words_of(textpage)
        for text, left, bottom, right, top in words:
            if left < EDGE or bottom < EDGE or right > width - EDGE or top > height - EDGE:
                found.append(f"{place}: “{text[:60]}” is at the edge of the paper or off it ({left:.0f}–{right:.0f} of {width:.0f}, {bottom:.0f}–{top:.0f} of {height:.0f} pt)")
            if "\u200b" in text:
                found.append(f"{place}: “{text[:60]}” is copied with characters that nobody wrote")
        # What is printed two on a sheet is a picture of pages that are looked at.
        found += [] if is_picture else [f"{place}: “{one[:40]}” and “{other[:40]}” are on the same spot" for one, other in overlaps(words)]
        for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4):
            left, bottom, right, top = item.get_bounds()
            if left < EDGE or bottom < EDGE or right > width - EDGE or top > height - EDGE:
                found.append(f"{place}: a picture is at the edge of the paper or off it")
        if is_cut and is_picture:
            continue
        picture = page.render(scale=1, grayscale=True).to_pil().convert("L")
        if not is_cut:
            across, down = picture.size
            band = int(EDGE) - 1
            edges = {"left": (0, 0, band, down), "right": (across - band, 0, across, down), "top": (0, 0, across, band), "bottom": (0, down - band, across, down)}
            found += [f"{place}: there is ink within 5 mm of the {name} edge" for name, box in edges.items() if dark(picture, box)]
        if not is_picture:
            inks.append(1 - ImageStat.Stat(picture).mean[0] / 255)
            if number - 1 not in empty:
                full.append((fullness(picture), number))
    if name.endswith(LEAFLETS):
        found += [f"{path}: {problem}" for problem in sizes_of_leaflet(document)]
    count = len(document)
    document.close()
    return found, count, statistics.mean(inks) if inks else None, min(full, default=None)


def sample(folder, look, ink, is_in_every_format):
    """The sample site in a look and an ink; in every format that its kinds of pages have, or those that it asks for."""
    site = folder / f"sample-{look}-{ink}"
    site.mkdir()
    for name in ["content", "themes", "records"]:
        (site / name).symlink_to(ROOT / name)
    config = (ROOT / "guichet.yaml").read_text(encoding="utf-8")
    config = config.replace("contrôles: {", "contrôles: { does-not-fit: avertissement,")
    config, looks = re.subn("^apparence: .*$", f"apparence: {look}\nencre: {ink}", config, flags=re.MULTILINE)
    config, formats = re.subn("^fiches:\n(  .*\n)+", f"fiches:\n{EVERY_FORMAT}" if is_in_every_format else r"\g<0>", config, flags=re.MULTILINE)
    if (looks, formats) != (1, 1):
        raise SystemExit("guichet.yaml of the sample site has no look or no formats")
    write(site / "guichet.yaml", config)
    return site


def shapes(folder):
    """Texts that nothing but their shape is about: what is too wide for its column."""
    site = folder / "shapes"
    config = f"titre: Essai\nrésumé: Un site d’essai.\nlangue: fr\nadresse: https://exemple.fr/\nfiches:\n{EVERY_FORMAT}contrôles: {{ does-not-fit: avertissement }}\n"
    for name, text in {"guichet.yaml": config, **SHAPES}.items():
        write(site / name, text)
    return site


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def official(program, folder, everything):
    """Official fiches: all, or those that ask most of the paper."""
    source = unpack(folder / "xml")
    if not everything:
        fiches = sorted(source.rglob("F*.xml"))
        text = {path: path.read_text(encoding="utf-8") for path in fiches}
        measures = [
            lambda it: it.count("<Colonne"),
            lambda it: max(map(len, it.replace('"', " ").replace("<", " ").replace(">", " ").split())),
            len,
            lambda it: it.count("<Tableau"),
        ]
        chosen = {path for measure in measures for path in sorted(fiches, key=lambda path: measure(text[path]))[-CHOSEN // len(measures):]}
        for path in set(fiches) - chosen:
            path.unlink()
    formats = FORMATS["guide"]
    site = site_of(program, source, folder / "official", sheets=formats)
    config = (site / "guichet.yaml").read_text(encoding="utf-8")
    config = config.replace(f"fiches: {{ guide: {formats} }}", f"fiches: {{ guide: {formats}, organisme: [], page: [], article: [] }}")
    write(site / "guichet.yaml", config + "contrôles: { does-not-fit: avertissement }\n")
    return site


def main():
    arguments = sys.argv[1:]
    if arguments[:1] == ["--site"]:
        return look([Path(folder) for folder in arguments[1:]], [])
    program, *folders = [Path(argument).resolve() for argument in arguments if argument != "--all"]
    with tempfile.TemporaryDirectory() as folder:
        folder = folders[0] if folders else Path(folder)
        folder.mkdir(exist_ok=True)
        kinds = [(look, ink) for look in LOOKS for ink in INKS]
        samples = [sample(folder, *kind, kind == kinds[0]) for kind in kinds]
        sites = [*samples, shapes(folder), official(program, folder, "--all" in arguments)]
        for site in sites:
            _, told = guichet(program, site, "build")
            print(*[f"{line}\n" for line in told.splitlines() if "does-not-fit" in line], sep="", end="")
        return look([site / "public" for site in sites], [site / "public" for site in samples])


def look(folders, samples):
    """Looks at every PDF below some folders; says what has no room, and whether that is nothing."""
    files = [path for folder in folders for path in sorted(folder.rglob("*.pdf"))]
    # Some looks differ on few sheets.
    same = {}
    for path in files:
        same.setdefault((path.name, path.read_bytes()), path)
    with ProcessPoolExecutor() as pool:
        seen = dict(zip(same.values(), pool.map(problems_of, same.values(), chunksize=8)))
    results = {path: seen[same[path.name, path.read_bytes()]] for path in files}
    found = [problem for problems, *_ in seen.values() for problem in problems]
    print(f"{len(files)} PDFs, {sum(pages for _, pages, *_ in results.values())} pages")
    # What all of them have: the sheets that the sample asks for.
    paths = [{path.relative_to(folder) for path in results if folder in path.parents} for folder in samples]
    asked = set.intersection(*paths) if paths else set()
    for folder in samples or folders:
        of_site = {path: result for path, result in results.items() if folder in path.parents}
        inks = [ink for path, (_, _, ink, _) in of_site.items() if ink is not None and (not samples or path.relative_to(folder) in asked)]
        full = [(share, path, page) for path, (*_, emptiest) in of_site.items() if emptiest for share, page in [emptiest]]
        if not inks:
            continue
        median, (share, path, page) = statistics.median(inks), min(full, default=(1, folder, 0))
        name = folder.parent.name if samples else folder
        print(f"{name}: {median:.1%} of ink, the median of {len(inks)} sheets; {share:.0%} full, the emptiest inner page: {path.relative_to(folder)}, page {page}")
        if samples and median > MOST_INK:
            found.append(f"{name}: half of its sheets take more than {median:.1%} of ink, and {MOST_INK:.0%} is the most")
        if samples:
            found += [f"{path}, page {page}: it is {share:.0%} full, and {LEAST_FULL:.0%} is the least" for share, path, page in full if share < LEAST_FULL]
    print(*found[:200], sep="\n")
    if len(found) > 200:
        print(f"and {len(found) - 200} more")
    return 1 if found or not files else 0


if __name__ == "__main__":
    sys.exit(main())
