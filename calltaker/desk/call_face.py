"""What the call bar says about one call: words and permissions, ready to be shown. Pure: same call in, same face out."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from calltaker.desk.callers import caller_text
from calltaker.domain.live_call import LiveCall
from calltaker.theme.signs import state_sign
from telephony.numbers import read_note, show


@dataclass(frozen=True)
class CallFace:
    """`since_us` is when the running time began, `until_us` when it stopped (`None` = it runs). `notes` are plain facts,
    `alarms` need the person's attention now. `consultation` says whom else we are talking to."""

    call_id: str = ""
    caller: str = ""
    name: str = ""
    state: str = ""
    since_us: int = 0
    until_us: int | None = None
    notes: tuple[str, ...] = ()
    alarms: tuple[str, ...] = ()
    consultation: str = ""
    is_recording: bool = False
    muted: bool = False
    held: bool = False
    can_answer: bool = False
    can_talk: bool = False
    can_end: bool = False
    can_judge: bool = False


def face(
    call: LiveCall, *, known_name: str = "", consultations: tuple[LiveCall, ...] = (), anyone_rings: bool = False
) -> CallFace:
    """Return the face of a call. A talking call counts from the answer, a ringing one from the ring, an ended one stands.
    `anyone_rings`: somebody can be answered, be it another call than the one shown."""
    is_talking = call.state in {"talking", "held", "conference", "transferring"}
    return CallFace(
        call_id=call.call_id,
        caller=caller_text(call),
        name=call.display_name or known_name,
        state="abandoned" if call.was_abandoned else call.state,
        since_us=call.answered_at_us or call.started_at_us,
        until_us=call.ended_at_us,
        notes=_notes(call),
        alarms=_alarms(call),
        consultation=" · ".join(_with_whom(other) for other in consultations),
        is_recording=call.recording,
        muted=call.muted,
        held=call.held,
        can_answer=anyone_rings or call.state == "ringing",
        can_talk=is_talking,
        can_end=is_talking or call.state == "dialing",
        can_judge=call.answered_at_us is not None,
    )


def _with_whom(call: LiveCall) -> str:
    return f"{caller_text(call)}: {state_sign(call.state).said}"


def _notes(call: LiveCall) -> tuple[str, ...]:
    translate = QCoreApplication.translate
    notes = [_number_note(call.number_note)]
    if call.callback:
        notes.append(translate("call_face", "Call back"))
    if call.dtmf:
        notes.append(translate("call_face", "Keys pressed by the caller: {digits}").format(digits=call.dtmf))
    if call.transfer_target and call.state == "transferring":
        notes.append(translate("call_face", "Forwarding: keep the line until the agency answers"))
    return tuple(note for note in notes if note)


def _alarms(call: LiveCall) -> tuple[str, ...]:
    translate = QCoreApplication.translate
    alarms = []
    if call.is_open and call.audio_lost:
        alarms.append(translate("call_face", "No sound from the caller"))
    if call.is_open and call.recording_problem:
        alarms.append(translate("call_face", "This call is NOT being recorded"))
    if call.transfer_problem:
        alarms.append(
            translate("call_face", "The agency did not take the call ({reason})").format(reason=call.transfer_problem)
        )
    if call.ended_by == "line":
        alarms.append(translate("call_face", "Cut by a restart of the telephone program: call back"))
    return tuple(alarms)


def _number_note(note: str) -> str:
    """Return why a number is doubtful, in words, with the readings that are possible."""
    translate = QCoreApplication.translate
    code, readings = read_note(note)
    either = " / ".join(show(reading) for reading in readings)
    match code:
        case "" | "withheld":
            return ""
        case "device_id":
            return translate("call_face", "Telephone without a SIM card: no call back possible")
        case "two_readings" | "area_code_missing":
            if either:
                return translate("call_face", "Number not certain: {readings}").format(readings=either)
    return translate("call_face", "Number not certain")
