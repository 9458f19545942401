"""The line on the wire: how soon it rings, answers and speaks, beside a sipp answerer; memory after many calls."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import psutil
from support.ports import free_port
from support.rtp import Rtp
from support.seat import Seat, running_line
from support.sip_peer import SipPeer

from bench.report import Row, percentile, spread
from telephony import commands

CALLS = 100
MANY = 1000
GAP_S = 0.06  # about 16 calls a second: well under the 56 a second at which the SIP library's socket table overflows


def answering(calls: int = CALLS) -> list[Row]:
    """INVITE → 180, order to answer → 200 OK and first RTP at the peer, on the real line."""
    ringing, accepted, heard = [], [], []
    with (
        tempfile.TemporaryDirectory() as folder,
        running_line(Path(folder) / "seat") as seat,
        seat.client() as window,
        SipPeer("081255501234") as peer,
    ):
        for _ in range(calls):
            call = peer.invite(seat.address)
            ringing.append(_ms(call.invite_sent_ns, call.wait("180").at_ns))
            call_id = window.wait_event("call.ringing").event.subject
            ordered_ns = time.time_ns()
            window.order(commands.Answer(call_id=call_id))
            accepted.append(_ms(ordered_ns, call.wait("200").at_ns))
            window.wait_event("call.audio_started", subject=call_id)
            heard.append(_ms(ordered_ns, first_sound_ns(call.rtp, ordered_ns)))
            call.bye()
            window.wait_event("call.ended", subject=call_id)
            call.close()
    rows = spread("line", "INVITE → 180", ringing)
    sipp_ms = sipp_ringing(calls)
    if sipp_ms:
        rows[0] = Row("line", rows[0].figure, rows[0].value, "ms", f"sipp {percentile(sipp_ms, 0.5):.2f} ms",
                      rows[0].value / percentile(sipp_ms, 0.5), rows[0].note)  # fmt: skip
    rows += spread("line", "answer → 200 OK on the wire", accepted, goal_p99_ms=50)
    rows += spread("line", "answer → first RTP at the caller", heard)
    return rows


def sipp_ringing(calls: int) -> list[float]:
    """The same INVITEs to sipp's built-in answerer, the fastest thing that speaks SIP here; empty without sipp."""
    program = shutil.which("sipp")
    if program is None:
        return []
    port = free_port()
    command = [program, "-sn", "uas", "-i", "127.0.0.1", "-p", str(port), "-nostdin"]
    with tempfile.TemporaryDirectory() as folder:
        sipp = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            time.sleep(1.0)
            times = []
            with SipPeer("081255501234") as peer:
                for _ in range(calls):
                    call = peer.invite(("127.0.0.1", port))
                    times.append(_ms(call.invite_sent_ns, call.wait("180").at_ns))
                    call.wait("200")
                    call.bye()
                    call.close()
            return times
        finally:
            sipp.kill()
            sipp.wait()


def memory(calls: int = MANY) -> list[Row]:
    """Resident memory of the line after `calls` calls that rang and were given up, against the first hundred."""
    with tempfile.TemporaryDirectory() as folder, running_line(Path(folder) / "seat") as seat, SipPeer("081255501234") as peer:
        seat.client().close()  # the line is up and has written its lock
        line = psutil.Process(seat.line_pid)
        _given_up(seat, peer, 100)
        early_mb = line.memory_info().rss / 2**20
        _given_up(seat, peer, calls)
        late_mb = line.memory_info().rss / 2**20
    return [
        Row("memory", "line after 100 calls", early_mb, "MB"),
        Row("memory", f"line after {calls + 100} calls", late_mb, "MB", f"{early_mb:.0f} MB", late_mb / early_mb),
    ]


def _given_up(seat: Seat, peer: SipPeer, calls: int) -> None:
    for _ in range(calls):
        call = peer.invite(seat.address)
        call.wait("180")
        call.cancel()
        call.wait("487")
        call.close()
        time.sleep(GAP_S)


def first_sound_ns(rtp: Rtp, since_ns: int = 0) -> int:
    """Return when the first packet after `since_ns` came; wait for it."""
    end_s = time.monotonic() + 5
    while time.monotonic() < end_s:
        if found := rtp.first_packet_ns(since_ns):
            return found
        time.sleep(0.002)
    raise AssertionError("no RTP came back within 5 s")


def _ms(start_ns: int, end_ns: int) -> float:
    return (end_ns - start_ns) / 1e6
