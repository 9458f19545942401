"""Files of the region folder: whole or not there, errors name the file, nothing is lost by a failed write."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from support import made_up_region

from db.region.files import replace_file
from db.region.folder import (
    MANIFEST_FILE,
    PLACES_DIR,
    VILLAGES_FILE,
    Manifest,
    RegionError,
    Source,
    read_manifest,
    write_manifest,
)
from db.region.places import file_name, load_places, save_places
from db.region.villages import Villages, load_villages, save_villages


def test_a_region_comes_back_as_it_was_saved(tmp_path: Path) -> None:
    made_up_region.write_region(tmp_path)
    before, after = made_up_region.villages(), load_villages(tmp_path)
    assert after is not None
    assert (after.codes, after.names, after.kecamatan, after.kabkota) == (
        before.codes,
        before.names,
        before.kecamatan,
        before.kabkota,
    )
    assert all(one.equals_exact(other) for one, other in zip(after.shapes, before.shapes, strict=True))
    assert load_places(tmp_path) == made_up_region.places()
    assert read_manifest(tmp_path).attributions == (made_up_region.ATTRIBUTION,)


def test_an_empty_folder_is_an_empty_region(tmp_path: Path) -> None:
    assert load_villages(tmp_path) is None
    assert load_places(tmp_path) == []
    assert read_manifest(tmp_path / "not there") == Manifest()


def test_no_file_is_left_beside_when_writing_fails(tmp_path: Path) -> None:
    write_manifest(tmp_path, Manifest(sources=(Source(name="a", kind="osm", rows=1),)))
    before = (tmp_path / MANIFEST_FILE).read_bytes()

    def fail(_file: object) -> None:
        raise OSError("no space left")

    with pytest.raises(OSError, match="no space left"):
        replace_file(tmp_path / MANIFEST_FILE, fail)
    assert [path.name for path in tmp_path.iterdir()] == [MANIFEST_FILE]
    assert (tmp_path / MANIFEST_FILE).read_bytes() == before


@pytest.mark.parametrize("spoil", ["cut", "flipped", "empty", "text", "array"])
def test_a_spoilt_file_of_villages_is_named(tmp_path: Path, spoil: str) -> None:
    save_villages(tmp_path, made_up_region.villages())
    path = tmp_path / VILLAGES_FILE
    content = bytearray(path.read_bytes())
    if spoil == "array":
        with path.open("wb") as file:
            np.save(file, np.arange(3))
    else:
        content[len(content) // 2] ^= 0xFF
        spoilt = {"cut": content[: len(content) // 2], "flipped": content, "empty": b"", "text": b"{}"}[spoil]
        path.write_bytes(spoilt)
    with pytest.raises(RegionError, match=VILLAGES_FILE):
        load_villages(tmp_path)


def test_a_file_of_another_version_asks_for_the_import(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.region.villages.FORMAT", 99)
    monkeypatch.setattr("db.region.places.FORMAT", 99)
    save_villages(tmp_path, made_up_region.villages())
    save_places(tmp_path, "pos", made_up_region.places())
    monkeypatch.undo()
    with pytest.raises(RegionError, match="another version"):
        load_villages(tmp_path)
    with pytest.raises(RegionError, match=r"another version.*import pos again"):
        load_places(tmp_path)


def test_a_spoilt_file_of_places_or_manifest_is_named(tmp_path: Path) -> None:
    path = save_places(tmp_path, "pos", made_up_region.places())
    path.write_bytes(path.read_bytes()[:-3])
    (tmp_path / MANIFEST_FILE).write_text("{")
    with pytest.raises(RegionError, match=r"pos\.bin"):
        load_places(tmp_path)
    with pytest.raises(RegionError, match=MANIFEST_FILE):
        read_manifest(tmp_path)


def test_any_name_of_a_source_makes_a_file_of_its_own(tmp_path: Path) -> None:
    names = ["pos damkar", "pos-damkar", "Pos Damkar", "../../etc/passwd", "消防", "消防署", "x" * 500, ""]
    for name in names:
        save_places(tmp_path, name, made_up_region.places()[:1])
    files = list((tmp_path / PLACES_DIR).iterdir())
    assert len(files) == len(names) == len(load_places(tmp_path))
    assert all(len(path.name) < 64 and path.name.isascii() for path in files)
    assert file_name("pos-damkar") == "pos-damkar.bin"


def test_importing_a_source_again_replaces_its_places(tmp_path: Path) -> None:
    save_places(tmp_path, "pos", made_up_region.places())
    save_places(tmp_path, "pos", made_up_region.places()[:2])
    assert len(load_places(tmp_path)) == 2


def test_columns_of_unequal_length_are_refused() -> None:
    villages = made_up_region.villages()
    with pytest.raises(ValueError, match="length"):
        Villages(villages.codes[1:], villages.names, villages.kecamatan, villages.kabkota, villages.shapes)


def test_a_further_import_renews_whole_kecamatan_and_keeps_the_rest() -> None:
    home, neighbour = made_up_region.villages("ABCDEFGIJLHK"), made_up_region.villages("XYZ")
    both = home.updated(neighbour)
    assert set(both.codes) == {*home.codes, *neighbour.codes}
    assert list(both.codes) == sorted(both.codes)
    renewed = both.updated(made_up_region.villages("AC"))  # B is no longer in its kecamatan
    assert set(both.codes) - set(renewed.codes) == {made_up_region.ROWS["B"][0]}


def test_a_renumbered_village_does_not_stay_beneath_its_heir() -> None:
    old = made_up_region.villages()
    east = made_up_region.villages("H")
    renumbered = Villages(("99.71.09.1001",), east.names, east.kecamatan, east.kabkota, east.shapes)
    updated = old.updated(renumbered)
    assert made_up_region.ROWS["H"][0] not in updated.codes
    assert len(updated) == len(old)
