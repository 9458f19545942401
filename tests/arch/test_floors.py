"""Each import contract holds on the tree, and each one is able to fail: an offending import is planted in a copy."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("calltaker", "telephony", "db", "resources")
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]

# contract -> (file of the source module, import that breaks it)
OFFENCES = {
    "floors": ("telephony/numbers.py", "import db.models"),
    "no Qt below the window": ("calltaker/domain/live_call.py", "import PySide6.QtCore"),
    "views are blind": ("calltaker/views/main_window.py", "import db.journal"),
    "the window has no engine": ("calltaker/desk/ports.py", "import pjsua2"),
    "rules are pure": ("calltaker/domain/trouble.py", "import sqlalchemy"),
    "migrations stay a command": ("calltaker/line/wire.py", "import alembic"),
    "the window computes no places": ("calltaker/desk/now.py", "import shapely"),
}


def lint(tree: Path, contract_count: int = len(CONTRACTS)) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    result = subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(tree)})
    assert f"{contract_count} kept" in result.stdout or "broken" in result.stdout, result.stdout + result.stderr
    return result


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    tree = tmp_path_factory.mktemp("tree")
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tree / package, ignore=shutil.ignore_patterns("*.svg", "*.ttf", "*.wav", "__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tree)
    return tree


def test_every_contract_holds() -> None:
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout


def test_every_contract_has_an_offence_here() -> None:
    assert {contract["name"] for contract in CONTRACTS} == set(OFFENCES)


@pytest.mark.parametrize("name", OFFENCES)
def test_contract_can_fail(copy: Path, name: str) -> None:
    file, offence = OFFENCES[name]
    target = copy / file
    kept = target.read_text()
    target.write_text(f"{kept}\n{offence}\n")
    try:
        result = lint(copy)
    finally:
        target.write_text(kept)
    assert result.returncode != 0
    assert f"{name} BROKEN" in result.stdout
