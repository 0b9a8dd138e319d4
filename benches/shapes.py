"""Sites of any size, and the processor time that guichet needs for them. `pathological.py` and `scaling.py` share this."""

import os
import resource
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

# guichet does not read texts that are longer than this, in bytes.
LARGEST_TEXT = 2 * 1024 * 1024 - 2000
# A run that takes longer than this, in seconds, is ended.
LONGEST_RUN = 600

# A site with plain texts as well.
TEXTS = {"guichet.yaml": "titre: Essai\ntextes: oui\nfeuilles: {}\n"}


def page(text, front="titre: Essai"):
    return f"---\n{front}\n---\n\n{text}\n"


def guide(name, at, more=""):
    return page("Un texte.", f"titre: Guide {name}\nrésumé: Un résumé.\ncanaux:\n  sur-place:\n    - lieu: {at}\nvérifié: 2026-10-01{more}")


def organization(name, kind="mairie"):
    return page("", f"titre: Organisme {name}\ntype: {kind}\nadresse:\n  - 1 rue X\n  - 99000 Ville\ntéléphone: 01 99 00 00 0{name % 10}")


def one(text, front="titre: Essai", **more):
    """A site of one page."""
    return {"content/essai.md": page(text, front), **more}


def letters(number):
    """A number in capitals: 0 is A, 27 is BB."""
    out = ""
    while True:
        out = chr(65 + number % 26) + out
        number = number // 26
        if number == 0:
            return out + "X"


def write(folder, files):
    """Writes a site to a folder. Texts and bytes become files; a mapping becomes a ZIP of its texts."""
    for path, content in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, dict):
            with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
                for name, text in content.items():
                    archive.writestr(name, text)
        elif isinstance(content, bytes):
            place.write_bytes(content)
        else:
            place.write_text(content)
    if not (folder / "guichet.yaml").exists():
        (folder / "guichet.yaml").write_text("titre: Essai\n")
    (folder / "content").mkdir(exist_ok=True)


def is_too_large(files):
    """Whether guichet would not read one of these texts."""
    return any(isinstance(content, str) and path.startswith(("content", "themes", "guichet")) and len(content.encode()) > LARGEST_TEXT for path, content in files.items())


def seconds(program, folder, command, statuses):
    """Processor time of a run, or nothing where it was ended by a signal or with another status. What it publishes is removed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(os.devnull, "wb") as nothing:
        try:
            status = subprocess.run([program, *command], cwd=folder, stdout=nothing, stderr=nothing, timeout=LONGEST_RUN, env={**os.environ, "SOURCE_DATE_EPOCH": "1795564800"}).returncode
        except subprocess.TimeoutExpired:
            return None
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    shutil.rmtree(folder / "public", ignore_errors=True)
    if status not in statuses:
        return None
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measured(program, files, command, base=0, statuses=(0, 1, 2), runs=3, long=5):
    """Processor time of a site beyond `base`, the least of some runs; of one only where that took `long` seconds. Nothing where a run failed."""
    folder = Path(tempfile.mkdtemp(prefix="guichet-shape-"))
    try:
        write(folder, files)
        times = []
        while len(times) < runs and (not times or times[0] < long):
            time_of_run = seconds(program, folder, command, statuses)
            if time_of_run is None:
                return None
            times.append(time_of_run)
        return max(min(times) - base, 0.001)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
