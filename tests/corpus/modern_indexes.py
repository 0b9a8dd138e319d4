"""The index files that lie beside the fiches. See `modern.py` for what is known of each."""
import xml.etree.ElementTree as ET

DC = "{http://purl.org/dc/elements/1.1/}"
# The order in which the site shows themes, which is not that of their identifiers.
THEMES = ["N19810", "N19805", "N19811", "N19806", "N19808", "N19812", "N19803", "N19807", "N19804", "N19809", "N31931"]


def title(root):
    return root.findtext(DC + "title")


def text_of(element):
    named = element.find("Titre")
    return " ".join("".join((element if named is None else named).itertext()).split())


def modified(root):
    return (root.findtext(DC + "date") or "").replace("modified ", "")


def item(parent, name, kind, label, files):
    root = files.get(name)
    made = ET.SubElement(parent, "ItemArbo", ID=name, type=kind)
    if root is not None:
        made.set("dateDeModification", modified(root))
    ET.SubElement(made, "Titre").text = label
    return made


def of_kind(files, kind):
    return [(name, root) for name, root in files.items() if root.get("type") == kind]


def themes(files):
    """The themes in the order of the site."""
    order = {name: at for at, name in enumerate(THEMES)}
    return sorted(of_kind(files, "Theme"), key=lambda theme: (order.get(theme[0], len(order)), theme[0]))


def fiches(parent, dossier, files):
    """The fiches of a dossier, below its parts if it has some."""
    for child in dossier:
        if child.tag == "Fiche":
            kind = files[child.get("ID")].get("type") if child.get("ID") in files else "Fiche d'information"
            item(parent, child.get("ID"), kind, text_of(child), files)
        elif child.tag == "SousDossier":
            part = ET.SubElement(parent, "ItemArbo", ID=child.get("ID", ""), type="Sous-dossier")
            ET.SubElement(part, "Titre").text = text_of(child)
            fiches(part, child, files)


def tree(files):
    """Themes, their parts, dossiers, their parts, fiches."""
    made = ET.Element("Arborescence")

    def dossier(parent, child):
        name = child.get("ID")
        part = item(parent, name, "Dossier", text_of(child), files)
        if name in files:
            fiches(part, files[name], files)

    for name, root in themes(files):
        theme = item(made, name, "Theme", title(root), files)
        for child in root:
            if child.tag == "Dossier":
                dossier(theme, child)
            elif child.tag == "SousTheme":
                part = item(theme, child.get("ID"), "Sous-theme", text_of(child), files)
                for below in child.findall("Dossier"):
                    dossier(part, below)
    return made


def menu(files, public):
    made = ET.Element("Menu", ID=public.capitalize())
    for name, root in themes(files):
        theme = ET.SubElement(made, "Theme", ID=name)
        ET.SubElement(theme, "Titre").text = title(root)
        for part in root.findall("SousTheme"):
            ET.SubElement(ET.SubElement(theme, "SousTheme", ID=part.get("ID")), "Titre").text = text_of(part)
    return made


def collected(files, root_name, names):
    """The elements of some names, one for each identifier, in the order in which the fiches have them."""
    made, seen = ET.Element(root_name), set()
    for root in files.values():
        for element in root:
            if element.tag in names and element.get("ID") not in seen:
                seen.add(element.get("ID"))
                copy = ET.SubElement(made, element.tag, element.attrib)
                if element.tag == "ServiceEnLigne":
                    for part in element:
                        if part.tag in ("Titre", "Source"):
                            ET.SubElement(copy, part.tag, part.attrib).text = " ".join("".join(part.itertext()).split())
                else:
                    copy.text = text_of(element)
    return made


def dates(files):
    """When each text last changed in something that matters, the newest first."""
    made = ET.Element("IndexDatesModificationsImportantes")
    changed = [(root.get("dateDerniereModificationImportante"), name) for name, root in files.items() if name.startswith("F")]
    for date, name in sorted((entry for entry in changed if entry[0]), reverse=True):
        entry = ET.SubElement(made, "Publication", ID=name, dateDerniereModificationImportante=date)
        ET.SubElement(entry, "Titre").text = title(files[name])
    return made


def redirections(files, gone, rng):
    """Former identifiers: themes that are parts of another now, fiches that went into another, one of them in two steps, and one
    that went into a fiche that is not here."""
    made = ET.Element("Redirections")

    def redirect(old, new):
        ET.SubElement(made, "Redirection", ancien=old, nouveau=new)

    for old, new in gone.items():
        redirect(old, new)
    targets = rng.sample([name for name in files if name.startswith("F")], 12)
    for at, target in enumerate(targets):
        redirect(f"F{98000 + at}", target)
    redirect("F98100", "F98000")
    redirect("F98101", "F99999")
    return made


def indexes(files, public, gone, rng):
    """The index files of a public, by name."""
    return {
        "arborescence": tree(files),
        "menu": menu(files, public),
        "questionsReponses": collected(files, "QuestionsReponses", {"QuestionReponse"}),
        "commentFaireSi": collected(files, "CommentFaireSi", {"CommentFaireSi"}),
        "servicesEnLigne": collected(files, "ServicesEnLigne", {"ServiceEnLigne"}),
        "redirections": redirections(files, gone, rng),
        "idxDateModifImp": dates(files),
    }
