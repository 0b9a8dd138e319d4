#!/usr/bin/env python3
"""Write a synthetic file of the national directory of administrations, as large as the real one.

    python3 benches/annuaire.py annuaire.json [--records 60000] [--seed 1]
    python3 benches/annuaire.py annuaire.tar.bz2
    python3 benches/annuaire.py --csv annuaire.csv

The name of the output decides how it is packed: `.json` or `.csv` plain, `.gz` compressed, `.tar.bz2` with one JSON file, and with
`--communes` a small file for each commune before it, as in the archive of the DILA. 60 000 records are some 270 MB of JSON. Equal
options give equal bytes. With `--csv`, what is structured is JSON within a field, as the API of the directory gives it.

Codes of communes have their true form; names, numbers and addresses are fictional. 35360, `Villefictive`, has one of each trap:

- a town hall whose annexes and former communes share its code, and come before it in the file: only its old code ends with `-01`;
- a town hall of the same name in other départements; districts of Paris, Lyon and Marseille with codes of their own;
- offices that serve each commune of their département, several kinds of office in one record, kinds that nobody knows;
- records without a commune (national ones), without a kind, with `null`, empty texts and missing fields;
- hours with remarks, in halves, out of order or without a day; two addresses; several sites and numbers, some of them badly written;
- HTML and entities in texts.
"""
import argparse
import bz2
import csv
import gzip
import io
import json
import random
import sys
import tarfile
import tempfile
from pathlib import Path

STAMP = "2026-11-24_053120"
COPYRIGHT = "Direction de l'information légale et administrative (Premier ministre)"

# The fields of a record, in the order of the API. Those that hold lists are JSON within the CSV, or a bare text.
FIELDS = (
    "plage_ouverture site_internet copyright siren ancien_code_pivot reseau_social texte_reference partenaire telecopie nom siret "
    "itm_identifiant sigle affectation_personne date_modification adresse_courriel service_disponible organigramme pivot "
    "partenaire_identifiant ancien_identifiant id ancien_nom commentaire_plage_ouverture annuaire tchat hierarchie categorie sve "
    "telephone_accessible application_mobile version_type type_repertoire telephone version_etat_modification date_creation "
    "partenaire_date_modification mission formulaire_contact version_source type_organisme code_insee_commune statut_de_diffusion "
    "adresse url_service_public information_complementaire date_diffusion"
).split()
LISTS = frozenset(
    "plage_ouverture site_internet reseau_social texte_reference telecopie affectation_personne adresse_courriel organigramme pivot "
    "ancien_identifiant ancien_nom annuaire tchat hierarchie sve telephone_accessible application_mobile telephone "
    "formulaire_contact adresse".split()
)

DEPARTMENTS = [f"{number:02}" for number in range(1, 20)] + ["2A", "2B"] + [f"{number:02}" for number in range(21, 96)]
OVERSEAS = ["971", "972", "973", "974", "976"]
DISTRICTS = [("75", "751", 20, "Grandeville"), ("69", "6938", 9, "Deuxfleuves"), ("13", "132", 16, "Vieuxport")]

