"""The units as a table."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from calltaker.domain.ticket import short_number
from calltaker.models.rows import Column, RowsModel
from calltaker.theme.signs import state_sign
from db.rows import UnitRow


def units_model(parent: QObject | None = None) -> RowsModel[UnitRow]:
    """Return the empty table."""
    translate = QCoreApplication.translate
    columns = (
        Column[UnitRow](translate("UnitsModel", "Unit"), lambda row: row.callsign),
        Column[UnitRow](translate("UnitsModel", "Base"), lambda row: row.base or row.name, lambda _row: "dim"),
        Column[UnitRow](
            translate("UnitsModel", "State"), lambda row: state_sign(row.state).text, lambda row: state_sign(row.state).tone
        ),
        Column[UnitRow](translate("UnitsModel", "Task"), lambda row: short_number(row.incident_number)),
    )
    return RowsModel(columns, lambda row: row.callsign, parent)
