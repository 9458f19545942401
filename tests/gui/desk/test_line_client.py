"""The window's end of the socket, against a line that comes and goes."""

from __future__ import annotations

import socket
import threading
from contextlib import closing

import pytest

from calltaker.desk.line_client import LineClient
from calltaker.line import wire
from calltaker.line.address import listen
from calltaker.settings import Settings
from db import events as log
from telephony.commands import Answer


class Line:
    """A line that says what the test tells it to. One window at a time."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.requests: list[wire.Request] = []
        self.answers: dict[type, str] = {}
        self.silent = False
        self._heard = threading.Condition()
        self._connection: socket.socket | None = None
        self._door: socket.socket | None = None

    def open(self) -> None:
        self._door, self.token = listen(self.settings)
        threading.Thread(target=self._serve, args=(self._door,), daemon=True).start()

    def die(self) -> None:
        """As kill -9 does: everything closes at once."""
        for end in (self._connection, self._door):
            if end is not None:
                with closing(end):
                    try:
                        end.shutdown(socket.SHUT_RDWR)
                    except OSError:
                        continue

    def push(self, *messages) -> None:
        self._connection.sendall(b"".join(wire.pack(message) for message in messages))

    def push_raw(self, data: bytes) -> None:
        self._connection.sendall(data)

    def _serve(self, door: socket.socket) -> None:
        while True:
            try:
                connection, _address = door.accept()
            except OSError:
                return
            self._connection = connection
            with connection:
                self._talk(connection)

    def _talk(self, connection: socket.socket) -> None:
        unpacker = wire.Unpacker()
        while True:
            try:
                data = connection.recv(65536)
            except OSError:
                return
            if not data:
                return
            try:
                for body in unpacker.feed(data):
                    self._on_request(wire.decode_request(body))
            except OSError:  # whoever asked has gone meanwhile, or this line has died
                return

    def _on_request(self, request: wire.Request) -> None:
        with self._heard:
            self.requests.append(request)
            self._heard.notify_all()
        if self.silent:
            return
        self.push(wire.Reply(id=request.id, error=self.answers.get(type(request.body), "")))
        if isinstance(request.body, wire.Attach):
            self.push(wire.Snapshot(seat="seat-1", head_seq=0, calls=(), drafts={}, health=wire.Health()))

    def bodies(self, kind: type) -> list:
        return [request.body for request in self.requests if isinstance(request.body, kind)]


@pytest.fixture
def settings(tmp_path):
    return Settings(data_dir=tmp_path)


@pytest.fixture
def line(settings):
    made = Line(settings)
    yield made
    made.die()


@pytest.fixture
def said():
    return []


@pytest.fixture
def client(qapp, settings, said):
    made = LineClient(settings, lambda text, level: said.append((text, level)))
    made.start()
    yield made
    made.stop()


@pytest.fixture
def attached(client, line, qtbot):
    with qtbot.waitSignal(client.snapshot_received, timeout=10_000):
        line.open()
    return client


def fact(call_id="c"):
    return wire.Append(events=(log.new_event(call_id, log.OutcomeSet(outcome="test")),))


def test_it_attaches_when_the_line_comes(client, line, qtbot):
    with qtbot.waitSignals([client.attached, client.snapshot_received], timeout=10_000, order="strict"):
        line.open()
    assert line.bodies(wire.Attach)[0].actor == "petugas"


def test_pushes_arrive_in_order_on_the_windows_thread(attached, line, qtbot):
    threads, numbers = set(), []
    attached.health_changed.connect(lambda health: (threads.add(threading.get_ident()), numbers.append(health.lines_in_use)))
    line.push(*(wire.Health(lines_in_use=number) for number in range(50)))
    qtbot.waitUntil(lambda: len(numbers) == 50, timeout=10_000)
    assert numbers == list(range(50))
    assert threads == {threading.get_ident()}


def test_a_reply_finds_its_request(attached, qtbot):
    done = []
    attached.send(wire.Ping(), done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=10_000)
    assert done[0].error == ""


def test_a_refusal_becomes_plain_words(attached, line, qtbot, said):
    line.answers[wire.Phone] = "all_lines_busy"
    failed = []
    attached.send(wire.Phone(command=Answer(call_id="c")), failed=failed.append)
    attached.send(wire.Phone(command=Answer(call_id="c")))
    qtbot.waitUntil(lambda: bool(failed and said), timeout=10_000)
    assert "All lines are in use" in failed[0]
    assert said[0][1] == "warning"


def test_an_order_without_a_line_fails_at_once_and_later_than_send(client, qtbot):
    failed = []
    client.send(wire.Phone(command=Answer(call_id="c")), failed=failed.append)
    assert failed == []
    qtbot.waitUntil(lambda: bool(failed), timeout=10_000)
    assert "does not answer" in failed[0]


def test_it_comes_back_after_the_line_died(attached, line, qtbot):
    with qtbot.waitSignal(attached.attached, timeout=10_000) as lost:
        line.die()
    assert lost.args == [False]
    with qtbot.waitSignal(attached.attached, timeout=10_000) as back:
        line.open()
    assert back.args == [True]


def test_a_fact_in_flight_when_the_line_dies_is_sent_again_under_the_same_id(attached, line, qtbot):
    line.silent = True
    done = []
    attached.send(fact(), done.append)
    qtbot.waitUntil(lambda: bool(line.bodies(wire.Append)), timeout=10_000)
    with qtbot.waitSignal(attached.attached, timeout=10_000):
        line.die()
    line.silent = False
    line.open()
    qtbot.waitUntil(lambda: bool(done), timeout=10_000)
    first, second = line.bodies(wire.Append)
    assert first.events[0].id == second.events[0].id != ""


def test_a_fact_written_while_the_line_is_away_waits_for_it(client, line, qtbot):
    done = []
    client.send(fact(), done.append)
    line.open()
    qtbot.waitUntil(lambda: bool(done), timeout=10_000)


def test_of_drafts_written_meanwhile_only_the_newest_is_sent(client, line, qtbot):
    for text in ("k", "ke", "keb"):
        client.send(wire.SaveDraft(call_id="c", form=text))
    client.send(wire.SaveDraft(call_id="other", form="x"))
    line.open()
    qtbot.waitUntil(lambda: len(line.bodies(wire.SaveDraft)) == 2, timeout=10_000)
    assert {draft.form for draft in line.bodies(wire.SaveDraft)} == {"keb", "x"}


def test_a_fact_that_waited_too_long_is_told(client, said, monkeypatch):
    failed = []
    client.send(fact(), failed=failed.append)
    monkeypatch.setattr("calltaker.desk.line_client.time.monotonic", lambda: 10**9)
    client._give_up_late()
    assert "does not answer" in failed[0]


def test_orders_in_flight_fail_when_the_line_dies(attached, line, qtbot):
    line.silent = True
    failed = []
    attached.send(wire.Phone(command=Answer(call_id="c")), failed=failed.append)
    qtbot.waitUntil(lambda: bool(line.bodies(wire.Phone)), timeout=10_000)
    line.die()
    qtbot.waitUntil(lambda: bool(failed), timeout=10_000)


@pytest.mark.parametrize(
    "garbage", [b"\xff\xff\xff\xff", b"\x00\x00\x00\x02{}", b"\x00\x00\x00\x04\xff\xfe\x00\x01", b"\x00\x00\x00\x00"]
)
def test_garbage_from_the_line_is_survived_by_attaching_again(attached, line, qtbot, garbage):
    with qtbot.waitSignal(attached.attached, timeout=10_000) as lost:
        line.push_raw(garbage)
    assert lost.args == [False]
    qtbot.waitUntil(lambda: len(line.bodies(wire.Attach)) == 2, timeout=10_000)


def test_a_large_snapshot_in_small_pieces_is_read(attached, line, qtbot):
    heard = []
    attached.snapshot_received.connect(heard.append)
    frame = wire.pack(wire.Snapshot(seat="s", head_seq=1, calls=(), drafts={"c": "x" * 300_000}, health=wire.Health()))
    for start in range(0, len(frame), 7_001):
        line.push_raw(frame[start : start + 7_001])
    qtbot.waitUntil(lambda: bool(heard), timeout=10_000)
    assert len(heard[0].drafts["c"]) == 300_000


def test_stopping_ends_the_thread(settings, qapp, said):
    client = LineClient(settings, lambda *_: None)
    client.start()
    client.stop()
    assert not client._link.is_alive()
