#!/usr/bin/env python3
"""What sites publish in other vocabularies, by validators that share no code with what wrote it.

    check.py GUICHET FOLDER

Builds two sites in FOLDER with `données: [cpsv-ap, hsds, data-inclusion]`: the sample site, and the official fiches of `tests/corpus` with
the organizations of the sample as its directory. Then:

- CPSV-AP: `pyshacl` with the SHACL shapes of release 3.2.0 (`cpsv-ap/`).
- HSDS: `hsds-validator` with the JSON Schemas of version 3.0 (`hsds/`), and `jsonschema` with the same, closed: no field that they do not name.
- data·inclusion: the models of `data-inclusion-schema`, warnings included, and that each service's structure is there.
- No text of a draft is published, and every reference leads to something.
- Each validator refuses each of the files of `BROKEN`, which differ from a valid one in one thing.
"""
import contextlib
import copy
import io
import json
import shutil
import sys
import time
from pathlib import Path

import jsonschema
import pydantic
import pyshacl
import rdflib
from data_inclusion.schema import v1
from hsds_validator.lib import validate as hsds
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE.parent / "corpus"))
import official  # noqa: E402
from official import guichet, site_of, unpack  # noqa: E402

# The sample was last checked on the day before.
official.TODAY = "2026-11-30"

DATA = "données: [cpsv-ap, hsds, data-inclusion]\n"

CPSV = rdflib.Namespace("http://purl.org/vocab/cpsv#")
CV = rdflib.Namespace("http://data.europa.eu/m8g/")
# A relative address is one below this.
NOWHERE = "https://nowhere.invalid/"
DRAFT = "Le secret du brouillon"


def sample(program, folder):
    """The sample site, with a draft beside its guides."""
    site = folder / "sample"
    site.mkdir(parents=True)
    for name in ["content", "records", "themes"]:
        shutil.copytree(ROOT / name, site / name)
    config = (ROOT / "guichet.yaml").read_text(encoding="utf-8")
    (site / "guichet.yaml").write_text(config + DATA, encoding="utf-8")
    add_draft(site)
    guichet(program, site, "build", "--no-sheets")
    return site / "public"


def corpus(program, folder):
    """The official fiches, and the sample's directory."""
    site = site_of(program, unpack(folder / "xml"), folder / "corpus")
    shutil.copytree(ROOT / "content/organizations", site / "content/organizations", dirs_exist_ok=True)
    with open(site / "guichet.yaml", "a", encoding="utf-8") as config:
        config.write("résumé: Les fiches officielles.\nlangues: [fr, en, ar]\nrecherche: non\nrapport: non\n" + DATA)
    add_draft(site)
    guichet(program, site, "build", "--no-sheets")
    return site / "public"


def add_draft(site):
    fields = {"guides": f"autorité: {DRAFT}\ncanaux:\n  sur-place: [mairie-exempleville]\n", "organizations": "type: mairie\n"}
    for folder, more in fields.items():
        text = f"---\ntitre: {DRAFT}\nbrouillon: oui\nvérifié: 2026-11-20\n{more}---\n\n{DRAFT}.\n"
        (site / "content" / folder / "secret.md").write_text(text, encoding="utf-8")


def read(public, path):
    return json.loads((public / "data" / path).read_text(encoding="utf-8"))


