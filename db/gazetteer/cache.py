"""Where a machine keeps the index of the official list."""

from __future__ import annotations

import os
import re
from pathlib import Path

from platformdirs import user_cache_path

from db.gazetteer import index_file, official

CACHE_VARIABLE = "CALLTAKER_CACHE_DIR"


def index_path() -> Path:
    """Return its path; the name carries the version of the list and of the file's layout."""
    chosen = os.environ.get(CACHE_VARIABLE)
    folder = Path(chosen) if chosen else user_cache_path("calltaker")
    return folder / f"names-{re.sub(r'[^0-9A-Za-z.]+', '-', official.DATA)}-{index_file.FORMAT}.idx"
