"""The national index for tests and benches, made once for a state of the code and kept in `build/`."""

from __future__ import annotations

import hashlib
from pathlib import Path

from db import gazetteer
from db.gazetteer.build import build_national

_BUILD_DIR = Path(__file__).resolve().parents[3] / "build"


def national_index() -> Path:
    """Return its path. Two processes that make it at the same time do no harm: the file is renamed into place."""
    sources = sorted(Path(gazetteer.__file__).parent.glob("*.py"))
    state = hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:12]
    path = _BUILD_DIR / f"names-{state}.idx"
    if not path.exists():
        for older in _BUILD_DIR.glob("names-*.idx"):
            older.unlink(missing_ok=True)
        build_national(path)
    return path
