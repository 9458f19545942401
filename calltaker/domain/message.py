"""The words that an agency gets: one line for radio, WhatsApp or SMS, and the lines of the printed sheet.

Both are made of the same parts, so that what was sent, printed and shown is one text. Agencies are Indonesian, so the words are
Indonesian whatever language the window has.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from calltaker.domain.clock import local_text, zone_name
from calltaker.domain.ticket import short_number
from calltaker.settings import Centre
from db.rows import IncidentRow
from telephony.numbers import mask, show

REPLIES = ("TERIMA", "BERANGKAT", "TIBA", "SELESAI", "KENDALA")
"""What the crew answers with; each moves the referral on."""

_SOURCES = {"pidf-lo": "jaringan", "aml": "AML", "typed": "diketik", "map": "peta", "name": "nama tempat"}


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One fact. `label` heads it on the sheet; `spoken` is how the one line says it, when that is not the value alone."""

    label: str
    value: str
    spoken: str = ""


def agency_message(
    incident: IncidentRow,
    *,
    type_name: str,
    centre: Centre,
    answers: Sequence[str] = (),
    notes: Sequence[str] = (),
    warnings: Sequence[str] = (),
    mask_number: bool = False,
) -> str:
    """Return the message in one line, parts joined by " | ". `type_name` is the name of the incident's type, "" when it
    is not known yet. `answers` are those to the key questions, in short (`calltaker.domain.answers`). `warnings` are what the
    crew must know of the place before it is there. `mask_number` leaves out the reporter's name and the middle of the number
    (identity kept secret)."""
    parts = message_parts(
        incident,
        type_name=type_name,
        centre=centre,
        answers=answers,
        notes=notes,
        warnings=warnings,
        mask_number=mask_number,
    )
    return " | ".join(" ".join((part.spoken or part.value).split()) for part in (*parts, _replies()))


def sheet_lines(
    incident: IncidentRow,
    *,
    type_name: str,
    centre: Centre,
    answers: Sequence[str] = (),
    notes: Sequence[str] = (),
    warnings: Sequence[str] = (),
    mask_number: bool = False,
) -> tuple[tuple[str, str], ...]:
    """Return the sheet as (label, value): the parts of `agency_message`, one a line."""
    parts = message_parts(
        incident,
        type_name=type_name,
        centre=centre,
        answers=answers,
        notes=notes,
        warnings=warnings,
        mask_number=mask_number,
    )
    return tuple((part.label, part.value) for part in (*parts, _replies()))


def message_parts(
    incident: IncidentRow,
    *,
    type_name: str,
    centre: Centre,
    answers: Sequence[str] = (),
    notes: Sequence[str] = (),
    warnings: Sequence[str] = (),
    mask_number: bool = False,
) -> tuple[Part, ...]:
    """Return what is known of the incident, most urgent first; what is not known is left out, an unknown place is said."""
    offset = centre.utc_offset_minutes
    number = short_number(incident.number)
    known = (
        Part(label="Pusat", value=centre.name),
        Part(label="Kejadian", value=_headline(incident, type_name)),
        Part(label="Nomor", value=incident.number, spoken=f"No {number}"),
        Part(
            label="Waktu lapor",
            value=f"{local_text(incident.opened_at_us, offset, '%d-%m-%Y %H.%M')} {zone_name(offset)}",
            spoken=f"{local_text(incident.opened_at_us, offset, '%H.%M')} {zone_name(offset)}",
        ),
        Part(label="Lokasi", value=_place(incident)),
        *(_said("Awas", warning, spoken_label="AWAS") for warning in warnings),
        _counted("Terjebak", incident.trapped),
        _counted("Korban", incident.victims),
        _said("Laporan", incident.summary),
        _said("Uraian", incident.narrative),
        _said("Jawaban", "; ".join(answers)),
        *(_said("Catatan", note) for note in notes),
        _said("Pelapor", _reporter(incident, mask_number=mask_number)),
        _map(incident),
    )
    return tuple(part for part in known if part.value)


def _headline(incident: IncidentRow, type_name: str) -> str:
    priority = f"P{incident.priority}" if incident.priority else ""
    return " ".join(filter(None, (priority, type_name or "jenis belum jelas"))).upper()


def _place(incident: IncidentRow) -> str:
    """Street names come again in every village, so the village is said whenever it is known, each name once."""
    typed = incident.place_text.casefold()
    areas = [area for area in incident.village.split(", ") if area.casefold().removeprefix("kec. ") not in typed]
    known = ", ".join(filter(None, (incident.place_text, incident.landmark, *areas)))
    if _has_point(incident) and not incident.place_text:
        return ", ".join(filter(None, ("TITIK DI PETA", known)))
    return known or "LOKASI BELUM DIKETAHUI"


def _counted(label: str, people: int) -> Part:
    """0 is left out: it may mean "none" or "nobody asked yet", and a crew must not read the one for the other."""
    return Part(label=label, value=f"{people} orang" if people else "", spoken=f"{label}: {people} orang")


def _said(label: str, value: str, *, spoken_label: str = "") -> Part:
    return Part(label=label, value=value.strip(), spoken=f"{spoken_label or label}: {value}")


def _reporter(incident: IncidentRow, *, mask_number: bool) -> str:
    number = incident.callback_number
    shown = (mask(number) if mask_number else show(number)) if number else ""
    return " ".join(filter(None, ("" if mask_number else incident.reporter_name, shown)))


def _map(incident: IncidentRow) -> Part:
    """A point is said with where it comes from and how far off it may be; (0, 0) is nobody's place."""
    if not _has_point(incident):
        return Part(label="Peta", value="")
    link = f"https://maps.google.com/?q={incident.lat:.6f},{incident.lon:.6f}"
    facts = [_SOURCES.get(incident.location_source, incident.location_source)]
    if incident.radius_m is not None:
        facts.append(f"radius {incident.radius_m:.0f} m")
    if incident.location_verified:
        facts.append("dipastikan pelapor")
    detail = ", ".join(filter(None, facts))
    return Part(label="Peta", value=f"{link} ({detail})" if detail else link)


def _has_point(incident: IncidentRow) -> bool:
    return incident.lat is not None and incident.lon is not None and (incident.lat, incident.lon) != (0, 0)


def _replies() -> Part:
    return Part(label="Balas", value=" / ".join(REPLIES), spoken=f"Balas: {' / '.join(REPLIES)}")
