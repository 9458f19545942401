"""The sheet of all keys as PDF, written on a thread of its own: fonts and disk take longer than the window may wait."""

from __future__ import annotations

import logging
import threading
from pathlib import Path

from PySide6.QtCore import QMarginsF, QObject, Signal
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from calltaker.app.room import Notices
from calltaker.theme.fonts import TEXT_FAMILY
from calltaker.views.cheat_sheet import sheet_html

_log = logging.getLogger("ui")
FILE_NAME = "112-keys.pdf"
_MARGIN_MM = 15.0


class KeySheet(QObject):
    """`print_to_file()` returns at once; `written` (path) or a notice follows."""

    written = Signal(str)
    _failed = Signal(str)

    def __init__(self, folder: Path, title: str, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._title = title
        self._notices = notices
        self.written.connect(lambda path: notices.say(self.tr("Saved: {path}").format(path=path)))
        self._failed.connect(lambda why: notices.say(self.tr("The sheet was not saved: {why}").format(why=why), "warning"))

    def print_to_file(self) -> None:
        html = sheet_html(self._title)
        threading.Thread(target=self._write, args=(html,), name="key sheet", daemon=True).start()

    def _write(self, html: str) -> None:
        path = self._folder / FILE_NAME
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path.open("ab").close()  # QPdfWriter does not say why it could not write
        except OSError as error:
            _log.warning("the sheet of keys cannot be written: %s", error)
            self._failed.emit(error.strerror or str(error))
            return
        writer = QPdfWriter(str(path))
        margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
        writer.setPageLayout(
            QPageLayout(
                QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
            )
        )
        document = QTextDocument()
        document.setDefaultFont(QFont(TEXT_FAMILY, 9))
        document.setHtml(html)
        document.print_(writer)
        self.written.emit(str(path))
