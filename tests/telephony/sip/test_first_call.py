"""One call from ring to recording, over real SIP and RTP."""

from __future__ import annotations

import wave
from array import array
from pathlib import Path

import pytest
from support.hearing import loudest
from support.phone_process import MIC_HERTZ, PhoneProcess, wait_for_length
from support.rtp import strength
from support.sip_peer import SipPeer

from telephony.commands import Answer, HangUp
from telephony.events import AudioStarted, CallAnswered, CallEnded, CallRinging, RecordingStarted

pytestmark = pytest.mark.sip


def samples_of(path: Path) -> array[int]:
    with wave.open(str(path)) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (16000, 1, 2)
        return array("h", file.readframes(file.getnframes()))


def test_a_call_rings_is_answered_recorded_and_hung_up(phone: PhoneProcess, caller: SipPeer) -> None:
    call = caller.invite(phone.udp, sender='"Warga Contoh" <sip:081255501234@contoh.id>')
    ringing = phone.wait(CallRinging)
    call.wait("180")
    assert ringing.number_raw == "081255501234"
    assert ringing.display_name == "Warga Contoh"
    assert ringing.line == "112"
    assert ringing.sip_call_id == call.dialog.call_id
    assert ringing.raw.startswith(b"INVITE sip:112@")
    assert not phone.has(CallAnswered)

    phone.submit(Answer(call_id=ringing.call_id))
    call.wait("200")
    phone.wait(CallAnswered, ringing.call_id)
    phone.wait(AudioStarted, ringing.call_id)
    started = phone.wait(RecordingStarted, ringing.call_id)
    call.hears(MIC_HERTZ, above=4000)
    phone.hears(1000, above=4000)
    wait_for_length(Path(started.desk_leg), 1.5)

    phone.submit(HangUp(call_id=ringing.call_id))
    ended = phone.wait(CallEnded, ringing.call_id)
    call.wait("BYE")
    assert (ended.by, ended.answered) == ("desk", True)
    caller_leg, desk_leg = phone.wait_legs(ringing.call_id)
    assert (str(caller_leg), str(desk_leg)) == (started.caller_leg, started.desk_leg)
    voice, desk = samples_of(caller_leg), samples_of(desk_leg)
    assert len(voice) > 16000
    assert abs(len(voice) - len(desk)) <= 640
    for leg, own, other in ((voice, 1000, MIC_HERTZ), (desk, MIC_HERTZ, 1000)):
        piece = loudest(leg, 16000, own)
        assert strength(piece, own, 16000) > 4000 > 100 > strength(piece, other, 16000)


def test_a_caller_who_gives_up_while_it_rings_is_told_as_not_answered(phone: PhoneProcess, caller: SipPeer) -> None:
    call = caller.invite(phone.udp)
    ringing = phone.wait(CallRinging)
    call.wait("180")
    call.cancel()
    ended = phone.wait(CallEnded, ringing.call_id)
    assert (ended.by, ended.answered, ended.code) == ("caller", False, 487)
    assert not phone.has(RecordingStarted)


def test_a_caller_who_hangs_up_ends_the_call_and_closes_the_recording(phone: PhoneProcess, caller: SipPeer) -> None:
    call = caller.invite(phone.udp)
    ringing = phone.wait(CallRinging)
    phone.submit(Answer(call_id=ringing.call_id))
    phone.wait(AudioStarted)
    call.bye()
    ended = phone.wait(CallEnded, ringing.call_id)
    assert (ended.by, ended.answered) == ("caller", True)
    assert all(len(samples_of(path)) > 0 for path in phone.wait_legs(ringing.call_id))


def test_stopping_the_line_ends_calls_and_closes_recordings(phone: PhoneProcess, caller: SipPeer) -> None:
    call = caller.invite(phone.udp)
    ringing = phone.wait(CallRinging)
    phone.submit(Answer(call_id=ringing.call_id))
    phone.wait(AudioStarted)
    assert phone.stop() == 0
    call.wait("BYE")
    assert phone.wait(CallEnded, ringing.call_id).by == "line"
    assert all(len(samples_of(path)) > 0 for path in phone.wait_legs(ringing.call_id))
