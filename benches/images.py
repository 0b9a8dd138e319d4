#!/usr/bin/env python3
"""Cost of images, compared with Hugo on the same photographs.

    python3 benches/images.py FOLDER [--runs 3]

FOLDER holds photographs (.jpg) as they come from cameras. Each gets a page of its own, in a guichet site
(target/release/guichet) and in a Hugo site whose template resizes it to the same 480 pixels, as WebP and JPEG at quality 60, where
guichet starts. The runs alternate: a first build with empty caches, then a second one with what each keeps. Prints medians of
the wall time, the peak memory of the first builds, and the bytes of what was published.
"""
import argparse
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from build import GUICHET, peak

HOOK = """{{- $image := .Page.Resources.Get .Destination -}}
{{- $size := cond (ge $image.Width $image.Height) "480x" "x480" -}}
<picture><source srcset="{{ ($image.Resize (printf "%s webp q60" $size)).RelPermalink }}" type="image/webp">
{{- with $image.Resize (printf "%s jpg q60" $size) -}}
<img src="{{ .RelPermalink }}" width="{{ .Width }}" height="{{ .Height }}" alt="{{ $.Text }}">{{ end }}</picture>"""


def guichet(work, photographs):
    site = work / "guichet"
    (site / "content").mkdir(parents=True)
    (site / "guichet.yaml").write_text("title: Images\n")
    for at, photograph in enumerate(photographs):
        shutil.copy(photograph, site / f"content/{at}.jpg")
        (site / f"content/page{at}.md").write_text(f"---\ntitle: Page {at}\n---\n\n![A photograph]({at}.jpg)\n")
    return site


def hugo(work, photographs):
    site = work / "hugo"
    (site / "layouts/_markup").mkdir(parents=True)
    (site / "hugo.toml").write_text('baseURL = "/"\ndisableKinds = ["rss", "sitemap", "taxonomy", "term"]\n')
    (site / "layouts/_markup/render-image.html").write_text(HOOK)
    for name in ("page", "home", "section"):
        (site / f"layouts/{name}.html").write_text("<!doctype html><title>{{ .Title }}</title>{{ .Content }}")
    for at, photograph in enumerate(photographs):
        bundle = site / f"content/page{at}"
        bundle.mkdir(parents=True)
        shutil.copy(photograph, bundle / f"{at}.jpg")
        (bundle / "index.md").write_text(f"---\ntitle: Page {at}\n---\n\n![A photograph]({at}.jpg)\n")
    return site


def weights(out, ending):
    """Bytes of the published copies of one format, the lightest first. Hugo publishes the originals beside them."""
    sizes = [path.stat().st_size for path in out.rglob(f"*{ending}") if path.stat().st_size < 100_000]
    return sorted(sizes)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    photographs = sorted(path for path in arguments.folder.iterdir() if path.suffix.lower() in (".jpg", ".jpeg"))
    if not photographs:
        sys.exit("no photographs there")
    print(f"{len(photographs)} photographs, {sum(p.stat().st_size for p in photographs) / 1e6:.0f} MB")
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        sites = {"guichet": guichet(work, photographs), "hugo": hugo(work, photographs)}
        for turn in range(arguments.runs):
            for name, site in sites.items():
                for kept in (".guichet-cache", "resources"):
                    shutil.rmtree(site / kept, ignore_errors=True)
                out = work / f"{name}-{turn}"
                command = {
                    "guichet": [str(GUICHET), "--site", str(site), "build", "--no-sheets", "--out", str(out)],
                    "hugo": ["hugo", "--quiet", "--source", str(site), "--destination", str(out)],
                }[name]
                first, _, memory = peak(command)
                again, _, _ = peak(command)
                found.setdefault(name, []).append((first, again, memory, out))
        for name, runs in found.items():
            first, again, memory = (statistics.median(run[column] for run in runs) for column in range(3))
            print(f"{name:8} first {first:6.2f} s, again {again:5.2f} s, peak {memory:5.0f} MB", end="")
            for ending in (".webp", ".jpg"):
                sizes = weights(runs[-1][3], ending)
                print(f"; {ending} median {sizes[len(sizes) // 2]} B, most {sizes[-1]} B ({len(sizes)})", end="")
            print()
        ratios = [guichet[0] / hugo[0] for guichet, hugo in zip(found["guichet"], found["hugo"])]
        print(f"guichet takes {statistics.median(ratios):.2f} of the time of Hugo")


if __name__ == "__main__":
    main()
