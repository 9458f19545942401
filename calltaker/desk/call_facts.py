"""What calls and facts of the log mean for a form. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from calltaker.desk.open_form import OpenForm
from calltaker.domain.catalogue import Catalogue
from calltaker.domain.live_call import LiveCall
from calltaker.domain.map_scene import is_drawable
from db import events as log


def brought_by(call: LiveCall) -> dict[str, str]:
    """Return the fields that come from the network: the caller's number and the preferred place that has coordinates. Places
    that come later are offered, not filled in."""
    brought = {"callback_number": call.number}
    sent = (call.location, *call.more_locations)
    where = next((place for place in sent if place is not None and place.lat is not None), None)
    if where is not None and where.lat is not None and where.lon is not None and is_drawable(where.lat, where.lon):
        brought["lat"] = f"{where.lat:.6f}"
        brought["lon"] = f"{where.lon:.6f}"
        brought["radius_m"] = "" if where.radius_m is None else f"{where.radius_m:.0f}"
        brought["location_source"] = where.source
        brought["location_at_us"] = "" if where.at_us is None else str(where.at_us)
    return brought


def is_settled(call: LiveCall, catalogue: Catalogue) -> bool:
    """Return whether a call is over and was no incident: nobody will type into its form again."""
    outcome = catalogue.outcomes.get(call.outcome)
    return not call.is_open and outcome is not None and not outcome.opens_incident


def incident_of(event: log.Event, payload: log.Payload, forms: Iterable[OpenForm]) -> str:
    """Return the id of the incident that a fact changes, "" when it is of none that a form shows."""
    match payload:
        case log.CallLinked() | log.ReferralSent():
            return payload.incident_id
        case log.ReferralAdvanced():
            shown = (form.detail.row for form in forms if form.detail is not None)
            return next(
                (row.incident_id for row in shown if any(one.referral_id == event.subject for one in row.referrals)), ""
            )
    return event.subject
