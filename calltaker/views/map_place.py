"""Where the map stands: a column of its own where the window is wide, else in the place of the right column when asked for."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QSplitter, QWidget

WIDE_PX = 1700
"""From this width on, four columns are each as wide as three are on a small screen."""
SHARES = (350, 620, 390, 540)
"""Left, centre, right, map. The form and the questions beside it are read all the time, the map is glanced at."""


class MapPlace:
    """Shows and hides the map among the columns. Nothing here moves the focus."""

    def __init__(self, columns: QSplitter, instead_of: QWidget, panel: QWidget) -> None:
        self._columns = columns
        self._instead_of = instead_of
        self._panel = panel
        self._is_wide = False
        self.keeps_sizes = False
        """True once the sizes are a person's own."""
        columns.addWidget(panel)
        columns.setStretchFactor(columns.indexOf(panel), SHARES[-1])
        panel.hide()

    @property
    def is_shown(self) -> bool:
        return not self._panel.isHidden()

    def has_focus(self) -> bool:
        """True when the person works in the map."""
        at = QApplication.focusWidget()
        return at is not None and (at is self._panel or self._panel.isAncestorOf(at))

    def fit(self, width_px: int) -> None:
        """Follow the window's width: the map comes by itself where there is room, and goes where there is none."""
        is_wide = width_px >= WIDE_PX
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self._show(is_shown=is_wide)

    def show(self) -> None:
        """A person asked for the map."""
        self._show(is_shown=True)

    def give_way(self) -> None:
        """The person leaves the map; on a narrow window the column that it covers comes back."""
        if not self._is_wide:
            self._show(is_shown=False)

    def _show(self, *, is_shown: bool) -> None:
        left, centre, right, own = self._columns.sizes()
        self._panel.setVisible(is_shown)
        self._instead_of.setVisible(self._is_wide or not is_shown)
        if not self._is_wide:
            self._columns.setSizes([left, centre, 0, right or own] if is_shown else [left, centre, right or own, 0])
        elif not self.keeps_sizes:
            self._columns.setSizes([share * self._columns.width() // sum(SHARES) for share in SHARES])
