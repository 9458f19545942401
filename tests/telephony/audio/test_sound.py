"""Headset and ringer on a real PulseAudio with null sinks, whose monitors let the tests listen."""

from __future__ import annotations

import math
import time
import wave
from array import array
from collections.abc import Callable
from pathlib import Path

import pytest

import resources
from telephony.audio import tone
from telephony.audio.devices import NULL_DEVICE, OpenDevice, SoundError
from telephony.audio.headset import HeadsetStream
from telephony.audio.hub import DeviceHub
from telephony.audio.ringer import Ringer
from telephony.audio.rings import FRAME_BYTES, RATE_HZ
from telephony.audio.slot import Slot
from telephony.events import AudioDeviceChanged

PATIENCE_S = 30


class Desk:
    """A hub and what it has told."""

    def __init__(self) -> None:
        self.events: list[AudioDeviceChanged] = []
        self.hub = DeviceHub(self.events.append)

    def told(self, role: str) -> list[tuple[str, bool]]:
        return [(event.name, event.is_null) for event in list(self.events) if event.role == role]


@pytest.fixture
def desk():
    made = Desk()
    yield made
    made.hub.close()


def eventually(condition: Callable[[], object]) -> None:
    give_up_s = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < give_up_s, "it never happened"
        time.sleep(0.02)


