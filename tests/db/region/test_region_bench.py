"""The bench of the region measures what it says: on a small region every village is right."""

from __future__ import annotations

import pytest
import shapely
from support import made_up_region

from tests.bench import made_up_country, region_bench


def test_the_bench_finds_every_village_of_a_small_region(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(region_bench, "POINTS", 50)
    rows = region_bench._reverse("made up", made_up_region.villages(), made_up_region.HOME_CODE)
    figures = {row.figure: row.value for row in rows}
    assert figures["right village by polygons"] == 100
    assert figures["right village by nearest centroid"] < 100


def test_the_made_up_country_is_whole_and_its_home_has_neighbours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made_up_country, "ROWS", 28)
    monkeypatch.setattr(made_up_country, "COLUMNS", 34)
    country = made_up_country.made_up_country()
    assert len(country) > 900
    assert len(set(country.codes)) == len(country)
    assert shapely.is_valid(country.shapes).all()
    assert len({code[:5] for code in country.codes}) == 4
