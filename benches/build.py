#!/usr/bin/env python3
"""Time and memory of a whole build, compared with other generators on the same pages.

    python3 benches/build.py [--pages 1000 10000] [--runs 5] [--keep]

Builds the corpus of `corpus.py` with guichet (target/release/guichet), and with Hugo and Zola if they are installed. The runs
alternate: each round runs every generator once, so that a slow moment of the machine affects all of them. Prints medians, the
median of the ratios of each round, and peak memory (of the largest process). Each run writes to a new folder, and nothing is
deleted until the end: ext4 creates files slowly just after many were deleted, for every generator.
"""
import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
GUICHET = HERE.parent / "target/release/guichet"
# The peers make no search, so guichet is measured without it (HTML only) and with it.
SEARCHED = "guichet with its search"


def command(name, site, out):
    """The command that builds `site` into `out`."""
    if name in ("guichet", SEARCHED):
        return [str(GUICHET), "--site", str(site), "build", "--no-sheets", "--out", str(out)]
    if name == "hugo":
        return ["hugo", "--quiet", "--source", str(site), "--destination", str(out)]
    return ["zola", "--root", str(site), "build", "--output-dir", str(out)]


def prepare(name, work, pages):
    """A site of `pages` pages in the generator's own form."""
    site = work / f"{name.replace(' ', '-')}-{pages}"
    subprocess.run([sys.executable, HERE / "corpus.py", site / "content", str(pages), "--flavour", "guichet" if name == SEARCHED else name], check=True)
    if name in ("guichet", SEARCHED):
        (site / "guichet.yaml").write_text("title: Banc d’essai\nbase_url: https://example.org/\n" + ("" if name == SEARCHED else "search: no\n"), encoding="utf-8")
    else:
        shutil.copytree(HERE / "peers" / name, site, dirs_exist_ok=True)
    return site


def measure(arguments):
    """Wall seconds, processor seconds and peak memory in MB of one run."""
    begin = time.monotonic()
    child = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    _, errors = child.communicate()
    wall = time.monotonic() - begin
    if child.returncode != 0:
        sys.exit(f"{' '.join(arguments)}: {errors.decode(errors='replace')}")
    return wall


def peak(arguments):
    """The same in a process of its own, whose children's peak memory the system counts: (wall, cpu, MB)."""
    # What the run before left to write is written first: no run pays for another's files.
    os.sync()
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        wall = measure(arguments)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        os.write(writing, f"{wall} {used.ru_utime + used.ru_stime} {used.ru_maxrss / 1024}".encode())
        os._exit(0)
    os.close(writing)
    _, status = os.waitpid(pid, 0)
    if status != 0:
        sys.exit(1)
    wall, cpu, memory = os.read(reading, 200).split()
    os.close(reading)
    return float(wall), float(cpu), float(memory)


def version(name):
    if name in ("guichet", SEARCHED):
        return subprocess.run([GUICHET, "--version"], capture_output=True, text=True).stdout.strip()
    flag = ["version"] if name == "hugo" else ["--version"]
    lines = subprocess.run([name, *flag], capture_output=True, text=True).stdout.strip().splitlines()
    return lines[-1] if lines else name


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--keep", action="store_true", help="leave the built sites where they are")
    options = parser.parse_args()
    if not GUICHET.is_file():
        sys.exit("first: cargo build --release")
    names = ["guichet", SEARCHED] + [name for name in ("hugo", "zola") if shutil.which(name)]
    for name in names:
        print(version(name))
    work = Path(tempfile.mkdtemp(prefix="guichet-bench-"))
    for pages in options.pages:
        sites = {name: prepare(name, work, pages) for name in names}
        runs = {name: [] for name in names}
        for number in range(options.runs + 1):
            for name in names:
                out = work / f"out-{name.replace(' ', '-')}-{pages}-{number}"
                result = peak(command(name, sites[name], out))
                # The first round only warms the caches.
                if number > 0:
                    runs[name].append(result)
        print(f"\n{pages} pages, median of {options.runs} runs in turn")
        for name in names:
            wall, cpu, memory = (statistics.median(column) for column in zip(*runs[name]))
            ratios = [a[0] / b[0] for a, b in zip(runs["guichet"], runs[name])]
            share = "" if name == "guichet" else f"   guichet/{name} {statistics.median(ratios):.3f} of the time"
            mine = statistics.median(run[2] for run in runs["guichet"])
            share += "" if name == "guichet" else f", {mine / memory:.3f} of the memory"
            print(f"{name:23} {wall:7.2f} s wall {cpu:7.2f} s cpu {memory:8.0f} MB{share}")
    if options.keep:
        print(f"\n{work}")
    else:
        shutil.rmtree(work)


if __name__ == "__main__":
    main()
