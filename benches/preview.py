#!/usr/bin/env python3
"""Time until the preview shows an edit on a site of many pages.

    python3 benches/preview.py [--pages 10000] [--runs 20] [--sheet]

Starts `guichet serve` on the corpus of `corpus.py` and saves a page as an editor does (write beside, rename over). Measures from
the rename until the new words have arrived over HTTP, requested as soon as the preview notifies the browser. With `--sheet`,
until the page's A4 sheet has arrived, which is printed for that request.
"""
import argparse
import http.client
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
GUICHET = HERE.parent / "target/release/guichet"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=10000)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--sheet", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="guichet-bench-") as work:
        site = Path(work)
        subprocess.run([sys.executable, HERE / "corpus.py", site / "content", str(options.pages)], check=True)
        (site / "guichet.yaml").write_text("title: Banc d’essai\n", encoding="utf-8")
        server = subprocess.Popen(
            [GUICHET, "--site", site, "serve", "--port", "0", "--lang", "en"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        try:
            port = int(server.stdout.readline().strip().rstrip("/").rsplit(":", 1)[1])
            events = socket.create_connection(("127.0.0.1", port))
            events.sendall(f"GET /_guichet/events HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n".encode())
            stream = events.makefile("rb")

            def told():
                while not stream.readline().startswith(b"data:"):
                    pass

            told()
            def get(path):
                connection = http.client.HTTPConnection("localhost", port)
                connection.request("GET", path)
                body = connection.getresponse().read()
                connection.close()
                return body

            page = site / "content/guides/p000000.md"
            sheet = get("/guides/p000000-a4.pdf")
            text = page.read_text(encoding="utf-8")
            times = []
            for number in range(options.runs):
                time.sleep(0.3)
                beside = page.with_suffix(".md.tmp")
                beside.write_text(text + f"\nEdit {number}.\n", encoding="utf-8")
                begin = time.monotonic()
                os.rename(beside, page)
                while True:
                    told()
                    if options.sheet:
                        before, sheet = sheet, get("/guides/p000000-a4.pdf")
                        if sheet != before:
                            break
                    elif f"Edit {number}.".encode() in get("/guides/p000000.html"):
                        break
                times.append((time.monotonic() - begin) * 1000)
            print(f"{options.pages} pages, {options.runs} edits: median {statistics.median(times):.0f} ms, "
                  f"least {min(times):.0f} ms, most {max(times):.0f} ms")
        finally:
            server.kill()


main()
