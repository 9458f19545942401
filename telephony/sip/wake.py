"""Wakes the SIP thread out of its wait for the network when an order comes, so that an answer does not wait for the next poll.

The stack's wait ends early for one thing only: something to read on its sockets. So a datagram goes to its own UDP port, too
short for a SIP message; the stack drops those (its transport ignores up to 32 bytes, which phones send to keep NATs open).
"""

from __future__ import annotations

import logging
import socket

logger = logging.getLogger(__name__)

_EVERY_INTERFACE = "0.0.0.0"  # noqa: S104 - compared, not bound
_NUDGE = b"\r\n"


class Wake:
    """`nudge` may be called on any thread and never waits."""

    def __init__(self, bind: str, udp_port: int) -> None:
        """Raises `OSError`."""
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        try:
            self._socket.setblocking(False)
            self._socket.connect(("127.0.0.1" if bind == _EVERY_INTERFACE else bind, udp_port))
        except OSError:
            self._socket.close()
            raise

    def nudge(self) -> None:
        try:
            self._socket.send(_NUDGE)
        except OSError as error:  # the order is found at the next poll, a few milliseconds later
            logger.debug("the SIP thread could not be woken: %s", error)

    def close(self) -> None:
        self._socket.close()
