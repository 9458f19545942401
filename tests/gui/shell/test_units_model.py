"""A unit's row: how far away while a place is known, else where it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt

from calltaker.models.units import ShownUnit, units_model
from db.rows import UnitRow

EMPTY = {"incident_id": "", "incident_number": "", "since_us": 0}
UNIT = UnitRow(callsign="PMK-03", agency="DAMKAR", name="Mobil pompa", base="Pos Utara", state="ready", **EMPTY)


def test_the_distance_has_the_base_to_itself_and_the_tip_says_both() -> None:
    model = units_model()
    model.set_rows((ShownUnit(unit=UNIT, distance="1.4 km"),))
    index = model.index(0, 1)
    assert index.data() == "1.4 km"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "1.4 km · Pos Utara"
    model.set_rows((ShownUnit(unit=UNIT),))
    assert index.data() == "Pos Utara"
