"""An incident as it would stand in the log if the form were sent now: what the message for the agencies is made of."""

from __future__ import annotations

import msgspec

from calltaker.desk.now import now_us
from calltaker.desk.open_form import OpenForm
from calltaker.domain import place_drift
from calltaker.domain.form import NO_LOCATION
from calltaker.domain.place_choice import PLACE_FIELDS
from db.events import NUMBER_TO_COME
from db.rows import IncidentRow


def preview(form: OpenForm) -> IncidentRow:
    """Return the row. A ticket number that the journal has yet to give is `NUMBER_TO_COME`. A point of other words is left out,
    as it is when the form is sent."""
    state = form.state
    if place_drift.is_adrift(state):
        kept = {name: one for name, one in state.values.items() if name not in PLACE_FIELDS}
        state = msgspec.structs.replace(state, values=kept)
    value = state.value
    row = form.detail.row if form.detail else None
    source = value("location_source")
    return IncidentRow(
        incident_id=form.incident_id or form.id_for("incident"),
        number=form.number or NUMBER_TO_COME,
        opened_at_us=row.opened_at_us if row else form.opened_at_us or now_us(),
        opened_by=row.opened_by if row else "",
        closed_at_us=row.closed_at_us if row else None,
        state=row.state if row else "new",
        type_code=value("type_code"),
        priority=_whole(value("priority")),
        summary=value("summary"),
        place_text=value("place_text"),
        landmark=value("landmark"),
        lat=_decimal(value("lat")),
        lon=_decimal(value("lon")),
        radius_m=_decimal(value("radius_m")),
        location_source="" if source == NO_LOCATION else source,
        village=value("village"),
        village_code=value("village_code"),
        location_verified=value("location_verified") == "1",
        location_at_us=_whole(value("location_at_us")) or None,
        reporter_name=value("reporter_name"),
        callback_number=value("callback_number"),
        victims=_whole(value("victims")),
        trapped=_whole(value("trapped")),
        narrative=value("narrative"),
        answers=value("answers"),
        conflicts=tuple(form.conflicts),
        referrals=row.referrals if row else (),
    )


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0


def _decimal(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
