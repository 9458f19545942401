"""What can go wrong at a seat, as codes. The line and the worker report a code and a technical detail; the window turns the
code into words and advice (`calltaker.desk.trouble_words`), so that nothing is translated outside the window."""

from __future__ import annotations

from enum import StrEnum


class Trouble(StrEnum):
    """Codes are stable: they stand in logs and tests."""

    LINE_AWAY = "line_away"
    LINE_RESTARTED = "line_restarted"
    ALL_LINES_BUSY = "all_lines_busy"
    NO_SUCH_CALL = "no_such_call"
    CALL_NOT_READY = "call_not_ready"
    BAD_TARGET = "bad_target"
    TRANSFER_FAILED = "transfer_failed"
    NOT_REGISTERED = "not_registered"
    WRONG_PASSWORD = "wrong_password"  # noqa: S105 - a code, not a secret
    JOURNAL_FULL = "journal_full"
    JOURNAL_AWAY = "journal_away"
    JOURNAL_REFUSED = "journal_refused"
    RECORDING_FAILED = "recording_failed"
    NO_HEADSET = "no_headset"
    NO_RINGER = "no_ringer"
    READ_FAILED = "read_failed"
    BAD_REQUEST = "bad_request"
    UNKNOWN = "unknown"
