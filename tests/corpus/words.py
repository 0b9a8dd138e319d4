#!/usr/bin/env python3
"""Is any word lost? `words.py XML SITE [PUBLIC]`: every word of the XML stands in the Markdown of SITE, in its order, and in
the pages and sheets of PUBLIC.

It knows nothing of how the import works. A *unit* is a piece of text that the XML does not divide: a paragraph, a title, the
name of a form. The words of each unit must follow each other, with little between them; the units of a fiche's text must
stand in the order of the XML. What may stand elsewhere is said in `MOVED`, and is looked for as well.
"""
import bisect
import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from pathlib import Path

# Where a file stands in the official guide: its menus, not its text. `Source` of a contact point names the site that a link
# leads to.
AROUND = {"SurTitre", "Audience", "Canal", "FilDAriane", "Theme", "SousThemePere", "DossierPere", "SousDossierPere", "Cible",
          "PivotLocal", "Condition", "Dossier"}
# Text that runs on: its units stand in order.
RUNNING = {"Introduction", "Texte", "ListeSituations", "Avertissement"}
# Units of running text that may stand elsewhere: papers to bring, which open the guide.
MOVED = {"pieces"}
PAPERS = re.compile(r"(?i)^(pièces|documents|justificatifs) (à (fournir|joindre|présenter)|justificatives)$")
# Elements whose own text is one unit.
UNITS = {"Paragraphe", "Titre", "Source", "Complement", "NoticeLiee", "QuestionReponse", "CommentFaireSi", "LienExterne",
         "Fiche", "Dossier", "Partenaire", "Resume", "NumeroCerfa", "AutreNumero", "RechercheGuidee", "ServiceEnLigneAlternatif"}
# The titles that GFM's callouts have on the page.
CALLOUTS = {"[!NOTE]": "À noter", "[!TIP]": "À savoir", "[!WARNING]": "Attention", "pièces:": "Pièces à fournir"}
# Between two words of a unit may stand an abbreviation spelled out, the number of a note, or what a link weighs.
GAP = 60


def words(text):
    text = unicodedata.normalize("NFKC", text).replace("\u00ad", "")
    # Telephone numbers are set as they are read aloud.
    text = re.sub(r"\+33\s*(?:\(0\)\s*)?(?=\d)", "0", text)
    text = re.sub(r"(?<!\d)0(?:[\s.]?\d){9}(?!\d)", lambda number: re.sub(r"\D", "", number.group()), text)
    return re.findall(r"[^\W\d_]+|\d+", text.lower())


class Text(HTMLParser):
    """The text of a page."""

    def __init__(self):
        super().__init__()
        self.parts = []
        self.skipped = 0

    def handle_starttag(self, tag, attributes):
        self.skipped += tag in ("style", "script", "head")
        self.parts.append(" ")

    def handle_endtag(self, tag):
        self.skipped -= tag in ("style", "script", "head")
        self.parts.append(" ")

    def handle_data(self, data):
        if not self.skipped:
            self.parts.append(data)


def inline(html):
    """Text within a word's markup stays one word: `1<sup>er</sup>`."""
    return re.sub(r"</?(sup|b|strong|em|i|abbr|a)\b[^>]*>", "", html)


def of_html(path):
    reader = Text()
    reader.feed(inline(path.read_text(encoding="utf-8")))
    return words("".join(reader.parts))


def of_markdown(path):
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"\]\(<[^>]*>\)|\]\([^)\s]*\)", "]", text)
    text = re.sub(r"(?<=\d)\\?\*(?=\d)", " ", text)
    for sign, title in CALLOUTS.items():
        text = text.replace(sign, title)
    return words(re.sub(r"[\\*]", "", text))


def run_on(text):
    """The words of a sheet. A word that goes on in the next line stands as one, and as its parts: the hyphen may be its own."""
    text = re.sub(r"(\w)[-\u00ad\u2010]\s*\n(\w)", "\\1\u241f\\2", text)
    tokens = []
    for piece in text.split():
        if "\u241f" in piece:
            tokens += words(piece.replace("\u241f", ""))
            tokens += words(piece.replace("\u241f", " "))
        else:
            tokens += words(piece)
    return tokens


def output_of(*command):
    return subprocess.run(list(map(str, command)), capture_output=True, check=True).stdout.decode(errors="replace")


def drawn(path):
    """The words of a sheet in the order in which they are drawn, which is nearly that in which they are read."""
    return run_on(output_of("pdftotext", "-raw", path, "-"))


