"""What is installed is what was chosen: the locks follow pyproject and carry hashes."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def locked(name: str) -> dict[str, str]:
    text = (ROOT / "requirements" / name).read_text()
    return {match[1].lower(): match[2] for match in re.finditer(r"^([A-Za-z0-9_.-]+)==([^ \\]+)", text, re.MULTILINE)}


def test_locks_have_hashes_for_every_package() -> None:
    for name in ("run.lock", "dev.lock"):
        text = (ROOT / "requirements" / name).read_text()
        blocks = re.split(r"^(?=[A-Za-z0-9_.-]+==)", text, flags=re.MULTILINE)[1:]
        assert blocks
        assert all("--hash=sha256:" in block for block in blocks)


def test_locks_hold_what_pyproject_asks() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    for lock, wanted in (
        ("run.lock", project["project"]["dependencies"]),
        ("dev.lock", project["project"]["dependencies"] + project["dependency-groups"]["dev"]),
    ):
        names = {re.split(r"[\[<>=; ]", requirement)[0].lower().replace("_", "-") for requirement in wanted}
        assert names <= {name.replace("_", "-") for name in locked(lock)}


def test_known_bad_versions_stay_out() -> None:
    assert locked("run.lock")["pyside6-essentials"] == "6.11.3"
