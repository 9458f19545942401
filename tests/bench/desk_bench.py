"""The window as the person has it: INVITE → card painted, F9 → 200 OK and sound, its stalls, start to ready."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from support.log_factory import fill
from support.seat import ROOT, Seat, running_line
from support.sip_peer import SipPeer

from bench.line_bench import first_sound_ns
from bench.report import Row, percentile, spread

ARRIVALS = 100
HISTORY = 2000  # calls in the log, so that look-ups have something to find
MINUTE_S = 60.0
STARTS = 5
REPORT = "probe.json"


def arrivals(calls: int = ARRIVALS, within_s: float = MINUTE_S) -> list[Row]:
    """`calls` calls ring within a minute, each for half a second; the window only looks."""
    sent_ns: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as folder, Seat(Path(folder) / "seat") as seat:
        fill(seat.settings.database_url, HISTORY)
        seat.start("line")
        seat.client().close()
        with _desk(seat), SipPeer("peer") as peer:
            for index in range(calls):
                number = f"08125550{index:04d}"
                call = peer.invite(seat.address, sender=f"<sip:{number}@127.0.0.1>")
                sent_ns[number] = call.invite_sent_ns
                call.wait("180")
                time.sleep(min(0.5, within_s / calls))
                call.cancel()
                call.wait("487")
                call.close()
                time.sleep(max(0.0, within_s / calls - 0.5))
        seen = _report(seat)
    shown: dict[str, int] = seen["painted_us"]
    painted = [shown[number] / 1e3 - at_ns / 1e6 for number, at_ns in sent_ns.items() if number in shown]
    late = seen["late_ms"]
    late_p99 = percentile(late, 0.99)
    return [
        *spread("desk", "INVITE on the wire → card painted", painted, goal_p99_ms=100, note=f"{len(painted)} of {calls} cards"),
        Row(
            "desk",
            "window late while calls arrive, p99",
            late_p99,
            "ms",
            "goal 50 ms",
            late_p99 / 50,
        ),
        Row("desk", "window late while calls arrive, max", max(late), "ms", note=f"{len(late)} beats of 10 ms"),
        Row("memory", f"window after {calls} calls", seen["memory_mb"], "MB"),
    ]


def answers(calls: int = 40) -> list[Row]:
    """F9 in the window → 200 OK on the wire → first RTP each way."""
    accepted: dict[str, int] = {}
    heard: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as folder, running_line(Path(folder) / "seat") as seat:
        with _desk(seat, "--answer"), SipPeer("peer") as peer:
            for index in range(calls):
                number = f"08125551{index:04d}"
                call = peer.invite(seat.address, sender=f"<sip:{number}@127.0.0.1>")
                accepted[number] = call.wait("200").at_ns
                heard[number] = first_sound_ns(call.rtp)
                call.bye()
                call.close()
                time.sleep(0.1)
        pressed = _report(seat)["pressed_ns"]
    ok = [(accepted[number] - at_ns) / 1e6 for number, at_ns in pressed.items() if number in accepted]
    sound = [(heard[number] - at_ns) / 1e6 for number, at_ns in pressed.items() if number in heard]
    return [
        *spread("desk", "F9 → 200 OK on the wire", ok, goal_p99_ms=50),
        *spread("desk", "F9 → first RTP at the caller", sound, goal_p99_ms=200),
    ]


def start(times: int = STARTS) -> list[Row]:
    """From the command to a window that sees the line."""
    taken = []
    with tempfile.TemporaryDirectory() as folder, running_line(Path(folder) / "seat") as seat:
        for _ in range(times):
            begun = time.monotonic()
            with _desk(seat):
                taken.append(time.monotonic() - begun)
    value = statistics.median(taken)
    return [
        Row(
            "desk",
            "start → ready (attached to the line)",
            value,
            "s",
            "goal 4 s",
            value / 4,
            f"n={times}, max {max(taken):.2f} s",
        )
    ]


def _report(seat: Seat) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((seat.folder / REPORT).read_text())
    return found


@contextmanager
def _desk(seat: Seat, *more: str) -> Iterator[None]:
    command = [sys.executable, "-m", "bench.desk_probe", str(seat.folder), str(seat.folder / REPORT), *more]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": f"{ROOT / 'tests'}{os.pathsep}{ROOT}"}
    desk = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert desk.stdin is not None
    assert desk.stdout is not None
    try:
        assert desk.stdout.readline().strip() == "ready"
        yield
    finally:
        desk.stdin.close()
        desk.wait(20)
