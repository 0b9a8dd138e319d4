#!/usr/bin/env python3
"""The sample of the official guide, rewritten as schema 3.5 would write it.

    modern.py OUT [--words FILE] [--seed 35] [--public particuliers]

OUT is a folder or, if its name ends with `.zip`, a zip, with the folders `particuliers` and `professionnels`. With `--public` it
has the files of one public without a folder, as DILA publishes them (`vosdroits-latest.zip`). The same seed writes the same bytes.
Nobody who wrote this has seen a whole file of schema 3.5: what follows says for each form where it comes from.

**Known**, from notes, from programs that read 3.4 and 3.5, and from fiches of 2022 to 2025 in the tests of such programs:

- `xsi:noNamespaceSchemaLocation` names the version; pages are at www.service-public.gouv.fr;
- `Image` with its attributes, and `Legende`, `Credits`, `TexteDeRemplacement`, `Description` in it, in this order. Often the
  legend, the replacement text and the first paragraph of the description are the same; `Image` may have only `Credits` and
  `Description`;
- `Video` with its attributes, `Titre` and `Credits`;
- `ImageIllustration` and `VideoIllustration` as children of the root, before the introduction, with `Legende` and
  `TexteDeRemplacement`;
- `TitreFlottant` with one `Paragraphe`; `Exemple` with `Titre` and `Paragraphe`, as `ANoter` has; `Indice` is among words;
- `QuiPeutMAider` as a child of the root, with `ID`, `type` and `Titre`; `RechercheGuideePere` among the menus of a fiche;
- beyond the list of fifteen: `Conclusion` as a child of the root, behind the text; `TitreRiche` as the title of a table; lists of
  type `caseACocher`; `Cout`, `NbEtapes` and `CommentFaireSelf` (`Etapes`, `Documents`, `Delai`, `Recours`) in services; the root
  `Actualite`;
- `arborescence.xml` has `ItemArbo` in `ItemArbo`, with `ID`, `type`, `dateDeModification` and `Titre`; N31931 is the theme of
  associations.

**Guessed**:

- a transcript is the `Description` of a video; descriptions have lists; an illustration may have `Credits`, one of a video a
  transcript;
- what else is in `QuiPeutMAider` (what is in `OuSAdresser`), what is in `Contact` (a name, a text, an address), in `Groupe`
  (blocks, with or without a title) and in `TexteInterne` (words of a paragraph, or paragraphs). No program says more than the
  names; one writes `TexteInterne` itself, of the text beside markup;
- everything but those children of the root may be within anything that holds blocks, and within each other;
- all roots of index files. `redirections.xml` follows the one sample that there is, written by hand; `arborescence.xml` a program;
  `menu.xml`, `questionsReponses.xml`, `commentFaireSi.xml`, `servicesEnLigne.xml` repeat the elements of the fiches;
  `idxDateModifImp.xml` follows its name;
- the fiches of associations have the audience and the addresses of particuliers, and their themes become `SousTheme` of N31931;
- fiches for professionals are at entreprendre.service-public.gouv.fr/vosdroits, and `Professionnels` is still their audience;
- images are beside the XML. Half of them are not given.

**Made up**, to see what becomes of it: `FriseChronologique`, an element that nobody knows, with titles and addresses; `X1.xml`, a
file with a root that nobody knows.

Texts are phrases of the same file, with words that occur nowhere else (`zybakalo`), so that a test can look for every one.
`--words` writes a table of them: the element, the part of it, the duty, the file, the elements around it, the marked words, the
text. Duties:

- `text`: readers miss it if it is not on the page; `again`: the same as another part of the same element, once is enough;
- `link`: an address that the page leads to; `image`: a file that is in the source;
- `menu`: where a file stands in the guide; `untaken`: in a file that is told and not taken.
"""
import argparse
import collections
import copy
import random
import tempfile
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

from modern_elements import BLOCKS, WORDS, XSI, Maker, Marks, grey_image, mark_words
from modern_indexes import indexes
from modern_places import HOLDERS, insert, insert_words, places, put_before, put_behind
from official import unpack

DC = "{http://purl.org/dc/elements/1.1/}"
ET.register_namespace("dc", DC[1:-1])
ET.register_namespace("xsi", XSI[1:-1])