def sine(tone_hz: int, frame: int) -> bytes:
    start = frame * FRAME_BYTES // 2
    angles = (2 * math.pi * tone_hz * (start + index) / RATE_HZ for index in range(FRAME_BYTES // 2))
    return array("h", (round(9000 * math.sin(angle)) for angle in angles)).tobytes()


def strength(sound: bytes, tone_hz: int) -> float:
    """Return the amplitude of one tone in the sound (Goertzel by hand)."""
    samples = array("h", sound)
    turns = [2 * math.pi * tone_hz * index / RATE_HZ for index in range(len(samples))]
    real = sum(sample * math.cos(turn) for sample, turn in zip(samples, turns, strict=True))
    imaginary = sum(sample * math.sin(turn) for sample, turn in zip(samples, turns, strict=True))
    return 2 * math.hypot(real, imaginary) / max(1, len(samples))


def hears(stream: HeadsetStream, tone_hz: int) -> bool:
    """True when a tenth of a second of microphone sound holds the tone."""
    heard = bytearray()
    for _ in range(5):
        heard += stream.read_mic(FRAME_BYTES)
        time.sleep(0.02)
    return strength(bytes(heard), tone_hz) > 1000


def test_what_goes_into_the_speaker_comes_out_of_the_microphone(pulse, desk):
    pulse.add_sink("Headset")
    stream = desk.hub.open_headset("head", "Monitor of Headset")
    eventually(lambda: desk.told("headset")[-1:] == [("Headset", False)])
    frames = iter(range(10**9))

    def echo() -> bool:
        heard = bytearray()
        for _ in range(25):
            stream.write_speaker(sine(1000, next(frames)))
            heard += stream.read_mic(FRAME_BYTES)
            time.sleep(0.02)
        return strength(bytes(heard[-FRAME_BYTES * 5 :]), 1000) > 6000

    eventually(echo)


def test_a_headset_that_vanishes_is_told_and_comes_back(pulse, desk):
    handle = pulse.add_sink("Headset")
    pulse.add_sink("Other")
    stream = desk.hub.open_headset("Headset", "Monitor of Headset")
    eventually(lambda: desk.told("headset")[-1:] == [("Headset", False)])
    pulse.remove(handle)
    eventually(lambda: desk.told("headset")[-1] == (NULL_DEVICE, True))
    assert stream.read_mic(FRAME_BYTES) == bytes(FRAME_BYTES)
    stream.write_speaker(bytes(FRAME_BYTES))
    pulse.add_sink("Headset")
    eventually(lambda: desk.told("headset")[-1] == ("Headset", False))


def test_the_sound_server_may_die_and_come_back(pulse, desk):
    pulse.add_sink("Ringer")
    desk.hub.open_ringer("Ringer")
    eventually(lambda: desk.told("ringer")[-1:] == [("Ringer", False)])
    pulse.stop()
    eventually(lambda: desk.told("ringer")[-1] == (NULL_DEVICE, True))
    pulse.start()
    pulse.add_sink("Ringer")
    eventually(lambda: desk.told("ringer")[-1] == ("Ringer", False))


def test_a_process_that_stood_still_keeps_its_devices():
    device = OpenDevice.__new__(OpenDevice)
    device._opened_s = device.last_beat_s = time.monotonic() - 3600.0
    assert device.has_stopped()
    slot = Slot("playback", "")
    slot._device = device
    slot.stood_still(3600.0)
    assert not device.has_stopped()
    slot.stood_still(3600.0)
    assert device.last_beat_s <= time.monotonic()


def test_a_frozen_sound_server_delays_nobody(pulse, desk):
    pulse.add_sink("Headset")
    stream = desk.hub.open_headset("Headset", "null")
    ringer = desk.hub.open_ringer("Headset")
    eventually(lambda: desk.told("ringer"))
    pulse.freeze()
    for _ in range(100):
        stream.write_speaker(bytes(FRAME_BYTES))
        stream.read_mic(FRAME_BYTES)
        ringer.start()
        ringer.stop()
    eventually(lambda: desk.told("ringer")[-1] == (NULL_DEVICE, True))
    desk.hub.close()


def test_a_headset_without_microphone_is_an_alarm_that_names_the_half(pulse, desk):
    pulse.add_sink("Headset")
    desk.hub.open_headset("Headset")
    eventually(lambda: desk.told("headset")[-1:] == [("Headset (playback)", True)])
    assert "no capture device" in desk.events[-1].reason


def test_a_later_headset_takes_the_place_of_the_earlier_one(pulse, desk):
    pulse.add_sink("One")
    pulse.add_sink("Two")
    desk.hub.open_headset("One", "Monitor of One")
    eventually(lambda: desk.told("headset")[-1:] == [("One", False)])
    desk.hub.open_headset("Two", "Monitor of Two")
    eventually(lambda: desk.told("headset")[-1] == ("Two", False))


def test_the_ringer_rings_on_its_own_device_until_told_to_stop(pulse, desk):
    pulse.add_sink("Headset")
    pulse.add_sink("Ringer")
    ear = desk.hub.open_headset("Headset", "Monitor of Ringer")
    ringer = desk.hub.open_ringer("Ringer")
    eventually(lambda: desk.told("ringer")[-1:] == [("Ringer", False)] and desk.told("headset"))
    assert not hears(ear, 800)
    ringer.start()
    eventually(lambda: hears(ear, 800) or hears(ear, 1000))
    ringer.stop()
    eventually(lambda: not any(ear.read_mic(FRAME_BYTES)))


@pytest.mark.usefixtures("no_sound")
def test_without_any_sound_the_streams_work_and_the_alarm_says_why(desk):
    stream = desk.hub.open_headset("", "")
    ringer = desk.hub.open_ringer("")
    eventually(lambda: len(desk.events) == 2)
    assert {(event.role, event.name, event.is_null) for event in desk.events} == {
        ("headset", NULL_DEVICE, True), ("ringer", NULL_DEVICE, True),
    }  # fmt: skip
    assert all("no sound server" in event.reason for event in desk.events)
    ringer.start()
    for _ in range(50):
        stream.write_speaker(bytes(FRAME_BYTES))
        assert stream.read_mic(FRAME_BYTES) == bytes(FRAME_BYTES)
    ringer.stop()


@pytest.mark.usefixtures("no_sound")
def test_none_on_purpose_is_named_so(desk):
    desk.hub.open_headset("null")
    eventually(lambda: desk.events)
    assert (desk.events[0].name, desk.events[0].is_null, desk.events[0].reason) == (NULL_DEVICE, True, "chosen")


@pytest.mark.usefixtures("no_sound")
def test_a_file_speaks_in_place_of_the_microphone(desk, tmp_path):
    path = tmp_path / "speech.wav"
    with wave.open(str(path), "wb") as writer:
        writer.setparams((2, 2, 8000, 0, "NONE", "not compressed"))  # converted to what the bridge wants
        left = (round(9000 * math.sin(2 * math.pi * 400 * index / 8000)) for index in range(8000))
        writer.writeframes(b"".join(sample.to_bytes(2, "little", signed=True) * 2 for sample in left))
    stream = desk.hub.open_headset("null", in_file=path)
    assert strength(b"".join(stream.read_mic(FRAME_BYTES) for _ in range(70)), 400) > 5000


@pytest.mark.parametrize("content", [None, b"", b"no sound", b"RIFF"])
def test_a_file_that_cannot_be_played_is_refused(desk, tmp_path, content):
    path = tmp_path / "speech.wav"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SoundError, match=r"speech\.wav cannot be played"):
        desk.hub.open_headset("null", in_file=path)


def test_the_shipped_tone_is_what_the_script_makes(tmp_path: Path):
    tone.write(tmp_path)
    assert (tmp_path / tone.RING_FILE).read_bytes() == resources.path("sounds", tone.RING_FILE).read_bytes()


def test_a_ring_is_a_burst_and_a_pause_from_the_beginning():
    ringer = Ringer()
    assert not any(ringer.fill(FRAME_BYTES))
    ringer.start()
    first = ringer.fill(FRAME_BYTES * 150)
    ringer.stop()
    assert not any(ringer.fill(FRAME_BYTES))
    ringer.start()
    ringer.start()
    assert ringer.is_ringing
    assert ringer.fill(FRAME_BYTES * 150) == first
    burst = RATE_HZ * 2
    assert first[:burst] == tone.ring().tobytes()
    assert not any(first[burst : burst + RATE_HZ])