class CpsvAp:
    name = "CPSV-AP 3.2.0"

    def __init__(self):
        self.shapes = rdflib.Graph().parse(HERE / "cpsv-ap/cpsv-ap-SHACL.ttl")

    def documents(self, public):
        return read(public, "cpsv-ap.jsonld")

    def graph(self, document):
        return rdflib.Graph().parse(data=json.dumps(document), format="json-ld", publicID=NOWHERE)

    def mistakes(self, document):
        graph = self.graph(document)
        conforms, _, report = pyshacl.validate(graph, shacl_graph=self.shapes)
        found = [] if conforms else [report]
        for term in {term for triple in graph for term in triple if isinstance(term, rdflib.URIRef)}:
            if term.startswith(NOWHERE):
                found.append(f"a relative address: {term}")
        described = set(graph.subjects())
        typed = rdflib.RDF.type
        for _, predicate, thing in graph:
            if isinstance(thing, rdflib.URIRef) and predicate != typed and thing not in described:
                found.append(f"nothing is said of {thing}")
        return found

    def count(self, document):
        graph = self.graph(document)
        kinds = [CPSV.PublicService, CV.PublicOrganisation, CV.Channel, CV.Evidence, CV.Cost]
        counts = {kind.split("#")[-1].split("/")[-1]: len(set(graph.subjects(rdflib.RDF.type, kind))) for kind in kinds}
        return f"{len(graph)} triples, {counts}"

    def broken(self, document):
        """Copies, each with one mistake."""
        def node(kind, has=None):
            def find(nodes):
                return next(n for n in nodes if kind in n["@type"] and (has is None or has in n))
            return find

        def without(kind, field):
            return lambda nodes: node(kind, field)(nodes).pop(field)

        def put(kind, field, value):
            return lambda nodes: node(kind, field)(nodes).update({field: value})

        changes = {
            "a service without a title": without("cpsv:PublicService", "dct:title"),
            "a title without a language": put("cpsv:PublicService", "dct:title", "Titre"),
            "a service without an authority": without("cpsv:PublicService", "cv:hasCompetentAuthority"),
            "two identifiers": put("cpsv:PublicService", "dct:identifier", ["a", "b"]),
            "an authority that is nowhere": without("cv:PublicOrganisation", "dct:spatial"),
            "a channel without an identifier": without("cv:Channel", "dct:identifier"),
            "a cost that is no number": put("cv:Cost", "cv:hasValue", "86"),
            "hours that are a text": put("cv:ContactPoint", "cv:openingHours", "Mo-Fr 09:00-12:00"),
            "a channel that is not there": put("cpsv:PublicService", "cv:hasChannel", {"@id": "https://example.org/#no"}),
            "a relative address": put("cpsv:PublicService", "@id", "guides/x.html"),
        }
        yield None, document
        for name, change in changes.items():
            copied = copy.deepcopy(document)
            change(copied["@graph"])
            yield name, copied


class Hsds:
    name = "HSDS 3.0"

    def __init__(self):
        self.schemas = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((HERE / "hsds").glob("*.json"))]
        self.models, self.strict = {}, {}
        closed = [{**schema, "additionalProperties": False} for schema in self.schemas]
        resources = [(f"{schema['name']}.json", Resource(contents=schema, specification=DRAFT202012)) for schema in closed]
        registry = Registry().with_resources(resources)
        with contextlib.redirect_stdout(io.StringIO()):
            for kind in ["service", "organization"]:
                main = hsds.detect_main_schema_by_filename(self.schemas, kind)
                self.models[kind] = hsds.generate_models(main, self.schemas)
                self.strict[kind] = jsonschema.Draft202012Validator(
                    {"$ref": f"{kind}.json"}, registry=registry, format_checker=jsonschema.FormatChecker())

    def documents(self, public):
        return {"service": read(public, "hsds/services.json"), "organization": read(public, "hsds/organizations.json")}

    def mistakes(self, documents):
        found = []
        for kind, records in documents.items():
            for record in records:
                result = hsds.validate(record, record.get("name", kind), self.models[kind])
                found += [] if result["success"] else [f"hsds-validator: {result}"]
                found += [f"{kind} {'.'.join(map(str, wrong.path))}: {wrong.message}" for wrong in self.strict[kind].iter_errors(record)]
        # What has one identifier is one thing; an organization is told in full in its own file.
        places = [place["location"] for service in documents["service"] for place in service.get("service_at_locations", [])]
        by_id = {}
        for place in places:
            if by_id.setdefault(place["id"], place) != place:
                found.append(f"two places are {place['id']}")
        return found

    def count(self, documents):
        services = documents["service"]
        places = sum(len(service.get("service_at_locations", [])) for service in services)
        schedules = sum(len(organization["locations"][0].get("schedules", [])) for organization in documents["organization"])
        return f"{len(services)} services at {places} locations, {len(documents['organization'])} organizations with {schedules} schedules"

    def broken(self, documents):
        first = {kind: records[:20] for kind, records in documents.items()}
        yield None, first
        at = next(n for n, service in enumerate(first["service"]) if "service_at_locations" in service and "cost_options" in service)
        organization = next(n for n, one in enumerate(first["organization"]) if "schedules" in one["locations"][0])
        changes = {
            "a service without a name": lambda d: d["service"][at].pop("name"),
            "an identifier that is no UUID": lambda d: d["service"][at].update(id="carte"),
            "a status that does not exist": lambda d: d["service"][at].update(status="open"),
            "a field that does not exist": lambda d: d["service"][at].update(titre="x"),
            "a cost that is no number": lambda d: d["service"][at]["cost_options"][0].update(amount="86"),
            "a location without a type": lambda d: d["service"][at]["service_at_locations"][0]["location"].pop("location_type"),
            "an organization without a description": lambda d: d["organization"][organization].pop("description"),
            "a telephone without a number": lambda d: d["organization"][organization]["phones"][0].pop("number"),
            "a rule of every day": lambda d: d["organization"][organization]["locations"][0]["schedules"][0].update(freq="DAILY"),
            "a site that is no address": lambda d: d["organization"][organization].update(website="mairie"),
        }
        for name, change in changes.items():
            copied = copy.deepcopy(first)
            change(copied)
            yield name, copied


