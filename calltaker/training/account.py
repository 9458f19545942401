"""The account of a demo: what the log says of each call, beside what the player saw and pressed. One text, one JSON."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from db import events as log
from db.queries import board, calls
from db.queries.events import first_at_us, first_of
from db.reader import open_reader
from db.rows import CallRow, IncidentDetail


class PlayedReport(msgspec.Struct, frozen=True, kw_only=True):
    """What the player wrote down of one call. Times are UTC microseconds, 0 = never; `keys` are presses besides content."""

    scene: str
    call_id: str
    inviting_at_us: int
    card_painted_at_us: int
    answer_pressed_at_us: int
    keys: tuple[str, ...]
    content: int


class PlayReport(msgspec.Struct, frozen=True, kw_only=True):
    """The whole play. `stall_ms` are the latenesses of the window's 10 ms beat."""

    ready_at_us: int
    played: tuple[PlayedReport, ...]
    problems: tuple[str, ...]
    mouse_clicks: int = 0


class ReferralAccount(msgspec.Struct, frozen=True, kw_only=True):
    agency: str
    role: str
    channel: str
    state: str


class CallAccount(msgspec.Struct, frozen=True, kw_only=True):
    """One call of the demo. `None` where a thing did not happen (no answer, no incident). `location_source`: pidf-lo, aml,
    typed (coordinates or a link), name, map, none; `None` = words alone. `keys_until_location` are the key presses in the form
    until its place was settled, `answer_to_location_ms` is the time until then. `location_verified`: the caller said so too."""

    scene: str
    call_id: str
    number: str
    outcome: str
    answered: bool
    ended_by: str
    incident_number: str | None
    incident_type: str | None
    priority: int | None
    location: str | None
    lat: float | None
    lon: float | None
    radius_m: float | None
    location_source: str | None
    location_verified: bool
    village: str | None
    village_code: str | None
    answer_to_location_ms: int | None
    keys_until_location: int | None
    referrals: tuple[ReferralAccount, ...]
    recording_path: str | None
    recording_s: float | None
    recording_sha256: str | None
    keystrokes: int
    keys: tuple[str, ...]
    content_characters: int
    invite_to_card_ms: float | None
    answer_to_audio_ms: float | None


class Totals(msgspec.Struct, frozen=True, kw_only=True):
    calls: int
    answered: int
    abandoned: int
    incidents: int
    referrals: int
    recordings: int
    recorded_s: float
    keystrokes: int
    mouse_clicks: int
    problems: int


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """The whole demo; `database` and `pictures` say where to look further."""

    calls: tuple[CallAccount, ...]
    totals: Totals
    problems: tuple[str, ...]
    database: str
    pictures: str


def make_account(report: PlayReport, *, database: str, pictures: Path | None) -> Account:
    """Read the log and put it beside the report. A call that the log does not hold is a problem, loudly."""
    connection = open_reader(database)
    problems = list(report.problems)
    accounts = []
    for played in report.played:
        row = calls.call(connection, played.call_id) if played.call_id else None
        if row is None:
            problems.append(f"{played.scene}: the log holds no such call")
            continue
        detail = board.incident(connection, row.incident_id) if row.incident_id else None
        audio_us = first_at_us(connection, row.call_id, "call.audio_started")
        settled = first_of(connection, row.call_id, log.CallLocationConfirmed.KIND)
        accounts.append(_account(played, row, detail, audio_us, settled))
    connection.close()
    return Account(
        calls=tuple(accounts),
        totals=_totals(accounts, report.mouse_clicks, len(problems)),
        problems=tuple(problems),
        database=database,
        pictures=str(pictures or ""),
    )


