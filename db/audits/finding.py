"""What an audit says."""

from __future__ import annotations

from typing import Literal

import msgspec


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """`error`: the log is not what was written. `warning`: it is, but a person should know. `code` is stable; `subject` is the
    seat, table, call … it is about; `text` is one plain sentence."""

    severity: Literal["error", "warning"]
    code: str
    subject: str
    text: str


def error(code: str, subject: str, text: str) -> Finding:
    return Finding(severity="error", code=code, subject=subject, text=text)


def warning(code: str, subject: str, text: str) -> Finding:
    return Finding(severity="warning", code=code, subject=subject, text=text)
