"""The line's start: in what order its parts come to life."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import pytest

import calltaker.line.line
from calltaker.line import main
from calltaker.settings import Settings


@pytest.fixture(autouse=True)
def _handlers_as_before() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


class WatchedLine:
    """Notes the order of its steps, and ends at once when it is told to stop."""

    steps: list[str]

    def __init__(self, _settings: Settings) -> None:
        type(self).steps = []

    def open(self) -> Self:
        self.steps.append("open")
        return self

    def serve(self) -> None:
        self.steps.append("serve")
        signal.raise_signal(signal.SIGTERM)  # a window came and the person stopped the seat at once

    def run(self) -> None:
        self.steps.append("run")

    def stop(self) -> None:
        self.steps.append("stop")


def test_a_line_that_windows_can_see_can_be_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It was killed by the signal instead of ending, with its registration and recordings left open."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    monkeypatch.setattr(calltaker.line.line, "Line", WatchedLine)
    assert main._run(Settings(data_dir=tmp_path)) == 0
    assert WatchedLine.steps == ["open", "serve", "stop", "run"]
