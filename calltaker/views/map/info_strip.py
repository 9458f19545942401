"""Two lines below the map: where the chosen spot is and a button for the pin, else the keys. Its height never changes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
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
        self._button.hide()
        self._first.show_text(self.tr("Arrows move · + − zoom · Home region"))
        self._second.setText(self.tr("C caller · N incident · P pin · Esc back to the form"))

    def show_spot(self, first: str, second: str) -> None:
        """A spot is chosen. `first`: its coordinates; `second`: what and where it is."""
        self._button.show()
        self._first.show_text(first)
        self._second.setText(second)

    def show_marker(self, first: str, second: str) -> None:
        """A marker is picked and no spot chosen."""
        self._button.hide()
        self._first.show_text(first)
        self._second.setText(second)

    def _fit(self) -> None:
        factor = max(1.0, theme.zoom_pct / 100)
        self._second.setFixedHeight(round(_LINES * self._second.fontMetrics().lineSpacing() + 2))
        self._first.setFixedHeight(round(MIN_TARGET_PX * factor))
