#!/usr/bin/env python3
"""Count the routes of the official fiches over their XML, event by event, without a tree."""
import json
import tarfile
from pathlib import Path
from xml.parsers import expat

ARCHIVE = Path(__file__).resolve().parent / "service-public.tar.xz"

# (element, its type or the beginning of it) and the route that it stands for.
SIGNS = [
    ("OuSAdresser", "Local", "in_person"),
    ("Cas", "surPlace", "in_person"),
    ("ServiceEnLigne", "Formulaire", "paper"),
    ("ServiceEnLigne", "Modèle de document", "paper"),
    ("Cas", "parCorres", "paper"),
    ("OuSAdresser", "Centre de contact", "phone"),
    ("ServiceEnLigne", "Téléservice", "online"),
    ("Cas", "enLigne", "online"),
]


def routes(xml):
    """The routes that a fiche names, as a set."""
    found = set()

    def start(name, attributes):
        kind = attributes.get("type", "")
        found.update(route for element, sign, route in SIGNS if name == element and kind.startswith(sign))

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.Parse(xml, True)
    return found


def count():
    """The totals, by the names that `guichet report --format json` has for them."""
    totals = dict.fromkeys(["procedures", "in_person", "paper", "phone", "online", "off_line", "online_only", "no_route",
                            "information"], 0)
    with tarfile.open(ARCHIVE) as archive:
        for member in archive.getmembers():
            if not Path(member.name).name.startswith("F"):
                continue
            if not member.isfile():
                continue
            found = routes(archive.extractfile(member).read())
            if not found:
                totals["information"] += 1
                continue
            totals["procedures"] += 1
            for route in found:
                totals[route] += 1
            totals["off_line" if found - {"online"} else "online_only"] += 1
    return totals


if __name__ == "__main__":
    print(json.dumps(count(), indent=2))
