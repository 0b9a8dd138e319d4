"""Where something new may be put into a file of the guide."""

# What holds blocks, and so can hold one more.
HOLDERS = {"Introduction", "Texte", "Chapitre", "SousChapitre", "Cas", "Item", "Cellule", "ANoter", "ASavoir", "Attention",
           "Rappel", "FragmentConditionne", "Aide", "Contenu", "Commentaire"}
# Holders whose content is another's: the place is named after that one too.
OWNERS = {"OuSAdresser", "OuSAdresserSupport", "ServiceEnLigne", "ServiceEnLigneAnnexe", "Avertissement", "Situation"}
# What has a place for one more child beside those that are usual.
ODD = {"Liste", "Tableau", "BlocCas", "OuSAdresser", "ServiceEnLigne", "SousDossier", "Questionnaire", "Problematique"}
# What opens its parent, and stays there.
FIRST = {"Titre", "TitreAlternatif", "Condition", "SiSelectionne", "Colonne", "Resume", "Description"}
# Not for readers, or elsewhere than in the page.
SKIPPED = {"Definition", "Abreviation", "DossierPere", "FilDAriane", "VoirAussi", "Theme"}


class Place:
    """A parent, the name of the place (`OuSAdresser/Texte`), and the elements around it."""

    def __init__(self, parent, name, within):
        self.parent, self.name, self.within = parent, name, within


def places(root):
    """The places of a file, in order: those for blocks have the name of what holds them, those for words end with `Paragraphe`,
    those for what nobody expects there with `!`."""
    found = []

    def visit(element, above):
        tag = element.tag
        if tag in SKIPPED or not isinstance(tag, str):
            return
        path = above + [tag]
        within = "/".join(path)
        owner = next((name for name in reversed(above) if name in OWNERS), None)
        prefix = f"{owner}/" if owner and owner != tag else ""
        if tag in HOLDERS and above:
            nested = "Cas/" if tag == "Cas" and "Cas" in above else ""
            found.append(Place(element, prefix + nested + tag, within))
        if tag in ODD:
            found.append(Place(element, f"{tag}!", within))
        if tag == "Paragraphe" and any(len(text or "") > 40 for text in texts(element)):
            outer = above[-1] if above[-1] in ("Titre", "Item", "Cellule") else prefix.rstrip("/") or "Texte"
            found.append(Place(element, f"{outer}/Paragraphe", within))
        for child in element:
            visit(child, path)

    visit(root, [])
    return found


def texts(element):
    """The text of an element beside its children."""
    return [element.text] + [child.tail for child in element]


def insert(place, new, rng):
    """Puts a block among the others, behind what opens the parent."""
    parent = place.parent
    first = 0
    while first < len(parent) and parent[first].tag in FIRST:
        first += 1
    parent.insert(rng.randint(first, len(parent)), new)


def insert_words(place, make, rng):
    """Puts an element between two words of a paragraph. `make` takes the words that it may have for itself, and returns the element
    and how many of them it took."""
    parent = place.parent
    runs = [at for at, text in enumerate(texts(parent)) if len(text or "") > 40]
    at = rng.choice(runs)
    words = texts(parent)[at].split(" ")
    cut = rng.randint(1, len(words) - 1)
    new, taken = make(words[cut:])
    before = " ".join(words[:cut]) + " "
    rest = words[cut + taken:]
    new.tail = f" {' '.join(rest)}" if rest else ""
    if at == 0:
        parent.text = before
    else:
        parent[at - 1].tail = before
    parent.insert(at, new)


def put_behind(root, names, new):
    """Puts a child of the root behind the last one with one of these names; False if there is none."""
    at = max((index for index, child in enumerate(root) if child.tag in names), default=None)
    if at is not None:
        root.insert(at + 1, new)
    return at is not None


def put_before(root, names, new):
    """Puts a child of the root before the first one with one of these names; False if there is none."""
    at = min((index for index, child in enumerate(root) if child.tag in names), default=None)
    if at is not None:
        root.insert(at, new)
    return at is not None
