"""`kill -9` of the real window in a call: what the next window shows, and whether the call ever noticed."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from support.rtp import wait_for_packets
from support.seat import ROOT, Seat
from support.sip_peer import SipPeer

NUMBER = "081255501234"
LETTERS_BEFORE = 15
COUNTS = ("call_went_on", "sound_went_on", "call_shown", "timer_went_on", "text_kept")
AGE_LIMIT_MS = 1000.0


def kill_desks(folder: Path, rounds: int) -> dict[str, Any]:
    """One call, `rounds` windows: each takes over what the one before it left, types on, and is killed."""
    good = dict.fromkeys(COUNTS, 0)
    lost_ms: list[float] = []
    back_ms: list[float] = []
    with Seat(folder) as seat, SipPeer(NUMBER) as peer:
        seat.start("line")
        seat.client().close()
        call = peer.invite(seat.address)
        letters, typed_at = _first_window(seat)
        for _ in range(rounds):
            killed_ns = time.time_ns()
            with _window(seat) as lines:
                shown = _wait_for(lines, "shows ")
                back_ms.append((time.time_ns() - killed_ns) / 1e6)
                _judge(shown, letters, good)
                kept = len(shown.rsplit("|", 1)[1])
                # By the window's own clock: the first letter that is lost was so old when the last one was typed.
                lost_ms.append(max(0.0, typed_at[letters] - typed_at.get(kept + 1, typed_at[letters])))
                wait_for_packets(call.rtp, call.rtp.first_index(killed_ns) + 20)
                good["sound_went_on"] += 1
                good["call_went_on"] += not call.ended_by_other
                letters, typed_at = _type_some(lines)
        call.bye()
        call.close()
    return {"rounds": rounds, **good, "window_back_ms": _spread(back_ms), "text_lost_ms": _spread(lost_ms)}


def _first_window(seat: Seat) -> tuple[int, dict[int, float]]:
    with _window(seat) as lines:
        return _type_some(lines)


def _type_some(lines: Iterator[str]) -> tuple[int, dict[int, float]]:
    """Let the window type; return how long the text is and when each length was reached (ms)."""
    typed_at: dict[int, float] = {}
    letters = 0
    while len(typed_at) < LETTERS_BEFORE:
        line = next(lines)
        if match := re.fullmatch(r"typed (\d+) (\d+)\n", line):
            letters = int(match[1])
            typed_at[letters] = float(match[2])
    return letters, typed_at


def _judge(shown: str, letters: int, good: dict[str, int]) -> None:
    number, state, timer, text = shown.split("|", 3)
    good["call_shown"] += number == "0812-5550-1234" and state == "talking"
    good["timer_went_on"] += re.fullmatch(r"\d\d:\d\d", timer) is not None
    good["text_kept"] += len(text) >= letters - AGE_LIMIT_MS / 100


def _wait_for(lines: Iterator[str], beginning: str) -> str:
    for line in lines:
        if line.startswith(beginning):
            return line.removeprefix(beginning).rstrip("\n")
    raise AssertionError("the window ended")


@contextmanager
def _window(seat: Seat) -> Iterator[Iterator[str]]:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": f"{ROOT / 'tests'}{os.pathsep}{ROOT}"}
    command = [sys.executable, "-m", "chaos.typing_desk", str(seat.folder)]
    with (seat.folder / "window.txt").open("ab") as errors:
        window = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=errors, text=True)
    assert window.stdout is not None
    try:
        yield window.stdout
    finally:
        window.send_signal(signal.SIGKILL)
        window.wait()
        window.stdout.close()


def _spread(values: list[float]) -> dict[str, float]:
    ordered = sorted(values)
    return {"median": round(ordered[len(ordered) // 2], 1), "max": round(ordered[-1], 1)}
