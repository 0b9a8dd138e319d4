"""The sample of the official guide, and a site that it is imported into."""
import subprocess
import tarfile
from pathlib import Path

ARCHIVE = Path(__file__).resolve().parent / "service-public.tar.xz"
# The day of all runs: what is out of date hangs on it.
TODAY = "2026-11-25"
CONFIG = """titre: Les guides officiels
adresse: https://guides.example.org/
langue: fr
"""


def unpack(folder):
    """Writes the XML into a folder."""
    with tarfile.open(ARCHIVE) as archive:
        archive.extractall(folder, filter="data")
    return Path(folder)


def guichet(program, site, *arguments):
    """Runs guichet on a site; what it prints, and what it complains of."""
    run = subprocess.run([str(program), "--site", str(site), "--lang", "fr", "--today", TODAY, *map(str, arguments)],
                         capture_output=True, text=True)
    if run.returncode:
        raise SystemExit(f"guichet {' '.join(map(str, arguments))}: status {run.returncode}\n{run.stderr[-3000:]}")
    return run.stdout, run.stderr


def site_of(program, source, folder, sheets="[a4]"):
    """An empty site into which the XML of `source` is imported."""
    site = Path(folder)
    site.mkdir(parents=True)
    (site / "guichet.yaml").write_text(f"{CONFIG}fiches: {{ guide: {sheets} }}\n", encoding="utf-8")
    guichet(program, site, "import", "service-public", source)
    return site
