#!/usr/bin/env python3
"""Checks that the cost of an item does not grow with the site, for sites with 1 000 to 16 000 of each kind of item: pages, links, keywords, images…

    benches/scaling.py [--guichet PROGRAM] [--sizes N …] [KIND …]

Each kind is a whole site that is built, sheets left out, at sizes that double. Prints the processor time per item in microseconds, less that of an
empty site, and the growth: the highest ratio of an item's time at one size to its time at a smaller one. A growth above 1.3 is marked: in a large
site, something is compared with everything else. Times are the minimum of several runs, and a kind is measured up to three times before it is marked. A
build without Typst is enough: `cargo build --release --no-default-features`. The exit status is 1 if a kind is marked or cannot be built.

`pathological.py` measures the same on single pages, and on input that is meant to be slow.
"""

import argparse
import struct
import sys
import zlib
from pathlib import Path

from shapes import guide, letters, measured, one, organization, page

SIZES = [1000, 2000, 4000, 8000, 16000]
# The highest allowed growth, and how often a kind is measured before it is marked.
MOST = 1.3
ROUNDS = 3

KINDS = {}


def kind(command=("build", "--no-sheets"), most=SIZES[-1]):
    """Registers a kind: the files of a site with n of it, what is run on it, and the most of it that guichet reads."""

    def register(make):
        KINDS[make.__name__] = (make, list(command), most)
        return make

    return register


def settings(more=""):
    """A configuration in which no mistake of a text keeps the site from being published."""
    codes = ["dead-link", "unknown-organization", "no-route"]
    return {"guichet.yaml": "titre: Essai\ncontrôles:\n" + "".join(f"  {code}: avertissement\n" for code in codes) + more}


def parts(name, n, line):
    """Data of n lines in files of as many as are read of one."""
    most = 4000
    return {f"content/p{first}/{name}.yaml": "".join(line(i) for i in range(first, min(first + most, n))) for first in range(0, n, most)}


def article(i, more=""):
    return page("Un texte court.", f"titre: Article {i}\nrésumé: Un résumé.\ndate: {2000 + i % 20}-{1 + i % 12:02}-{1 + i % 28:02}{more}")


def image(i):
    """A PNG of 64 × 48 pixels, another one for each number."""
    def chunk(name, data):
        body = name + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    row = b"\0" + bytes((i >> shift) & 255 for shift in (0, 8, 16)) * 64
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 64, 48, 8, 2, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(row * 48)) + chunk(b"IEND", b"")


# Pages.


@kind()
def guides(n):
    return {**settings(), "content/organizations/mairie.md": organization(1), **{f"content/guides/g{i}.md": guide(i, "mairie") for i in range(n)}}


@kind()
def articles(n):
    return {**settings("adresse: https://example.org/\n"), **{f"content/articles/a{i}.md": article(i) for i in range(n)}}


@kind()
def folders(n):
    files = {f"content/pages/d{i}/p.md": page("Un texte.", f"titre: P{i}") for i in range(n)}
    return {**settings(), **files, **{f"content/pages/d{i}/_index.md": page("Un texte.", f"titre: D{i}") for i in range(n)}}


@kind()
def drafts(n):
    return {**settings(), **{f"content/p{i}.md": page("Un texte.", f"titre: P{i}\nbrouillon: oui") for i in range(n)}}


@kind()
def earlier_addresses(n):
    return {**settings(), **{f"content/p{i}.md": page("Un texte.", f"titre: P{i}\nanciennes-adresses: /a/{i}") for i in range(n)}}


# Counters.


@kind()
def counters(n):
    """One guide for all of them."""
    return {**settings(), "content/guides/g.md": guide(1, "mairie"), **{f"content/organizations/o{i}.md": organization(i) for i in range(n)}}


