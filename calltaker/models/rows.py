"""A table over frozen rows that changes in place: what stays keeps its selection, its scroll place and its focus."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from calltaker.models.roles import ASIDE_ROLE, ASIDE_TONE_ROLE, KEY_ROLE, SECOND_ROLE, SECOND_TONE_ROLE, TONE_ROLE

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


@dataclass(frozen=True)
class Column(Generic[Row]):
    """`title` is already translated. `text` makes the cell, `tone` its colour; `second` is a smaller line below it (give the
    table higher rows then), `aside` stands at the right end of that line; `tip` says a cell at length when it is cut."""

    title: str
    text: Callable[[Row], str]
    tone: Callable[[Row], str] = lambda _row: ""
    tip: Callable[[Row], str] | None = None
    second: Callable[[Row], str] | None = None
    second_tone: Callable[[Row], str] = lambda _row: "dim"
    aside: Callable[[Row], str] = lambda _row: ""
    aside_tone: Callable[[Row], str] = lambda _row: "dim"

    def at_length(self, row: Row) -> str:
        """Return everything the cell says, for tool tips and readers."""
        if self.tip is not None:
            return self.tip(row)
        parts = (self.text(row), self.second(row) if self.second else "", self.aside(row))
        return ", ".join(filter(None, parts))


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Rows in the order given, each with a key that is unique in the table."""

    def __init__(self, columns: Sequence[Column[Row]], key: Callable[[Row], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._key = key
        self._rows: list[Row] = []
        self._at: dict[str, int] = {}
        self._answers: dict[int, Callable[[Column[Row], Row], str | None]] = {
            Qt.ItemDataRole.DisplayRole: lambda column, row: column.text(row),
            Qt.ItemDataRole.ToolTipRole: lambda column, row: column.at_length(row),
            Qt.ItemDataRole.AccessibleTextRole: lambda column, row: f"{column.title}: {column.at_length(row)}",
            TONE_ROLE: lambda column, row: column.tone(row),
            KEY_ROLE: lambda _column, row: self._key(row),
            SECOND_ROLE: lambda column, row: column.second(row) if column.second else None,
            SECOND_TONE_ROLE: lambda column, row: column.second_tone(row),
            ASIDE_ROLE: lambda column, row: column.aside(row),
            ASIDE_TONE_ROLE: lambda column, row: column.aside_tone(row),
        }

    # --- for controllers and views -------------------------------------------------------------------------------------
    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(self._rows)

    def row_of(self, key: str) -> int:
        """Return the place of a key, or -1."""
        return self._at.get(key, -1)

    def row_at(self, place: int) -> Row | None:
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows. Only what differs is told to the views."""
        wanted = {self._key(row): row for row in rows}
        self._remove_missing(wanted)
        self._append_new(wanted)
        self._reorder(list(wanted))
        for place, row in enumerate(wanted.values()):
            if self._rows[place] != row:
                self._rows[place] = row
                self._tell(place, place)

    def refresh(self, column: int) -> None:
        """Tell the views that a column reads differently (a clock ticked)."""
        if self._rows:
            self.dataChanged.emit(self.index(0, column), self.index(len(self._rows) - 1, column))

    # --- Qt's questions ------------------------------------------------------------------------------------------------
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        answer = self._answers.get(role)
        return answer(self._columns[index.column()], row) if answer else None

    # --- changes -------------------------------------------------------------------------------------------------------
    def _remove_missing(self, wanted: dict[str, Row]) -> None:
        for place in reversed(range(len(self._rows))):
            if self._key(self._rows[place]) not in wanted:
                self.beginRemoveRows(_NO_INDEX, place, place)
                del self._rows[place]
                self.endRemoveRows()
        self._renumber()

    def _append_new(self, wanted: dict[str, Row]) -> None:
        fresh = [row for key, row in wanted.items() if key not in self._at]
        if fresh:
            self.beginInsertRows(_NO_INDEX, len(self._rows), len(self._rows) + len(fresh) - 1)
            self._rows += fresh
            self._renumber()
            self.endInsertRows()

    def _reorder(self, keys: list[str]) -> None:
        if keys == [self._key(row) for row in self._rows]:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        moved = [self._key(self._rows[index.row()]) for index in before]
        self._rows = [self._rows[self._at[key]] for key in keys]
        self._renumber()
        after = [self.index(self._at[key], index.column()) for key, index in zip(moved, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _renumber(self) -> None:
        self._at = {self._key(row): place for place, row in enumerate(self._rows)}

    def _tell(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))
