"""One made-up region and one running process for the tests that only ask."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from calltaker.places.knowledge import Home, Knowledge, load_names, load_region
from db.gazetteer.cache import CACHE_VARIABLE
from tests.places.child import Child, names_cache, write_region


@pytest.fixture(scope="session", autouse=True)
def names(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The index of the official list, made once for all."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(CACHE_VARIABLE, str(names_cache(tmp_path_factory.mktemp("cache"))))
        yield


@pytest.fixture(scope="session")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_region(tmp_path_factory.mktemp("region"))


@pytest.fixture(scope="session")
def knowledge(region: Path) -> Knowledge:
    home = Home(code="9971", neighbours=("9972",))
    return Knowledge(home, load_region(region, home), load_names(region))


@pytest.fixture(scope="session")
def child(region: Path) -> Iterator[Child]:
    with Child(region, neighbours=("9972",)) as made:
        made.wait_for_names()
        yield made
    assert made.exit_code == 0
