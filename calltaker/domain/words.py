"""Marks English source texts for translation in code that must not import Qt. The window translates them with
`QCoreApplication.translate(context, text)`; `pyside6-lupdate` finds them by the function's name."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Return `text` as it is. The name is the one the extraction tool looks for."""
    return text