# Kinds with an office for each part of a département, or a few: name, how many in a département, whether it serves all of it.
WIDE = [
    ("prefecture", "Préfecture", 1, True), ("sous_pref", "Sous-préfecture", 3, False), ("cg", "Conseil départemental", 1, True),
    ("caf", "Caisse d'allocations familiales (Caf)", 3, True), ("cpam", "Caisse primaire d'assurance maladie (CPAM)", 5, True),
    ("msa", "Mutualité sociale agricole (MSA)", 2, True), ("carsat", "Carsat, agence retraite", 2, True), ("urssaf", "Urssaf", 1, True),
    ("maison_handicapees", "Maison départementale des personnes handicapées (MDPH)", 1, True), ("mjd", "Maison de justice et du droit", 2, False),
    ("tgi", "Tribunal judiciaire", 2, False), ("ti", "Tribunal de proximité", 2, False), ("ta", "Tribunal administratif", 1, True),
    ("cour_appel", "Cour d'appel", 1, True), ("prudhommes", "Conseil de prud'hommes", 2, False), ("tribunal_commerce", "Tribunal de commerce", 1, True),
    ("sie", "Service des impôts des entreprises", 2, False), ("sip", "Service des impôts des particuliers", 4, False),
    ("centre_impots_fonciers", "Centre des impôts foncier", 1, True), ("hypotheque", "Service de la publicité foncière", 1, True),
    ("ddt", "Direction départementale des territoires", 1, True), ("ddpp", "Protection des populations", 1, True),
    ("adil", "Agence départementale pour l'information sur le logement (Adil)", 1, True), ("cidf", "Information sur les droits des femmes", 1, True),
    ("cij", "Information jeunesse", 1, True), ("mission_locale", "Mission locale", 3, False), ("pole_emploi", "France Travail", 6, False),
    ("permanence_juridique", "Point-justice", 6, False), ("clic", "Point d'information local dédié aux personnes âgées", 4, False),
    ("cdas", "Centre départemental d'action sociale", 5, False), ("pmi", "Protection maternelle et infantile", 5, False),
    ("bav", "Bureau d'aide aux victimes", 1, True), ("banque_de_france", "Banque de France", 1, True), ("inspection_academique", "Éducation nationale", 1, True),
    ("prefecture_greffe_associations", "Greffe des associations", 2, False), ("chambre_metier", "Chambre de métiers et de l'artisanat", 1, True),
    ("cci", "Chambre de commerce et d'industrie", 1, True), ("chambre_agriculture", "Chambre d'agriculture", 1, True),
    ("spip", "Service pénitentiaire d'insertion et de probation", 1, True), ("onac", "Anciens combattants", 1, True),
]
NEAR = [("msap", "France services", 6), ("gendarmerie", "Brigade de gendarmerie", 8), ("commissariat_police", "Commissariat de police", 2),
        ("ccas", "Centre communal d'action sociale (CCAS)", 7), ("epci", "Communauté de communes", 4), ("tresorerie", "Trésorerie", 3)]
UNKNOWN = ["guichet_vert", "maison_du_futur", "pole_social_2027", "Sécurité sociale", ""]

STARTS = "Saint-Modèle Exemple Ville Bourg Mont Val Pré Roche Font Beau Clair Haut Neuf Puy Mas Cour Champ Bel Grand Petit".split()
ENDS = "fictive imaginaire sur-Rien en-Songe lès-Modèle la-Page le-Feuillet aux-Fiches du-Guichet de-l'Essai".split()
STREETS = ["rue de la Mairie", "place de l'Exemple", "avenue du Modèle", "rue des Écoles", "impasse de l'Essai", "chemin du Feuillet",
           "boulevard de la Fiche", "rue du Général-Fictif", "place du 30-Février", "allée des Guichets"]
REMARKS = ["Hors vacances scolaires.", "Sur rendez-vous l'après-midi.", "Accueil ouvert uniquement le 2e et 4e samedis de chaque mois.",
           "Fermé du 1er au 15&nbsp;août", "Semaines paires\nuniquement", "permanence de l'état civil jusqu'&agrave; 19 h"]
LONG = ["<p>Fermeture le 24 d&eacute;cembre &agrave; 16&nbsp;h.</p><ul><li>Se munir d'une pi&egrave;ce d'identit&eacute;</li><li>D&eacute;poser avant 11&nbsp;h</li></ul>",
        "Accueil des usagers &amp; dépôt des dossiers\n\nPrise de rendez-vous : 3 semaines d'attente.",
        "Le service * ne reçoit pas * les [déclarations](#) : voir <a href=\"https://www.exemple.example/a?b=1&amp;c=2\">le site</a>.",
        "Bus 1 et 5, arrêt <b>Mairie</b><br>Stationnement « minute » devant l'entrée"]
DAYS = ["Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche"]


