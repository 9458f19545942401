"""The units as a table."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QCoreApplication, QObject

from calltaker.domain.ticket import short_number
from calltaker.models.rows import Column, RowsModel
from calltaker.theme.signs import state_sign
from db.rows import UnitRow


class ShownUnit(msgspec.Struct, frozen=True, kw_only=True):
    """A unit and how far its base is from the place of the form on the screen ("1.2 km", a straight line; "" = not known)."""

    unit: UnitRow
    distance: str = ""

    @property
    def base(self) -> str:
        """The distance while a place is known: beside it the base's name would be cut to its first letters."""
        return self.distance or self.home

    @property
    def home(self) -> str:
        return self.unit.base or self.unit.name

    @property
    def base_at_length(self) -> str:
        return " · ".join(part for part in (self.distance, self.home) if part)


def units_model(parent: QObject | None = None) -> RowsModel[ShownUnit]:
    """Return the empty table."""
    translate = QCoreApplication.translate
    columns = (
        Column[ShownUnit](translate("UnitsModel", "Unit"), lambda row: row.unit.callsign),
        Column[ShownUnit](
            translate("UnitsModel", "Base"), lambda row: row.base, lambda _row: "dim", lambda row: row.base_at_length
        ),
        Column[ShownUnit](
            translate("UnitsModel", "State"),
            lambda row: state_sign(row.unit.state).text,
            lambda row: state_sign(row.unit.state).tone,
        ),
        Column[ShownUnit](translate("UnitsModel", "Task"), lambda row: short_number(row.unit.incident_number)),
    )
    return RowsModel(columns, lambda row: row.unit.callsign, parent)
