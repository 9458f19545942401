"""A data folder whose centre is the made-up Kota Nusa Raya, and the command that imports into it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import pytest

from calltaker.regions import command
from calltaker.settings import Centre, Settings


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str


class Importing:
    """Runs `calltaker import …` in this process."""

    def __init__(self, settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
        self.settings = settings
        self._capsys = capsys

    def __call__(self, *arguments: str | Path) -> Said:
        self._capsys.readouterr()
        code = command.run(self.settings, [str(argument) for argument in arguments])
        said = self._capsys.readouterr()
        assert "Traceback" not in said.err
        return Said(code, said.out, said.err)

    def contents(self) -> dict[str, str]:
        """Return a digest of every file of the region, and every folder."""
        folder = self.settings.region_dir
        return {
            str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
            for path in folder.rglob("*")
        }

    def leftovers(self) -> list[Path]:
        return list(self.settings.region_dir.glob(".import-*"))


@pytest.fixture
def importing(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Importing:
    monkeypatch.setattr("calltaker.regions.copying.SPARE_BYTES", 0)
    settings = Settings(data_dir=tmp_path / "seat", centre=Centre(region_code="9971"))
    return Importing(settings, capsys)
