"""The shipped catalogue and the directory it begins with."""

from __future__ import annotations

import msgspec
import pytest

from calltaker.domain.catalogue import Catalogue, load_catalogue
from db.rows import AgencyRow


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="session")
def agencies(catalogue: Catalogue) -> tuple[AgencyRow, ...]:
    return tuple(AgencyRow(**msgspec.structs.asdict(agency)) for agency in catalogue.agencies)
