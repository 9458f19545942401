"""`kill -9` in a call, round after round, with a real line, real SIP and real sound: of the window, and of the line.

    python -m chaos.kills [ROUNDS]         (with `tests` on the path)

Both functions return plain figures; what must hold in every round is counted, times are measured and judged by whoever asks.
"""

from __future__ import annotations

import itertools
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import wave
from pathlib import Path
from typing import Any

from support.rtp import Packet, wait_for_packets
from support.seat import ROOT, TIMEOUT_S, Seat
from support.sip_peer import SipPeer

from calltaker.line.plain_client import PlainClient
from db import audit
from db.events import RecordingSealed, decode
from db.queries import calls
from db.reader import open_reader
from telephony import commands

WINDOW_COUNTS = ("call_went_on", "sound_went_on", "call_shown", "timer_kept", "draft_kept", "recording_whole")
LINE_COUNTS = ("call_on_record", "end_on_record", "cut_call_told", "recording_mended", "next_call_taken")
TALK_S = 1.6
PACKET_S = 0.02
_HALF_A_SECOND = 25
_TYPED_KEYS = 5
_WINDOW = Path(__file__).with_name("window_client.py")


def kill_windows(folder: Path, rounds: int) -> dict[str, Any]:
    """Kill the window while it talks and types. Counts the rounds in which the call went on and nothing was lost."""
    good = dict.fromkeys(WINDOW_COUNTS, 0)
    attach_ms: list[float] = []
    with Seat(folder) as seat, SipPeer("081255501234") as peer:
        seat.start("line")
        for _ in range(rounds):
            with seat.client(name="watcher") as watcher:
                _kill_one_window(seat, peer, watcher, good, attach_ms)
        clean_end = seat.stop() == 0
        findings = audit.verify(seat.settings.database_url, seat.settings.recordings_dir)
    return {
        "rounds": rounds,
        **good,
        "attach_ms": _spread(attach_ms),
        "clean_end": clean_end,
        "audit_findings": [finding.text for finding in findings],
    }