ASSOCIATIONS, ASSOCIATIONS_TITLE = "N31931", "Associations"
ADDRESSES = [
    ("www.service-public.fr/professionnels-entreprises/vosdroits", "entreprendre.service-public.gouv.fr/vosdroits"),
    ("service-public.fr/associations/vosdroits", "service-public.fr/particuliers/vosdroits"),
    ("service-public.fr", "service-public.gouv.fr"),
]
# Children of the root that readers read, the menus before them, and what is behind them.
BODY = ["Introduction", "Questionnaire", "Problematiques", "ListeSituations", "Texte", "Fiche", "SousDossier", "Dossier"]
MENUS = ["FilDAriane", "Theme", "SousThemePere", "DossierPere", "SousDossierPere"]
CONTACTS = BODY + ["OuSAdresser", "ServiceEnLigne"]
# Of the files in a zip, for the same bytes each time.
DAY = (2026, 11, 25, 0, 0, 0)


def read(source):
    """The sample: by public, then by name."""
    guide = collections.defaultdict(dict)
    for path in sorted(source.glob("*/*.xml")):
        guide[path.parent.name][path.stem] = ET.parse(path).getroot()
    return guide


def addressed(text):
    """An address as it is now."""
    for old, new in ADDRESSES:
        text = text.replace(old, new)
    return text


def renew(root):
    """The version and the addresses of a file; its prose stays."""
    schema = root.get(XSI + "noNamespaceSchemaLocation")
    root.set(XSI + "noNamespaceSchemaLocation", f"../Schemas/3.5/{schema.rsplit('/', 1)[1]}")
    renew_attributes(root)
    for element in root:
        if element.tag in (DC + "rights", DC + "source", "Canal") and element.text:
            element.text = addressed(element.text)


def renew_attributes(root):
    for element in root.iter():
        for key, value in element.attrib.items():
            element.set(key, addressed(value))


def merge_associations(guide):
    """Makes associations a theme of particuliers. Gives the identifiers of the themes that they had, which are its parts now."""
    merged = guide.pop("associations")
    old = {name: root for name, root in merged.items() if root.get("type") == "Theme"}
    titles = {name: root.findtext(DC + "title") for name, root in old.items()}
    theme = copy.deepcopy(old[min(old)])
    for dossier in theme.findall("Dossier"):
        theme.remove(dossier)
    for name, root in old.items():
        part = ET.SubElement(theme, "SousTheme", ID=name)
        ET.SubElement(part, "Titre").text = titles[name]
        for dossier in root.findall("Dossier"):
            ET.SubElement(part, "Dossier", ID=dossier.get("ID")).text = dossier.findtext("Titre") or dossier.text
        del merged[name]
    theme.set("ID", ASSOCIATIONS)
    theme.set("spUrl", theme.get("spUrl").replace(min(old), ASSOCIATIONS))
    for name, text in [("title", ASSOCIATIONS_TITLE), ("description", ASSOCIATIONS_TITLE), ("identifier", ASSOCIATIONS)]:
        theme.find(DC + name).text = text
    merged[ASSOCIATIONS] = theme
    twice = merged.keys() & guide["particuliers"].keys()
    assert not twice, f"of associations and of particuliers: {twice}"
    guide["particuliers"] = dict(sorted((guide["particuliers"] | merged).items()))
    for files in guide.values():
        for root in files.values():
            point_at_theme(root, titles)
    for root in merged.values():
        make_particulier(root, titles)
    return dict.fromkeys(titles, ASSOCIATIONS)


def point_at_theme(root, titles):
    """Names the new theme and audience where a file names one of the old ones."""
    own = root.find("Theme")
    if own is not None and own.get("ID") in titles and root.find("SousThemePere") is None:
        part = ET.Element("SousThemePere", ID=own.get("ID"))
        part.text = titles[own.get("ID")]
        put_behind(root, ["Theme"], part)
    for theme in root.iter("Theme"):
        if theme.get("ID") in titles:
            theme.set("ID", ASSOCIATIONS)
            theme.find("Titre").text = ASSOCIATIONS_TITLE
    audiences = set()
    for element in list(root.iter()):
        if element.get("audience") == "Associations":
            element.set("audience", "Particuliers")
        if element.tag == "Audience" and element.text == "Associations":
            element.text = "Particuliers"
    for element in root.findall("Audience"):
        if element.text in audiences:
            root.remove(element)
        audiences.add(element.text)


def make_particulier(root, titles):
    """The path of a file that was for associations."""
    first, *others = root.find("FilDAriane")
    first.set("ID", "Particuliers")
    first.text = "Accueil particuliers"
    for level in others:
        if level.get("ID") in titles:
            level.set("ID", ASSOCIATIONS)
            level.text = ASSOCIATIONS_TITLE
    for name in ("subject", "relation"):
        element = root.find(DC + name)
        if element is None:
            continue
        for old, label in titles.items():
            element.text = element.text.replace(label, ASSOCIATIONS_TITLE).replace(old, ASSOCIATIONS)


