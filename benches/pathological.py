#!/usr/bin/env python3
"""Finds input whose cost grows faster than its size, by timing it at n, 2n and 4n.

    benches/pathological.py [--guichet PROGRAM] [SHAPE …]

Each shape is a site (or a source to import) that grows with n and in which something might be compared with everything else. Twice the input
must take at most 2.3 times as long; four times as long means a loop within a loop. Times are processor time, the minimum of several runs, less that
of an empty site; n starts where that is at least a quarter of a second. A shape that never gets that slow, up to the most that guichet reads of it, is
shown with its time there. The exit status is 1 if a shape grows too fast.
"""

import argparse
import sys
from pathlib import Path

from shapes import TEXTS, guide, is_too_large, letters, measured, one, organization, page

# The highest allowed ratio for twice the input, and the processor time above which a ratio is meaningful.
MOST = 2.3
TELLING = 0.25
# A shape that takes longer than this is not made larger.
ENOUGH = 20

SHAPES = {}


def shape(first=500, most=1 << 20, command=("check", "--no-sheets")):
    """Registers a shape: how small it begins, how large it may become, and what is run on it."""

    def register(make):
        SHAPES[make.__name__] = (make, first, most, list(command))
        return make

    return register


# One page.


@shape()
def headings_of_one_name(n):
    return one("## Titre\n\n" * n)


@shape()
def links_to_headings(n):
    return one("".join(f"## T{i}\n\n[voir](#t{n - i})\n\n" for i in range(n)))


@shape()
def dead_anchors(n):
    return one("".join(f"## T{i}\n\n[voir](#absent-{i})\n\n" for i in range(n)))


@shape()
def links_away(n):
    return one(" ".join(f"[a{i}](https://example.org/{i})" for i in range(n)), **TEXTS)


@shape()
def links_to_pages(n):
    return one(" ".join("[a](b.md)" for _ in range(n)), **{"content/b.md": page("b")}, **TEXTS)


@shape()
def footnotes(n):
    return one(" ".join(f"a[^{i}]" for i in range(n)) + "\n\n" + "".join(f"[^{i}]: Note {i}.\n\n" for i in range(n)), **TEXTS)


@shape()
def calls_of_one_footnote(n):
    return one(" ".join("a[^1]" for _ in range(n)) + "\n\n[^1]: Note.\n", **TEXTS)


@shape()
def footnotes_that_call_each_other(n):
    return one("a[^0]\n\n" + "".join(f"[^{i}]: Note [^{i + 1}].\n\n" for i in range(n)), **TEXTS)


@shape()
def quotes_in_quotes(n):
    return one(">" * n + " a")


@shape()
def lists_in_lists(n):
    return one("- " * n + "a")


@shape()
def list_items(n):
    return one("- a\n" * n, **TEXTS)


@shape()
def emphasis_that_opens(n):
    return one("*a **b " * n)


@shape()
def emphasis_that_closes(n):
    return one("a* b** " * n)


@shape()
def emphasis_in_emphasis(n):
    return one("*a _b " * n + "c_ d* " * n)


@shape()
def square_brackets(n):
    return one("[" * n + "a" + "]" * n)


@shape()
def images_that_open(n):
    return one("![" * n)


@shape()
def links_that_open(n):
    return one("[a](" * n)


@shape()
def round_brackets(n):
    return one("[a](" + "(" * n + ")" * n + ")")


@shape()
def angle_brackets(n):
    return one("a <b " * n)


@shape()
def comments_that_open(n):
    return one("a <!-- b " * n)


@shape()
def processing_that_opens(n):
    return one("a <? b <![CDATA[ <!A " * n)


@shape()
def backticks(n):
    return one(" ".join("`" * (i % 200 + 1) + "a" for i in range(n)))


@shape()
def references(n):
    return one(" ".join(f"[a{i}]" for i in range(n)) + "\n\n" + "".join(f"[a{i}]: https://example.org/{i}\n" for i in range(n)))


@shape()
def references_to_one_long_address(n):
    return one(" ".join("[a]" for _ in range(n)) + f"\n\n[a]: https://example.org/{'x' * 10000}\n")