class Places:
    """Every commune, département by département: its code, its name, its postcode."""

    def __init__(self, count, rng):
        departments = DEPARTMENTS + OVERSEAS
        each = max(4, count // len(departments))
        self.of = {}
        for department in departments:
            width = 5 - len(department)
            codes = rng.sample(range(1, 10 ** width - 1), min(each, 10 ** width - 12))
            if department == "35":
                codes = [360, 361, *(code for code in codes if code not in (360, 361))]
            self.of[department] = [self.place(f"{department}{code:0{width}}", department, rng) for code in sorted(codes)]
        self.home = next(place for place in self.of["35"] if place[0] == "35360")
        self.all = [place for department in departments for place in self.of[department]]

    @staticmethod
    def place(code, department, rng):
        name = "Villefictive" if code == "35360" else f"{rng.choice(STARTS)}{rng.choice(['-', ''])}{rng.choice(ENDS)}"
        postcode = ("20" if department in ("2A", "2B") else department).ljust(5, "0")[:3] + f"{rng.randrange(100):02}"
        return code, name, postcode, department

    def served(self, department, place, everywhere, rng):
        """The codes that an office serves: the whole département, or some hundred communes around it."""
        codes = [code for code, *_ in self.of[department]]
        if everywhere:
            return codes
        at = codes.index(place[0])
        return codes[max(0, at - rng.randrange(120)):at + rng.randrange(1, 120)]


def telephone(rng):
    number = f"01 99 00 {rng.randrange(100):02} {rng.randrange(100):02}"
    shape = rng.random()
    if shape < 0.90:
        return number
    compact = number.replace(" ", "")
    return rng.choice([compact, f"+33 (0){compact[1:]}", f"{number} (standard)", f"{number} / 01 99 00 00 99", number.replace(" ", "."), "+ 687 99 00 12"])


def hours(rng):
    """Opening hours, most of them plain and some with one of the ways in which they are not."""
    def span(first, last, *times, remark=""):
        times = [f"{time}:00" if time else "" for time in [*times, "", "", "", ""][:4]]
        return {"nom_jour_debut": first, "nom_jour_fin": last, "valeur_heure_debut_1": times[0], "valeur_heure_fin_1": times[1],
                "valeur_heure_debut_2": times[2], "valeur_heure_fin_2": times[3], "commentaire": remark}

    shape = rng.random()
    remark = rng.choice(REMARKS) if rng.random() < 0.15 else ""
    if shape < 0.12:
        return []
    if shape < 0.45:
        return [span("Lundi", "Vendredi", "09:00", "12:00", "14:00", "17:00", remark=remark)]
    if shape < 0.85:
        days = sorted(rng.sample(range(6), rng.randrange(1, 6)))
        begin, end = rng.choice(["08:00", "08:30", "09:00", "09:15"]), rng.choice(["11:45", "12:00", "12:30"])
        return [span(DAYS[day], DAYS[day], begin, end, *(("13:30", "17:15") if rng.random() < 0.6 else ()), remark=remark if day == days[-1] else "")
                for day in days]
    return rng.choice([
        [span("Lundi", "Vendredi", "", "", "14:00", "17:00")],
        [span("Mardi", "Mardi", "09:00", "12:00"), span("Mardi", "Mardi", "16:00", "19:00", remark=rng.choice(REMARKS))],
        [span("", "", "", "", remark="Sur rendez-vous uniquement.")],
        [span("Vendredi", "Lundi", "10:00", "12:00")],
        [span("Lundi", "Dimanche", "00:00", "00:00", remark="24 h/24")],
        [span("Samedi", "Samedi", "09:00", "", remark="le matin")],
        [span("Jeudi", "Jeudi", "14:00", "12:00")],
        [dict(span("Lundi", "Lundi", "09:00", "12:00"), valeur_heure_debut_2=None, valeur_heure_fin_2=None, commentaire=None)],
    ])


def addresses(place, rng):
    code, name, postcode, _ = place
    at = f"{-4.0 + rng.random() * 11:.6f}", f"{43.0 + rng.random() * 7:.6f}"

    def one(kind, **more):
        return {"type_adresse": kind, "complement1": "", "complement2": "", "numero_voie": f"{rng.randrange(1, 90)} {rng.choice(STREETS)}",
                "service_distribution": "", "code_postal": postcode, "nom_commune": name, "pays": "", "continent": "", "longitude": at[0],
                "latitude": at[1], "accessibilite": rng.choice(["", "", "ACC", "DEM", "NAC"]), "note_accessibilite": "", **more}

    found = [one("Adresse", complement1=rng.choice(["", "", "", "Hôtel de ville", "Bâtiment B - 2e étage"]),
                 note_accessibilite=rng.choice(["", "", "", "rampe", "Entrée de plain-pied par la cour &agrave; gauche", "sonnette"]))]
    if rng.random() < 0.25:
        found.append(one("Adresse postale", numero_voie="", service_distribution=rng.choice(["BP 12", "CS 40099", "TSA 10099"]), accessibilite="",
                         longitude="", latitude=""))
    if rng.random() < 0.03:
        found.reverse()
    if rng.random() < 0.01:
        found[0].update(numero_voie="", longitude=None, latitude=None)
    return found


def record(kind, title, place, rng, pivots=None, old="", name=None, empty=0.5):
    """A record with all its fields. `pivots` are the kinds and the communes that it serves, `empty` how often what is unknown is an empty
    text rather than `null`."""
    host = f"{title.split(' ')[0].strip('(),').lower().encode('ascii', 'ignore').decode() or 'service'}-{place[0].lower()}.example" if place else "national.example"
    nothing = "" if rng.random() < empty else None
    found = {field: ([] if field in LISTS else nothing) for field in FIELDS}
    identifier = f"{rng.getrandbits(128):032x}"
    identifier = "-".join((identifier[:8], identifier[8:12], identifier[12:16], identifier[16:20], identifier[20:]))
    day = f"{rng.randrange(1, 29):02}/{rng.randrange(1, 12):02}/{rng.randrange(2019, 2027)}"
    mail = f"accueil@{host}"
    sites = [{"libelle": "", "valeur": f"https://www.{host}/"}]
    if rng.random() < 0.2:
        sites.append({"libelle": "Prise de rendez-vous en ligne", "valeur": f"https://rdv.{host}/?lieu={place[0] if place else ''}&motif=1"})
    if rng.random() < 0.05:
        sites[0]["valeur"] = rng.choice([f"www.{host}", f"http://www.{host}", f"https://www.{host}/page avec espace", "néant"])
    phones = [{"valeur": telephone(rng), "description": rng.choice(["", "", "", "Standard", "État civil", "du lundi au vendredi de 9h &agrave; 12h", "Urgence"])}
              for _ in range(rng.choice([0, 1, 1, 1, 1, 1, 2, 3]))]
    siren = f"2{rng.randrange(10 ** 8):08}"
    found.update(
        id=identifier, nom=name or f"{title} - {place[1] if place else 'France'}", copyright=COPYRIGHT, ancien_code_pivot=old, plage_ouverture=hours(rng),
        pivot=[{"type_service_local": of, "code_insee_commune": codes} for of, codes in (pivots if pivots is not None else [(kind, [place[0]])])],
        adresse=addresses(place, rng) if place else [], telephone=phones, telecopie=[telephone(rng)] if rng.random() < 0.3 else [], site_internet=sites,
        adresse_courriel=[mail] if rng.random() < 0.9 else [mail, f"etat-civil@{host}"], siren=siren if rng.random() < 0.3 else "",
        siret=f"{siren}00014" if rng.random() < 0.7 else "", itm_identifiant=str(rng.randrange(10 ** 6)), date_modification=f"{day} {rng.randrange(24):02}:30:19",
        date_creation="18/01/2012 00:00:00", categorie="SL" if place else "SI", version_type="Publiable", statut_de_diffusion="true",
        code_insee_commune=place[0] if place else "",
        url_service_public=f"https://lannuaire.service-public.gouv.fr/region/departement/{identifier}",
        information_complementaire=rng.choice(LONG) if rng.random() < 0.12 else "",
        commentaire_plage_ouverture="Horaires d'été : voir le site." if rng.random() < 0.04 else "",
    )
    if rng.random() < 0.1:
        found["reseau_social"] = [{"valeur": f"https://reseau.example/{identifier[:8]}", "description": "", "custom_dico2": "Facebook"}]
    if rng.random() < 0.03:
        found["affectation_personne"] = [{"personne": {"nom": "FICTIF", "prenom": "Camille", "civilite": "Mme", "grade": "", "texte_reference": [],
                                                       "adresse_courriel": []}, "fonction": "Maire", "telephone": ""}]
    if rng.random() < 0.02:
        for field in rng.sample(FIELDS, 12):
            if field not in ("id", "nom", "pivot"):
                del found[field]
    return found


def showcase(places, rng):
    """The records of 35360, each trap once; the town hall itself comes last in the file."""
    home = places.home
    code, name, *_ = home
    others = places.of["35"]
    yield record("mairie", "Mairie annexe", home, rng, old=f"mairie-{code}-02", name=f"Mairie annexe - Les Guichets - {name}")
    yield record("mairie", "Mairie déléguée", home, rng, old=f"mairie-{code}-03", name="Mairie déléguée - Ancienneville")
    yield record("mairie", "Mairie déléguée", home, rng, old="mairie-35361-01", name="Mairie - Ancienneville", pivots=[("mairie", [code])])
    yield record("mairie_mobile", "Mairie mobile", home, rng)
    yield record("ccas", "CCAS", home, rng, pivots=[("ccas", [code]), ("clic", [code])])
    yield record("msap", "France services", home, rng, old=f"msap-{code}-01")
    yield record("msap", "France services", home, rng, old=f"msap-{code}-03", name=f"France services - {name} (Itinérant)")
    yield record("gendarmerie", "Gendarmerie", home, rng, pivots=[("gendarmerie", [place[0] for place in others[:9]] + [code])])
    yield record("epci", "Communauté de communes", home, rng, pivots=[("epci", [place[0] for place in others[:30]] + [code])])
    yield record(UNKNOWN[0], "Guichet vert", home, rng)
    yield record("", "Bureau sans genre", home, rng, pivots=[])
    yield record("mairie", "Mairie", home, rng, old=f"mairie-{code}-01", name=f"Mairie - {name}")


def town_halls(places, rng):
    """Town halls of whole communes, of their parts, of districts and overseas."""
    for department, prefix, count, city in DISTRICTS:
        center = (f"{department}056" if department == "75" else f"{prefix[:2]}{'123' if department == '69' else '055'}", city, f"{department}000", department)
        yield lambda center=center: record("mairie", "Mairie", center, rng, old=f"mairie-{center[0]}-01")
        for number in range(1, count + 1):
            code = f"{prefix}{number:0{5 - len(prefix)}}"
            district = (code, f"{city} {number}e arrondissement", f"{department}0{number:02}", department)
            kind = "paris_mairie_arrondissement" if department == "75" else "mairie"
            yield lambda kind=kind, district=district, code=code: record(kind, "Mairie", district, rng, old=f"mairie-{code}-01")
    for number in range(1, 11):
        place = (f"987{number:02}", f"Atollfictif {number}", f"987{number:02}", "987")
        yield lambda place=place: record("mairie_com", "Mairie", place, rng, old=f"mairie_com-{place[0]}-01")
    for place in places.all:
        code, name, *_ = place
        if code in ("35360", "35361"):
            continue
        yield lambda place=place, code=code: record("mairie", "Mairie", place, rng, old=f"mairie-{code}-01" if rng.random() < 0.98 else "")
        for number in range(2, 2 + rng.choice([0] * 22 + [1, 1, 2, 3])):
            part = rng.choice(["Mairie annexe", "Mairie déléguée", "Annexe de la mairie"])
            yield lambda place=place, code=code, number=number, part=part: record("mairie", part, place, rng, old=f"mairie-{code}-{number:02}",
                                                                                   name=f"{part} - {rng.choice(STARTS)}")


def offices(places, rng):
    """Offices of départements, and of communes, without an end."""
    # The first is the one of 35360, for a small file to have them too.
    departments = sorted(places.of, key=lambda department: department != "35")
    while True:
        for department in departments:
            around = places.of[department]
            for kind, title, count, everywhere in WIDE:
                for number in range(1, count + 1):
                    place = rng.choice(around)

                    def wide(kind=kind, title=title, place=place, department=department, everywhere=everywhere, number=number):
                        codes = places.served(department, place, everywhere, rng)
                        pivots = [(kind, codes)] + ([("sie", codes)] if kind == "sip" and rng.random() < 0.5 else [])
                        return record(kind, title, place, rng, pivots=pivots, old=f"{kind}-{place[0]}-{number:02}")
                    yield wide
            for kind, title, count in NEAR:
                for number in range(1, count + 1):
                    place = rng.choice(around)
                    yield lambda kind=kind, title=title, place=place, number=number: record(kind, title, place, rng, old=f"{kind}-{place[0]}-{number:02}")
            for title in ("Ministère fictif", "Autorité imaginaire"):
                yield lambda title=title: record("", title, None, rng, pivots=[], name=f"{title} {rng.randrange(1000)}")
            place = rng.choice(around)
            yield lambda place=place: record(rng.choice(UNKNOWN), "Service nouveau", place, rng)
            yield lambda place=place: record("", "Service sans genre", place, rng, pivots=rng.choice([[], [("cci", [])]]))


def records(places, count, rng):
    """So many records; they come in no order. Each is made when it is written."""
    home = list(showcase(places, rng))[:count]
    halls = list(town_halls(places, rng))[:max(0, (count - len(home)) * 6 // 10)]
    wide = offices(places, rng)
    plan = halls + [next(wide) for _ in range(count - len(home) - len(halls))]
    rng.shuffle(plan)
    step = len(plan) // (len(home) + 1) + 1
    waiting = iter(home[:-1])
    for index, made in enumerate(plan):
        yield made()
        if index % step == step - 1:
            yield from [found for found in [next(waiting, None)] if found]
    yield from waiting
    yield from home[-1:]


# A value on each line, with as much space before it as makes 60 000 records as large as the real file. An indent of json's own takes
# three times as long.
SEPARATORS = (",\n            ", ": ")


def as_json(found, out):
    out.write('{\n"service" : [\n')
    for index, one in enumerate(found):
        out.write((",\n" if index else "") + json.dumps(one, ensure_ascii=False, separators=SEPARATORS))
    out.write("\n]\n}\n")


def as_csv(found, out):
    out.write("\ufeff")
    table = csv.writer(out, delimiter=";", lineterminator="\r\n")
    table.writerow(FIELDS)

    def field(name, value):
        if not value:
            return ""
        if name in ("adresse_courriel", "telecopie"):
            return ";".join(value)
        return json.dumps(value, ensure_ascii=False) if name in LISTS else value
    for one in found:
        table.writerow([field(name, one.get(name)) for name in FIELDS])


def text(binary):
    return io.TextIOWrapper(binary, encoding="utf-8", newline="", write_through=False)


def archive(path, write, places, with_communes):
    """A tar gives the size of a file before the file: it is written to the disk first."""
    folder = f"all_{STAMP[:10].replace('-', '')}"
    with tempfile.TemporaryFile() as spool, bz2.open(path, "wb") as packed, tarfile.open(fileobj=packed, mode="w|") as tar:
        if with_communes:
            for code, name, *_ in places.all:
                data = json.dumps({"code_insee_commune": code, "nom": name, "type_service_local": []}, ensure_ascii=False).encode()
                entry = tarfile.TarInfo(f"{folder}/communes/{code}.json")
                entry.size = len(data)
                tar.addfile(entry, io.BytesIO(data))
        out = text(spool)
        write(out)
        out.flush()
        entry = tarfile.TarInfo(f"{folder}/{STAMP}-data.gouv_local.json")
        entry.size = spool.tell()
        spool.seek(0)
        tar.addfile(entry, spool)
        out.detach()


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    arguments.add_argument("output", type=Path)
    arguments.add_argument("--records", type=int, default=60_000)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--csv", action="store_true", help="the API's CSV instead of JSON")
    arguments.add_argument("--communes", action="store_true", help="in a .tar.bz2: a small file for each commune, before the directory")
    options = arguments.parse_args()
    rng = random.Random(options.seed)
    places = Places(options.records * 55 // 100, rng)

    def write(out):
        (as_csv if options.csv else as_json)(records(places, options.records, rng), out)

    name = options.output.name
    if name.endswith(".tar.bz2"):
        if options.csv:
            sys.exit("the API gives its CSV without an archive")
        archive(options.output, write, places, options.communes)
    elif name.endswith(".gz"):
        # Without a name and a time, equal options give equal bytes.
        with open(options.output, "wb") as raw, gzip.GzipFile("", "wb", mtime=0, fileobj=raw) as packed, text(packed) as out:
            write(out)
    else:
        with open(options.output, "w", encoding="utf-8", newline="") as out:
            write(out)
    print(f"{options.output}: {options.records} records, {options.output.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
