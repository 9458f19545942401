"""What a line finds when the one before it died: signs of life, open calls, recordings."""

from __future__ import annotations

import errno
import os
import threading
import time
import wave
from collections.abc import Callable
from pathlib import Path

import pytest

from calltaker.domain.live_call import LiveCall
from calltaker.line import sealing
from calltaker.line.line import unsealed
from calltaker.line.main import newest, was_stopped
from calltaker.line.recovery import closing_events
from calltaker.line.sealing import Sealer
from calltaker.line.signs_of_life import LastLife, SignsOfLife
from calltaker.settings import Settings
from calltaker.settings_loader import SettingsError
from db import events as log
from telephony import events as seen
from telephony.recording import files

NOW_US = time.time_ns() // 1000


def call(call_id: str, started_at_us: int, answered_at_us: int | None = None) -> LiveCall:
    return LiveCall(
        call_id=call_id, direction="in", state="talking" if answered_at_us else "ringing", line="112", number="",
        number_raw="", started_at_us=started_at_us, answered_at_us=answered_at_us,
    )  # fmt: skip


def test_a_life_that_ended_well_leaves_nothing(tmp_path: Path) -> None:
    life = SignsOfLife(tmp_path)
    assert life.last() is None
    life.begin(5)
    life.touch()
    life.end()
    assert life.last() is None


def test_a_life_that_was_cut_is_seen_with_its_last_sign(tmp_path: Path) -> None:
    SignsOfLife(tmp_path).begin(5)
    last = SignsOfLife(tmp_path).last()
    assert last is not None
    assert last.started_at_us == 5
    assert 0 < last.seen_at_us <= time.time_ns() // 1000


def test_a_sign_of_life_that_cannot_be_read_is_a_death(tmp_path: Path) -> None:
    (tmp_path / "line.alive").write_bytes(b"\x00half")
    assert SignsOfLife(tmp_path).last() is not None


def test_every_open_call_gets_an_end_at_the_last_sign_of_life() -> None:
    last = LastLife(pid=1, started_at_us=1, seen_at_us=50)
    events = closing_events("seat-1", [call("a", 10, 20), call("b", 60)], last)
    ends = [(event.subject, event.at_us, log.decode(event.kind, event.payload)) for event in events[:2]]
    assert [(subject, at_us, end.by, end.answered) for subject, at_us, end in ends] == [
        ("a", 50, "line", True),
        ("b", 60, "line", False),
    ]
    assert log.decode(events[2].kind, events[2].payload).what == "line_died"


def test_without_a_death_nothing_is_said() -> None:
    assert closing_events("seat-1", [], None) == ()
    assert [event.kind for event in closing_events("seat-1", [call("a", 1)], None)] == ["call.ended", "seat.changed"]


def test_recordings_that_were_never_sealed_are_known_from_the_log() -> None:
    def event(subject: str, payload: log.Payload) -> log.Event:
        return log.Event(
            id="x", seat="s", seat_seq=1, at_us=1, hlc=0, actor="", subject=subject, kind=payload.KIND, ver=1,
            payload=log.encode(payload), hash="",
        )  # fmt: skip

    started = log.RecordingStarted(caller_leg="/r/2026/a.caller.wav", desk_leg="/r/2026/a.desk.wav")
    sealed = log.RecordingSealed(path="a.wav", sha256="", seconds=1.0, bytes=1)
    remembered = [event("a", started), event("b", started), event("b", sealed)]
    assert unsealed(remembered) == {"a": Path("/r/2026")}


class Told:
    """Collects what the sealer says."""

    def __init__(self, recordings: Path) -> None:
        self.facts: list[seen.AnyTelephonyEvent] = []
        self.problems: list[str] = []
        self.sealer = Sealer(recordings, self.facts.append, self.problems.append)
        self.sealer.start()


@pytest.fixture
def legs(tmp_path: Path) -> files.RecordingPaths:
    """One second of two legs, as a killed line leaves them: without their length in the header."""
    paths = files.paths(tmp_path, "0191-call", NOW_US)
    files.make_folder(paths.folder)
    for leg in (paths.caller_leg, paths.desk_leg):
        with wave.open(str(leg), "wb") as writer:
            writer.setparams((1, 2, 16_000, 0, "NONE", ""))
            writer.writeframes(bytes(32_000))
        content = bytearray(leg.read_bytes())
        content[40:44] = bytes(4)
        leg.write_bytes(content)
    return paths


