"""Payloads on the recording of a call; the subject is the call."""

from __future__ import annotations

from typing import ClassVar

from db.payloads.base import Payload


class RecordingStarted(Payload, frozen=True, kw_only=True):
    KIND: ClassVar[str] = "recording.started"
    caller_leg: str
    desk_leg: str


class RecordingSealed(Payload, frozen=True, kw_only=True):
    KIND: ClassVar[str] = "recording.sealed"
    path: str
    sha256: str
    seconds: float
    bytes: int
    repaired: bool = False


class RecordingFailed(Payload, frozen=True, kw_only=True):
    KIND: ClassVar[str] = "recording.failed"
    reason: str