def tagged(path):
    """The words of a sheet in the order of its tags, as they are read aloud. It takes seconds for a long sheet."""
    text = ""
    for line in output_of("pdfinfo", "-struct-text", path).splitlines():
        line = line.strip()
        if line.startswith('"') and line.endswith('"'):
            text += line[1:-1] + ("\n" if line[-2:-1] in "-\u00ad\u2010" else "")
        elif line.endswith("(block)"):
            text += " \n"
    return run_on(text)


def units(element, moved=False, running=False):
    """Each unit as (words, whether it may stand elsewhere, whether it is of running text)."""
    if element.tag in AROUND:
        return
    title = element.find("Titre")
    if element.tag in ("Chapitre", "SousChapitre", "Cas") and title is not None:
        heading = re.sub(r"\s+", " ", "".join(title.itertext())).strip()
        moved = moved or bool(PAPERS.match(heading)) or element.get("type") in MOVED
    if element.tag in UNITS and not any(child.tag in UNITS for child in element):
        found = Unit(element)
        if found:
            yield found, moved, running
        return
    for child in element:
        yield from units(child, moved, running)


class Unit(list):
    """The words of a unit; `apart` are the same with each link a word of its own, for the XML may forget the space beside it."""

    def __init__(self, element):
        super().__init__(words("".join(element.itertext())))
        self.apart = words(text_with_edges(element))


def text_with_edges(element):
    edge = " " if element.tag.startswith("Lien") else ""
    inner = "".join(text_with_edges(child) + (child.tail or "") for child in element)
    return edge + (element.text or "") + inner + edge


def publication(root):
    for child in root:
        if child.tag.startswith("{"):
            continue
        if child.tag in ("Definition", "Abreviation"):
            for part in (child.find("Titre"), child.find("Texte")):
                if child.tag == "Definition" and part is not None and part.tag == "Titre":
                    continue
                if part is not None:
                    for found, _, _ in units_of_term(part):
                        yield found, True, False
            continue
        local = child.tag == "OuSAdresser"
        for found, moved, running in units(strip_sources(child) if local else child, running=child.tag in RUNNING):
            yield found, moved, running


def units_of_term(part):
    found = Unit(part)
    if found:
        yield found, True, False


def strip_sources(element):
    for source in element.findall("Source"):
        element.remove(source)
    return element


def find(unit, text, start):
    """Where a unit ends in a text at or after `start`; None where it does not stand there."""
    positions = text.index_of
    for first in positions.get(unit[0], ()):
        if first < start:
            continue
        at = first
        for word in unit[1:]:
            at = text.next(word, at + 1, GAP)
            if at is None:
                break
        else:
            return at + 1
    return None


def is_noted(token, word):
    """Whether a number has the number of a note behind it, which is raised and still reads as one with it."""
    return word.isdigit() and token.startswith(word) and token.isdigit() and len(token) <= len(word) + 3


class Words:
    """The words of a Markdown file or page."""

    def __init__(self, tokens):
        self.tokens = tokens
        self.run_on = None
        self.index_of = {}
        for at, token in enumerate(tokens):
            self.index_of.setdefault(token, []).append(at)

    @property
    def letters(self):
        """The same without its ends of words, for units in which the XML forgot a space beside a link."""
        if self.run_on is None:
            self.run_on = Letters("".join(self.tokens))
        return self.run_on

    def next(self, word, start, gap):
        for at in range(start, min(start + gap, len(self.tokens))):
            if self.tokens[at] == word or is_noted(self.tokens[at], word):
                return at
        return None


class Letters:
    """The letters of a sheet."""

    def __init__(self, letters):
        self.letters = letters

    def find(self, unit, start):
        first = self.letters.find(unit[0], start)
        while first >= 0:
            at = first + len(unit[0])
            for word in unit[1:]:
                # A page may end here: its foot and the head of the next stand between.
                next_at = self.letters.find(word, at, at + 1200)
                if next_at < 0:
                    break
                at = next_at + len(word)
            else:
                return at
            first = self.letters.find(unit[0], first + 1)
        return None


def searcher(unit, text):
    """A function from a start to where the unit ends in a text after it."""
    def search(start):
        end = find(unit, text, start)
        return find(unit.apart, text, start) if end is None and unit.apart != unit else end

    return search


