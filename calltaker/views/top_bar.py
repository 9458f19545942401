"""The top line: where we are, how many wait and how long, who sits here, what time it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from calltaker.domain.clock import duration_text
from calltaker.theme.tokens import MIN_TARGET_PX
from calltaker.views.common import KeyedButton, Pill, label, set_property


class TopBar(QFrame):
    """`page_requested` (page name). The menu holds every action of the table for whoever forgot a key."""

    page_requested = Signal(str)

    def __init__(self, centre_name: str, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 4, 6, 4)
        self._row.setSpacing(8)
        self._waiting = Pill()
        self._oldest = Pill()
        self._clock = label("", "clock")
        self._clock.setAccessibleName(self.tr("Time"))
        self._pages: dict[str, KeyedButton] = {}
        self._row.addWidget(label(centre_name, "strong"))
        self._row.addSpacing(12)
        self._row.addWidget(self._waiting)
        self._row.addWidget(self._oldest)
        self._row.addStretch(1)
        self._pages_at = self._row.count()
        self._row.addWidget(self._menu_button(menu))
        self._row.addSpacing(6)
        self._row.addWidget(self._clock)
        self.show_waiting(0, 0.0, late=False)

    def add_page(self, name: str, text: str, key: str) -> None:
        """Offer a page by button; its key works everywhere."""
        button = KeyedButton(text, key)
        button.setCheckable(True)
        button.clicked.connect(lambda _checked=False: self.page_requested.emit(name))
        self._row.insertWidget(self._pages_at + len(self._pages), button)
        self._pages[name] = button

    def show_page(self, name: str) -> None:
        for known, button in self._pages.items():
            button.setChecked(known == name)

    def show_waiting(self, count: int, oldest_s: float, *, late: bool) -> None:
        self._waiting.show_state(self.tr("Waiting {count}").format(count=count), "warning" if count else "info")
        self._oldest.setVisible(count > 0)
        self._oldest.show_state(self.tr("Longest {time}").format(time=duration_text(oldest_s)), "alarm" if late else "warning")

    def show_clock(self, text: str) -> None:
        self._clock.setText(text)

    def _menu_button(self, menu: QMenu) -> QToolButton:
        button = QToolButton()
        button.setText(self.tr("Menu"))
        button.setAccessibleName(self.tr("All actions"))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setMinimumHeight(MIN_TARGET_PX)
        set_property(button, "menu", True)
        return button


class Banner(QFrame):
    """The red line under the top: what is wrong and what to do, until it is over."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._text = label("", "", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(self._text, 1)
        self.hide()

    def show_troubles(self, sentences: Sequence[str]) -> None:
        """Show each on a line of its own; none hides the banner."""
        self._text.setText("\n".join(f"▲ {sentence}" for sentence in sentences))
        self._text.setAccessibleName(" ".join(sentences))
        self.setVisible(bool(sentences))

    @property
    def text(self) -> str:
        return self._text.text()
