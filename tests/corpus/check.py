#!/usr/bin/env python3
"""The sample of the official guide, imported, published and printed: `check.py GUICHET`.

- The import knows every element; done twice it changes nothing.
- No word is lost on the way to Markdown, pages and sheets (`words.py`).
- Every page is valid HTML (vnu) and breaks no rule of axe-core; every sheet is PDF/UA-1 and PDF/A-2a (`tests/pdf/check.py`).
- The site is published without an error: every link of it resolves, or nothing would be.
- The same as schema 3.5 writes it, and with files and references missing: `new_elements.py`.
- The report has the figures of a count over the XML (`report.py`).
"""
import subprocess
import sys
import tempfile
from pathlib import Path

from official import guichet, site_of, unpack

HERE = Path(__file__).resolve().parent
TESTS = HERE.parent
VNU = TESTS / "browser/node_modules/vnu-jar/build/dist/vnu.jar"
PYTHON = TESTS / "pdf/.venv/bin/python"


def main():
    program = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        source = unpack(Path(folder) / "xml")
        site = site_of(program, source, Path(folder) / "site")
        told, complaints = guichet(program, site, "import", "service-public", source)
        if "Rien n’a changé" not in told:
            sys.exit(f"imported twice, it changes:\n{told}")
        if complaints or "ne connaît pas" in told:
            sys.exit(told + complaints)
        guichet(program, site, "build")
        public = site / "public"
        checks = [
            ("words", [sys.executable, HERE / "words.py", source, site]),
            ("pages", ["java", "-jar", VNU, "--errors-only", "--skip-non-html", public]),
            ("accessibility", ["node", TESTS / "browser/axe.mjs", public]),
            ("sheets", [PYTHON, TESTS / "pdf/check.py", public]),
            ("schema 3.5", [sys.executable, HERE / "new_elements.py", program]),
            ("report", [sys.executable, HERE / "report.py", program, site]),
        ]
        failed = []
        for name, command in checks:
            print(f"-- {name}", flush=True)
            if subprocess.run(list(map(str, command))).returncode:
                failed.append(name)
    sys.exit(f"failed: {', '.join(failed)}" if failed else None)


if __name__ == "__main__":
    main()
