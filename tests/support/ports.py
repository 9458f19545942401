"""Ports for processes that are started a moment later: nobody else takes them meanwhile.

A port that the system gives to `bind(("", 0))` and that is let go again is soon given to somebody else: to a peer of the same
test, or to a test beside it. So these lie below the range from which the system gives, and each process that runs tests locks
those it has handed out in a file that all of them share.
"""

from __future__ import annotations

import os
import random
import socket
import sys
import tempfile
from pathlib import Path

if sys.platform != "win32":
    import fcntl

FIRST, LAST = (
    21_000,
    31_999,
)  # above the line's RTP ports, below what Linux (32768), macOS and Windows (49152) give by themselves
_chance = random.SystemRandom()  # the seed of `random` is the same in every process that runs tests
_taken: set[int] = set()
_locks: list[int] = []


def free_port() -> int:
    """Return a port of 127.0.0.1 that is free for UDP and TCP and stays this process's own."""
    while True:
        port = _chance.randint(FIRST, LAST)
        if port not in _taken and _is_ours(port) and _is_free(port):
            _taken.add(port)
            return port


def _is_ours(port: int) -> bool:
    """Lock the byte of this port until the process ends."""
    if sys.platform == "win32":
        return True
    if not _locks:
        path = Path(tempfile.gettempdir()) / f"calltaker-test-ports-{os.getuid()}"
        _locks.append(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    try:
        fcntl.lockf(_locks[0], fcntl.LOCK_EX | fcntl.LOCK_NB, 1, port)
    except OSError:
        return False
    return True


def _is_free(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp, socket.socket(socket.AF_INET, socket.SOCK_STREAM) as tcp:
        try:
            udp.bind(("127.0.0.1", port))
            tcp.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
