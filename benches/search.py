#!/usr/bin/env python3
"""Cost and quality of the search, compared with Pagefind on the same 10 000 pages.

    npm install --prefix /tmp/pagefind pagefind
    python3 benches/search.py --pagefind /tmp/pagefind/node_modules/.bin/pagefind [--fiches 3230] [--runs 3]

The official guide is multiplied until the site has some 10 000 pages (see `official.py`). Then, with target/release/guichet:

- the time of a build with and without the search, alternating; the time of Pagefind on the same pages;
- in Chromium, from a server that compresses what Pagefind has not compressed itself: bytes (headers included) and requests of a
  first query, counting everything that it loads, the page too, and of a second query on the same page;
- for the 50 queries of `search-queries.csv`, written before the search existed: whether a fiche that answers comes first, and
  whether one is among the first three. A copy of a fiche counts as the fiche.

Pagefind is queried through its own script (`pagefind.js`), for six results as guichet shows, from a page of 500 bytes.
"""
import argparse
import csv
import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
GUICHET = ROOT / "target/release/guichet"
sys.path[:0] = [str(ROOT / "tests/corpus"), str(HERE)]


def seconds(*words):
    begin = time.monotonic()
    run = subprocess.run([str(word) for word in words], capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"{words[0]}: {run.stdout[-1000:]}{run.stderr[-2000:]}")
    return time.monotonic() - begin


def fiche(address):
    """`…/f34300c2.html` is a copy of F34300."""
    found = re.search(r"/f(\d+)(?:c\d+)?\.html", address)
    return found and f"F{found.group(1)}"


def quality(queries, results):
    """How many queries have an answer first, and how many among the first three; and those that have none."""
    first = third = 0
    missed = []
    for (query, wanted), addresses in zip(queries, results):
        found = [fiche(address) for address in addresses[:3]]
        first += bool(found) and found[0] in wanted
        third += any(name in wanted for name in found)
        if not any(name in wanted for name in found):
            missed.append(f"{query} ({', '.join(str(name) for name in found)})")
    return first, third, missed


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    arguments.add_argument("--fiches", type=int, default=3230)
    arguments.add_argument("--runs", type=int, default=3)
    arguments.add_argument("--pagefind", required=True)
    options = arguments.parse_args()
    from official import CONFIG, unpack
    import importlib.util
    spec = importlib.util.spec_from_file_location("whole_guide", HERE / "official.py")
    whole = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(whole)
    folder = Path(tempfile.mkdtemp(prefix="search-"))
    try:
        whole.multiply(unpack(folder / "sample"), folder / "xml", options.fiches)
        site = folder / "site"
        site.mkdir()
        (site / "guichet.yaml").write_text(CONFIG, encoding="utf-8")
        seconds(GUICHET, "--site", site, "import", "service-public", folder / "xml")
        times = {"without": [], "with": [], "pagefind": []}
        public = folder / "public"
        for _ in range(options.runs):
            for name in times:
                if name == "pagefind":
                    shutil.rmtree(public / "pagefind", ignore_errors=True)
                    times[name].append(seconds(options.pagefind, "--site", public, "--root-selector", "main",
                                               "--glob", "{guides,organizations}/**/*.html"))
                    continue
                shutil.rmtree(public, ignore_errors=True)
                extra = "" if name == "with" else "recherche: non\n"
                (site / "guichet.yaml").write_text(CONFIG + extra, encoding="utf-8")
                times[name].append(seconds(GUICHET, "--site", site, "build", "--no-sheets", "--out", public))
        for name, taken in times.items():
            print(f"{name}: {statistics.median(taken):.2f} s ({', '.join(f'{t:.2f}' for t in taken)})")
        pages = sum(1 for _ in public.rglob("*.html"))
        for name in ("recherche", "pagefind"):
            files = [path.stat().st_size for path in (public / name).rglob("*") if path.is_file()]
            print(f"{pages} pages; {name}/: {len(files)} files, {sum(files) / 1e6:.1f} MB")
        with open(HERE / "search-queries.csv", encoding="utf-8") as lines:
            queries = [(row["query"], set(row["fiches"].split())) for row in csv.DictReader(lines)]
        request = json.dumps({"public": str(public), "queries": [query for query, _ in queries]})
        run = subprocess.run(["node", HERE / "search.mjs"], input=request, stdout=subprocess.PIPE, text=True, check=True)
        for name, measured in json.loads(run.stdout).items():
            first, third, missed = quality(queries, measured["results"])
            print(f"\n{name}: answer first {first}/{len(queries)}, among three {third}/{len(queries)}")
            for part in ("first", "second"):
                sizes = sorted(measured[part], key=lambda size: size["bytes"])
                most, middle = sizes[-1], sizes[len(sizes) // 2]
                print(f"  {part} query: {middle['bytes']} bytes, {middle['requests']} requests; at most "
                      f"{most['bytes']} bytes, {max(size['requests'] for size in sizes)} requests")
            for query in missed:
                print(f"  missed: {query}")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
