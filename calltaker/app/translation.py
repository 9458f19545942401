"""Loads the translations of the window. Sources are English; a catalogue that is missing is said in the log, never hidden."""

from __future__ import annotations

import logging

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

import resources

_log = logging.getLogger("ui")
_in_use: list[bytes] = []
"""Qt reads the catalogue where it lies in memory. A file that it mapped would end the window when an update rewrites it."""


def load_translation(app: QCoreApplication, language: str) -> bool:
    """Install `resources/i18n/<language>.qm` (made by `pyside6-lrelease`) and the number and date style of the language.
    Return whether the catalogue was there; without it the window speaks English."""
    is_indonesian = language == "id"
    QLocale.setDefault(QLocale(QLocale.Language.Indonesian if is_indonesian else QLocale.Language.English))
    file = resources.path("i18n", f"{language}.qm")
    translator = QTranslator(app)
    try:
        catalogue = file.read_bytes()
    except OSError:
        catalogue = b""
    if not catalogue or not translator.load(catalogue):
        _log.error("translation %s cannot be read; texts stay English", file.name)
        return False
    _in_use.append(catalogue)
    return app.installTranslator(translator)
