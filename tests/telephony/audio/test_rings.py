from __future__ import annotations

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telephony.audio.loop import Loop
from telephony.audio.rings import FRAME_BYTES, JitterRing, bytes_of

FRAME = b"\x01\x02" * (FRAME_BYTES // 2)


def test_silence_until_the_target_has_gathered_then_sound_in_order():
    ring = JitterRing(target_ms=40)
    ring.put(FRAME)
    assert ring.get(FRAME_BYTES) == bytes(FRAME_BYTES)
    ring.put(b"\x07\x00" * (FRAME_BYTES // 2))
    assert ring.get(FRAME_BYTES) == FRAME
    assert ring.get(4) == b"\x07\x00\x07\x00"
    assert ring.underruns == 0


def test_an_underrun_is_counted_once_and_gathers_again():
    ring = JitterRing(target_ms=40)
    ring.put(FRAME * 2)
    ring.get(FRAME_BYTES * 2)
    assert [ring.get(FRAME_BYTES) for _ in range(3)] == [bytes(FRAME_BYTES)] * 3
    assert ring.underruns == 1
    ring.put(FRAME)
    assert ring.get(FRAME_BYTES) == bytes(FRAME_BYTES)


def test_a_slow_consumer_loses_the_oldest_sound():
    ring = JitterRing(target_ms=40, slack_ms=60)
    for index in range(6):
        ring.put(bytes([index, 0]) * (FRAME_BYTES // 2))
    assert ring.overruns == 1
    assert ring.depth_ms == 40
    assert ring.get(2) == b"\x04\x00"


def test_clear_forgets_everything():
    ring = JitterRing()
    ring.put(FRAME * 3)
    ring.clear()
    assert ring.depth_ms == 0
    assert ring.get(FRAME_BYTES) == bytes(FRAME_BYTES)
    assert ring.underruns == 0


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 5000)), max_size=60))
def test_bounds_and_order_hold_for_any_use(steps):
    ring = JitterRing()
    written = 0
    last = 0
    for puts, count in steps:
        if puts:
            numbers = range(written + 1, written + 1 + count // 2)
            ring.put(b"".join((number % 65_535 + 1).to_bytes(2, "little") for number in numbers) + b"x" * (count % 2))
            written += count // 2
            assert ring.depth_ms <= 100
        else:
            even = count // 2 * 2
            sound = ring.get(even)
            assert len(sound) == even
            for at in range(0, even, 2):
                number = int.from_bytes(sound[at : at + 2], "little")
                assert number == 0 or number > last or written > 65_000
                last = number or last


def test_two_threads_keep_whole_samples():
    ring = JitterRing()
    done = threading.Event()

    def produce() -> None:
        for _ in range(3000):
            ring.put(b"\x11\x22" * 160)
        done.set()

    producer = threading.Thread(target=produce)
    producer.start()
    heard = bytearray()
    while not done.is_set():
        heard += ring.get(320)
    producer.join()
    pairs = {bytes(heard[at : at + 2]) for at in range(0, len(heard), 2)}
    assert pairs <= {b"\x11\x22", b"\0\0"}


def test_milliseconds_are_whole_samples():
    assert bytes_of(20) == FRAME_BYTES == 640


@given(st.binary(min_size=1, max_size=50), st.lists(st.integers(0, 200), max_size=20))
def test_a_loop_never_ends(sound, counts):
    loop = Loop(sound)
    heard = b"".join(loop.get(count) for count in counts)
    assert heard == (sound * (len(heard) // len(sound) + 1))[: len(heard)]
    loop.rewind()
    assert loop.get(1) == sound[:1]


def test_nothing_cannot_be_repeated():
    with pytest.raises(ValueError, match="no sound"):
        Loop(b"")
