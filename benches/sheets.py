#!/usr/bin/env python3
"""Time and size of printed sheets, compared with WeasyPrint and Chromium on the same text with the same fonts.

    python3 benches/sheets.py [--guides 1000] [--peers 40] [--runs 5]

The guides of the sample site are multiplied. Each copy has a number in its title, so that no cache can reuse one for another.
Measures three things, with target/release/guichet:

- one sheet: `guichet` (all its processes), WeasyPrint in one process and Chromium in one browser print the same guides to
  A4, alternating; each peer gets the page that guichet publishes, with guichet's fonts. Processor time per sheet, and bytes;
- a thousand guides with A4 and large print: wall and processor time, hence the share of the cores that was used, and the peak
  memory of all processes together, sampled every 50 ms in a run of its own;
- a second build after a change to one page.

WeasyPrint comes from PyPI (pip install weasyprint), playwright-core from tests/browser (npm ci), Chromium from Debian. What
is not installed is skipped.
"""
import argparse
import importlib.util
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
GUICHET = ROOT / "target/release/guichet"
FONTS = ROOT / "themes/default/fonts"


def site_of(folder, count, formats):
    """A copy of the sample site with `count` guides, printed in `formats`."""
    guides = sorted(path for path in (ROOT / "content/guides").glob("*.md") if path.name != "_index.md" and ".en." not in path.name)
    (folder / "content/guides").mkdir(parents=True)
    for name in ["organizations", "glossary.yaml"]:
        source = ROOT / "content" / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / "content" / name)
    config = (ROOT / "guichet.yaml").read_text(encoding="utf-8")
    config = config[: config.index("fiches:")].replace("langues: [fr, en]\n", "langues: [fr, en]\ncontrôles: { dead-link: non }\n")
    sheets = f"fiches: {{ guide: [{', '.join(formats)}], article: [], organisme: [], page: [] }}\n"
    (folder / "guichet.yaml").write_text(config + sheets, encoding="utf-8")
    for number in range(count):
        text = guides[number % len(guides)].read_text(encoding="utf-8")
        lines = text.split("\n")
        at = next(index for index, line in enumerate(lines) if line.startswith("titre:"))
        lines[at] = lines[at].rstrip("\"’'") + f" n° {number}" + ("\"" if lines[at].endswith("\"") else "")
        lines = [line for line in lines if not line.startswith("voir-aussi")]
        (folder / f"content/guides/guide-{number}.md").write_text("\n".join(lines), encoding="utf-8")
    return folder


def descendants(pid):
    """The process and all those that it started."""
    found, waiting = [], [pid]
    while waiting:
        pid = waiting.pop()
        found.append(pid)
        try:
            for task in os.listdir(f"/proc/{pid}/task"):
                with open(f"/proc/{pid}/task/{task}/children", encoding="ascii") as children:
                    waiting.extend(int(child) for child in children.read().split())
        except OSError:
            pass
    return found


def proportional(pid):
    """What memory a process takes, shared pages counted in parts (bytes); 0 when it has ended."""
    try:
        with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as rollup:
            return next(int(line.split()[1]) * 1024 for line in rollup if line.startswith("Pss:"))
    except (OSError, StopIteration):
        return 0


def run(arguments, memory=False):
    """Wall seconds, processor seconds of all processes, and the peak of their memory together in bytes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.monotonic()
    child = subprocess.Popen([str(word) for word in arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    peak = 0
    done = threading.Event()

    def watch():
        nonlocal peak
        while not done.wait(0.05):
            peak = max(peak, sum(proportional(pid) for pid in descendants(child.pid)))

    watcher = threading.Thread(target=watch)
    if memory:
        watcher.start()
    out, errors = child.communicate()
    wall = time.monotonic() - begin
    done.set()
    if memory:
        watcher.join()
    if child.returncode != 0:
        sys.exit(f"{arguments}: {errors.decode(errors='replace')[:2000]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, cpu, peak, out


def guichet(site, out, *options):
    return [GUICHET, "--site", site, "build", "--out", out, *options]


WEASYPRINT = r"""
import json, sys, time
from pathlib import Path
from weasyprint import HTML, CSS
from weasyprint.text.fonts import FontConfiguration
pages, css, out = json.load(sys.stdin)
fonts = FontConfiguration()
style = CSS(string=css, font_config=fonts)
Path(out).mkdir()
def page(path):
    return HTML(string=Path(path).read_text(encoding="utf-8")).write_pdf(stylesheets=[style], font_config=fonts, pdf_variant="pdf/ua-1")
page(pages[0])
begin = time.process_time()
for path in pages:
    (Path(out) / (Path(path).stem + ".pdf")).write_bytes(page(path))
