"""The translation catalogues hold exactly the texts of the sources: a new text without a translation cannot slip in."""

from __future__ import annotations

import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).parents[2]
LUPDATE = Path(sys.executable).parent / "pyside6-lupdate"


def texts(catalogue: Path) -> set[tuple[str, str]]:
    found = set()
    for context in ET.parse(catalogue).iter("context"):
        name = context.findtext("name") or ""
        found |= {(name, message.findtext("source") or "") for message in context.iter("message")}
    return found


def test_catalogues_hold_the_texts_of_the_sources(tmp_path: Path) -> None:
    sources = sorted(str(path) for path in (ROOT / "calltaker").rglob("*.py"))
    for language in ("id", "en"):
        shipped = ROOT / "resources" / "i18n" / f"{language}.ts"
        fresh = tmp_path / shipped.name
        shutil.copy(shipped, fresh)
        subprocess.run([LUPDATE, "-silent", "-no-obsolete", *sources, "-ts", fresh], check=True, timeout=100)
        assert texts(fresh) == texts(shipped), "run ./run i18n and translate what is new"