def test_a_recording_left_behind_is_mended_sealed_and_said(tmp_path: Path, legs: files.RecordingPaths) -> None:
    told = Told(tmp_path)
    told.sealer.mend_leftovers({})
    told.sealer.stop(60)
    (sealed,) = told.facts
    assert isinstance(sealed, seen.RecordingSealed)
    assert sealed.repaired
    assert not Path(sealed.path).is_absolute()
    with wave.open(str(tmp_path / sealed.path)) as recording:
        assert (recording.getnchannels(), recording.getnframes()) == (2, 16_000)
    assert told.problems == [""]


def test_a_recording_of_a_call_that_runs_now_is_left_alone(tmp_path: Path, legs: files.RecordingPaths) -> None:
    told = Told(tmp_path)
    told.sealer.note_own(legs.call_id)
    told.sealer.mend_leftovers({})
    told.sealer.stop(60)
    assert told.facts == []
    assert legs.caller_leg.exists()


def test_one_sealed_but_never_told_is_told(tmp_path: Path, legs: files.RecordingPaths) -> None:
    first = Told(tmp_path)
    first.sealer.seal(legs.call_id, legs.folder)
    first.sealer.stop(60)
    second = Told(tmp_path)
    second.sealer.mend_leftovers({legs.call_id: legs.folder})
    second.sealer.stop(60)
    (sealed,) = second.facts
    assert isinstance(sealed, seen.RecordingSealed)
    assert sealed.sha256 == first.facts[0].sha256


def test_a_recording_that_is_not_there_is_a_problem_and_a_fact(tmp_path: Path) -> None:
    told = Told(tmp_path)
    told.sealer.seal("0191-none", tmp_path)
    told.sealer.stop(60)
    (failed,) = told.facts
    assert isinstance(failed, seen.RecordingFailed)
    assert "missing_legs" in failed.reason
    assert told.problems == [failed.reason]


def test_what_could_not_be_sealed_is_tried_again_and_then_told(
    tmp_path: Path, legs: files.RecordingPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "RETRY_S", 0.05)
    room, child = threading.Event(), sealing._run_child

    def full_at_first(command: list[str]) -> bytes:
        if not room.is_set():
            raise OSError(errno.ENOMEM, "Cannot allocate memory")
        return child(command)

    monkeypatch.setattr(sealing, "_run_child", full_at_first)
    told = Told(tmp_path)
    told.sealer.seal(legs.call_id, legs.folder)
    wait_until(lambda: len(told.problems) >= 3)
    room.set()
    wait_until(lambda: told.problems[-1] == "" and len(told.facts) == 2)
    told.sealer.stop(60)
    failed, sealed = told.facts
    assert isinstance(failed, seen.RecordingFailed)
    assert isinstance(sealed, seen.RecordingSealed)


def test_a_copy_whose_seat_was_ended_does_not_take_over(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path)
    settings.run_dir.mkdir(parents=True)
    keeper, life = os.getppid(), SignsOfLife(settings.run_dir)
    assert was_stopped(keeper + 1, settings)
    assert not was_stopped(keeper, settings), "its keeper lives and wants a line"
    life.begin(5)
    assert not was_stopped(keeper + 1, settings), "the line before has died in its calls"
    life.end()
    assert was_stopped(keeper + 1, settings)


def test_settings_broken_meanwhile_keep_no_line_from_taking_over(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    known, changed = Settings(data_dir=tmp_path), Settings(data_dir=tmp_path / "new")

    def broken() -> Settings:
        raise SettingsError("settings.toml: seat.id: expected a name")

    assert newest(lambda: changed, known) is changed
    assert newest(broken, known) is known
    assert "seat.id: expected a name" in caplog.text


def wait_until(is_so: Callable[[], bool]) -> None:
    end_s = time.monotonic() + 30
    while not is_so():
        assert time.monotonic() < end_s
        time.sleep(0.01)
