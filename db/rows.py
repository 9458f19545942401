"""What the screens read: frozen rows, one struct per list. Built by `db.queries`, never by hand outside tests.

Times are microseconds since the epoch, UTC; `None` means "has not happened".
"""

from __future__ import annotations

import msgspec


class CallRow(msgspec.Struct, frozen=True, kw_only=True):
    """A call in a list. `number` is E.164 or "" (withheld); `outcome` is a code or "" (not yet given). `ended_by` "refused":
    all lines were busy, it never rang."""

    call_id: str
    seat: str
    direction: str
    number: str
    number_raw: str
    display_name: str
    line: str
    ringing_at_us: int
    answered_at_us: int | None
    ended_at_us: int | None
    ended_by: str
    outcome: str
    outcome_event_id: str
    outcome_at_us: int | None
    incident_id: str
    recording_path: str
    recording_sha256: str
    recording_s: float


class MarkRow(msgspec.Struct, frozen=True, kw_only=True):
    """A mark on a number that is still in force."""

    number: str
    mark: str
    reason: str
    marked_by: str
    marked_at_us: int
    expires_us: int


class NumberHistory(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a number when it rings. Counts cover its whole history; `recent` is newest first."""

    number: str
    calls: int
    pranks: int
    ghosts: int
    real: int
    last_real_us: int | None
    name: str
    recent: tuple[CallRow, ...]
    open_incidents: tuple[IncidentRow, ...]
    marks: tuple[MarkRow, ...]


class ReferralRow(msgspec.Struct, frozen=True, kw_only=True):
    """One agency asked to act. `state`: sent, acknowledged, en_route, on_scene, handled, refused, obstructed, cancelled."""

    referral_id: str
    incident_id: str
    agency: str
    role: str
    channel: str
    state: str
    reason: str
    message: str
    sent_at_us: int
    acknowledged_at_us: int | None
    en_route_at_us: int | None
    on_scene_at_us: int | None
    ended_at_us: int | None
    due_us: int


class IncidentRow(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the board. `state`: new, sent, acknowledged, en_route, on_scene, handled, closed (derived from referrals; new
    again when every agency refused). `priority` 0 = not yet set. `answers`: JSON object, key question to answer. `conflicts`:
    fields that hold different values at once."""

    incident_id: str
    number: str
    opened_at_us: int
    opened_by: str
    closed_at_us: int | None
    state: str
    type_code: str
    priority: int
    summary: str
    place_text: str
    landmark: str
    lat: float | None
    lon: float | None
    radius_m: float | None
    location_source: str
    village: str = ""
    village_code: str = ""
    location_verified: bool = False
    location_at_us: int | None = None
    reporter_name: str
    callback_number: str
    victims: int
    trapped: int
    narrative: str = ""
    answers: str = ""
    conflicts: tuple[str, ...]
    referrals: tuple[ReferralRow, ...]


class PlaceNoteRow(msgspec.Struct, frozen=True, kw_only=True):
    """A warning in force. `distance_m` is from the point asked for, None when one of the two has none;
    `is_here`: the note's circle and that of the point touch, or the note is on the number and names no place."""

    note_id: str
    hazard: str
    text: str
    place_text: str
    lat: float | None
    lon: float | None
    radius_m: float
    number: str
    added_by: str
    added_at_us: int
    expires_us: int
    distance_m: float | None = None
    is_here: bool = False


class NearIncident(msgspec.Struct, frozen=True, kw_only=True):
    """An incident near a point, open or closed; `distance_m` in metres along the ellipsoid."""

    row: IncidentRow
    distance_m: float


class FieldValue(msgspec.Struct, frozen=True, kw_only=True):
    """One live value of an incident's field; two of the same field are a conflict to be chosen by a person."""

    field: str
    value: str
    event_id: str
    actor: str
    at_us: int
    reason: str


class TimelineRow(msgspec.Struct, frozen=True, kw_only=True):
    """One event of an incident or call, as it is shown in the timeline."""

    event_id: str
    at_us: int
    actor: str
    kind: str
    subject: str
    payload: str


class IncidentDetail(msgspec.Struct, frozen=True, kw_only=True):
    """One incident with everything the form shows."""

    row: IncidentRow
    fields: tuple[FieldValue, ...]
    notes: tuple[TimelineRow, ...]
    calls: tuple[CallRow, ...]
    timeline: tuple[TimelineRow, ...]


class UnitRow(msgspec.Struct, frozen=True, kw_only=True):
    """A unit on the board. `state`: ready, en_route, on_scene, out_of_service. `lat`, `lon`: its base."""

    callsign: str
    agency: str
    name: str
    base: str
    state: str
    incident_id: str
    incident_number: str
    since_us: int
    lat: float | None = None
    lon: float | None = None


class AgencyRow(msgspec.Struct, frozen=True, kw_only=True):
    """An agency of the directory."""

    code: str
    name: str
    short_name: str
    voice_uri: str
    phone: str
    whatsapp: str
    keys: tuple[str, ...]
    acknowledge_within_s: int


class DraftRow(msgspec.Struct, frozen=True, kw_only=True):
    """A half-typed form as it stood at the last key. `form` is JSON of `calltaker.domain.form.FormState`."""

    call_id: str
    form: str
    at_us: int


class HourCell(msgspec.Struct, frozen=True, kw_only=True):
    """Calls of one hour of the week (`weekday` 0 = Monday, `hour` 0-23 local time of the centre)."""

    weekday: int
    hour: int
    calls: int
    pranks: int
    ghosts: int


class DayCount(msgspec.Struct, frozen=True, kw_only=True):
    """One local day (`day` = YYYY-MM-DD). `calls` = incoming calls that rang (tests excluded); `answered`, `abandoned`,
    `pranks`, `ghosts`, `real` are of them; `refused` (busy, never rang) stands beside them."""

    day: str
    calls: int
    answered: int
    abandoned: int
    refused: int
    pranks: int
    ghosts: int
    real: int


class NumberCount(msgspec.Struct, frozen=True, kw_only=True):
    """A number by its pranks; "" counts all withheld numbers together and is named so."""

    number: str
    calls: int
    pranks: int
    ghosts: int
    real: int
    last_at_us: int


class AnswerTimes(msgspec.Struct, frozen=True, kw_only=True):
    """Answer times of a period. Denominators: `incoming` = all INVITEs of citizens that rang (tests excluded);
    `answered` of them; `abandoned` = ended by the caller while ringing; `refused` = busy, never rang.
    `within_s` maps a standard (10, 15, 20 s) to the number answered within it. Percentiles are of answered calls, ms."""

    incoming: int
    answered: int
    abandoned: int
    refused: int
    within_s: dict[int, int]
    p50_ms: int | None
    p90_ms: int | None
    p95_ms: int | None
    p99_ms: int | None


class LocationTimes(msgspec.Struct, frozen=True, kw_only=True):
    """How long it took from the answer until the place was settled for the first time. `located` calls of the period were
    answered and settled; `by_source` counts how (pidf-lo, aml, typed, name, map, none). Percentiles in ms, None = no call."""

    located: int = 0
    by_source: dict[str, int] = {}
    p50_ms: int | None = None
    p90_ms: int | None = None