@shape()
def table_rows(n):
    return one("| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * n, **TEXTS)


@shape()
def table_columns(n):
    return one("|" + " a |" * n + "\n|" + "---|" * n + "\n|" + " 1 |" * n, **TEXTS)


@shape()
def table_rows_that_are_short(n):
    return one("|" + " a |" * n + "\n|" + "---|" * n + "\n" + "| 1 |\n" * n)


@shape()
def words_on_a_line(n):
    return one("octroyer un mot " * n, **TEXTS)


@shape()
def letters_of_a_word(n):
    return one("a" * n, **TEXTS)


@shape()
def sentences(n):
    return one("Une phrase est ici. " * n)


@shape()
def quotation_marks(n):
    return one("« a " * n + "\" ' " * n)


@shape()
def abbreviations(n):
    return one(" ".join(f"A{letters(i)}" for i in range(n)))


@shape()
def telephone_numbers(n):
    return one("appelez le 01 99 00 00 00 " * n, **TEXTS)


@shape()
def digits(n):
    return one("01 99 00 " * n)


@shape()
def addresses(n):
    return one("https://example.org/a www.example.org a@example.org " * n, **TEXTS)


@shape()
def points(n):
    return one("a." * n + "@" * n)


@shape()
def line_ends(n):
    return one("a\\\n" * n, **TEXTS)


@shape()
def html_tags(n):
    return one("<b>a</b> " * n, **TEXTS)


@shape()
def html_line_breaks(n):
    return one("<br>" * n + "a", **TEXTS)


@shape()
def html_that_opens(n):
    return one("<b>a " * n)


@shape()
def html_paragraphs_that_open(n):
    return one("<p>a<li>b<td>c\n\n" * n)


@shape()
def html_attributes(n):
    return one("a <b " + " ".join(f"a{i}=x" for i in range(n)) + ">c</b>")


@shape()
def tasks(n):
    return one("- [ ] a\n" * n, **TEXTS)


@shape()
def definitions(n):
    return one("a\n: b\n\n" * n, **TEXTS)


@shape()
def callouts(n):
    return one("> [!NOTE]\n> a\n\n" * n, **TEXTS)


@shape()
def cases(n):
    return one("## Cas {.case}\n\na\n\n" * n)


@shape()
def cards(n):
    return one("![](organization:mairie)\n\n" * n, **{"content/organizations/mairie.md": organization(1)})


@shape()
def terms_of_the_glossary(n):
    glossary = "".join(f"A{letters(i)}: nom {i}\n" for i in range(n))
    return one(" ".join(f"A{letters(i)}" for i in range(n)), **{"content/glossary.yaml": glossary}, **TEXTS)


@shape()
def links_to_the_glossary(n):
    glossary = "".join(f"A{letters(i)}: {{ définition: nom {i} }}\n" for i in range(n))
    return one(" ".join(f"[a](glossary:A{letters(i)})" for i in range(n)), **{"content/glossary.yaml": glossary}, **TEXTS)


@shape()
def dead_links_to_the_glossary(n):
    glossary = "".join(f"A{letters(i)}: nom {i}\n" for i in range(n))
    return one(" ".join(f"[a](glossary:B{letters(i)})" for i in range(n)), **{"content/glossary.yaml": glossary})


# The head of a page.


@shape(most=19000)
def keywords(n):
    return one("a", "titre: Essai\nmots-clés:\n" + "".join(f"  - mot {i}\n" for i in range(n)))


@shape(most=19000)
def old_addresses(n):
    return one("a", "titre: Essai\nanciennes-adresses:\n" + "".join(f"  - /ancienne/{i}\n" for i in range(n)))


@shape(most=9000)
def keys_of_yaml(n):
    return one("a", "titre: Essai\n" + "".join(f"clé{i}: x\n" for i in range(n)))


@shape()
def yaml_that_opens(n):
    return one("a", "titre: " + "[" * n)


@shape(most=9000)
def evidence(n):
    return {"content/guides/a.md": page("a", "titre: A\nrésumé: B.\ncanaux:\n  sur-place:\n    - lieu: mairie\npièces:\n" + "".join(f"  - Une pièce {i}\n" for i in range(n))), **TEXTS}


@shape(most=4000)
def legal_texts(n):
    return {"content/guides/a.md": page("a", "titre: A\nrésumé: B.\ncanaux:\n  sur-place:\n    - lieu: mairie\ntextes:\n" + "".join(f"  - {{ titre: Loi {i}, adresse: \"https://example.org/{i}\" }}\n" for i in range(n))), **TEXTS}


@shape()
def opening_hours(n):
    return {"content/organizations/a.md": page("", "titre: A\ntype: mairie\nhoraires: \"" + "; ".join(f"Mo {i % 24:02}:00-{i % 24:02}:30" for i in range(n)) + "\"")}


# Many pages.


@shape(first=200)
def pages_with_a_dead_link(n):
    return {f"content/p{i}.md": page(f"[a](absent-{i}.md)") for i in range(n)}


@shape(first=200)
def pages_with_a_missing_image(n):
    return {f"content/p{i}.md": page(f"![a](absent-{i}.png)") for i in range(n)}


@shape(first=200)
def pages_of_one_keyword(n):
    return {f"content/p{i}.md": page("a", f"titre: P{i}\nmots-clés: [un]") for i in range(n)}


@shape(first=200)
def pages_of_one_title(n):
    return {f"content/p{i}.md": page("a") for i in range(n)}


@shape(first=100)
def pages_and_a_glossary(n):
    files = {f"content/p{i}.md": page(f"La A{letters(i)} et la B{letters(i)}.") for i in range(n)}
    return {**files, "content/glossary.yaml": "".join(f"A{letters(i)}: nom {i}\n" for i in range(n))}


@shape(first=100)
def pages_and_words_of_the_site(n):
    files = {f"content/p{i}.md": page("un mot") for i in range(n)}
    return {**files, "guichet.yaml": "titre: Essai\njargon:\n" + "".join(f"  mot{i}: autre{i}\n" for i in range(n))}


@shape(first=100)
def pages_and_topics(n):
    files = {f"content/p{i}.md": page("un mot", f"titre: P{i}\nthème: t{i}") for i in range(n)}
    return {**files, "guichet.yaml": "titre: Essai\nthèmes:\n" + "".join(f"  t{i}: Thème {i}\n" for i in range(n))}


@shape(first=100)
def folders(n):
    return {f"content/pages/d{i}/p.md": page("a") for i in range(n)}


@shape(first=50)
def organizations_and_guides(n):
    organizations = {f"content/organizations/o{i}.md": organization(i) for i in range(n)}
    return {**organizations, **{f"content/guides/g{i}.md": guide(i, "mairie") for i in range(n)}}


@shape(first=50)
def organizations_and_guides_by_name(n):
    organizations = {f"content/organizations/o{i}.md": organization(i) for i in range(n)}
    return {**organizations, **{f"content/guides/g{i}.md": guide(i, f"o{i}") for i in range(n)}}


@shape(first=50)
def organizations_and_wrong_names(n):
    organizations = {f"content/organizations/o{i}.md": organization(i) for i in range(n)}
    return {**organizations, **{f"content/guides/g{i}.md": guide(i, f"absent-{i}") for i in range(n)}}


@shape(first=200)
def files_beside_pages(n):
    files = {f"content/f{i}.txt": "x" for i in range(n)}
    return {**files, **{f"content/p{i}.md": page(f"[a](f{i}.txt)") for i in range(n)}}


@shape(first=200)
def translations(n):
    files = {f"content/p{i}.md": page("a") for i in range(n)}
    return {**files, **{f"content/p{i}.en.md": page("a") for i in range(n)}, "guichet.yaml": "titre: Essai\nlangue: fr\nlangues: [fr, en]\n"}


@shape(first=200)
def wrong_keys(n):
    return {f"content/p{i}.md": page("a", f"titre: P\nclé{i}: x") for i in range(n)}


# The theme.


@shape()
def rules_of_a_style_sheet(n):
    return one("a", **{"themes/default/style.css": "".join(f".a{i}{{color:red;margin:{i}px}}\n" for i in range(n))})


@shape()
def rules_in_rules(n):
    return one("a", **{"themes/default/style.css": "a{b{" * n})


@shape()
def sums_in_a_style_sheet(n):
    return one("a", **{"themes/default/style.css": "a{width:calc(1px" + " + 1em - 1%" * n + ")}"})


@shape()
def selectors_of_a_rule(n):
    return one("a", **{"themes/default/style.css": ",".join(f"a{i}" for i in range(n)) + "{color:red}"})


# Imports.


def export(posts):
    items = "".join(
        f"<item><title>{title}</title><link>https://s.example/{i}</link><wp:post_id>{i}</wp:post_id><wp:status>publish</wp:status>"
        f"<wp:post_type>post</wp:post_type><wp:post_date>2020-01-01 00:00:00</wp:post_date><content:encoded><![CDATA[{text}]]></content:encoded></item>"
        for i, (title, text) in enumerate(posts)
    )
    return {"source.xml": f'<rss xmlns:wp="w" xmlns:content="c"><channel><link>https://s.example</link>{items}</channel></rss>', "content/a.md": page("a")}


WORDPRESS = ("import", "wordpress", "source.xml", "--dry-run")


@shape(command=WORDPRESS)
def wordpress_lists_in_lists(n):
    return export([("A", "<ul><li>a" * n)])


@shape(command=WORDPRESS)
def wordpress_tables_in_tables(n):
    return export([("A", "<table><tr><td>a" * n)])


@shape(command=WORDPRESS)
def wordpress_emphasis_that_opens(n):
    return export([("A", "".join(f"<b id={i}>" for i in range(n)) + "<p>a" * n)])


@shape(command=WORDPRESS)
def wordpress_attributes(n):
    return export([("A", "<b " + " ".join(f"a{i}" for i in range(n)) + ">a</b>")])


@shape(command=WORDPRESS)
def wordpress_brackets(n):
    return export([("A", "[" * n + "a" + "]" * n)])


@shape(command=WORDPRESS)
def wordpress_titles_that_are_the_same(n):
    return export([("A", "a")] * n)


@shape(command=WORDPRESS)
def wordpress_links(n):
    return export([("A", " ".join(f'<a href="https://s.example/{i}">a</a>' for i in range(n)))] + [("B", "b")] * 10)


@shape(command=WORDPRESS)
def wordpress_attributes_of_xml(n):
    files = export([("A", "a")])
    return {**files, "source.xml": files["source.xml"].replace("<item>", "<item " + " ".join(f'a{i}="x"' for i in range(n)) + ">")}


@shape(command=("import", "wordpress", "source.zip", "--dry-run"))
def files_of_a_zip(n):
    return {"source.zip": {f"a{i}.xml": "<a/>" for i in range(n)}, "content/a.md": page("a")}


@shape(command=("import", "wordpress", "source.zip", "--dry-run"), first=1, most=600)
def megabytes_of_a_zip(n):
    return {"source.zip": {f"a{i}.xml": "<a>" + "x" * 1_000_000 + "</a>" for i in range(n)}, "content/a.md": page("a")}


@shape(command=("import", "hugo", "source", "--dry-run"), first=200)
def hugo_pages(n):
    return {**{f"source/content/p{i}.md": f"+++\ntitle = \"P{i}\"\n+++\n[a]({{{{< ref \"p{n - i}.md\" >}}}})\n" for i in range(n)}, "content/a.md": page("a")}


def judge(program, name):
    make, n, most, command = SHAPES[name]
    base = measured(program, {"source/content/a.md": "a", **export([("A", "a")]), "source.zip": {"a.xml": "<a/>"}}, command) or 0
    times = {}
    while n <= most:
        files = make(n)
        if is_too_large(files):
            break
        found = measured(program, files, command, base)
        if found is None:
            return f"{name:40} ended at n = {n}", False
        times[n] = found
        telling = [at for at, taken in times.items() if taken >= TELLING]
        if len(telling) >= 3 or found > ENOUGH:
            break
        n *= 2
    telling = sorted(at for at, taken in times.items() if taken >= TELLING)
    if len(telling) < 2:
        last = max(times)
        return f"{name:40} n = {last:8}  {times[last]:7.2f} s   at the most that is read", True
    first, last = telling[0], telling[-1]
    doublings = (last // first).bit_length() - 1
    ratio = (times[last] / times[first]) ** (1 / doublings)
    shown = "  ".join(f"{times[at]:7.2f}" for at in telling)
    return f"{name:40} n = {first:8}  {shown} s   x {ratio:.2f}", ratio <= MOST


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--guichet", default="target/release/guichet", help="the program, a release build")
    parser.add_argument("shapes", nargs="*", metavar="SHAPE", help="only these")
    arguments = parser.parse_args()
    program = str(Path(arguments.guichet).resolve())
    wrong = []
    for name in arguments.shapes or SHAPES:
        line, is_well = judge(program, name)
        print(line + ("" if is_well else "   TOO FAST"), flush=True)
        if not is_well:
            wrong.append(name)
    print(f"{len(wrong)} too fast" if wrong else "all within the bound")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
