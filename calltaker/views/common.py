"""The few pieces that every panel is made of, so that the same thing looks and behaves the same everywhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QFont, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from calltaker.models.roles import ASIDE_ROLE, ASIDE_TONE_ROLE, SECOND_ROLE, SECOND_TONE_ROLE, TONE_ROLE
from calltaker.theme.icons import icon
from calltaker.theme.live import theme
from calltaker.theme.tokens import MIN_TARGET_PX

_SELECTED_BAR_PX = 4
_CELL_MARGIN_PX = 8
_LINE_PX = 20


def restyle(widget: QWidget) -> None:
    """Let the style sheet look at a widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def set_property(widget: QWidget, name: str, value: str | bool) -> None:
    """Set a property that the style sheet selects by, and restyle when it changed."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        restyle(widget)


def label(text: str = "", kind: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """Return a label of a kind of the theme ("heading", "dim", "small", "key" …). Text is shown as it is, never as HTML."""
    made = QLabel(text, parent)
    made.setObjectName(kind)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    return made


class ElidedLabel(QLabel):
    """One line that gives way: what does not fit is cut with an ellipsis, the whole stands in the tool tip."""

    def __init__(self, kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(kind)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._whole = ""

    def show_text(self, text: str) -> None:
        self._whole = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))


class Panel(QFrame):
    """A framed place with a heading and the key that leads to it. Put widgets into `body`, small things into `header`."""

    def __init__(self, title: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._heading = label("", "heading")
        self._key = key
        self.header = QHBoxLayout()
        self.header.setSpacing(8)
        self.header.addWidget(self._heading)
        self.header.addStretch(1)
        self.body = QVBoxLayout()
        self.body.setSpacing(6)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(8, 6, 8, 8)
        outer.setSpacing(4)
        outer.addLayout(self.header)
        outer.addLayout(self.body, 1)
        self.set_title(title)

    def set_title(self, title: str) -> None:
        self._heading.setText(f"{title.upper()}  {self._key}".rstrip())
        self.setAccessibleName(title)


class KeyedButton(QPushButton):
    """A button that shows its key (`key_below` for narrow ones). By default it takes no focus, so that Space or Enter can never
    fire it by accident."""

    def __init__(
        self,
        text: str,
        key: str = "",
        *,
        icon_name: str = "",
        kind: str = "",
        focusable: bool = False,
        key_below: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(kind)
        self._between = "\n" if key_below else "  "
        self.setProperty("compact", key_below)
        self._icon_name = icon_name
        self._kind = kind
        self._key = key
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if focusable else Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(MIN_TARGET_PX)
        self.set_text(text)
        self._paint_icon()
        theme.changed.connect(self._paint_icon)

    def set_text(self, text: str, *, icon_name: str = "") -> None:
        """Change what the button says; the key stays."""
        self.setText(f"{text}{self._between}{self._key}".rstrip().replace("&", "&&"))
        self.setAccessibleName(text)
        self.setAccessibleDescription(self._key)
        if icon_name and icon_name != self._icon_name:
            self._icon_name = icon_name
            self._paint_icon()

    def _paint_icon(self) -> None:
        if self._icon_name:
            tone = "on_fill" if self._kind in {"primary", "danger"} and self.isEnabled() else "text"
            self.setIcon(icon(self._icon_name, tone))
            self.setIconSize(QSize(18, 18))

    def setEnabled(self, enabled: bool) -> None:
        changed = enabled != self.isEnabled()
        super().setEnabled(enabled)
        if changed:
            self._paint_icon()


class Pill(QLabel):
    """A short state in words. `level`: info, ok, warning or alarm; an alarm is also bold and marked, not only red."""

    def __init__(self, text: str = "", level: str = "info", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pill")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_state(text, level)

    def show_state(self, text: str, level: str = "info") -> None:
        mark = {"alarm": "▲ ", "warning": "△ "}.get(level, "")
        self.setText(mark + text)
        self.setAccessibleName(text)
        set_property(self, "level", level)


class RowDelegate(QStyledItemDelegate):
    """Paints cells in their tone, selected or not, and marks the selected row with a bar besides its ground."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        colour = theme.colour(index.data(TONE_ROLE) or "")
        option.palette.setColor(QPalette.ColorRole.Text, colour)
        option.palette.setColor(QPalette.ColorRole.HighlightedText, colour)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        second = index.data(SECOND_ROLE)
        if second is None:
            super().paint(painter, option, index)
        else:
            self._paint_two_lines(painter, option, index, str(second))
        state: QStyle.StateFlag = option.state
        if index.column() == 0 and state & QStyle.StateFlag.State_Selected:
            cell: QRect = option.rect
            painter.fillRect(cell.left(), cell.top(), _SELECTED_BAR_PX, cell.height(), theme.colour("accent"))

    def _paint_two_lines(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, second: str
    ) -> None:
        """Paint the ground as the style does, then the main line (semi-bold) over the second one and what stands beside it."""
        self.initStyleOption(option, index)
        view: QWidget = option.widget
        first = str(index.data() or "")
        option.text = ""
        view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, view)
        cell: QRect = option.rect.adjusted(_CELL_MARGIN_PX, 4, -4, -4)
        half = cell.height() // 2
        aside = str(index.data(ASIDE_ROLE) or "")
        aside_px = view.fontMetrics().horizontalAdvance(aside) + _CELL_MARGIN_PX if aside else 0
        below = cell.adjusted(0, half, -aside_px, 0)
        beside = QRect(below.right() + 1 + _CELL_MARGIN_PX, below.top(), aside_px, below.height())
        lines = (
            (first, index.data(TONE_ROLE), QFont.Weight.DemiBold, cell.adjusted(0, 0, 0, -half)),
            (second, index.data(SECOND_TONE_ROLE), QFont.Weight.Normal, below),
            (aside, index.data(ASIDE_TONE_ROLE), QFont.Weight.Normal, beside),
        )
        painter.save()
        for text, tone, weight, place in lines:
            font = QFont(view.font())
            font.setWeight(weight)
            painter.setFont(font)
            painter.setPen(theme.colour(tone or ""))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()


