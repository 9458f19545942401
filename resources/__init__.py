"""Data only: catalogues, protocols, icons, fonts, sounds, translations. Imports nobody."""

from __future__ import annotations

from pathlib import Path

_ROOT = Path(__file__).parent


def path(*parts: str) -> Path:
    """Return the path of a shipped file, e.g. `path("catalogue", "types.csv")`."""
    return _ROOT.joinpath(*parts)
