"""The base of every payload."""

from __future__ import annotations

from typing import ClassVar

import msgspec


class Payload(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Base of all payloads. `KIND` names the event, `VER` its version."""

    KIND: ClassVar[str] = ""
    VER: ClassVar[int] = 1
