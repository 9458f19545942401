"""Files for others: what, in which form, and why with full numbers if at all. Shows how far it is and where the file is."""

from __future__ import annotations

from PySide6.QtCore import QFileInfo, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QProgressBar, QWidget

from calltaker.views.common import KeyedButton, Panel, label, set_property


class ExportPanel(Panel):
    """`export_requested` (what, form, reason): what is statistics, calls, hours or days; form csv, xlsx, png or pdf;
    reason is "" for masked numbers."""

    export_requested = Signal(str, str, str)

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__("", key, parent)
        self.set_title(self.tr("Files"))
        self._file = ""
        self._choice = self._build_choice()
        self._numbers = QComboBox()
        self._numbers.setAccessibleName(self.tr("How numbers are written"))
        self._numbers.addItem(self.tr("Masked numbers"), False)
        self._numbers.addItem(self.tr("Full numbers"), True)
        self._reason = QLineEdit()
        self._reason.setAccessibleName(self.tr("Why full numbers are needed"))
        self._reason.setPlaceholderText(self.tr("Why full numbers are needed (is put on record)"))
        self._reason.setEnabled(False)
        self._make = KeyedButton(self.tr("Make file"), kind="primary", icon_name="download", focusable=True)
        for widget, stretch in ((self._choice, 0), (self._numbers, 0), (self._reason, 1), (self._make, 0)):
            self.header.addWidget(widget, stretch)
        self.header.setStretch(1, 0)  # the reason takes the room beside the heading
        self.body.addLayout(self._build_result())
        self._choice.currentIndexChanged.connect(self._on_choice)
        self._numbers.currentIndexChanged.connect(self._on_numbers)
        self._reason.returnPressed.connect(self._on_make)
        self._make.clicked.connect(self._on_make)

    @property
    def result_text(self) -> str:
        return self._result.text()

    def show_running(self, running: bool) -> None:
        self._make.setEnabled(not running)
        self._progress.setVisible(running)
        self._progress.setRange(0, 0)
        if running:
            self._open.setVisible(False)
            self._say(self.tr("Making the file …"))

    def show_progress(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def show_file(self, file: str) -> None:
        self._file = file
        self._say(self.tr("✓ Written: {file}").format(file=file))
        self._open.setVisible(True)

    def show_problem(self, words: str) -> None:
        self._say(self.tr("✕ No file was made: {reason}").format(reason=words), "p1")

    def focus_choice(self) -> None:
        self._choice.setFocus()

    def _build_choice(self) -> QComboBox:
        choice = QComboBox()
        choice.setAccessibleName(self.tr("Which file"))
        for name, what, form in (
            (self.tr("Statistics, CSV"), "statistics", "csv"),
            (self.tr("Statistics, XLSX"), "statistics", "xlsx"),
            (self.tr("Every call, CSV"), "calls", "csv"),
            (self.tr("Every call, XLSX"), "calls", "xlsx"),
            (self.tr("Hours of the week, PDF page"), "hours", "pdf"),
            (self.tr("Hours of the week, PNG picture"), "hours", "png"),
            (self.tr("Days, PDF page"), "days", "pdf"),
            (self.tr("Days, PNG picture"), "days", "png"),
        ):
            choice.addItem(name, (what, form))
        return choice

    def _build_result(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._result = label(self.tr("Every file is put on record with who, when, which days and why."), "dim", wrap=True)
        self._progress = QProgressBar()
        self._progress.setAccessibleName(self.tr("Progress of the file"))
        self._progress.setMaximumWidth(240)
        self._progress.setVisible(False)
        self._open = KeyedButton(self.tr("Open the folder"), icon_name="file-text", focusable=True)
        self._open.setVisible(False)
        self._open.clicked.connect(self._on_open)
        row.addWidget(self._result, 1)
        row.addWidget(self._progress)
        row.addWidget(self._open)
        return row

    def _on_choice(self) -> None:
        """Pictures hold no numbers, so there is nothing to unmask."""
        what, _form = self._choice.currentData()
        has_numbers = what in {"statistics", "calls"}
        self._numbers.setEnabled(has_numbers)
        if not has_numbers:
            self._numbers.setCurrentIndex(0)

    def _on_numbers(self) -> None:
        self._reason.setEnabled(bool(self._numbers.currentData()))
        set_property(self._reason, "invalid", False)

    def _on_make(self) -> None:
        if not self._make.isEnabled():
            return
        what, form = self._choice.currentData()
        is_full = bool(self._numbers.currentData())
        reason = " ".join(self._reason.text().split()) if is_full else ""
        if is_full and not reason:
            set_property(self._reason, "invalid", True)
            self._say(self.tr("Write why full numbers are needed."), "p1")
            self._reason.setFocus()
            return
        self.export_requested.emit(what, form, reason)

    def _on_open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(QFileInfo(self._file).absolutePath()))

    def _say(self, text: str, tone: str = "text") -> None:
        self._result.setText(text)
        set_property(self._result, "tone", tone)
