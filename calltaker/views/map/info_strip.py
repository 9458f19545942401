"""Two lines below the map: where the chosen spot is and a button for the pin, else the keys. Its height never changes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from calltaker.theme.live import theme
from calltaker.theme.tokens import MIN_TARGET_PX
from calltaker.views.common import ElidedLabel, KeyedButton, label

_LINES = 2


class InfoStrip(QWidget):
    pin_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = ElidedLabel("strong")
        self._second = label("", "small", wrap=True)
        self._second.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._button = KeyedButton(self.tr("Pin here"), "P", icon_name="map-pin", kind="primary")
        self._button.clicked.connect(self.pin_requested)
        row = QHBoxLayout()
        row.addWidget(self._first, 1)
        row.addWidget(self._button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self._second)
        theme.changed.connect(self._fit)
        self._fit()
        self.show_keys()

    @property
    def text(self) -> str:
        """Everything that stands in it."""
        return f"{self._first.toolTip()}\n{self._second.text()}"

    def show_keys(self) -> None:
        """Nothing is chosen: say what the keys do."""
        second = self.tr("C caller · N incident · P pin · Esc back to the form")
        self._show(self.tr("Arrows move · + − zoom · Home region"), second, has_button=False)

    def show_spot(self, first: str, second: str) -> None:
        """A spot is chosen. `first`: its coordinates; `second`: what and where it is."""
        self._show(first, second, has_button=True)

    def show_marker(self, first: str, second: str) -> None:
        """A marker is picked and no spot chosen."""
        self._show(first, second, has_button=False)

    def _show(self, first: str, second: str, *, has_button: bool) -> None:
        self._button.setVisible(has_button)
        self._first.show_text(first)
        self._second.setText(second)
        self._second.setToolTip(second)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._button.ensurePolished()
        self._second.setFixedHeight(round(_LINES * self._second.fontMetrics().lineSpacing() + 2))
        self._first.setFixedHeight(max(MIN_TARGET_PX, self._button.sizeHint().height()))
