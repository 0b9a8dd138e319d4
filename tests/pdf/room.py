#!/usr/bin/env python3
"""Whether everything on paper has its room, told by tools that share no code with what set it (PDFium, Pillow).

    tests/pdf/.venv/bin/python tests/pdf/room.py GUICHET            the sample site in every format, the shapes below, 12 official fiches
    tests/pdf/.venv/bin/python tests/pdf/room.py GUICHET --all      and all official fiches of tests/corpus
    tests/pdf/.venv/bin/python tests/pdf/room.py --site FOLDER…     the PDFs of a published site

Of every page of every PDF:

- no glyph stands outside its page, or within 5 mm of its edge, where printers do not reach;
- no two words stand on the same spot;
- no ink is within 5 mm of an edge, but what is there to be cut or folded along: the dashes between the tabs of a poster and above them, the
  line between two tracts, the fold marks of a leaflet. Of those formats, only glyphs and pictures are looked for there;
- what is copied has no character that the editor did not write: no zero-width space in an address.
"""
import subprocess
import sys
import tempfile
import unicodedata
from concurrent.futures import ProcessPoolExecutor
from ctypes import byref, c_double
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent / "corpus"))
from official import guichet, site_of, unpack  # noqa: E402

POINTS = 72 / 25.4
# Where printers do not reach, and a little less: letters lean.
EDGE = 5 * POINTS - 0.5
# Formats with lines to cut or to fold along, by the ends of their files' names.
CUT = ("affiche", "affiche-a3", "poster", "poster-a3", "tract", "depliant", "leaflet")
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


def words_of(textpage):
    """The words of a page as (text, left, bottom, right, top), by the ink of their glyphs."""
    raw = textpage.raw
    words, text, box = [], "", None
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    before = None

    def finish():
        nonlocal text, box
        if text:
            words.append((text, *box))
        text, box = "", None

    for index in range(pdfium.FPDFText_CountChars(raw)):
        character = chr(pdfium.FPDFText_GetUnicode(raw, index))
        # The marks of Arabic letters stand above and below them.
        if unicodedata.combining(character):
            continue
        # What turns text to the right or left is no ink, though PDFium gives it a part of its neighbour.
        if unicodedata.category(character) == "Cf":
            continue
        if character.isspace() or pdfium.FPDFText_IsGenerated(raw, index) == 1:
            finish()
            continue
        pdfium.FPDFText_GetCharBox(raw, index, byref(left), byref(right), byref(bottom), byref(top))
        glyph = (left.value, bottom.value, right.value, top.value)
        if glyph[2] - glyph[0] <= 0 or glyph[3] - glyph[1] <= 0:
            continue
        # PDFium parts most words where it sees a gap; not those of two frames side by side.
        if box:
            across = max(glyph[0] - before[2], before[0] - glyph[2])
            down = max(glyph[1] - before[3], before[1] - glyph[3])
            if max(across, down) > 6:
                finish()
        text += character
        box = glyph if box is None else (min(box[0], glyph[0]), min(box[1], glyph[1]), max(box[2], glyph[2]), max(box[3], glyph[3]))
        before = glyph
    finish()
    return words


def overlaps(words):
    """Pairs of words that stand on the same spot: lines set close touch, at most."""
    words = sorted(words, key=lambda word: word[2])
    for at, (text, left, bottom, right, top) in enumerate(words):
        for other in words[at + 1:]:
            if other[2] >= top:
                break
            across = min(right, other[3]) - max(left, other[1])
            down = min(top, other[4]) - max(bottom, other[2])
            width = min(right - left, other[3] - other[1])
            height = min(top - bottom, other[4] - other[2])
            # The lines of a tab that is turned stand side by side.
            is_turned = top - bottom > 2 * (right - left) and len(text) > 2
            # Arabic letters reach below each other, and one whose mark parts it from its neighbours is a word to PDFium.
            if min(len(text), len(other[0])) <= 2 and all(unicodedata.bidirectional(word[0]) == "AL" for word in (text, other[0])):
                continue
            if across > 1 and down > 0.4 * height if not is_turned else down > 1 and across > 0.4 * width:
                yield text, other[0]


def dark(picture, box):
    """Whether there is ink in a part of a picture."""
    return picture.crop(box).getextrema()[0] < 160


def problems_of(path):
    """What has no room on the pages of a PDF; and how many pages it has."""
    found = []
    document = pypdfium2.PdfDocument(path)
    is_picture = any(path.with_name(f"{path.stem}-{reading}.pdf").exists() for reading in ["lecture", "reading"])
    is_cut = path.stem.endswith(CUT) or path.stem.removesuffix("-lecture").removesuffix("-reading").endswith(CUT)
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
        if not is_cut:
            picture = page.render(scale=1, grayscale=True).to_pil().convert("L")
            across, down = picture.size
            band = int(EDGE) - 1
            edges = {"left": (0, 0, band, down), "right": (across - band, 0, across, down), "top": (0, 0, across, band), "bottom": (0, down - band, across, down)}
            found += [f"{place}: there is ink within 5 mm of the {name} edge" for name, box in edges.items() if dark(picture, box)]
    count = len(document)
    document.close()
    return found, count


def sample(folder):
    """The sample site in every format that its kinds of pages have."""
    site = folder / "sample"
    site.mkdir()
    for name in ["content", "themes", "records"]:
        (site / name).symlink_to(ROOT / name)
    lines = (ROOT / "guichet.yaml").read_text(encoding="utf-8").split("\nfiches:\n")
    rest = [line for line in lines[1].split("\n") if line and not line.startswith(" ")]
    head = lines[0].replace("contrôles: {", "contrôles: { does-not-fit: avertissement,")
    write(site / "guichet.yaml", "\n".join([head, "fiches:", EVERY_FORMAT, *rest]) + "\n")
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
        return look([Path(folder) for folder in arguments[1:]])
    program = Path(arguments[0]).resolve()
    everything = "--all" in arguments
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        sites = [sample(folder), shapes(folder), official(program, folder, everything)]
        for site in sites:
            _, told = guichet(program, site, "build")
            print(*[line for line in told.splitlines() if "does-not-fit" in line], sep="\n")
        return look([site / "public" for site in sites])


def look(folders):
    """Looks at every PDF below some folders; says what has no room, and whether that is nothing."""
    files = [path for folder in folders for path in sorted(folder.rglob("*.pdf"))]
    with ProcessPoolExecutor() as pool:
        results = list(pool.map(problems_of, files, chunksize=8))
    found = [problem for problems, _ in results for problem in problems]
    print(f"{len(files)} PDFs, {sum(pages for _, pages in results)} pages")
    print(*found[:200], sep="\n")
    if len(found) > 200:
        print(f"and {len(found) - 200} more")
    return 1 if found or not files else 0


if __name__ == "__main__":
    sys.exit(main())
