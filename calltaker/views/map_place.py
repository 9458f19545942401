"""Where the map stands: a column of its own where the window is wide, else in the place of the right column when asked for."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QSplitter, QWidget

WIDE_PX = 1700
"""From this width on, four columns are each as wide as three are on a small screen."""
_SHARE_PX = 520


class MapPlace:
    """Shows and hides the map among the columns. Nothing here moves the focus."""

    def __init__(self, columns: QSplitter, instead_of: QWidget, panel: QWidget) -> None:
        self._columns = columns
        self._instead_of = instead_of
        self._panel = panel
        self._is_wide = False
        columns.addWidget(panel)
        columns.setStretchFactor(columns.indexOf(panel), _SHARE_PX)
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
        self._panel.setVisible(is_shown)
        self._instead_of.setVisible(self._is_wide or not is_shown)
