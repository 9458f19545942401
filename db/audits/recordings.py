"""Is every recording that the log speaks of there, and is it the one that was made?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from db import models
from db.audits.finding import Finding, error


def findings(c: Connection, folder: Path) -> Iterator[Finding]:
    """Compare each sealed recording's SHA-256 with the one in the log."""
    call = models.call.c
    sealed = sa.select(call.call_id, call.recording_path, call.recording_sha256).where(call.recording_path != "")
    for call_id, path, expected in c.execute(sealed.order_by(call.ringing_at_us)):
        file = folder / path
        try:
            with file.open("rb") as handle:
                found = hashlib.file_digest(handle, "sha256").hexdigest()
        except FileNotFoundError:
            yield error("recording_missing", call_id, f"the recording {path} of the call {call_id} is missing")
        except (OSError, ValueError) as problem:
            text = f"the recording {path} of the call {call_id} cannot be read ({problem})"
            yield error("recording_unreadable", call_id, text)
        else:
            if found != expected:
                text = f"the recording {path} of the call {call_id} is not the one that was made"
                yield error("recording_changed", call_id, text)