class DataInclusion:
    name = "data·inclusion 1.0.10"

    def documents(self, public):
        return {"structures": read(public, "data-inclusion/structures.json"), "services": read(public, "data-inclusion/services.json")}

    def mistakes(self, documents):
        found = []
        for kind, model in [("structures", v1.Structure), ("services", v1.Service)]:
            for record in documents[kind]:
                unknown = set(record) - set(model.model_fields)
                found += [f"{kind}: no field {name}" for name in sorted(unknown)]
                try:
                    model.model_validate(record, context={"ignore_warnings": False})
                except pydantic.ValidationError as wrong:
                    found.append(f"{kind} {record.get('id')}: {wrong}")
            ids = [record["id"] for record in documents[kind] if "id" in record]
            found += [f"{kind}: twice {twice}" for twice in sorted({one for one in ids if ids.count(one) > 1})]
        known = {record.get("id") for record in documents["structures"]}
        found += [f"no structure {one['structure_id']}" for one in documents["services"] if one.get("structure_id") not in known | {None}]
        return found

    def count(self, documents):
        structures, services = documents["structures"], documents["services"]
        open_ = sum("horaires_accueil" in structure for structure in structures)
        return f"{len(structures)} structures, {open_} with opening hours, {len(services)} services"

    def broken(self, documents):
        yield None, documents
        changes = {
            "a structure without a day": lambda d: d["structures"][0].pop("date_maj"),
            "a day to come": lambda d: d["structures"][0].update(date_maj="2999-01-01"),
            "a postcode of four digits": lambda d: d["structures"][0].update(code_postal="3500"),
            "a network that does not exist": lambda d: d["structures"][0].update(reseaux_porteurs=["mairie"]),
            "an email address that is none": lambda d: d["structures"][0].update(courriel="mairie"),
            "a service without a description": lambda d: d["services"][0].pop("description"),
            "fees in words": lambda d: d["services"][0].update(frais="oui"),
            "a name that ends in a full stop": lambda d: d["services"][0].update(nom="Une carte."),
            "a structure that is not there": lambda d: d["services"][0].update(structure_id="x--y"),
            "two services of one identifier": lambda d: d["services"].append(d["services"][0]),
            "a field that does not exist": lambda d: d["services"][0].update(titre="x"),
        }
        for name, change in changes.items():
            copied = copy.deepcopy(documents)
            change(copied)
            yield name, copied


def main():
    program, folder = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    sites = {"the sample site": sample(program, folder), "the official fiches": corpus(program, folder)}
    failed = []
    for vocabulary in [CpsvAp(), Hsds(), DataInclusion()]:
        for name, public in sites.items():
            start = time.monotonic()
            documents = vocabulary.documents(public)
            if DRAFT in json.dumps(documents, ensure_ascii=False):
                failed.append(f"{vocabulary.name}: a draft of {name}")
            mistakes = vocabulary.mistakes(documents)
            failed += [f"{vocabulary.name}, {name}: {mistake}" for mistake in mistakes[:10]]
            print(f"{vocabulary.name}, {name}: {vocabulary.count(documents)}; {len(mistakes)} mistakes, {time.monotonic() - start:.1f} s", flush=True)
        refused = 0
        for name, broken in vocabulary.broken(vocabulary.documents(sites["the sample site"])):
            mistakes = vocabulary.mistakes(broken)
            if bool(mistakes) != bool(name):
                failed.append(f"{vocabulary.name}: {name or 'what is not broken'} is {'refused' if mistakes else 'accepted'}: {mistakes[:1]}")
            refused += bool(name and mistakes)
        print(f"{vocabulary.name}: {refused} broken files are refused", flush=True)
    sys.exit("\n".join(failed) if failed else None)


if __name__ == "__main__":
    main()
