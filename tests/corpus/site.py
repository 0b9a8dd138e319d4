#!/usr/bin/env python3
"""Make a guichet site of the official fiches: `site.py OUT`. Each becomes a guide with its routes, date, source and text."""
import io
import json
import re
import sys
import tarfile
import xml.etree.ElementTree as ET
from pathlib import Path

HERE = Path(__file__).resolve().parent
DC = "{http://purl.org/dc/elements/1.1/}"
BLOCKS = {"Chapitre", "SousChapitre", "Cas", "Situation", "BlocCas", "ListeSituations", "Texte", "Introduction", "ANoter",
          "ASavoir", "Attention", "Rappel", "Avertissement", "FragmentConditionne", "Publication"}


def fiches():
    """Each fiche as (name, root), by name."""
    with tarfile.open(HERE / "service-public.tar.xz") as archive:
        for member in sorted(archive.getmembers(), key=lambda member: member.name):
            if member.isfile():
                data = archive.extractfile(member).read()
                yield member.name.removesuffix(".xml"), ET.parse(io.BytesIO(data)).getroot()


def words(element):
    """The text of an element on one line, Markdown's own characters escaped."""
    text = re.sub(r"\s+", " ", "".join(element.itertext())).strip()
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", text)


def items(listing):
    """The lines of a list: paragraphs of an item indented below it, lists within lists after it."""
    lines = []
    for item in listing.findall("Item"):
        paragraphs = [words(part) for part in item.iter("Paragraphe")] or [words(item)]
        lines += ["- " + "\n\n  ".join(part for part in paragraphs if part)]
    return lines


def title(element):
    found = element.find("Titre")
    return re.sub(r"\s+", " ", "".join(found.itertext())).strip() if found is not None else ""


def channels(root):
    """The routes, as `channels:` has them; empty where there is none."""
    routes = {}
    places = [e for e in root.iter("OuSAdresser") if (e.get("type") or "").startswith("Local")]
    cases = {e.get("type") for e in root.iter("Cas")}
    if places or "surPlace" in cases:
        names = dict.fromkeys(title(e) for e in places)
        routes["in_person"] = [{"name": name} for name in names if name] or [{"note": "Sur place"}]
    services = [(e.get("type"), e) for e in root.iter("ServiceEnLigne")]
    papers = [e for kind, e in services if kind in ("Formulaire", "Modèle de document")]
    if papers or "parCorres" in cases:
        forms = {}
        for paper in papers:
            form = {"title": title(paper) or "Formulaire"}
            if paper.get("numerocerfa"):
                form["number"] = paper.get("numerocerfa")
            if (paper.get("URL") or "").startswith("http"):
                form["url"] = paper.get("URL")
            forms[json.dumps(form)] = form
        routes["paper"] = [{"forms": list(forms.values())}] if forms else [{"note": "Par courrier"}]
    centres = [e for e in root.iter("OuSAdresser") if e.get("type") == "Centre de contact"]
    if centres:
        routes["phone"] = [{"label": name} for name in dict.fromkeys(title(e) or "Centre de contact" for e in centres)]
    online = [e for kind, e in services if kind == "Téléservice"]
    if online or "enLigne" in cases:
        links = {}
        for service in online:
            if (service.get("URL") or "").startswith("http"):
                links[service.get("URL").replace(" ", "%20")] = title(service)
        routes["online"] = [{"url": url, "label": label} for url, label in links.items()] or [
            {"url": root.get("spUrl"), "label": "En ligne"}]
    return routes


def body(element, level, out):
    """Paragraphs, lists and headings, in their order."""
    for child in element:
        if child.tag == "Titre":
            continue
        if child.tag == "Paragraphe":
            out.append(words(child))
        elif child.tag == "Liste":
            out.append("\n".join(items(child)))
        elif child.tag in BLOCKS:
            head = title(child)
            if head and child.tag in ("Chapitre", "SousChapitre", "Cas", "Situation"):
                out.append(f"{'#' * min(level, 6)} {head}")
            body(child, level + bool(head), out)


def guide(root):
    routes = channels(root)
    date = re.sub(r"^modified ", "", root.findtext(DC + "date", ""))
    theme = root.find("Theme")
    front = {
        "title": root.findtext(DC + "title", "").strip(),
        "summary": root.findtext(DC + "description", "").strip(),
        "reviewed": date,
        "source": {"name": "service-public.fr", "id": root.get("ID"), "date": date, "licence": "Licence Ouverte 2.0"},
        "authority": root.findtext(DC + "contributor", "").split(", ")[-1].strip() or None,
        "topic": theme.get("ID").lower() if theme is not None else None,
    }
    if routes:
        front["channels"] = routes
    else:
        front["nature"] = "information"
    if set(routes) == {"online"}:
        front["online_only"] = {"note": "Aucune autre voie n'est nommée par la fiche officielle."}
    out = []
    body(root, 2, out)
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items() if value]
    return "---\n" + "\n".join(lines) + "\n---\n\n" + "\n\n".join(part for part in out if part) + "\n"


def main():
    out = Path(sys.argv[1])
    topics, glossary = {}, {}
    for name, root in fiches():
        # The same fiche may stand in the guides of two publics.
        path = out / f"content/guides/{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(guide(root), encoding="utf-8")
        theme = root.find("Theme")
        if theme is not None:
            topics[theme.get("ID").lower()] = title(theme)
        for short in root.iter("Abreviation"):
            full = short.find("Texte")
            if title(short) and full is not None:
                glossary[title(short)] = re.sub(r"\s+", " ", "".join(full.itertext())).strip()
    config = {"title": "Fiches officielles", "base_url": "https://guides.example.org/", "topics": topics}
    text = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in config.items())
    (out / "guichet.yaml").write_text(text + "\n", encoding="utf-8")
    entries = [f"{json.dumps(k, ensure_ascii=False)}: {json.dumps(v, ensure_ascii=False)}" for k, v in sorted(glossary.items())]
    (out / "content/glossary.yaml").write_text("\n".join(entries) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