class RowTable(QTableView):
    """A table as all our lists are: whole rows, one selection, no grid, Tab leaves it, rows at least 32 px high."""

    def __init__(
        self, model: QAbstractItemModel, *, stretch: int, widths: Sequence[int], lines: int, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._stretch = stretch
        self._widths = tuple(widths)
        self._lines = lines
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._dress_header()
        self._fit()
        theme.changed.connect(self._fit)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt puts the cursor on the first row without choosing it: nobody would see on which row the keys work. A focus that
        only comes past, when another widget hides, chooses nothing."""
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self._choose_row)

    def _choose_row(self) -> None:
        if self.hasFocus() and self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self.selectRow(self.currentIndex().row())

    def _dress_header(self) -> None:
        columns = self.horizontalHeader()
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setHighlightSections(False)
        columns.setSectionsClickable(False)
        columns.setMinimumSectionSize(24)
        for place in range(len(self._widths)):
            is_stretched = place == self._stretch
            columns.setSectionResizeMode(
                place, QHeaderView.ResizeMode.Stretch if is_stretched else QHeaderView.ResizeMode.Fixed
            )

    def _fit(self) -> None:
        """Give rows and columns their size at the zoom in force."""
        factor = max(1.0, theme.zoom_pct / 100)
        self.verticalHeader().setDefaultSectionSize(round((MIN_TARGET_PX + _LINE_PX * (self._lines - 1)) * factor))
        for place, width_px in enumerate(self._widths):
            if place != self._stretch:
                self.horizontalHeader().resizeSection(place, round(width_px * factor))


def table_view(
    model: QAbstractItemModel,
    *,
    name: str,
    stretch: int,
    widths: Sequence[int],
    lines: int = 1,
    parent: QWidget | None = None,
) -> QTableView:
    """Return a `RowTable`. `stretch` is the column that takes the room left over; `widths` are the columns in pixels at
    100 %; `lines` is 2 for a model whose columns have a second line."""
    view = RowTable(model, stretch=stretch, widths=widths, lines=lines, parent=parent)
    view.setAccessibleName(name)
    return view