# What may be put where: names of places, as `modern_places` gives them, or how they end.
EVERYWHERE = sorted(HOLDERS)
ODD = ["Liste!", "Tableau!", "BlocCas!", "OuSAdresser!", "ServiceEnLigne!", "SousDossier!", "Questionnaire!",
       "Problematique!"]
ALLOWED = {
    "Image": EVERYWHERE,
    "Video": EVERYWHERE,
    "TitreFlottant": EVERYWHERE,
    "Exemple": EVERYWHERE,
    "Groupe": EVERYWHERE,
    "TexteInterne": ["Introduction", "Texte", "Chapitre", "SousChapitre", "Cas", "Item", "Cellule", "ANoter"],
    "Contact": ["Texte", "Chapitre", "SousChapitre", "Cas", "Item", "OuSAdresser!", "ServiceEnLigne!"],
    "QuiPeutMAider": ["Texte", "Chapitre", "SousChapitre", "Cas", "FragmentConditionne"],
    "FriseChronologique": EVERYWHERE + ODD,
}


def choices(root):
    """Each new element with each place of a file where it may be: by (element, name of the place)."""
    found = collections.defaultdict(list)
    for place in places(root):
        if place.name.endswith("/Paragraphe"):
            for name in WORDS:
                found[name, place.name].append(place)
            continue
        last = place.name.rsplit("/", 1)[-1]
        for name, allowed in ALLOWED.items():
            if last in allowed:
                found[name, place.name].append(place)
    return found


