from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest

from telephony.audio import devices
from tests.telephony.audio.pulse import Pulse, require_pulse


@pytest.fixture
def short_folder():
    """A folder whose path is short enough for a socket."""
    folder = Path(tempfile.mkdtemp(prefix="snd"))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def pulse(short_folder, monkeypatch):
    require_pulse()
    server = Pulse(short_folder)
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def no_sound(short_folder, monkeypatch):
    """A system without any sound server."""
    monkeypatch.setenv("PULSE_SERVER", f"unix:{short_folder}/nothing")
    monkeypatch.setattr(devices, "_CARDS", short_folder / "no cards")
