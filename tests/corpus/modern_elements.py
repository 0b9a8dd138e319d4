"""The elements that schema 3.5 has and 3.3 has not, with text of the file that they are put into."""
import re
import xml.etree.ElementTree as ET
from collections import namedtuple

XSI = "{http://www.w3.org/2001/XMLSchema-instance}"

# A part of an element: what is owed to it, and its text or address.
Part = namedtuple("Part", "element name duty file within text")
CONSONANTS, VOWELS = "bdfgklmnprstvz", "aeiou"
SYLLABLES = [consonant + vowel for consonant in CONSONANTS for vowel in VOWELS]
# No word of the guide has these two letters behind each other.
SIGN = "zy"
LONGEST = 180


def mark_words(text):
    """The marked words of a text."""
    return re.findall(rf"{SIGN}[a-z]{{6}}", text)


class Marks:
    """Words that occur nowhere else: all letters, all of one length."""

    def __init__(self):
        self.count = 0

    def next(self):
        number, word = self.count, SIGN
        self.count += 1
        for _ in range(3):
            number, at = divmod(number, len(SYLLABLES))
            word += SYLLABLES[at]
        return word


def phrases_of(root):
    """Phrases of a file's paragraphs, but for those with a telephone number, which is another's."""
    found = []
    for paragraph in root.iter("Paragraphe"):
        if len(paragraph):
            continue
        text = re.sub(r"\s+", " ", paragraph.text or "").strip(" .;:,")
        if 15 <= len(text) <= LONGEST and not re.search(r"\d[\d ]{6}|39 \d\d", text):
            found.append(text)
    title = root.findtext("{http://purl.org/dc/elements/1.1/}title")
    return list(dict.fromkeys(found)) or [re.sub(r"\s+", " ", title).strip()]


