#!/usr/bin/env python3
"""Time and memory to import, publish and print the whole official guide: 3 781 fiches.

    python3 benches/official.py [--fiches 3781] [--runs 3] [--no-sheets]

The sample of `tests/corpus` (269 fiches with the dossiers, themes and services that they name) is multiplied until there are as
many fiches as in the guide, with the sample's mix of sizes; each copy has its own identifiers, links and titles. One
fiche is made as long as the longest of the guide, 231 124 characters of text. With target/release/guichet, on all cores:

- the import of the XML, and a second import that changes nothing;
- the pages (HTML only), in memory and from nothing;
- all pages and all A4 sheets, from nothing, without a cache;
- the peak memory of all processes together, sampled every 50 ms.

The folder is created in TMPDIR; set TMPDIR=/dev/shm to keep the disk out of the measurement.
"""
import argparse
import importlib.util
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
GUICHET = ROOT / "target/release/guichet"
sys.path.insert(0, str(ROOT / "tests/corpus"))
LONGEST = 231_124


def module(name):
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def text_length(xml):
    return len(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", xml)))


def renumbered(xml, copy, names):
    """The file with identifiers of its own: `F1613` is `F1613c3` in the third copy, in whatever attribute or address.
    Definitions, abbreviations and contact points are shared, as they are in the guide."""
    if copy == 0:
        return xml

    def renamed(match):
        name = match.group()
        return f"{name}c{copy}" if name[0] in "FN" or name in names else name

    xml = re.sub(r'(?<=["/])[FNR]\d+(?=["-])', renamed, xml)
    return re.sub(r"(</dc:title>)", rf" ({copy})\g<1>", xml)


def lengthened(xml, others):
    """The fiche with the chapters of others behind its own, until it is as long as the longest of the guide."""
    for other in others:
        missing = LONGEST - text_length(xml)
        if missing <= 0:
            break
        found = re.search(r"<Texte>(.*)</Texte>(?=<(?:VoirAussi|OuSAdresser|Reference|ServiceEnLigne|PourEnSavoirPlus|Definition|Abreviation|QuestionReponse))", other, re.S)
        if not found:
            continue
        chapters = re.findall(r"<Chapitre(?: [^>]*)?>.*?</Chapitre>", found.group(1), re.S)
        sound = [chapter for chapter in chapters if chapter.count("<Chapitre") == 1 and "ID=" not in chapter.split(">")[0]]
        at = xml.rfind("</Publication>")
        xml = xml[:at] + "<Texte>" + "".join(sound) + "</Texte>" + xml[at:]
    return xml


def multiply(source, folder, fiches):
    """Writes the guide of so many fiches; gives how many there are."""
    files = {path.relative_to(source): path.read_text(encoding="utf-8") for path in sorted(source.rglob("*.xml"))}
    names = {path.stem for path in files}
    written = copy = 0
    long_one = next(path for path in files if path.name == "F10007.xml")
    while written < fiches:
        for path, xml in files.items():
            is_fiche = path.name.startswith("F")
            if is_fiche and written >= fiches:
                continue
            text = renumbered(xml, copy, names)
            if copy == 1 and path == long_one:
                text = lengthened(text, [other for name, other in files.items() if name.name.startswith("F")])
                print(f"the longest fiche has {text_length(text)} characters")
            name = path.name if copy == 0 else path.name.replace(".xml", f"c{copy}.xml")
            target = folder / path.parent / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
            written += is_fiche
        copy += 1
    return written


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    arguments.add_argument("--fiches", type=int, default=3781)
    arguments.add_argument("--runs", type=int, default=3)
    arguments.add_argument("--no-sheets", action="store_true")
    options = arguments.parse_args()
    from official import CONFIG, unpack
    sheets = module("sheets")
    folder = Path(tempfile.mkdtemp(prefix="official-"))
    try:
        fiches = multiply(unpack(folder / "sample"), folder / "xml", options.fiches)
        site = folder / "site"
        site.mkdir()
        (site / "guichet.yaml").write_text(CONFIG + "fiches: { guide: [a4] }\n", encoding="utf-8")

        def run(name, *words, prepare=lambda: None, runs=options.runs):
            times = []
            for _ in range(runs):
                prepare()
                times.append(sheets.run([GUICHET, "--site", site, *words])[0])
            prepare()
            peak = sheets.run([GUICHET, "--site", site, *words], memory=True)[2]
            print(f"{name}: {statistics.median(times):.2f} s ({', '.join(f'{t:.2f}' for t in times)}), "
                  f"peak {peak / 1e6:.0f} MB", flush=True)

        def gone(*names):
            return lambda: [shutil.rmtree(site / name, ignore_errors=True) for name in names]

        print(f"{fiches} fiches, {sum(1 for _ in (folder / 'xml').rglob('*.xml'))} files")
        run("import", "import", "service-public", folder / "xml", prepare=gone("content", "records"))
        run("import again", "import", "service-public", folder / "xml")
        run("pages", "build", "--no-sheets", prepare=gone("public"))
        if not options.no_sheets:
            run("pages and A4 sheets", "build", prepare=gone("public", ".guichet-cache"), runs=1)
            size = subprocess.run(["du", "-sm", site / "public"], capture_output=True, text=True, check=True).stdout.split()[0]
            count = sum(1 for _ in (site / "public").rglob("*.pdf"))
            print(f"{count} PDFs, {size} MB published")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
