"""The index of the official list, opened once for a session."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.gazetteer.gazetteer import IndexedGazetteer, open_gazetteer
from tests.db.gazetteer.kept_index import national_index


@pytest.fixture(scope="session")
def national_path() -> Path:
    return national_index()


@pytest.fixture(scope="session")
def national(national_path: Path) -> IndexedGazetteer:
    return open_gazetteer(national_path)
