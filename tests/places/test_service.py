"""The answering loop by itself: nothing that is asked ends it, and it answers while its index is being built."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from support import made_up_region

from calltaker.places import service
from calltaker.places.knowledge import Home
from calltaker.places.service import Service
from calltaker.places.wire import AnyReply, Failed, Locate, Located, Progress, RegionSketch, Reply, Request, Sketch, Understand

WAIT_S = 10.0


class FakePipe:
    """Frames are put in from outside; what is sent can be waited for."""

    def __init__(self) -> None:
        self.asked: queue.Queue[list[bytes]] = queue.Queue()
        self.sent: queue.Queue[Reply] = queue.Queue()

    def frames(self) -> Iterator[list[bytes]]:
        while frames := self.asked.get(timeout=WAIT_S):
            yield frames

    def send(self, payload: bytes) -> None:
        self.sent.put(msgspec.msgpack.decode(payload, type=Reply))

    def ask(self, request_id: int, body: object) -> AnyReply:
        self.asked.put([msgspec.msgpack.encode({"id": request_id, "body": body})])
        return self.wait_for(lambda reply: reply.id == request_id)

    def wait_for(self, is_it: Callable[[Reply], bool]) -> AnyReply:
        while not is_it(reply := self.sent.get(timeout=WAIT_S)):
            pass
        return reply.body


@pytest.fixture
def pipe() -> FakePipe:
    return FakePipe()


@pytest.fixture
def started(pipe: FakePipe, tmp_path: Path) -> Iterator[Callable[[], Service]]:
    """Starts the loop on an empty region; it ends with the test."""
    threads: list[threading.Thread] = []

    def start() -> Service:
        made = Service(pipe, tmp_path, Home(code="9971"))  # type: ignore[arg-type]
        threads.append(threading.Thread(target=made.run))
        threads[0].start()
        return made

    yield start
    pipe.asked.put([])
    for thread in threads:
        thread.join(WAIT_S)
        assert not thread.is_alive()


@pytest.fixture
def no_index(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> threading.Event:
    """No national index; its building takes until the event is set, and then fails."""
    release = threading.Event()

    def build(_path: Path, report: Callable[[int, int], None]) -> None:
        report(1, 4)
        report(4, 4)
        release.wait(WAIT_S)
        raise OSError("the disk is full")

    monkeypatch.setattr(service, "index_path", lambda: tmp_path / "none.idx")
    monkeypatch.setattr(service, "build_national", build)
    return release


def test_positions_are_answered_while_the_index_is_built_and_after_that_failed(
    pipe: FakePipe, started: Callable[[], Service], no_index: threading.Event
) -> None:
    started()
    assert pipe.wait_for(lambda reply: isinstance(reply.body, Progress)) == Progress(done=1, total=4)
    answer = pipe.ask(1, Understand(text="-7.9, 110.2"))
    assert answer.points  # type: ignore[union-attr]
    no_index.set()
    failed = pipe.wait_for(lambda reply: reply.id == 0 and isinstance(reply.body, Failed))
    assert "disk is full" in failed.detail  # type: ignore[union-attr]
    assert isinstance(pipe.ask(2, Locate(lat=-7.9, lon=110.2)), Located)


def test_the_index_is_not_ready_before_it_can_be_searched(
    pipe: FakePipe, started: Callable[[], Service], no_index: threading.Event
) -> None:
    started()
    seen = [pipe.sent.get(timeout=WAIT_S).body for _ in range(2)]
    assert seen == [Progress(done=1, total=4), Progress(done=3, total=4)]
    no_index.set()


@pytest.mark.parametrize(
    "body",
    [
        Locate(lat=999.0, lon=0.0),
        Locate(lat=float("nan"), lon=0.0),
        {"type": "Nonsense"},
        {"type": "Understand"},
        None,
        7,
    ],
)
def test_a_bad_question_fails_by_itself_and_the_next_is_answered(
    body: object, pipe: FakePipe, started: Callable[[], Service], no_index: threading.Event
) -> None:
    no_index.set()
    started()
    assert isinstance(pipe.ask(1, body), Failed)
    assert isinstance(pipe.ask(2, Locate(lat=-7.9, lon=110.2)), Located)


def test_a_look_up_does_not_wait_for_the_sketch_of_a_region(
    pipe: FakePipe, started: Callable[[], Service], no_index: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_drawn = threading.Event()

    def slow(_region: object) -> RegionSketch:
        assert is_drawn.wait(WAIT_S)
        return RegionSketch(name="Kota Contoh")

    monkeypatch.setattr(service, "sketch", slow)
    no_index.set()
    started()
    pipe.asked.put([msgspec.msgpack.encode(Request(id=1, body=Sketch()))])
    assert isinstance(pipe.ask(2, Locate(lat=-7.9, lon=110.2)), Located)
    is_drawn.set()
    assert pipe.wait_for(lambda reply: reply.id == 1) == RegionSketch(name="Kota Contoh")


def test_a_sketch_that_fails_is_said_and_the_next_one_is_made(
    pipe: FakePipe, started: Callable[[], Service], no_index: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = iter([ValueError("a ring is not closed"), None])

    def some(_region: object) -> RegionSketch:
        if (error := next(tries)) is not None:
            raise error
        return RegionSketch()

    monkeypatch.setattr(service, "sketch", some)
    no_index.set()
    started()
    assert isinstance(pipe.ask(1, Sketch()), Failed)
    assert pipe.ask(2, Sketch()) == RegionSketch()


def test_garbage_is_no_question(pipe: FakePipe, started: Callable[[], Service], no_index: threading.Event) -> None:
    no_index.set()
    started()
    pipe.asked.put([b"", b"\xff\xff", b"\x00" * 100, msgspec.msgpack.encode(Request(id=5, body=Sketch()))])
    assert pipe.wait_for(lambda reply: reply.id == 5).box is None  # type: ignore[union-attr]


def test_a_region_that_is_imported_meanwhile_is_known_soon(
    pipe: FakePipe, started: Callable[[], Service], no_index: threading.Event, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "LOOK_AGAIN_S", 0.05)
    no_index.set()
    started()
    lat, lon = made_up_region.inside("B")
    pipe.wait_for(lambda reply: isinstance(reply.body, Failed))
    assert not pipe.ask(1, Locate(lat=lat, lon=lon)).where.is_exact  # type: ignore[union-attr]
    made_up_region.write_region(tmp_path)
    pipe.wait_for(lambda reply: reply.body == Progress(done=1, total=1))
    assert pipe.ask(2, Locate(lat=lat, lon=lon)).where.village == "Sukadamai"  # type: ignore[union-attr]


def test_an_import_that_broke_leaves_what_was_known(
    pipe: FakePipe, started: Callable[[], Service], no_index: threading.Event, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "LOOK_AGAIN_S", 0.05)
    no_index.set()
    made_up_region.write_region(tmp_path)
    started()
    lat, lon = made_up_region.inside("B")
    (tmp_path / "region.json").write_text("{broken")
    pipe.wait_for(lambda reply: reply.body == Progress(done=1, total=1))
    assert pipe.ask(1, Locate(lat=lat, lon=lon)).where.village == "Sukadamai"  # type: ignore[union-attr]
