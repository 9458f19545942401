"""The local door: several windows, broken ones, slow ones, and those that must not come in."""

from __future__ import annotations

import os
import socket
import stat
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from calltaker.line import address, wire
from calltaker.line import connection as connection_module
from calltaker.line.hub import Hub
from calltaker.line.inbox import Draft, Item, Wish
from calltaker.line.orders import Orders
from calltaker.line.plain_client import PlainClient
from calltaker.line.requests import Requests
from calltaker.line.server import Server
from calltaker.line.translate import Translator
from calltaker.settings import Settings
from db.events import CallAnswered, CallLocationConfirmed, CallLocationReceived, Event, OutcomeSet, Payload, new_event


class Door:
    """A server whose journal says yes to everything."""

    def __init__(self, folder: Path, *, tcp: bool) -> None:
        self.settings = Settings(data_dir=folder)
        self.hub = Hub("seat-1", wire.Health())
        self.notes: list[str] = []
        door, self.token = address.listen(self.settings, tcp=tcp)
        requests = Requests(
            self.hub, self._journal, Orders(), Translator({}), self.token, lambda what, _detail: self.notes.append(what)
        )
        self.server = Server(door, requests.handle, requests.gone)
        self.server.start()

    def _journal(self, item: Item) -> None:
        if isinstance(item, Wish | Draft):
            item.answered((), "", "")

    def publish(self, seat_seq: int) -> None:
        new = new_event("call", OutcomeSet(outcome="test" * 2000))
        event = Event(
            id=str(seat_seq), seat="s", seat_seq=seat_seq, at_us=1, hlc=1, actor="", subject="call", kind=new.kind, ver=1,
            payload=new.payload, hash="",
        )  # fmt: skip
        self.hub.publish(event)


@pytest.fixture(params=[False, True], ids=["unix", "tcp"])
def door(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Door]:
    opened = Door(tmp_path, tcp=request.param)
    yield opened
    opened.server.stop()


def raw_socket(door: Door) -> socket.socket:
    raw = address.connect(address.endpoint(door.settings))
    raw.settimeout(60)
    return raw


def is_dropped(raw: socket.socket) -> bool:
    """True once the line has closed the connection."""
    try:
        while raw.recv(65536):
            pass
    except ConnectionResetError:
        pass
    raw.close()
    return True


def test_windows_get_a_snapshot_and_then_what_follows(door: Door) -> None:
    with PlainClient(door.settings, name="a") as first, PlainClient(door.settings, name="b") as second:
        door.publish(1)
        door.publish(2)
        for window in (first, second):
            assert [window.wait_event("call.outcome_set").event.seat_seq for _ in range(2)] == [1, 2]
    with PlainClient(door.settings) as third:
        assert third.snapshot.head_seq == 2


@pytest.mark.parametrize(
    "bad",
    [
        b"\xff\xff\xff\xff",
        b"\x00\x00\x00\x02{}",
        b"\x00\x00\x00\x04\xff\xfe\x00\x01",
        wire.pack(wire.Request(id=1, body=wire.Ping())),
    ],
    ids=["too long", "no request", "no text", "not attached"],
)
def test_a_broken_window_is_dropped_and_the_others_stay(door: Door, bad: bytes) -> None:
    with PlainClient(door.settings) as good:
        raw = raw_socket(door)
        raw.sendall(bad)
        assert is_dropped(raw)
        assert good.request(wire.Ping()).error == ""


def test_a_frame_may_come_in_pieces(door: Door) -> None:
    raw = raw_socket(door)
    for byte in wire.pack(wire.Request(id=1, body=wire.Attach(token=door.token))):
        raw.sendall(bytes([byte]))
    assert raw.recv(65536)
    raw.close()


def test_a_window_that_does_not_read_is_dropped_and_blocks_nobody(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection_module, "MAX_UNSENT_BYTES", 256 * 1024)
    with PlainClient(door.settings) as good:
        slow = raw_socket(door)
        slow.sendall(wire.pack(wire.Request(id=1, body=wire.Attach(token=door.token))))
        slow.recv(1)
        for number in range(1, 2001):
            door.publish(number)
            if number % 20 == 0:
                while good.wait_event("call.outcome_set").event.seat_seq < number:
                    pass
        assert is_dropped(slow)
        assert good.request(wire.Ping()).error == ""


def test_attaching_twice_is_refused(door: Door) -> None:
    with PlainClient(door.settings) as window:
        assert window.request(wire.Attach(token=door.token)).error == "bad_request"


@pytest.mark.parametrize(
    ("payload", "error"),
    [
        (CallLocationConfirmed(source="name", after_ms=4200, keys_ms=(900, 4200)), ""),
        (CallLocationReceived(via="pasted"), ""),
        (CallLocationReceived(via="sip"), "bad_request"),
        (CallAnswered(), "bad_request"),
    ],
)
def test_a_window_says_what_people_decide_and_the_line_what_the_wire_brought(door: Door, payload: Payload, error: str) -> None:
    with PlainClient(door.settings) as window:
        assert window.request(wire.Append(events=(new_event("call", payload),))).error == error


def test_coming_and_going_is_on_record(door: Door) -> None:
    with PlainClient(door.settings):
        pass
    while len(door.notes) < 2:  # each window has a thread of its own: its end is noticed when that thread sees it
        time.sleep(0.005)
    with PlainClient(door.settings) as second:
        second.request(wire.Ping())
        assert door.notes == ["window_attached", "window_lost", "window_attached"]


def test_tcp_wants_the_secret_of_the_run_folder(tmp_path: Path) -> None:
    door = Door(tmp_path, tcp=True)
    assert stat.S_IMODE((tmp_path / "run" / "line.address").stat().st_mode) == 0o600
    raw = raw_socket(door)
    raw.sendall(wire.pack(wire.Request(id=1, body=wire.Attach(token="guess"))))
    assert is_dropped(raw)
    door.server.stop()


@pytest.mark.skipif(os.name != "posix", reason="Unix sockets")
def test_only_the_owner_may_open_the_socket(tmp_path: Path) -> None:
    door = Door(tmp_path, tcp=False)
    path = Path(address.endpoint(door.settings).path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    door.server.stop()


@pytest.mark.skipif(os.name != "posix", reason="Unix sockets")
def test_a_folder_with_a_long_name_still_gets_a_socket(tmp_path: Path) -> None:
    folder = tmp_path / ("long-" * 30)
    folder.mkdir()
    door = Door(folder, tcp=False)
    with PlainClient(door.settings) as window:
        assert window.request(wire.Ping()).error == ""
    door.server.stop()
    path = Path(address.endpoint(door.settings).path)
    path.unlink()
    path.parent.rmdir()


def test_without_a_line_the_client_says_so(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"refused|No such file"):
        PlainClient(Settings(data_dir=tmp_path))
