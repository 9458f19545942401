"""What a line that died has left: calls whose legs were never sealed."""

from __future__ import annotations

import os
from pathlib import Path

from telephony.recording import files
from telephony.recording.seal import Sealed, seal


def unfinished(recordings: Path) -> list[str]:
    """Return the ids of the calls anywhere under `recordings` that still have a leg, the oldest id first.

    A call whose final file is there beside its legs is among them: its sealing was cut off before it could tell. Calls
    that are being recorded right now are too, so ask before the first call. Walks the whole tree; not for the sip thread.
    """
    return sorted(_folders(recordings))


def repair(recordings: Path, call_id: str) -> Sealed:
    """Mend and seal an unfinished call, also when only one leg is there. Raises `SealError`."""
    return seal(_folders(recordings).get(call_id, recordings), call_id, one_leg=True)


def folder_of(recordings: Path, call_id: str) -> Path | None:
    """Return the folder that holds the legs of an unfinished call (to seal it in a process of its own)."""
    return _folders(recordings).get(call_id)


def _folders(recordings: Path) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder, _, names in os.walk(recordings):
        for name in names:
            for ending in (files.CALLER_LEG, files.DESK_LEG):
                if name.endswith(ending):
                    found[name.removesuffix(ending)] = Path(folder)
    return found
