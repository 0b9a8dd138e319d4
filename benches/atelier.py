#!/usr/bin/env python3
"""Time from a key stroke in the workshop to what it shows, on a site of many pages.

    python3 benches/atelier.py [--pages 10000] [--runs 20] [--sheet] [--guichet target/release/guichet]

Starts `guichet atelier` on the corpus of `corpus.py` and types a letter into a page, as the workshop's script does: sends the text, waits for what
is wrong with it, and asks for the page as readers see it. With `--sheet`, for the picture of its A4 sheet instead. Then asks for the desk, as a
search on it does. Prints medians and maxima in milliseconds, and the memory of the server.
"""
import argparse
import http.client
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
PAGE = "content/guides/p000000.md"


class Workshop:
    def __init__(self, port, key):
        self.port = port
        self.cookie = None
        answer = self.ask("GET", f"/?{key}", whole=True)
        self.cookie = answer.getheader("set-cookie").split(";")[0]
        keys = re.search(r'"guichet-keys" content="(\w+) (\w+)"', answer.read().decode())
        self.of_pages, self.of_views = keys.groups()

    def ask(self, method, path, body=None, whole=False):
        connection = http.client.HTTPConnection("localhost", self.port)
        headers = {"cookie": self.cookie, "x-guichet": self.of_pages} if self.cookie else {}
        if body is not None:
            headers |= {"content-type": "application/json", "origin": f"http://localhost:{self.port}"}
        connection.request(method, path, json.dumps(body) if body is not None else None, headers)
        answer = connection.getresponse()
        if whole:
            return answer
        content = answer.read()
        if answer.status != 200:
            raise SystemExit(f"{method} {path}: {answer.status} {content[:300]}")
        return content


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=10000)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--sheet", action="store_true")
    parser.add_argument("--guichet", type=Path, default=HERE.parent / "target/release/guichet")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="guichet-bench-") as work:
        site = Path(work)
        subprocess.run([sys.executable, HERE / "corpus.py", site / "content", str(options.pages)], check=True)
        (site / "guichet.yaml").write_text("title: Banc d’essai\n", encoding="utf-8")
        server = subprocess.Popen(
            [options.guichet, "--site", site, "atelier", "--no-open", "--port", "0", "--lang", "en"], stdout=subprocess.PIPE, text=True
        )
        try:
            address = server.stdout.readline().strip().rsplit("http://localhost:", 1)[1]
            port, key = address.split("/?")
            workshop = Workshop(int(port), key)
            opened = json.loads(workshop.ask("GET", f"/api/page?path={PAGE}"))
            shown = f"/feuille/{workshop.of_views}/a4/{PAGE}?page=0" if options.sheet else f"/apercu/{workshop.of_views}/{opened['address']}"
            workshop.ask("GET", shown)
            held, seen = [], []
            for number in range(options.runs):
                text = opened["text"] + f"\nlettre{number}"
                begin = time.perf_counter()
                workshop.ask("POST", "/api/hold", {"path": PAGE, "text": text})
                held.append(time.perf_counter() - begin)
                answer = workshop.ask("GET", shown)
                seen.append(time.perf_counter() - begin)
                if not options.sheet and f"lettre{number}".encode() not in answer:
                    raise SystemExit("the page does not show what was typed")
                time.sleep(0.3)
            told("what is wrong", held)
            told("the sheet" if options.sheet else "the page", seen)
            time.sleep(15)
            desk = []
            for number in range(options.runs):
                begin = time.perf_counter()
                workshop.ask("GET", f"/api/desk?q={number}")
                desk.append(time.perf_counter() - begin)
            told("the desk", desk)
            memory = Path(f"/proc/{server.pid}/status").read_text(encoding="ascii")
            peak = next(line.split()[1] for line in memory.splitlines() if line.startswith("VmHWM"))
            print(f"memory: {int(peak) // 1024} MB at most")
        finally:
            server.kill()


def told(what, times):
    times = sorted(1000 * seconds for seconds in times)
    print(f"{what}: {statistics.median(times):.0f} ms, at most {times[-1]:.0f} ms")


if __name__ == "__main__":
    main()
