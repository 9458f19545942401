from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from db.gazetteer import index_file
from db.gazetteer.index_file import IndexFileError, load, save


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "cache" / "names.idx"
    save(path, "list 1", {"numbers": np.arange(1000, dtype=np.int32), "none": np.zeros(0, np.float32)})
    return path


def test_arrays_come_back_as_they_were(path: Path):
    arrays = load(path, "list 1")
    assert arrays["numbers"].tolist() == list(range(1000))
    assert arrays["none"].shape == (0,)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_file_of_another_list_is_refused(path: Path):
    with pytest.raises(IndexFileError, match="made from list 1, not from list 2"):
        load(path, "list 2")


@pytest.mark.parametrize("cut", [0, 4, 12, 40, 300, -1])
def test_a_cut_file_is_refused(path: Path, cut: int):
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(IndexFileError, match=r"names\.idx"):
        load(path)


def test_any_changed_byte_is_refused(path: Path):
    whole = path.read_bytes()
    for at in range(0, len(whole), 37):
        path.write_bytes(whole[:at] + bytes((whole[at] ^ 0x55,)) + whole[at + 1 :])
        with pytest.raises(IndexFileError):
            load(path, "list 1")


@pytest.mark.parametrize("foreign", [b"", b"PK\x03\x04 something else", b"CTNAMES\x63" + bytes(200)])
def test_a_foreign_file_is_refused(tmp_path: Path, foreign: bytes):
    path = tmp_path / "names.idx"
    path.write_bytes(foreign)
    with pytest.raises(IndexFileError):
        load(path)


def test_a_failed_write_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch):
    def fail(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(index_file.os, "fsync", fail)
    with pytest.raises(OSError, match="No space"):
        save(path, "list 2", {"numbers": np.zeros(1)})
    assert load(path, "list 1")["numbers"].shape == (1000,)
    assert [file.name for file in path.parent.iterdir()] == [path.name]
