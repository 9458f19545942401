"""The window's side of the process of places: newest question first, asked again after a death, and never waited for."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from pytestqt.qtbot import QtBot
from support import made_up_region

from calltaker.app.last_events import let_children_end
from calltaker.desk.places_client import MOST_WAITING, PlacesClient, child_arguments
from calltaker.places.wire import Failed, Locate, Located, Progress, Reply, Request, Understand
from calltaker.settings import Centre, Neighbour, Settings
from tests.places.child import write_region

CENTRE = Centre(region_code="9971", neighbours=(Neighbour(region_code="9972", name="112 Tirta Alam"),))
LAT, LON = made_up_region.inside("B")
WAIT_MS = 60_000


@pytest.fixture
def client(tmp_path: Path, qapp: object) -> Iterator[PlacesClient]:
    settings = Settings(data_dir=tmp_path, centre=CENTRE)
    write_region(settings.region_dir)
    made = PlacesClient(settings)
    yield made
    made.stop()
    let_children_end()


class Silent(PlacesClient):
    """A client whose process is played by the test: `asked` is what went out."""

    def __init__(self, folder: Path) -> None:
        super().__init__(Settings(data_dir=folder, centre=CENTRE))
        self.asked: list[Request] = []
        self._child.send = self._put_down  # type: ignore[method-assign]

    def _put_down(self, payload: bytes) -> bool:
        self.asked.append(msgspec.msgpack.decode(payload, type=Request))
        return True

    def say(self, request_id: int, body: Any) -> None:
        self._child.received.emit(msgspec.msgpack.encode(Reply(id=request_id, body=body)))

    def die(self) -> None:
        self._child.lost.emit("killed")

    def begin(self) -> None:
        self._child.began.emit()


@pytest.fixture
def silent(tmp_path: Path, qapp: object) -> Iterator[Silent]:
    made = Silent(tmp_path)
    yield made
    made.stop()
    let_children_end()


def where(answer: Any) -> Located:
    assert isinstance(answer, Located)
    return answer


def test_arguments_name_home_and_neighbours(tmp_path: Path) -> None:
    arguments = child_arguments(Settings(data_dir=tmp_path, centre=CENTRE))
    assert arguments == ["--region", str(tmp_path / "region"), "--home", "9971", "--neighbour", "9972"]


def test_a_question_before_the_start_is_answered_and_after_a_death_too(client: PlacesClient, qtbot: QtBot) -> None:
    answers: list[Any] = []
    client.ask(Locate(lat=LAT, lon=LON), answers.append)
    client.start()
    qtbot.waitUntil(lambda: len(answers) == 1, timeout=WAIT_MS)
    assert where(answers[0]).where.village == "Sukadamai"
    os.kill(client.pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: bool(client.problem), timeout=WAIT_MS)
    client.ask(Locate(lat=LAT, lon=LON), answers.append)
    qtbot.waitUntil(lambda: len(answers) == 2, timeout=WAIT_MS)
    assert client.problem == ""


def test_of_one_key_only_the_newest_question_is_answered(silent: Silent) -> None:
    answers: list[Any] = []
    for text in ("b", "bu", "bum", "bumi"):
        silent.ask(Understand(text=text), answers.append, key="words")
    assert [request.body.text for request in silent.asked] == ["b"]  # type: ignore[union-attr]
    silent.say(silent.asked[0].id, Failed(detail="x"))
    assert [request.body.text for request in silent.asked] == ["b", "bumi"]  # type: ignore[union-attr]
    assert answers == []


def test_an_old_answer_is_not_given_for_a_newer_question(silent: Silent) -> None:
    answers: list[Any] = []
    silent.ask(Locate(lat=1, lon=1), answers.append, key="where")
    silent.ask(Locate(lat=2, lon=2), answers.append, key="where")
    silent.say(silent.asked[0].id, Progress(done=1, total=1))
    assert answers == []
    silent.say(silent.asked[1].id, Progress(done=2, total=2))
    assert answers == [Progress(done=2, total=2)]


def test_questions_of_different_keys_do_not_wait_for_each_other(silent: Silent) -> None:
    silent.ask(Locate(lat=1, lon=1), lambda _: None, key="a")
    silent.ask(Locate(lat=2, lon=2), lambda _: None, key="b")
    silent.ask(Locate(lat=3, lon=3), lambda _: None)
    assert len(silent.asked) == 3


def test_a_question_that_kills_is_asked_twice_and_never_again(silent: Silent) -> None:
    silent.ask(Understand(text="poison"), lambda _: None)
    for _ in range(4):
        silent.die()
        silent.begin()
    assert len(silent.asked) == 2


def test_a_process_that_never_answers_fills_no_memory(silent: Silent) -> None:
    for number in range(3 * MOST_WAITING):
        silent.ask(Locate(lat=0, lon=number / 1000), lambda _: None)
    assert len(silent._asked) <= MOST_WAITING


def test_progress_and_trouble_are_said(silent: Silent) -> None:
    silent.say(0, Progress(done=1, total=4))
    assert silent.progress_pct == 25
    silent.say(0, Progress(done=4, total=4))
    assert (silent.progress_pct, silent.problem) == (100, "")
    silent.die()
    assert "starts again" in silent.problem
    silent.begin()
    assert silent.problem == ""
    silent.say(0, Failed(detail="index"))
    assert "not found by name" in silent.problem


def test_an_answer_that_cannot_be_read_harms_nothing(silent: Silent, caplog: pytest.LogCaptureFixture) -> None:
    silent._child.received.emit(b"\xc1\xc1")
    assert "cannot be read" in caplog.text


def test_a_process_that_hangs_is_ended(silent: Silent, monkeypatch: pytest.MonkeyPatch) -> None:
    killed: list[bool] = []
    monkeypatch.setattr(silent._child, "kill", lambda: killed.append(True))
    silent.ask(Locate(lat=1, lon=1), lambda _: None)
    assert silent._silence.isActive()
    silent._on_silence()
    assert killed == [True]
    silent.say(silent.asked[0].id, Progress(done=1, total=1))
    assert not silent._silence.isActive()
