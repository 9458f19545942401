"""Which device a name means."""

from __future__ import annotations

import pytest

from telephony.audio.devices import SoundDevice, SoundError, choose, list_devices


def device(name: str, kind: str, *, default: bool = False) -> SoundDevice:
    return SoundDevice(name=name, kind=kind, is_default=default, handle=None)


DEVICES = (
    device("Loudspeaker", "playback", default=True),
    device("USB Headset Stereo", "playback"),
    device("USB Headset", "playback"),
    device("Monitor of Loudspeaker", "capture", default=True),
    device("Moniteur de USB Headset Stereo", "capture"),
    device("USB Headset Mono", "capture"),
)


@pytest.mark.parametrize(
    ("kind", "wanted", "like", "name"),
    [
        ("playback", "", "", "Loudspeaker"),
        ("playback", "usb", "", "USB Headset Stereo"),
        ("playback", "usb headset", "", "USB Headset"),
        ("playback", "Bluetooth", "", None),
        ("capture", "", "USB Headset", "USB Headset Mono"),
        ("capture", "", "", "USB Headset Mono"),
        ("capture", "", "Loudspeaker", "USB Headset Mono"),
        ("capture", "monitor of loud", "", "Monitor of Loudspeaker"),
        ("capture", "USB Headset", "", "USB Headset Mono"),
    ],
)
def test_choice(kind, wanted, like, name):
    found = choose(DEVICES, kind, wanted, like)
    assert (found.name if found else None) == name


def test_a_monitor_is_never_a_microphone_by_default():
    only_monitor = tuple(item for item in DEVICES if item.name != "USB Headset Mono")
    assert choose(only_monitor, "capture", "", "USB Headset") is None
    assert choose((), "capture", "") is None


@pytest.mark.usefixtures("no_sound")
def test_listing_without_a_sound_server_says_so():
    for _ in range(20):
        with pytest.raises(SoundError, match="no sound server"):
            list_devices()


def test_listing_names_what_is_there(pulse):
    assert list_devices() == ()
    pulse.add_sink("Headset")
    assert {(found.name, found.kind) for found in list_devices()} == {
        ("Headset", "playback"),
        ("Monitor of Headset", "capture"),
    }