print(time.process_time() - begin)
"""


def weasyprint(pages, out):
    faces = []
    for weight, style, name in [(400, "normal", "400Regular"), (700, "normal", "700Bold"), (400, "italic", "400Regular_Italic"), (700, "italic", "700Bold_Italic")]:
        url = (FONTS / f"AtkinsonHyperlegibleNext_{name}.ttf").as_uri()
        faces.append(f"@font-face {{ font-family: Sheet; font-weight: {weight}; font-style: {style}; src: url({url}) }}")
    css = "\n".join(faces) + "\nhtml { font-family: Sheet !important }\n"
    child = subprocess.run([sys.executable, "-c", WEASYPRINT], input=json.dumps([[str(p) for p in pages], css, str(out)]), capture_output=True, text=True, check=False)
    if child.returncode != 0:
        sys.exit(child.stderr[-2000:])
    return float(child.stdout) / len(pages)


def chromium(pages, out):
    out.mkdir()
    fonts = [str(FONTS / f"AtkinsonHyperlegibleNext_{name}.ttf") for name in ["400Regular", "700Bold", "400Regular_Italic", "700Bold_Italic"]]
    request = json.dumps({"pages": [str(p) for p in pages], "out": str(out), "fonts": fonts})
    child = subprocess.run(["node", HERE / "chromium-pdf.mjs"], input=request, capture_output=True, text=True, check=False)
    if child.returncode != 0:
        sys.exit(child.stderr[-2000:])
    return float(child.stdout) / len(pages)


def sizes(folder):
    return statistics.median(path.stat().st_size for path in folder.glob("*.pdf"))


def one_sheet(work, count, runs):
    site = site_of(work / "peers", count, ["a4"])
    double = site_of(work / "double", 2 * count, ["a4"])
    run(guichet(site, work / "pages"))
    pages = sorted((work / "pages/guides").glob("guide-*.html"))
    ours = [path.stat().st_size for path in (work / "pages/guides").glob("*-a4.pdf")]
    peers = {}
    if importlib.util.find_spec("weasyprint"):
        peers["WeasyPrint"] = weasyprint
    if (ROOT / "tests/browser/node_modules/playwright-core").is_dir():
        peers["Chromium"] = chromium
    seconds = {name: [] for name in ["guichet", *peers]}
    weights = {}
    for index in range(runs):
        # The peers print one page before they are timed; of guichet, what as many sheets again cost is counted: printing
        # them, keeping and publishing them, and their pages.
        used = []
        for folder in [site, double]:
            shutil.rmtree(folder / ".guichet-cache", ignore_errors=True)
            used.append(run(guichet(folder, work / f"{folder.name}-{index}"))[1])
        seconds["guichet"].append((used[1] - used[0]) / count)
        for name, peer in peers.items():
            out = work / f"{name}-{index}"
            seconds[name].append(peer(pages, out))
            weights[name] = sizes(out)
    weights["guichet"] = statistics.median(ours)
    print(f"\nOne A4 sheet, {len(pages)} guides, {runs} runs in turn (medians)")
    for name, values in seconds.items():
        ratio = statistics.median(value / ours for value, ours in zip(values, seconds["guichet"]))
        print(f"  {name:10} {1000 * statistics.median(values):7.1f} ms of one core   × {ratio:5.1f}   {weights[name]:9,.0f} bytes   × {weights[name] / weights['guichet']:.2f}")


def thousand(work, count):
    site = site_of(work / "thousand", count, ["a4", "large-print"])
    wall, cpu, _, _ = run(guichet(site, work / "out"))
    # Once more from nothing: looking at the memory takes time of its own.
    shutil.rmtree(site / ".guichet-cache")
    _, _, peak, _ = run(guichet(site, work / "again"), memory=True)
    sheets = 2 * count
    cores = os.cpu_count()
    print(f"\n{count} guides, A4 and large print ({sheets} sheets) on {cores} cores")
    print(f"  {wall:.1f} s, {1000 * cpu / sheets:.1f} ms of one core a sheet, {100 * cpu / wall / cores:.0f} % of the cores used, {peak / 1e6:.0f} MB at most in all processes")
    page = site / "content/guides/guide-7.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nUne ligne de plus.\n", encoding="utf-8")
    before = set(os.listdir(site / ".guichet-cache"))
    wall, cpu, _, _ = run(guichet(site, work / "out"))
    new = set(os.listdir(site / ".guichet-cache")) - before
    print(f"  after one page has changed: {wall:.2f} s, {len(new)} sheets printed")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--guides", type=int, default=1000)
    parser.add_argument("--peers", type=int, default=40)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="guichet-sheets-") as folder:
        one_sheet(Path(folder), arguments.peers, arguments.runs)
        thousand(Path(folder), arguments.guides)



if __name__ == "__main__":
    main()
