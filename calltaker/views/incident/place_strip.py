"""Under the field of the place: what is known of it, what else the call has sent, and what the words may mean. All of it is
inline, so that no key of the desk is ever taken by a popup, and none of it ever has the focus."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from calltaker.desk.place_rows import Row
from calltaker.desk.place_words import Line
from calltaker.theme.live import theme
from calltaker.theme.tokens import MIN_TARGET_PX
from calltaker.views.common import ElidedLabel, KeyedButton, set_property
from calltaker.views.dispatch.wrapped import WrappedLabel
from calltaker.views.keymap import key_text

LOW_WINDOW_PX = 900
MOST_ROWS_LOW, MOST_ROWS_HIGH = 3, 5
_FRAME_PX = 2
_ROW_MARGIN_PX = 8


class PlaceStrip(QWidget):
    """`taken` (index): a candidate was clicked or Enter was pressed on it. `verify_requested`, `drop_requested` and
    `offer_requested`: a button."""

    taken = Signal(int)
    verify_requested = Signal()
    drop_requested = Signal()
    offer_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("What is known of the place"))
        self._status, self._offer, self._hint = (ElidedLabel("small") for _ in range(3))
        self._village = WrappedLabel()
        self._verify = KeyedButton(self.tr("Confirm"), key_text("place.verify"))
        self._verify.setCheckable(True)
        self._verify.setToolTip(self.tr("The caller says that this place is right"))
        self._verify.clicked.connect(self.verify_requested)
        self._drop = KeyedButton(self.tr("Drop"))
        self._drop.clicked.connect(self.drop_requested)
        self._take_offer = KeyedButton(self.tr("Take"), key_text("place.offer"))
        self._take_offer.clicked.connect(self.offer_requested)
        self._list = _Candidates(self.tr("Places that may be meant"))
        self._list.itemClicked.connect(lambda item: self.taken.emit(self._list.row(item)))
        self._rows: tuple[Row, ...] = ()
        self._is_chosen = False
        self._sure_index = -1
        self._status_row = self._beside(self._status, self._verify, self._drop)
        self._offer_row = self._beside(self._offer, self._take_offer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in (self._hint, self._list, self._status_row, self._village, self._offer_row):
            column.addWidget(widget)
        theme.changed.connect(self._list.repaint_rows)
        self.show_place(Line(), Line(), "", is_verified=False, is_adrift=False)
        self.show_candidates((), Line(), -1)

    # --- what is shown -------------------------------------------------------------------------------------------------
    def show_place(self, status: Line, village: Line, offer: str, *, is_verified: bool, is_adrift: bool) -> None:
        """Show the place in force and, beside it, another one that came with the call."""
        self._show_line(self._status, status)
        self._status_row.setVisible(bool(status.text))
        self._village.say(village.text)
        set_property(self._village, "tone", village.tone)
        self._village.setVisible(bool(village.text))
        self._show_line(self._offer, Line(offer, "accent"))
        self._offer_row.setVisible(bool(offer))
        self._verify.setChecked(is_verified)
        self._verify.set_text(self.tr("✓ Confirmed") if is_verified else self.tr("Confirm"))
        self._verify.setVisible(not is_adrift)
        self._drop.setVisible(is_adrift)

    def show_candidates(self, rows: Sequence[Row], hint: Line, sure_index: int) -> None:
        """Show what the words may mean. What a person has gone to stays chosen as long as it is still there, wherever; a key
        pressed for one row must never take another that has just come in its place. `sure_index` is chosen by itself."""
        self._show_line(self._hint, hint)
        rows = tuple(rows)
        if rows != self._rows:
            before = self._rows[self._list.currentRow()] if self._is_chosen else None
            self._rows = rows
            self._list.show_rows(rows)
            self._is_chosen = before in rows
            if before is not None and self._is_chosen:
                self._list.setCurrentRow(rows.index(before))
        self._sure_index = sure_index
        if not self._is_chosen:
            self._list.setCurrentRow(sure_index)
        self._list.fit(MOST_ROWS_LOW if self.window().height() < LOW_WINDOW_PX else MOST_ROWS_HIGH)

    # --- keys, handed over by the fields -------------------------------------------------------------------------------
    @property
    def candidates(self) -> QListWidget:
        """The list itself, hidden while there is nothing to choose."""
        return self._list

    @property
    def count(self) -> int:
        return len(self._rows)

    @property
    def village(self) -> str:
        """The words about the village, "" while there are none."""
        return self._village.text() if self._village.isVisibleTo(self) else ""

    def step(self, step: int) -> None:
        """A person goes to the next candidate or the one before it, from none of them to the first or the last. What had been
        chosen by itself is gone to by the first step."""
        now = self._list.currentRow()
        if now < 0 or self._is_chosen:
            now = len(self._rows) - 1 if now < 0 and step < 0 else now + step
        row = min(now, len(self._rows) - 1)
        self._is_chosen = row >= 0
        self._list.setCurrentRow(row)

    def forget_choice(self) -> None:
        """A person typed on: what they had gone to is chosen no longer."""
        self._is_chosen = False
        self._list.setCurrentRow(self._sure_index)

    def chosen_index(self, *, with_sure: bool) -> int:
        """Return the candidate that Enter takes, -1 when it takes none. `with_sure`: also one that nobody has gone to."""
        return self._list.currentRow() if self._is_chosen or with_sure else -1

    # --- pieces --------------------------------------------------------------------------------------------------------
    @staticmethod
    def _beside(text: ElidedLabel, *buttons: KeyedButton) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(text, 1)
        for button in buttons:
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            line.addWidget(button)
        return row

    @staticmethod
    def _show_line(shown: ElidedLabel, line: Line) -> None:
        shown.show_text(line.text)
        set_property(shown, "tone", line.tone)
        shown.setVisible(bool(line.text))


class _Candidates(QListWidget):
    """Rows of one or two lines, as high as what it holds up to a number of rows; the rest scrolls."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._rows: tuple[Row, ...] = ()

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        self._rows = rows
        self.clear()
        line_px = self.fontMetrics().lineSpacing()
        for row in rows:
            parts = [part for part in (row.text, row.detail) if part]
            item = QListWidgetItem(("\n" if row.is_question else " — ").join(parts))
            item.setToolTip(item.text())
            lines = len(parts) if row.is_question else 1
            item.setSizeHint(QSize(0, max(MIN_TARGET_PX, lines * line_px + _ROW_MARGIN_PX)))
            if row.is_question:
                font = QFont(self.font())
                font.setWeight(QFont.Weight.DemiBold)
                item.setFont(font)
            self.addItem(item)
        self.repaint_rows()

    def repaint_rows(self) -> None:
        """Give the rows the colours of their tones."""
        for number, row in enumerate(self._rows):
            self.item(number).setForeground(theme.colour("" if row.tone == "text" else row.tone))

    def fit(self, most_rows: int) -> None:
        """Be as high as the rows, but not higher than `most_rows` plain ones and never so low that a row is cut."""
        room_px, height_px = most_rows * MIN_TARGET_PX + _ROW_MARGIN_PX, 0
        for number in range(self.count()):
            row_px = self.sizeHintForRow(number)
            if number and height_px + row_px > room_px:
                break
            height_px += row_px
        self.setVisible(height_px > 0)
        self.setFixedHeight(height_px + 2 * _FRAME_PX)