def _kill_one_window(seat: Seat, peer: SipPeer, watcher: PlainClient, good: dict[str, int], attach_ms: list[float]) -> None:
    window = subprocess.Popen(
        [sys.executable, str(_WINDOW), str(seat.folder)], cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert window.stdout is not None
    try:
        assert window.stdout.readline() == "attached\n"
        call = peer.invite(seat.address)
        call_id = window.stdout.readline().split()[1]
        answered = watcher.wait_event("call.answered", subject=call_id).event
        for _ in range(_TYPED_KEYS):
            saved = int(window.stdout.readline().split()[1])
    finally:
        window.send_signal(signal.SIGKILL)
        window.wait()
        window.stdout.close()
    killed_ns = time.time_ns()
    with seat.client(name="new window") as new:
        attach_ms.append((time.time_ns() - killed_ns) / 1e6)
        shown = [one for one in new.snapshot.calls if one.call_id == call_id]
        typed = json.loads(new.snapshot.drafts.get(call_id, '{"typed":0}'))["typed"]
        good["call_shown"] += [one.state for one in shown] == ["talking"]
        good["timer_kept"] += [one.answered_at_us for one in shown] == [answered.at_us]
        good["draft_kept"] += typed >= saved
        wait_for_packets(call.rtp, call.rtp.first_index(killed_ns) + _HALF_A_SECOND)
        good["sound_went_on"] += _gapless(call.rtp.packets[max(0, call.rtp.first_index(killed_ns) - _HALF_A_SECOND) :])
        good["call_went_on"] += not call.ended_by_other
        talked_s = len(call.rtp.packets) * PACKET_S
        new.order(commands.HangUp(call_id=call_id))
        sealed = _sealed(new, call_id)
        good["recording_whole"] += not sealed.repaired and sealed.seconds > talked_s - 0.5
    call.close()


def kill_lines(folder: Path, rounds: int, *, registrar: str = "", password: str = "", transport: str = "udp") -> dict[str, Any]:
    """Kill the line in a call, under its keeper. `registrar` ("host:port") makes the line register there as user 112, and the
    next call must come through it."""
    account = '[[sip.accounts]]\nname = "112"\nuri = "sip:112@127.0.0.1"\n'
    if registrar:
        account = f'[[sip.accounts]]\nname = "112"\nuri = "sip:112@{registrar}"\nregistrar = "sip:{registrar}"\n'
        account += f'user = "112"\npassword = "{password}"\n'
    good = dict.fromkeys(LINE_COUNTS, 0)
    back_ms: list[float] = []
    lost_s: list[float] = []
    with Seat(folder, sip=account) as seat, SipPeer("081255501234", transport=transport) as peer:
        host, _, port = registrar.partition(":")
        target = (host, int(port)) if registrar else seat.address
        seat.start("run", "--no-window")
        rung = []
        for _ in range(rounds):
            rung += _kill_one_line(seat, peer, target, good, back_ms, lost_s)
        clean_end = seat.stop() == 0
        findings = audit.verify(seat.settings.database_url, seat.settings.recordings_dir)
        with open_reader(seat.settings.database_url) as reader:
            on_record = {row.call_id: row for row in calls.recent(reader, limit=10 * rounds + 10)}
    return {
        "rounds": rounds,
        **good,
        "calls_rung": len(rung),
        "calls_with_an_end": sum(call_id in on_record and on_record[call_id].ended_at_us is not None for call_id in rung),
        "first_back_ms": round(back_ms[0], 2),  # so soon after the start no copy stands by yet: a cold start
        "back_ms": _spread(back_ms[1:]),
        "recording_lost_s": _spread(lost_s),
        "clean_end": clean_end,
        "audit_findings": [finding.text for finding in findings],
    }


def _kill_one_line(
    seat: Seat, peer: SipPeer, target: tuple[str, int], good: dict[str, int], back_ms: list[float], lost_s: list[float]
) -> list[str]:
    """One round; returns the ids of the calls that rang in it."""
    with seat.client() as window:
        call = peer.invite(target)
        call_id = window.wait_event("call.ringing").event.subject
        window.order(commands.Answer(call_id=call_id))
        window.wait_event("call.audio_started", subject=call_id)
        wait_for_packets(call.rtp, int(TALK_S / PACKET_S))
    killed_ns = time.time_ns()
    seat.kill_line()
    with seat.client(name="new window") as new:
        back_ms.append((time.time_ns() - killed_ns) / 1e6)
        shown = {one.call_id: one for one in new.snapshot.calls}
        good["call_on_record"] += call_id in shown
        good["end_on_record"] += call_id in shown and shown[call_id].ended_by == "line"
        good["cut_call_told"] += call_id in new.snapshot.health.cut_calls
        next_call = peer.invite(target)
        next_id = new.wait_event("call.ringing").event.subject
        new.order(commands.Answer(call_id=next_id))
        next_call.wait("200")
        good["next_call_taken"] += 1
        new.order(commands.HangUp(call_id=next_id))
        sealed = _sealed_on_record(seat, call_id)
        spoken_s = len(call.rtp.packets) * PACKET_S  # by the dead line's own clock
        lost_s.append(spoken_s - _seconds(seat, sealed))
        good["recording_mended"] += lost_s[-1] < 1.0
        new.wait_event("call.ended", subject=next_id)
    for one in (call, next_call):
        one.close()
    return [call_id, next_id]


def _sealed(window: PlainClient, call_id: str) -> RecordingSealed:
    event = window.wait_event("recording.sealed", subject=call_id).event
    payload = decode(event.kind, event.payload)
    assert isinstance(payload, RecordingSealed)
    return payload


def _sealed_on_record(seat: Seat, call_id: str) -> str:
    """Wait for the mended recording (its event may have passed while the next call was taken); return its path."""
    end_s = time.monotonic() + TIMEOUT_S
    while True:
        with open_reader(seat.settings.database_url) as reader:
            row = calls.call(reader, call_id)
        if row is not None and row.recording_path:
            return row.recording_path
        assert time.monotonic() < end_s, seat.errors()
        time.sleep(0.05)


def _seconds(seat: Seat, path: str) -> float:
    """Length of a recording, read as any player would."""
    with wave.open(str(seat.settings.recordings_dir / path)) as recording:
        return recording.getnframes() / recording.getframerate()


def _gapless(packets: list[Packet]) -> bool:
    """Speech of the desk came without a missing packet."""
    return all(after.sequence == (before.sequence + 1) % 65536 for before, after in itertools.pairwise(packets))


def _spread(values: list[float]) -> dict[str, float]:
    return {"median": round(statistics.median(values), 2), "max": round(max(values), 2)} if values else {}


def main(rounds: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        return {
            "kill_windows": kill_windows(Path(folder) / "windows", rounds),
            "kill_lines": kill_lines(Path(folder) / "lines", rounds),
        }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(int(sys.argv[1]) if len(sys.argv) > 1 else 50), indent=2) + "\n")