class Maker:
    """Makes new elements for one file, and tells the writer of all what they say. `within` are the names of the elements around
    them."""

    def __init__(self, file, root, writer, rng):
        self.file, self.writer, self.rng = file, writer, rng
        self.marks, self.images = writer.marks, writer.images
        self.phrases = phrases_of(root)
        self.within = []

    # -- texts -------------------------------------------------------------------------------------

    def told(self, element, name, text, duty="text"):
        self.writer.parts.append(Part(element, name, duty, self.file, "/".join(self.within), text))

    def phrase(self, element, name, duty="text"):
        """A phrase of the file between two marked words."""
        text = f"{self.marks.next()} {self.rng.choice(self.phrases)} {self.marks.next()}"
        self.told(element, name, text, duty)
        return text

    def label(self, element, name, duty="text"):
        """A few words of the file behind a marked one."""
        words = self.rng.choice(self.phrases).split(" ")
        text = f"{self.marks.next()} {' '.join(words[:self.rng.randint(2, 6)])}".rstrip(",;: ")
        self.told(element, name, text, duty)
        return text

    def address(self, element, name):
        text = f"https://exemple.example.org/{self.marks.next()}"
        self.told(element, name, text, "link")
        return text

    # -- what they are made of ---------------------------------------------------------------------

    def paragraph(self, into, element, name, text=None):
        ET.SubElement(into, "Paragraphe").text = text or self.phrase(element, name) + "."

    def list(self, into, element, name, kind="puce"):
        made = ET.SubElement(into, "Liste", type=kind)
        for _ in range(self.rng.randint(2, 3)):
            self.paragraph(ET.SubElement(made, "Item"), element, name)

    def title(self, into, element, rich=False):
        """A title: plain text, or one paragraph."""
        made = ET.SubElement(into, "Titre")
        self.rich(made, self.label(element, "Titre"), rich)

    @staticmethod
    def rich(into, text, rich):
        if rich:
            ET.SubElement(into, "Paragraphe").text = text
        else:
            into.text = text

    def credits(self, into, element):
        self.paragraph(ET.SubElement(into, "Credits"), element, "Credits", self.label(element, "Credits"))

    def description(self, into, element, first=None):
        """What a picture shows or a film says, as paragraphs and lists."""
        made = ET.SubElement(into, "Description")
        if first:
            self.paragraph(made, element, "Description", first)
        for _ in range(self.rng.randint(1, 3)):
            self.paragraph(made, element, "Description")
        if self.rng.random() < 0.6:
            self.list(made, element, "Description", self.rng.choice(["puce", "numero"]))
            self.paragraph(made, element, "Description")

    def inner(self, into, depth):
        """Something new within something new."""
        if depth < 2 and self.rng.random() < 0.4:
            name = self.rng.choice([name for name in BLOCKS if name != into.tag])
            self.within.append(into.tag)
            into.append(self.make(name, depth + 1))
            self.within.pop()
            self.writer.count(name, f"{into.tag}/", self.file)

    def image_file(self, element):
        name = f"I{90000 + len(self.images)}.jpg"
        given = len(self.images) % 2 == 0
        self.images[name] = given
        if given:
            self.told(element, "LienPublication", name, "image")
        return {"LienPublication": name, "langue": "fr", "poids": f"{self.rng.randint(2000, 90000) / 100}", "format": "image/jpeg",
                "type": "Image", "redimensionnable": self.rng.choice(["oui", "non"])}

    # -- the elements ------------------------------------------------------------------------------

    def make(self, name, depth=0):
        return BLOCKS[name](self, depth)

    def image(self, _depth):
        made = ET.Element("Image", self.image_file("Image"))
        form = self.rng.choice(["whole", "whole", "alike", "alike", "short", "bare"])
        legend = self.label("Image", "Legende") if form in ("whole", "alike") else None
        if legend:
            ET.SubElement(made, "Legende").text = legend
        self.credits(made, "Image")
        if form == "whole":
            ET.SubElement(made, "TexteDeRemplacement").text = self.label("Image", "TexteDeRemplacement")
        elif form == "alike":
            self.told("Image", "TexteDeRemplacement", legend, "again")
            ET.SubElement(made, "TexteDeRemplacement").text = legend
            self.told("Image", "Description", legend, "again")
        if form == "bare":
            ET.SubElement(made, "TexteDeRemplacement").text = self.label("Image", "TexteDeRemplacement")
        else:
            self.description(made, "Image", legend if form == "alike" else None)
        return made

    def video_attributes(self, element):
        return {"URL": self.address(element, "URL"), "type": "Video", "langue": "fr",
                "fournisseur": self.rng.choice(["youTube", "dailymotion"]), "format": "text/html", "redimensionnable": "oui"}

    def video(self, _depth):
        made = ET.Element("Video", self.video_attributes("Video"))
        self.title(made, "Video")
        self.credits(made, "Video")
        if self.rng.random() < 0.7:
            self.description(made, "Video")
        return made

    def image_illustration(self):
        made = ET.Element("ImageIllustration", self.image_file("ImageIllustration"))
        ET.SubElement(made, "Legende").text = self.label("ImageIllustration", "Legende")
        if self.rng.random() < 0.5:
            self.credits(made, "ImageIllustration")
        ET.SubElement(made, "TexteDeRemplacement").text = self.label("ImageIllustration", "TexteDeRemplacement")
        return made

    def video_illustration(self):
        made = ET.Element("VideoIllustration", self.video_attributes("VideoIllustration"))
        ET.SubElement(made, "Legende").text = self.label("VideoIllustration", "Legende")
        if self.rng.random() < 0.5:
            self.description(made, "VideoIllustration")
        return made

    def floating_title(self, _depth):
        made = ET.Element("TitreFlottant")
        ET.SubElement(made, "Paragraphe").text = self.label("TitreFlottant", "Paragraphe")
        return made

    def example(self, depth):
        made = ET.Element("Exemple")
        kind = self.rng.random()
        if kind < 0.6:
            ET.SubElement(made, "Titre").text = "Exemple"
        elif kind < 0.9:
            self.title(made, "Exemple")
        self.paragraph(made, "Exemple", "Paragraphe")
        if self.rng.random() < 0.3:
            self.list(made, "Exemple", "Liste")
        self.inner(made, depth)
        return made

    def group(self, depth):
        made = ET.Element("Groupe")
        if self.rng.random() < 0.6:
            self.title(made, "Groupe", self.rng.random() < 0.5)
        self.paragraph(made, "Groupe", "Paragraphe")
        if self.rng.random() < 0.4:
            self.list(made, "Groupe", "Liste", self.rng.choice(["puce", "caseACocher"]))
        self.inner(made, depth)
        return made

    def contact(self, _depth=0):
        made = ET.Element("Contact", ID=f"R{90000 + self.rng.randint(0, 9999)}")
        self.title(made, "Contact")
        if self.rng.random() < 0.7:
            self.paragraph(ET.SubElement(made, "Texte"), "Contact", "Texte")
        if self.rng.random() < 0.6:
            ET.SubElement(made, "RessourceWeb", URL=self.address("Contact", "URL"))
        return made

    def help(self, _depth=0):
        """Who can help: a kind of local office, or a service with a text of its own, as where to turn to."""
        if self.rng.random() < 0.5:
            made = ET.Element("QuiPeutMAider", ID=f"R{90000 + self.rng.randint(0, 9999)}", type="Local personnalisé sur SP")
            self.title(made, "QuiPeutMAider")
            ET.SubElement(made, "PivotLocal").text = self.rng.choice(["mairie", "msap", "mjd", "cdad", "adil"])
            ET.SubElement(made, "RessourceWeb", URL=self.address("QuiPeutMAider", "URL"))
        else:
            made = ET.Element("QuiPeutMAider", ID=f"R{90000 + self.rng.randint(0, 9999)}", type="Centre de contact")
            self.title(made, "QuiPeutMAider")
            chapter = ET.SubElement(ET.SubElement(made, "Texte"), "Chapitre")
            self.title(chapter, "QuiPeutMAider", rich=True)
            self.paragraph(chapter, "QuiPeutMAider", "Texte")
        if self.rng.random() < 0.3:
            ET.SubElement(made, "Complement").text = self.label("QuiPeutMAider", "Complement")
        if self.rng.random() < 0.3:
            self.within.append("QuiPeutMAider")
            made.append(self.contact())
            self.within.pop()
            self.writer.count("Contact", "QuiPeutMAider/", self.file)
        return made

    def guided_search(self, name):
        made = ET.Element("RechercheGuideePere", ID=name)
        text = self.label("RechercheGuideePere", "Titre", "menu")
        if self.rng.random() < 0.5:
            ET.SubElement(made, "Titre").text = text
        else:
            made.text = text
        return made

    def inner_text(self, _depth=0):
        """The guess of paragraphs in it."""
        made = ET.Element("TexteInterne")
        self.paragraph(made, "TexteInterne", "Paragraphe")
        if self.rng.random() < 0.5:
            self.paragraph(made, "TexteInterne", "Paragraphe")
        return made

    def inner_words(self, words):
        """The guess of words in it: some of the paragraph become its own."""
        taken = self.rng.randint(0, min(4, len(words)))
        made = ET.Element("TexteInterne")
        made.text = " ".join([self.marks.next()] + words[:taken])
        self.told("TexteInterne", "mots", made.text.strip())
        return made, taken

    def index(self, words):
        """Something lowered: a number or letters behind a marked word."""
        made = ET.Element(self.rng.choice(["MiseEnEvidence", "Expression", "Valeur"]))
        made.text = self.marks.next()
        low = ET.SubElement(made, "Indice")
        low.text = self.rng.choice(["2", "3", "eau", "max"])
        self.told("Indice", "indice", made.text + low.text)
        return made, 0

    def unknown(self, depth):
        """What nobody knows: with a title, steps with addresses and titles of their own, and bare text."""
        made = ET.Element("FriseChronologique", URL=self.address("FriseChronologique", "URL"))
        self.title(made, "FriseChronologique", self.rng.random() < 0.5)
        for _ in range(self.rng.randint(1, 2)):
            step = ET.SubElement(made, "EtapeDeFrise", URL=self.address("FriseChronologique", "EtapeDeFrise/URL"))
            self.title(step, "FriseChronologique")
            self.paragraph(step, "FriseChronologique", "Paragraphe")
        ET.SubElement(made, "LibelleDeFrise").text = self.label("FriseChronologique", "LibelleDeFrise")
        self.inner(made, depth)
        return made

    def unknown_words(self, words):
        """The same between words."""
        taken = self.rng.randint(0, min(3, len(words)))
        made = ET.Element("RepereDeFrise", URL=self.address("FriseChronologique", "RepereDeFrise/URL"))
        made.text = " ".join([self.marks.next()] + words[:taken])
        self.told("FriseChronologique", "RepereDeFrise", made.text.strip())
        return made, taken

    def conclusion(self):
        made = ET.Element("Conclusion")
        if self.rng.random() < 0.5:
            self.title(made, "Conclusion", rich=True)
        self.paragraph(made, "Conclusion", "Paragraphe")
        return made

    def table_title(self, table):
        """The title of a table, as schema 3.5 names it."""
        old = table.find("Titre")
        old.tag = "TitreRiche"
        text = f"{self.marks.next()} {''.join(old.itertext()).strip()}"
        self.told("TitreRiche", "Paragraphe", text)
        for child in list(old):
            old.remove(child)
        self.rich(old, text, self.rng.random() < 0.7)
        if len(old):
            old.text = None

    def service_details(self):
        """What a service costs, how long it takes, and how it is used by oneself."""
        cost, steps, use = ET.Element("Cout"), ET.Element("NbEtapes"), ET.Element("CommentFaireSelf")
        self.paragraph(cost, "Cout", "Paragraphe")
        self.paragraph(steps, "NbEtapes", "Paragraphe")
        for name in ["Etapes", "Documents", "Delai", "Recours"]:
            part = ET.SubElement(use, name)
            self.paragraph(part, "CommentFaireSelf", name)
            if self.rng.random() < 0.5:
                self.list(part, "CommentFaireSelf", name, self.rng.choice(["puce", "caseACocher"]))
        return [cost, steps, use]