def missing(root, text, in_order=True):
    """Units that do not stand in a text, and units of running text that stand there out of order."""
    lost, late, cursor = [], [], 0
    for unit, moved, running in publication(root):
        search = searcher(unit, text)
        if running and not moved and in_order:
            end = search(cursor)
            if end is not None:
                cursor = end
                continue
            if search(0) is not None:
                late.append(" ".join(unit))
                continue
        elif search(0) is not None:
            continue
        if text.letters.find(["".join(unit)], 0) is None:
            lost.append(" ".join(unit))
    return lost, late


def missing_from_sheet(root, text, in_order=True):
    """The same for a sheet, where the foot of a page or a note may stand within anything: a unit that the text has once shows
    whether the order holds; one that it has several times must stand there as often as in the XML."""
    lost, once, wanted = [], [], {}
    for unit, moved, running in publication(root):
        places = all_places(unit, text)
        wanted[tuple(unit)] = wanted.get(tuple(unit), 0) + (running and not moved)
        if not places and text.letters.find(["".join(unit)], 0) is None:
            lost.append(" ".join(unit))
        elif places and len(places) < wanted[tuple(unit)]:
            lost.append(" ".join(unit))
        elif running and not moved and in_order and len(places) == 1:
            once.append((places[0], " ".join(unit)))
    kept = longest_rising([place for place, _ in once])
    return lost, [unit for at, (_, unit) in enumerate(once) if at not in kept]


def all_places(unit, text):
    """Where each occurrence of a unit begins."""
    places, end = [], 0
    while (end := searcher(unit, text)(end)) is not None:
        places.append(end - len(unit))
    return places


def longest_rising(values):
    """The positions of a longest part of a list that only rises."""
    ends, before, tails = [], [], []
    for at, value in enumerate(values):
        place = bisect.bisect_left(ends, value)
        before.append(tails[place - 1] if place else None)
        ends[place:place + 1] = [value]
        tails[place:place + 1] = [at]
    kept, at = set(), tails[-1] if tails else None
    while at is not None:
        kept.add(at)
        at = before[at]
    return kept


def main():
    source, site = Path(sys.argv[1]), Path(sys.argv[2])
    public = Path(sys.argv[3]) if len(sys.argv) > 3 else site / "public"
    glossaries = [word for path in sorted((site / "content/guides").glob("*/glossary.yaml")) for word in of_markdown(path)]
    centres = [word for path in sorted((site / "content/organizations").rglob("*.md")) for word in of_markdown(path)]
    jobs = []
    for path in sorted(source.rglob("*.xml")):
        if path.name.startswith(("F", "N", "R")):
            jobs.append(path)
    totals = {"files": 0, "units": 0}
    failures = 0

    def check(path):
        root = ET.parse(path).getroot()
        audience = root.find("FilDAriane/Niveau").get("ID").lower()
        name = root.get("ID")
        folder = site / "content/guides" / audience
        if root.get("type") == "Theme":
            markdown = folder / "_index.md"
        elif name.startswith("N"):
            markdown = folder / name / "_index.md"
        else:
            markdown = next(iter(folder.rglob(f"{name}.md")), None)
        if markdown is None or not markdown.is_file():
            return [f"{path.name}: no Markdown"], 0
        page = public / str(markdown.relative_to(site / "content")).lower().replace("_index.md", "index.html").replace(".md", ".html")
        tree = root.find("Problematiques") is not None or root.find("Questionnaire") is not None
        told = []
        count = sum(1 for _ in publication(root))
        texts = [("Markdown", Words(of_markdown(markdown) + glossaries))]
        if public.is_dir():
            texts.append(("page", Words(of_html(page))))
            sheet = page.with_name(page.stem + "-a4.pdf")
            if sheet.is_file():
                texts.append(("sheet", Words(drawn(sheet))))
        for kind, text in texts:
            look = missing_from_sheet if kind == "sheet" else missing
            lost, late = look(root, text, in_order=not tree)
            if kind == "sheet" and (lost or late):
                # poppler loses some text of the one, and the order of some tables in the other.
                also = look(root, Words(tagged(sheet)), in_order=not tree)
                lost = [unit for unit in lost if unit in also[0]]
                late = [unit for unit in late if unit in also[0] + also[1]]
            told += [f"{audience}/{name} {kind} lost: {unit[:150]}" for unit in lost]
            told += [f"{audience}/{name} {kind} out of order: {unit[:150]}" for unit in late]
        return told, count

    with ThreadPoolExecutor(2) as pool:
        for told, count in pool.map(check, jobs):
            totals["files"] += 1
            totals["units"] += count
            failures += len(told)
            for line in told:
                print(line)
    print(f"{totals['files']} files, {totals['units']} units of text: {failures} lost or out of order")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
