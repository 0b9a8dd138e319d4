#!/usr/bin/env python3
"""The sample site in browsers that are as old as its readers' devices, or simpler than they were.

    screens.py PUBLISHED [OUT]

NetSurf and Dillo show each page in a window of a virtual screen, w3m, lynx and links in a terminal. A program that shares nothing with
guichet (tesseract) reads each picture: the words that a reader needs must be legible on it. With OUT, the pictures are kept there.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WIDTH, HEIGHT = 800, 1000
GUIDE = "guides/carte-identite-mineur.html"
ARTICLE = "articles/permanence-du-mardi.html"
# A page with a picture: a window shows many colours, a terminal the words that stand for it.
COLOURS = 2000
INSTEAD = "La salle de la permanence"
# For each page, words of its first screen.
PAGES = {
    "index.html": ["guichet", "Exempleville", "Guides", "Papiers et vie civile"],
    GUIDE: ["identité", "Gratuit", "Comment faire", "Sur place"],
    "recherche.html": ["Rechercher", "accusé de réception"],
    "articles/index.html": ["Articles", "plateforme"],
    ARTICLE: ["Le mardi, venez avec vos papiers"],
}
TEXT = {
    # Without colours: its green for pictures is too pale for a machine that reads.
    "w3m": lambda path: ["w3m", "-M", str(path)],
    "lynx": lambda path: ["lynx", "-display_charset=UTF-8", "-assume_charset=UTF-8", str(path)],
    "links": lambda path: ["links2", str(path)],
}
WINDOWS = {
    "netsurf": lambda path: ["netsurf-fb", "-f", "x", "-w", str(WIDTH), "-h", str(HEIGHT), "-b", "32", f"file://{path}"],
    "dillo": lambda path: ["dillo", "-g", f"{WIDTH}x{HEIGHT}+0+0", f"file://{path}"],
}


def letters(text):
    """What remains of a text that a machine has read, or a person written: letters and digits, without accents."""
    import unicodedata
    plain = unicodedata.normalize("NFD", text.lower())
    return re.sub(r"[^a-z0-9]", "", plain)


def read(picture):
    """The words that tesseract finds, on the picture twice as large, which it reads better."""
    large = picture.with_suffix(".large.png")
    subprocess.run(["convert", picture, "-resize", "200%", "-colorspace", "Gray", large], check=True)
    # Its threads wait for each other longer than they work.
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    run = subprocess.run(["tesseract", large, "-", "-l", "fra", "--psm", "6"], env=environment, capture_output=True, text=True, check=True)
    large.unlink()
    return run.stdout


class Lost(Exception):
    """The screen cannot be read any more."""


class Screen:
    """A virtual screen of its own."""

    def __enter__(self):
        self.start()
        return self

    def start(self):
        reading, writing = os.pipe()
        self.said = tempfile.TemporaryFile("w+")
        # Without -noreset, the server begins anew whenever its last client leaves, and answers nobody meanwhile.
        self.server = subprocess.Popen(["Xvfb", "-noreset", "-displayfd", str(writing), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp"],
                                       pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=self.said)
        os.close(writing)
        # The server writes the number, then the end of the line: it ends when nobody reads the second.
        with os.fdopen(reading) as said:
            number = said.readline().strip()
        self.environment = {**os.environ, "DISPLAY": f":{number}"}

    def stop(self):
        self.server.kill()
        self.server.wait()
        self.said.close()

    def __exit__(self, *_):
        self.stop()

    def shoot(self, picture):
        for turn in range(5):
            shot = subprocess.run(["import", "-window", "root", picture], env=self.environment, capture_output=True, text=True)
            if shot.returncode == 0:
                return
            time.sleep(1 + turn)
        self.said.seek(0)
        ended = self.server.poll()
        raise Lost(f"{shot.stderr.strip()}; Xvfb {'runs' if ended is None else f'ended ({ended})'}: {self.said.read().strip()}")

    def settled(self, program, picture):
        """Waits until the screen shows something and no longer changes; whether the program still runs then."""
        before = None
        for _ in range(60):
            time.sleep(0.5)
            self.shoot(picture)
            now = subprocess.run(["convert", picture, "-format", "%# %[fx:standard_deviation]", "info:"], capture_output=True, text=True, check=True).stdout
            if now == before and float(now.split()[1]) > 0.05:
                break
            before = now
        return program.poll() is None


def show(screen, command, home, picture):
    """Whether the program still runs when its page is on the picture. A screen that is lost is no fault of the page: it is shown on another."""
    for _ in range(3):
        program = subprocess.Popen(command, env={**screen.environment, "HOME": home}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            return screen.settled(program, picture)
        except Lost as lost:
            print(f"{command[0]}: the screen was lost and is started anew: {lost}")
            screen.stop()
            screen.start()
        finally:
            program.kill()
            program.wait()
    sys.exit("no screen could be read")


def main():
    published = Path(sys.argv[1]).resolve()
    kept = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    wrong = []
    seen = 0
    with tempfile.TemporaryDirectory() as home, Screen() as screen:
        # Links greets those who have no settings yet.
        (Path(home) / ".links2").mkdir()
        (Path(home) / ".links2/links.cfg").write_text("html_assume_codepage \"utf-8\"\n")
        for browser, command in {**WINDOWS, **TEXT}.items():
            for page, words in PAGES.items():
                picture = Path(home) / f"{browser}-{page.replace('/', '-').removesuffix('.html')}.png"
                line = command(published / page)
                if browser in TEXT:
                    line = ["xterm", "-fa", "Monospace", "-fs", "9", "-geometry", "80x48+0+0", "-bg", "white", "-fg", "black", "-u8", "-e", *line]
                if not show(screen, line, home, picture):
                    wrong.append(f"{browser} has ended with {page}")
                    continue
                found = letters(read(picture))
                if page == ARTICLE and browser in WINDOWS:
                    colours = int(subprocess.run(["identify", "-format", "%k", picture], capture_output=True, text=True, check=True).stdout)
                    if colours < COLOURS:
                        wrong.append(f"{browser}, {page}: {colours} colours, as if no picture were shown")
                elif page == ARTICLE:
                    words = [*words, INSTEAD]
                wrong += [f"{browser}, {page}: “{word}” cannot be read" for word in words if letters(word) not in found]
                seen += 1
                if kept:
                    kept.mkdir(parents=True, exist_ok=True)
                    shutil.copy(picture, kept)
    for line in wrong:
        print(line)
    print(f"{seen} screens in {len(WINDOWS) + len(TEXT)} browsers, {len(wrong)} words that cannot be read")
    sys.exit(bool(wrong) or seen < len(PAGES) * (len(WINDOWS) + len(TEXT)))


if __name__ == "__main__":
    main()