def how_many(file, found, rng):
    """The new elements that a file gets in its text."""
    size = sum(len(there) for there in found.values())
    return {"F": 8 + min(24, size // 60), "R": rng.choice([0, 1, 2]), "N": rng.choice([0, 1])}[file.name[0]]


class Writer:
    """Rewrites one file after the other. What was put into a kind of place least often is next, so that each element is in many
    files and in each kind of place."""

    def __init__(self, seed):
        self.seed, self.marks, self.parts, self.images = seed, Marks(), [], {}
        self.used = collections.Counter()
        self.files = collections.defaultdict(set)

    def rng(self, *names):
        return random.Random("/".join([str(self.seed), *names]))

    def count(self, element, place, file):
        self.used[element, place] += 1
        self.files[element].add(file)

    def rewrite(self, file, root, searches):
        """Adds to a file what 3.5 has. `searches` are the guided searches of its public."""
        rng = self.rng(*file.parts)
        maker = Maker(file, root, self, rng)
        found = choices(root)
        for _ in range(how_many(file, found, rng)):
            if not found:
                break
            element, name = min(sorted(found), key=lambda key: (self.used[key], rng.random()))
            place = rng.choice(found[element, name])
            maker.within = place.within.split("/")
            if name.endswith("/Paragraphe"):
                insert_words(place, lambda words, make=WORDS[element]: make(maker, words), rng)
            else:
                insert(place, maker.make(element), rng)
            self.count(element, name, file)
            # A paragraph that was divided may have no room for more.
            found = {key: there for key, there in choices_left(found, place).items() if there}
        self.tables(file, root, maker, rng)
        self.around(file, root, maker, rng, searches)

    def tables(self, file, root, maker, rng):
        for table in root.iter("Tableau"):
            if table.find("Titre") is not None and rng.random() < 0.5:
                maker.within = [root.tag, "Tableau"]
                maker.table_title(table)
                self.count("TitreRiche", "Tableau", file)

    def around(self, file, root, maker, rng, searches):
        """Children of the root."""
        maker.within = [root.tag]
        sort = file.name[0]
        kinds = {
            # element: how often in fiches, services and nodes; how it is made; where it is put
            "ImageIllustration": ("FN", 0.3, maker.image_illustration, put_before, BODY),
            "VideoIllustration": ("FN", 0.2, maker.video_illustration, put_before, BODY),
            "QuiPeutMAider": ("FRN", 0.3, maker.help, put_behind, CONTACTS),
            "Conclusion": ("F", 0.2, maker.conclusion, put_behind, BODY),
            "FriseChronologique": ("FRN", 0.08, lambda: maker.unknown(0), put_behind, BODY),
            "RechercheGuideePere": ("F", 0.2, lambda: maker.guided_search(rng.choice(searches)), put_behind, MENUS),
        }
        for name, (sorts, share, make, put, names) in kinds.items():
            if sort in sorts and rng.random() < share and any(child.tag in names for child in root):
                put(root, names, make())
                self.count(name, root.tag, file)
        if sort == "R" and rng.random() < 0.15:
            for made in maker.service_details():
                root.append(made)
                self.count(made.tag, root.tag, file)

    def strangers(self, public):
        """Files with roots that are not of the guide, as far as it is known."""
        made = {}
        for name, tag in [("A19999", "Actualite"), ("X1", "FicheInconnue")]:
            root = ET.Element(tag, ID=name, type="bref")
            ET.SubElement(root, DC + "title").text = "Une nouvelle"
            maker = Maker(Path(public, f"{name}.xml"), root, self, self.rng(public, name))
            maker.within = [tag]
            title, text = ET.SubElement(root, "Titre"), ET.SubElement(root, "Texte")
            title.text = maker.label(tag, "Titre", "untaken")
            ET.SubElement(text, "Paragraphe").text = maker.phrase(tag, "Paragraphe", "untaken")
            made[name] = root
            self.count(tag, "root", maker.file)
        return made


def choices_left(found, place):
    """The choices without a paragraph that is divided now."""
    if place.parent.tag != "Paragraphe":
        return found
    return {key: [other for other in there if other.parent is not place.parent] for key, there in found.items()}


def rewritten(seed):
    """The guide as 3.5 would write it: its files by path, and what was put in."""
    with tempfile.TemporaryDirectory() as folder:
        guide = read(unpack(Path(folder)))
    gone = merge_associations(guide)
    writer, out = Writer(seed), {}
    for public, files in sorted(guide.items()):
        searches = [name for name, root in files.items() if root.get("type") == "Recherche guidée"]
        beside = indexes(files, public, gone if public == "particuliers" else {}, writer.rng(public))
        for name, root in files.items():
            renew(root)
            writer.rewrite(Path(public, f"{name}.xml"), root, searches)
        for root in beside.values():
            renew_attributes(root)
            ET.indent(root)
        for name, root in [*files.items(), *beside.items(), *writer.strangers(public).items()]:
            text = ET.tostring(root, encoding="unicode")
            out[f"{public}/{name}.xml"] = f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()
    for part in writer.parts:
        if part.duty == "image":
            out[f"{part.file.parent}/{part.text}"] = grey_image(int(part.text[1:-4]) % 64)
    return out, writer


def write(out, files, public):
    """Writes the files into a folder or zip: all of them, or those of one public."""
    if public:
        files = {path.split("/", 1)[1]: content for path, content in files.items() if path.startswith(f"{public}/")}
    if out.suffix == ".zip":
        with zipfile.ZipFile(out, "w") as archive:
            for path, content in files.items():
                entry = zipfile.ZipInfo(path, DAY)
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, content)
    else:
        for path, content in files.items():
            (out / path).parent.mkdir(parents=True, exist_ok=True)
            (out / path).write_bytes(content)
    return files


def write_words(path, parts):
    with path.open("w", encoding="utf-8") as out:
        print("element", "part", "duty", "file", "within", "marks", "text", sep="\t", file=out)
        for part in parts:
            marks = " ".join(mark_words(part.text))
            print(part.element, part.name, part.duty, part.file, part.within, marks, part.text, sep="\t", file=out)


def tell(files, writer):
    """Prints how often each element was put in, in how many files and where."""
    sorts = collections.Counter(path.rsplit("/", 1)[-1][0] if path.rsplit("/", 1)[-1][1].isdigit() else "index" for path in files)
    print(", ".join(f"{count} {sort}" for sort, count in sorted(sorts.items())))
    for element in sorted({element for element, _ in writer.used}):
        there = {place: count for (name, place), count in sorted(writer.used.items()) if name == element}
        print(f"{element}: {sum(there.values())} in {len(writer.files[element])} files: "
              + ", ".join(f"{place} {count}" for place, count in there.items()))
    duties = collections.Counter(part.duty for part in writer.parts)
    print(f"{writer.marks.count} marked words; " + ", ".join(f"{count} {duty}" for duty, count in sorted(duties.items())))


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--words", type=Path)
    arguments.add_argument("--seed", type=int, default=35)
    arguments.add_argument("--public", choices=["particuliers", "professionnels"])
    options = arguments.parse_args()
    files, writer = rewritten(options.seed)
    tell(write(options.out, files, options.public), writer)
    if options.words:
        write_words(options.words, writer.parts)


if __name__ == "__main__":
    main()