def _account(
    played: PlayedReport,
    row: CallRow,
    detail: IncidentDetail | None,
    audio_us: int | None,
    settled: log.CallLocationConfirmed | None,
) -> CallAccount:
    incident = detail.row if detail else None
    place = ", ".join(part for part in (incident.place_text, incident.landmark) if part) if incident else None
    return CallAccount(
        scene=played.scene,
        call_id=row.call_id,
        number=row.number or row.number_raw,
        outcome=row.outcome,
        answered=row.answered_at_us is not None,
        ended_by=row.ended_by,
        incident_number=incident.number if incident else None,
        incident_type=incident.type_code if incident else None,
        priority=incident.priority if incident else None,
        location=place,
        lat=incident.lat if incident else None,
        lon=incident.lon if incident else None,
        radius_m=incident.radius_m if incident else None,
        location_source=(incident.location_source or None) if incident else None,
        location_verified=incident.location_verified if incident else False,
        village=(incident.village or None) if incident else None,
        village_code=(incident.village_code or None) if incident else None,
        answer_to_location_ms=settled.after_ms if settled else None,
        keys_until_location=len(settled.keys_ms) if settled else None,
        referrals=tuple(
            ReferralAccount(agency=referral.agency, role=referral.role, channel=referral.channel, state=referral.state)
            for referral in (incident.referrals if incident else ())
        ),
        recording_path=row.recording_path or None,
        recording_s=row.recording_s or None,
        recording_sha256=row.recording_sha256 or None,
        keystrokes=len(played.keys),
        keys=played.keys,
        content_characters=played.content,
        invite_to_card_ms=_between_ms(played.inviting_at_us, played.card_painted_at_us),
        answer_to_audio_ms=_between_ms(played.answer_pressed_at_us, audio_us or 0),
    )


def _between_ms(start_us: int, end_us: int) -> float | None:
    return round((end_us - start_us) / 1000, 1) if start_us and end_us else None


def _totals(accounts: list[CallAccount], mouse_clicks: int, problems: int) -> Totals:
    return Totals(
        calls=len(accounts),
        answered=sum(account.answered for account in accounts),
        abandoned=sum(not account.answered for account in accounts),
        incidents=len({account.incident_number for account in accounts if account.incident_number}),
        referrals=sum(len(account.referrals) for account in accounts),
        recordings=sum(account.recording_path is not None for account in accounts),
        recorded_s=round(sum(account.recording_s or 0.0 for account in accounts), 1),
        keystrokes=sum(account.keystrokes for account in accounts),
        mouse_clicks=mouse_clicks,
        problems=problems,
    )


def as_text(account: Account) -> str:
    """Return the account for a person."""
    lines = ["", "What happened at the desk", "=" * 25]
    for call in account.calls:
        lines.extend(_call_lines(call))
    totals = account.totals
    lines += [
        "",
        f"{totals.calls} calls, {totals.answered} answered, {totals.abandoned} given up by the caller;",
        f"{totals.incidents} incidents, {totals.referrals} referrals; {totals.recordings} recordings, {totals.recorded_s} s;",
        f"{totals.keystrokes} key presses, {totals.mouse_clicks} mouse clicks.",
        f"The log: {account.database}",
    ]
    if account.pictures:
        lines.append(f"Pictures: {account.pictures}")
    lines += [f"PROBLEM: {problem}" for problem in account.problems]
    return "\n".join(lines)


def _call_lines(call: CallAccount) -> Iterable[str]:
    waited = f"card after {call.invite_to_card_ms} ms" if call.invite_to_card_ms is not None else "no card time"
    sound = f", sound {call.answer_to_audio_ms} ms after F9" if call.answer_to_audio_ms is not None else ""
    yield ""
    outcome = call.outcome or "no outcome"
    yield f"{call.scene}: {call.number or 'no number'} - {outcome}, ended by {call.ended_by}; {waited}{sound}"
    if call.incident_number:
        point = ""
        if call.lat is not None and call.lon is not None:
            radius = f" ± {call.radius_m:.0f} m" if call.radius_m is not None else ""
            point = f" ({call.lat:.5f}, {call.lon:.5f}{radius})"
        yield f"  incident {call.incident_number}: {call.incident_type}, P{call.priority}, {call.location or 'no place'}{point}"
        yield from _place_lines(call)
    for referral in call.referrals:
        yield f"  {referral.role:>4} {referral.agency} by {referral.channel}: {referral.state}"
    if call.recording_path:
        yield f"  recording {call.recording_s:.1f} s: {call.recording_path}"
    yield f"  keys: {' '.join(call.keys) or 'none'} ({call.keystrokes}), content {call.content_characters} characters"


def _place_lines(call: CallAccount) -> Iterable[str]:
    verified = ", confirmed by the caller" if call.location_verified else ""
    village = f"{call.village} {call.village_code or ''}".rstrip() if call.village else "no village"
    yield f"  place by {call.location_source or 'words'}{verified}: {village}"
    if call.answer_to_location_ms is not None:
        yield f"  place settled {call.answer_to_location_ms / 1000:.1f} s after F9, {call.keys_until_location} keys in the form"
