"""The sheet of all keys as PDF, written on a thread of its own: fonts and disk take longer than the window may wait."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QObject, Signal
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter

from calltaker.actions import Action
from calltaker.app.room import Notices
from calltaker.theme.fonts import TEXT_FAMILY
from calltaker.views.cheat_sheet import sheet_rows

_log = logging.getLogger("ui")
FILE_NAME = "112-keys.pdf"
_MARGIN_MM = 15.0
_DPI = 300
_TITLE_PT, _TEXT_PT = 16.0, 9.5
_TITLE_PX, _ROW_PX = 160, 62
_VERB_X_PX, _TEXT_X_PX = 430, 560


class KeySheet(QObject):
    """`print_to_file` returns at once; `written` (path) or a notice follows."""

    written = Signal(str)
    _failed = Signal(str)

    def __init__(self, folder: Path, title: str, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._title = title
        self._notices = notices
        self.written.connect(lambda path: notices.say(self.tr("Saved: {path}").format(path=path)))
        self._failed.connect(lambda why: notices.say(self.tr("The sheet was not saved: {why}").format(why=why), "warning"))

    def print_to_file(self, actions: Sequence[Action]) -> None:
        rows = sheet_rows(actions)
        threading.Thread(target=self._write, args=(rows,), name="key sheet", daemon=True).start()

    def _write(self, rows: Sequence[tuple[str, str, str]]) -> None:
        path = self._folder / FILE_NAME
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path.open("ab").close()  # QPdfWriter does not say why it could not write
        except OSError as error:
            _log.warning("the sheet of keys cannot be written: %s", error)
            self._failed.emit(error.strerror or str(error))
            return
        draw_sheet(path, self._title, rows)
        self.written.emit(str(path))


def draw_sheet(path: Path, title: str, rows: Sequence[tuple[str, str, str]]) -> None:
    """Draw rows of (key, command, text) on one A4 page, black on white. May run on any thread."""
    writer = QPdfWriter(str(path))
    writer.setResolution(_DPI)
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    size, upright = QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(size, upright, margins, QPageLayout.Unit.Millimeter))
    row_px = min(_ROW_PX, (writer.height() - _TITLE_PX) // max(1, len(rows)))
    painter = QPainter(writer)
    painter.setFont(_font(_TITLE_PT, bold=True))
    painter.drawText(0, _TITLE_PX // 2, title)
    for number, (key, verb, text) in enumerate(rows, start=1):
        base_px = _TITLE_PX + number * row_px
        is_heading = not key and not verb
        painter.setFont(_font(_TEXT_PT, bold=True))
        painter.drawText(0, base_px, key)
        painter.drawText(_VERB_X_PX, base_px, verb)
        painter.setFont(_font(_TEXT_PT, bold=is_heading))
        painter.drawText(0 if is_heading else _TEXT_X_PX, base_px, text)
    painter.end()


def _font(size_pt: float, *, bold: bool) -> QFont:
    font = QFont(TEXT_FAMILY)
    font.setPointSizeF(size_pt)
    font.setBold(bold)
    return font
