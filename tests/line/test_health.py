"""What the windows are told of the registrations, from the first moment on."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from support.kamailio import Kamailio
from support.seat import TIMEOUT_S, Seat

from calltaker.line import wire
from calltaker.line.health import HealthKeeper
from calltaker.line.hub import Hub
from calltaker.line.plain_client import PlainClient
from calltaker.line.signs_of_life import SignsOfLife
from telephony import events as seen


def _keeper(hub: Hub, folder: Path, noted: list[tuple[str, str]]) -> HealthKeeper:
    return HealthKeeper(hub, folder, SignsOfLife(folder), ("112", "pbx"), lambda what, detail: noted.append((what, detail)))


def test_a_line_is_not_registered_until_its_registrar_says_so(tmp_path: Path) -> None:
    hub, noted = Hub("seat-1", wire.Health()), []
    keeper = _keeper(hub, tmp_path, noted)
    assert [(line.name, line.registered, line.code) for line in hub.health.lines] == [("112", False, 0), ("pbx", False, 0)]
    keeper.on_event(seen.RegistrationChanged(at_us=1, line="pbx", registered=True, code=200, reason="OK", expires_s=60))
    assert [(line.name, line.registered) for line in hub.health.lines] == [("112", False), ("pbx", True)]
    assert noted == [("registered", "pbx: 200 OK")]


@pytest.mark.sip
def test_a_window_at_a_silent_registrar_sees_a_line_without_registration(tmp_path: Path) -> None:
    with Kamailio(tmp_path) as registrar:
        account = f'[[sip.accounts]]\nname = "112"\nuri = "sip:112@{registrar.host}"\nregistrar = "sip:{registrar.host}"\n'
        account += f'user = "112"\npassword = "{registrar.password}"\n'
        registrar.freeze()
        with Seat(tmp_path / "seat", sip=account) as seat:
            seat.start("line")
            with _attached(seat) as window:
                assert [line.registered for line in window.snapshot.health.lines] == [False]
                registrar.thaw()
                window.wait(lambda push: isinstance(push, wire.Health) and all(line.registered for line in push.lines))
            assert seat.stop() == 0


def _attached(seat: Seat) -> PlainClient:
    """Attach as soon as the line listens, registered or not."""
    end_s = time.monotonic() + TIMEOUT_S
    while True:
        try:
            return PlainClient(seat.settings, name="early", timeout_s=TIMEOUT_S)
        except OSError:
            assert time.monotonic() < end_s, seat.errors()
            time.sleep(0.005)
