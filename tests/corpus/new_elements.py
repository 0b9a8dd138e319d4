#!/usr/bin/env python3
"""The sample as schema 3.5 writes it: `new_elements.py GUICHET`.

- It is imported and published without an error, in few lines; imported twice it changes nothing.
- Every word and every address of the new elements is in the Markdown of its own page and on a page of the site, every image that is
  given is imported, whatever is around the element (`modern.py` tells what may be where).
- A guide with a tenth of its files and one reference in twenty missing is published without an error, too.
"""
import collections
import csv
import html
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from modern_elements import mark_words
from official import guichet, site_of

HERE = Path(__file__).resolve().parent
# Of the terminal, for a guide of 269 fiches.
MOST_LINES = 40
REFERENCE = re.compile(rb' (LienPublication|LienID|ID|URL|audience)="[^"]*"')


def modern(folder):
    """The rewritten sample, and what was put into it."""
    table = folder / "words.tsv"
    source = folder / "modern"
    subprocess.run([sys.executable, HERE / "modern.py", source, "--words", table], check=True, stdout=subprocess.DEVNULL)
    with open(table, encoding="utf-8", newline="") as file:
        return source, list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def markdown(site):
    """The marked words of each page in the site, by the identifier that its file or folder has."""
    found = collections.defaultdict(set)
    for path in site.glob("content/**/*"):
        if path.suffix in (".md", ".yaml"):
            # A theme is a part of the section of its public.
            name = path.parent.name if path.name == "_index.md" else path.stem
            found[name].update(mark_words(path.read_text(encoding="utf-8")))
    return found


def lost(site, public, parts):
    """What is not where it should be: each with its element and place."""
    own = markdown(site)
    pages = set()
    for path in public.glob("**/*.html"):
        pages.update(mark_words(html.unescape(path.read_text(encoding="utf-8"))))
    images = {path.name for path in site.glob("content/guides/images/*")}
    for part in parts:
        file = Path(part["file"])
        name = file.stem
        marks = set(part["marks"].split(" "))
        if part["duty"] == "image":
            missing = set() if part["text"] in images else {part["text"]}
        elif part["duty"] in ("text", "again", "link"):
            missing = marks - (own[name] or own[file.parts[0]] | own["N31931"])
            missing |= marks - pages
        else:
            missing = set()
        if missing:
            yield f"{part['file']}: {part['element']} ({part['part']}) within {part['within']}: {', '.join(sorted(missing))}"


def mutilated(source, folder, seed):
    """The guide without a tenth of its files and a twentieth of its references."""
    rng = random.Random(seed)
    for path in sorted(source.glob("**/*.xml")):
        if rng.random() < 0.1:
            continue
        text = REFERENCE.sub(lambda found: b"" if rng.random() < 0.05 else found.group(), path.read_bytes())
        # A file without a name of its own is told, and keeps all others from being withdrawn.
        target = folder / path.relative_to(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text)
    return folder


def main():
    program = Path(sys.argv[1]).resolve()
    failed = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source, parts = modern(folder)
        site = site_of(program, source, folder / "site")
        told, complaints = guichet(program, site, "import", "service-public", source)
        if "Rien n’a changé" not in told:
            failed.append(f"imported twice, it changes:\n{told}")
        lines = len((told + complaints).splitlines())
        if lines > MOST_LINES:
            failed.append(f"the import has {lines} lines, more than {MOST_LINES}")
        guichet(program, site, "build", "--no-sheets")
        missing = list(lost(site, site / "public", parts))
        if missing:
            failed.append(f"{len(missing)} of {len(parts)} parts are lost:\n" + "\n".join(missing[:20]))
        print(f"{len(parts)} parts of new elements looked for, {len(missing)} lost; {lines} lines")
        for seed in range(2):
            cut = mutilated(source, folder / f"cut-{seed}", seed)
            guichet(program, site_of(program, cut, folder / f"cut-site-{seed}"), "build", "--no-sheets")
    sys.exit("\n".join(failed) if failed else None)


if __name__ == "__main__":
    main()
