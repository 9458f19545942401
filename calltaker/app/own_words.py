"""`python -m calltaker.app.own_words FILE.ts`: fills a catalogue in the language of the sources; nothing stays unfinished.

Run by `./run i18n` on the English catalogue. A text with plural forms is left alone: its forms need a person.
"""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ET
from pathlib import Path


def fill(catalogue: Path) -> int:
    """Make every unfinished text its own translation; return how many there were."""
    tree = ET.parse(catalogue)  # noqa: S314
    filled = 0
    for message in tree.iter("message"):
        translation = message.find("translation")
        if translation is None or translation.get("type") != "unfinished" or message.get("numerus") == "yes":
            continue
        translation.text = message.findtext("source")
        del translation.attrib["type"]
        filled += 1
    body = ET.tostring(tree.getroot(), encoding="unicode")
    catalogue.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")
    return filled


if __name__ == "__main__":
    for name in sys.argv[1:]:
        fill(Path(name))
