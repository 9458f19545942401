"""An RTP endpoint for tests: PCMA out and in, RFC 4733 digits out and in, every packet with its time."""

from __future__ import annotations

import math
import socket
import struct
import threading
import time
from array import array
from dataclasses import dataclass

FRAME = 160  # samples of 20 ms at 8 kHz
EVENT_TYPE = 101
DIGITS = "0123456789*#ABCD"


def _decode_alaw(byte: int) -> int:
    byte ^= 0x55
    exponent, mantissa = (byte & 0x70) >> 4, byte & 0x0F
    value = (mantissa << 4) + 8 if exponent == 0 else ((mantissa << 4) + 0x108) << (exponent - 1)
    return value if byte & 0x80 else -value


ALAW = [_decode_alaw(byte) for byte in range(256)]
_ORDER = sorted(range(256), key=lambda byte: ALAW[byte])
_ENCODE = bytearray(65536)
_at = 0
for _value in range(-32768, 32768):
    while _at < 255 and abs(ALAW[_ORDER[_at + 1]] - _value) <= abs(ALAW[_ORDER[_at]] - _value):
        _at += 1
    _ENCODE[_value + 32768] = _ORDER[_at]


def encode_alaw(samples: list[int]) -> bytes:
    return bytes(_ENCODE[sample + 32768] for sample in samples)


def tone(hertz: float, seconds: float, rate: int = 8000, level: int = 8000) -> list[int]:
    return [int(level * math.sin(2 * math.pi * hertz * n / rate)) for n in range(int(seconds * rate))]


def strength(samples: array[int] | list[int], hertz: float, rate: int) -> float:
    """Return the amplitude of one frequency (Goertzel): about the level for a pure tone, near 0 without it."""
    if not samples:
        return 0.0
    factor, one, two = 2 * math.cos(2 * math.pi * hertz / rate), 0.0, 0.0
    for sample in samples:
        one, two = sample + factor * one - two, one
    power = max(one * one + two * two - factor * one * two, 0.0)
    return 2 * math.sqrt(power) / len(samples)


@dataclass(frozen=True)
class Packet:
    at_ns: int
    payload_type: int
    payload: bytes
    sequence: int = 0


def wait_for_packets(rtp: Rtp, count: int) -> None:
    """Wait until so many packets have come in all."""
    end_s = time.monotonic() + 30
    while len(rtp.packets) < count:
        assert time.monotonic() < end_s, f"{len(rtp.packets)} packets came, not {count}"
        time.sleep(0.02)


class Rtp:
    """Sends a tone (or what `play` gives, or nothing) every 20 ms once `connect` has named the other side."""

    def __init__(self, host: str = "127.0.0.1", hertz: float = 1000.0) -> None:
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind((host, 0))
        self._socket.settimeout(0.2)
        self.port: int = self._socket.getsockname()[1]
        self.target: tuple[str, int] | None = None
        self.sending = True
        self.packets: list[Packet] = []
        self.first_sent_ns = 0
        self._cycle = encode_alaw(tone(hertz, 1.0))
        self._sequence, self._stamp, self._digits = 0, 0, ""
        self._lock = threading.Lock()
        self._closed = threading.Event()
        self._threads = [threading.Thread(target=run, daemon=True) for run in (self._receive, self._send)]
        for thread in self._threads:
            thread.start()

    def connect(self, host: str, port: int) -> None:
        self.target = (host, port)

    def play(self, pcma: bytes) -> None:
        """Send this PCMA sound over and over in place of the tone; its length is a multiple of 160."""
        self._cycle = pcma

    def dial(self, digits: str) -> None:
        """Send RFC 4733 events, 160 ms each."""
        with self._lock:
            self._digits += digits

    def sound(self, since: int = 0) -> list[int]:
        """Return the speech samples (8 kHz) of the packets from the `since`-th on."""
        return [ALAW[byte] for packet in self.packets[since:] if packet.payload_type == 8 for byte in packet.payload]

    def digits(self) -> str:
        """Return the digits that came: one for each event's end, retransmissions counted once."""
        found, last_end = "", b""
        stamps: set[int] = set()
        for packet in list(self.packets):
            if packet.payload_type == EVENT_TYPE and packet.payload[1] & 0x80:
                stamp = int.from_bytes(packet.payload[-4:], "big")
                if stamp not in stamps:
                    stamps.add(stamp)
                    found += DIGITS[packet.payload[0]]
                last_end = packet.payload
        return found if last_end else ""

    def first_index(self, since_ns: int) -> int:
        """Return the number of packets that came before then."""
        return sum(packet.at_ns < since_ns for packet in list(self.packets))

    def first_packet_ns(self, since_ns: int = 0) -> int:
        return next((packet.at_ns for packet in list(self.packets) if packet.at_ns >= since_ns), 0)

    def close(self) -> None:
        self._closed.set()
        for thread in self._threads:
            thread.join()
        self._socket.close()

    def _receive(self) -> None:
        while not self._closed.is_set():
            try:
                data = self._socket.recv(2048)
            except OSError:
                continue
            if len(data) > 12 and data[0] >> 6 == 2:
                kind = data[1] & 0x7F
                # an event's identity is its RTP time stamp, kept behind its four bytes
                payload = data[12:] + data[4:8] if kind == EVENT_TYPE else data[12:]
                self.packets.append(Packet(time.time_ns(), kind, payload, int.from_bytes(data[2:4], "big")))

    def _send(self) -> None:
        next_s, at = time.monotonic(), 0
        while not self._closed.is_set():
            next_s = max(next_s + 0.02, time.monotonic() - 0.1)  # what stood still does not make up for it in one burst
            time.sleep(max(0.0, next_s - time.monotonic()))
            if not self.sending or self.target is None:
                continue
            with self._lock:
                digit, self._digits = self._digits[:1], self._digits[1:]
            if digit:
                next_s = self._send_digit(DIGITS.index(digit), next_s)
                continue
            frame = self._cycle[at : at + FRAME]
            at = (at + FRAME) % len(self._cycle)
            self._packet(8, frame, self._stamp, marker=self.first_sent_ns == 0)
            self.first_sent_ns = self.first_sent_ns or time.time_ns()
            self._stamp += FRAME

    def _send_digit(self, event: int, next_s: float) -> float:
        """Eight packets of one event, the end three times."""
        for step in range(1, 11):
            duration, end = min(step, 8) * FRAME, 0x80 if step >= 8 else 0
            self._packet(EVENT_TYPE, struct.pack("!BBH", event, end | 10, duration), self._stamp, marker=step == 1)
            next_s += 0.02
            time.sleep(max(0.0, next_s - time.monotonic()))
        self._stamp += 10 * FRAME
        return next_s

    def _packet(self, kind: int, payload: bytes, stamp: int, *, marker: bool) -> None:
        header = struct.pack(
            "!BBHII", 0x80, kind | (0x80 if marker else 0), self._sequence & 0xFFFF, stamp & 0xFFFFFFFF, 0x1120112
        )
        self._sequence += 1
        try:
            if self.target:
                self._socket.sendto(header + payload, self.target)
        except OSError:
            self.target = None  # the other side is gone