BLOCKS = {
    "Image": Maker.image,
    "Video": Maker.video,
    "TitreFlottant": Maker.floating_title,
    "Exemple": Maker.example,
    "Groupe": Maker.group,
    "TexteInterne": Maker.inner_text,
    "Contact": Maker.contact,
    "QuiPeutMAider": Maker.help,
    "FriseChronologique": Maker.unknown,
}
WORDS = {
    "TexteInterne": Maker.inner_words,
    "Indice": Maker.index,
    "FriseChronologique": Maker.unknown_words,
}


def grey_image(shade):
    """A JPEG of 64 × 48 pixels in one shade (0 to 127), written by hand: one code for each of the few things that it says."""
    def segment(sign, body):
        return b"\xff" + bytes([sign]) + (len(body) + 2).to_bytes(2, "big") + body

    # The first block differs from grey by `shade`, the others from the one before by nothing: `10` and seven bits, then `0`. Each
    # ends with `0`.
    bits = "10" + f"{shade | 64:07b}" + "0" + "00" * (8 * 6 - 1)
    bits += "1" * (-len(bits) % 8)
    data = bytes(int(bits[at:at + 8], 2) for at in range(0, len(bits), 8)).replace(b"\xff", b"\xff\x00")
    return (b"\xff\xd8" + segment(0xe0, b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00")
            + segment(0xdb, b"\x00" + bytes([8] * 64))
            + segment(0xc0, b"\x08" + (48).to_bytes(2, "big") + (64).to_bytes(2, "big") + b"\x01\x01\x11\x00")
            + segment(0xc4, b"\x00" + bytes([1, 1] + [0] * 14) + bytes([0, 7]))
            + segment(0xc4, b"\x10" + bytes([1] + [0] * 15) + bytes([0]))
            + segment(0xda, b"\x01\x01\x00\x00\x3f\x00") + data + b"\xff\xd9")