@kind()
def counters_and_guides(n):
    """Half of them are counters of one kind, half guides that lead to it."""
    files = {f"content/organizations/o{i}.md": organization(i) for i in range(n // 2)}
    return {**settings(), **files, **{f"content/guides/g{i}.md": guide(i, "mairie") for i in range(n // 2)}}


@kind()
def counters_with_a_guide_each(n):
    files = {f"content/organizations/o{i}.md": organization(i, f"bureau{i}") for i in range(n)}
    return {**settings(), **files, **{f"content/guides/g{i}.md": guide(i, f"o{i}") for i in range(n)}}


@kind()
def wrong_names_of_counters(n):
    files = {f"content/organizations/o{i}.md": organization(i) for i in range(n)}
    return {**settings(), **files, **{f"content/guides/g{i}.md": guide(i, f"absent-{i}") for i in range(n)}}


@kind()
def names_of_counters_in_drafts(n):
    files = {f"content/organizations/o{i}.md": organization(i).replace("type:", "brouillon: oui\ntype:") for i in range(n)}
    return {**settings(), **files, **{f"content/guides/g{i}.md": guide(i, f"o{i}") for i in range(n)}}


# Links.


@kind()
def links(n):
    """A page for each."""
    return {**settings(), **{f"content/p{i}.md": page(f"[a](p{(i * 7919) % n}.md)", f"titre: P{i}") for i in range(n)}}


@kind()
def links_of_few_pages(n):
    """Ten to a page."""
    pages = n // 10
    return {**settings(), **{f"content/p{i}.md": page("\n\n".join(f"[a{k}](p{(i * k) % pages}.md)" for k in range(10)), f"titre: P{i}") for i in range(pages)}}


@kind()
def dead_links(n):
    return {**settings(), **{f"content/p{i}.md": page(f"[a](absent-{i}.md)", f"titre: P{i}") for i in range(n)}}


@kind()
def dead_links_of_few_pages(n):
    pages = n // 10
    return {**settings(), **{f"content/p{i}.md": page("\n\n".join(f"[a{k}](absent-{i}-{k}.md)" for k in range(10)), f"titre: P{i}") for i in range(pages)}}


@kind()
def links_to_drafts(n):
    files = {f"content/b{i}.md": page("Un texte.", f"titre: B{i}\nbrouillon: oui") for i in range(n)}
    return {**settings(), **files, **{f"content/p{i}.md": page(f"[a](b{i}.md)", f"titre: P{i}") for i in range(n)}}


# Groups.


@kind()
def keywords(n):
    """A page for each."""
    return {**settings(), **{f"content/p{i}.md": page("Un texte.", f"titre: P{i}\nmots-clés: [mot{i}]") for i in range(n)}}


@kind()
def pages_of_one_keyword(n):
    return {**settings(), **{f"content/p{i}.md": page("Un texte.", f"titre: P{i}\nmots-clés: [un, mot{i % 50}]") for i in range(n)}}


@kind()
def keywords_of_two_languages(n):
    files = {f"content/p{i}.md": page("Un texte.", f"titre: P{i}\nmots-clés: [mot{i}]") for i in range(n // 2)}
    return {**settings("langues: [fr, en]\n"), **files, **{f"content/p{i}.en.md": page("A text.", f"title: P{i}\nkeywords: [mot{i}]") for i in range(n // 2)}}


@kind()
def topics(n):
    files = {f"content/guides/g{i}.md": guide(i, "mairie", f"\nthème: t{i}") for i in range(n)}
    return {**settings(), **files, **parts("topics", n, lambda i: f"t{i}: Thème {i}\n")}


@kind(command=("check", "--no-sheets"))
def wrong_topics(n):
    """No site is published with them."""
    files = {f"content/guides/g{i}.md": guide(i, "mairie", f"\nthème: absent-{i}") for i in range(n)}
    return {**settings(), **files, **parts("topics", n, lambda i: f"t{i}: Thème {i}\n")}


@kind(most=8000)
def campaigns(n):
    files = {f"content/articles/a{i}.md": article(i, f"\ncampagne: c{i}") for i in range(n)}
    return {**settings("campagnes:\n" + "".join(f"  c{i}: Campagne {i}\n" for i in range(n))), **files}


# Languages: there are few of them, and pages for each.


@kind()
def pages_of_eight_languages(n):
    languages = ["fr", "en", "ar", "es", "pt", "ro", "tr", "uk"]
    files = {f"content/p{i}{'' if language == 'fr' else '.' + language}.md": page("Un texte.", f"titre: P{i}") for i in range(n // 8) for language in languages}
    return {**settings(f"langues: [{', '.join(languages)}]\n"), **files}


@kind()
def untranslated_pages(n):
    """Pages of one language out of four; one page has them all."""
    languages = ["fr", "en", "ar", "es"]
    files = {f"content/aide.{language}.md": page("Un texte.", "titre: Aide") for language in languages[1:]}
    return {**settings(f"langues: [{', '.join(languages)}]\n"), "content/aide.md": page("Un texte.", "titre: Aide"), **files, **{f"content/p{i}.md": page("Un texte.", f"titre: P{i}") for i in range(n)}}


# Files and images.


@kind()
def images(n):
    """A page for each."""
    files = {f"content/i{i}.png": image(i) for i in range(n)}
    return {**settings(), **files, **{f"content/p{i}.md": page(f"![Un plan](i{i}.png)", f"titre: P{i}") for i in range(n)}}


@kind()
def pages_of_one_image(n):
    return {**settings(), "content/i.png": image(1), **{f"content/p{i}.md": page("![Un plan](i.png)", f"titre: P{i}") for i in range(n)}}


@kind(command=("check", "--no-sheets"))
def missing_images(n):
    """No site is published with them."""
    return {**settings(), **{f"content/p{i}.md": page(f"![Un plan](i{i}.png)", f"titre: P{i}") for i in range(n)}}


@kind()
def files_to_download(n):
    files = {f"content/f{i}.pdf": "x" for i in range(n)}
    return {**settings(), **files, **{f"content/p{i}.md": page(f"[a](f{i}.pdf)", f"titre: P{i}") for i in range(n)}}


@kind()
def free_folders(n):
    """A file in each."""
    return {**settings("fichiers-libres:\n" + "".join(f"  - d{i}\n" for i in range(n))), **{f"content/d{i}/f.csv": "x" for i in range(n)}}


# Words.


@kind()
def entries_of_the_glossary(n):
    return {**settings(), **one("La A et la B."), **parts("glossary", n, lambda i: f"A{letters(i)}: nom {i}\n")}


@kind()
def pages_and_entries_of_the_glossary(n):
    files = {f"content/p{i}.md": page(f"La A{letters(i)} et la B{letters(i)}.", f"titre: P{i}") for i in range(n)}
    return {**settings(), **files, **parts("glossary", n, lambda i: f"A{letters(i)}: nom {i}\n")}


@kind()
def words_of_the_search(n):
    return {**settings(), **{f"content/p{i}.md": page(" ".join(f"mot{letters(i)}{letters(k)}".lower() for k in range(20)), f"titre: P{i}") for i in range(n)}}


def growth(times):
    """The highest ratio of a time to one before it."""
    return max((later / earlier for at, earlier in enumerate(times) for later in times[at + 1 :]), default=1)


def times_of(program, name, sizes):
    """Microseconds per item at each size, as far as the site can be built. What seems to grow is measured again: noise only adds to a time."""
    make, command, _ = KINDS[name]
    statuses = (0,) if command[0] == "build" else (0, 1)
    best = [float("inf")] * len(sizes)
    for _ in range(ROUNDS):
        base = measured(program, {**settings(), **one("Un texte.")}, command, statuses=statuses) or 0
        for at, n in enumerate(sizes):
            # What is kept from one build to the next (images) is made in the first, which is then not the quickest.
            found = measured(program, make(n), command, base, statuses, long=30)
            if found is None:
                return best[:at]
            best[at] = min(best[at], 1e6 * found / n)
        if growth(best) <= MOST:
            break
    return best


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--guichet", default="target/release/guichet", help="the program, a release build")
    parser.add_argument("--sizes", nargs="*", type=int, default=SIZES, help="how many of a kind")
    parser.add_argument("kinds", nargs="*", metavar="KIND", help="only these")
    arguments = parser.parse_args()
    program = str(Path(arguments.guichet).resolve())
    wrong = []
    print(f"{'microseconds per item':36}" + "".join(f"{n:>9}" for n in arguments.sizes) + "   growth")
    for name in arguments.kinds or KINDS:
        sizes = [n for n in arguments.sizes if n <= KINDS[name][2]]
        times = times_of(program, name, sizes)
        shown = "".join(f"{each:9.1f}" for each in times) + " " * 9 * (len(arguments.sizes) - len(times))
        is_whole = len(times) == len(sizes)
        grown = growth(times)
        is_flat = is_whole and grown <= MOST
        print(f"{name:36}{shown}   " + (f"x {grown:.2f}{'' if is_flat else '   NOT FLAT'}" if is_whole else "FAILED"), flush=True)
        if not is_flat:
            wrong.append(name)
    print(f"{len(wrong)} not flat" if wrong else "all flat")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
