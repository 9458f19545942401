from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

import resources
from calltaker.domain.catalogue import Catalogue, load_catalogue
from calltaker.domain.catalogue_files import CatalogueError

DIGITS_AFTER_F7 = {
    "1": "prank_child",
    "2": "prank_adult",
    "3": "ghost_silent",
    "4": "ghost_sounds",
    "5": "pocket",
    "6": "wrong_number",
    "7": "information",
    "8": "dropped",
    "9": "test",
}


def test_all_facts_are_there(catalogue: Catalogue) -> None:
    assert len(catalogue.types) == 87
    assert Counter(code[:2] for code in catalogue.types) == {
        "KB": 8, "MD": 17, "LL": 10, "KR": 12, "BA": 11, "PN": 5, "HW": 5, "SO": 5, "IN": 12, "LN": 2,
    }  # fmt: skip
    assert Counter(kind.priority for kind in catalogue.types.values()) == {1: 34, 2: 20, 3: 15, 4: 18}
    assert sum(kind.frequent for kind in catalogue.types.values()) == 33
    assert len(catalogue.outcomes) == 15
    assert len(catalogue.obstacles) == 13
    assert len(catalogue.protocols) == 8
    assert len(catalogue.cards) == 10


def test_everything_has_a_name_in_both_languages(catalogue: Catalogue) -> None:
    named = [*catalogue.types.values(), *catalogue.outcomes.values(), *catalogue.obstacles.values(), *catalogue.protocols]
    for entry in named:
        assert entry.name("id").strip()
        assert entry.name("en").strip()
    assert catalogue.types["KB-01"].name("en") == "House or residential fire"
    assert catalogue.types["KB-01"].name("id") == "Kebakaran rumah/permukiman"


def test_every_type_has_questions_and_a_lead_of_the_directory(catalogue: Catalogue) -> None:
    agencies = {agency.code for agency in catalogue.agencies}
    for kind in catalogue.types.values():
        assert kind.key_questions
        assert {kind.lead, *kind.co_agencies} <= agencies
        assert kind.lead not in kind.co_agencies


def test_notes_keep_what_a_code_leaves_out(catalogue: Catalogue) -> None:
    kind = catalogue.types["KR-05"]
    assert kind.lead == "POLRES"
    assert "PPA" in kind.agency_note


def test_digits_after_f7(catalogue: Catalogue) -> None:
    assert {outcome.digit: outcome.code for outcome in catalogue.outcomes.values() if outcome.digit} == DIGITS_AFTER_F7
    found = catalogue.outcome_by_digit("3")
    assert found is not None
    assert found.code == "ghost_silent"
    assert catalogue.outcome_by_digit("") is None
    assert catalogue.outcome_by_digit("0") is None


def test_a_call_with_worrying_sounds_is_never_cut_off(catalogue: Catalogue) -> None:
    sounds = catalogue.outcomes["ghost_sounds"]
    assert sounds.opens_incident
    assert not sounds.ends_call


def test_agency_keys_are_unique_and_know_the_emergency_numbers(catalogue: Catalogue) -> None:
    keys = Counter(key for agency in catalogue.agencies for key in agency.keys)
    assert not [key for key, count in keys.items() if count > 1]
    by_key = {key: agency.code for agency in catalogue.agencies for key in agency.keys}
    wanted = {"119": "PSC119", "psc": "PSC119", "113": "DAMKAR", "fire": "DAMKAR", "damkar": "DAMKAR", "110": "POLRES"}
    wanted |= {"polisi": "POLRES", "bpbd": "BPBD", "117": "BPBD", "115": "BASARNAS", "129": "DP3A", "pln": "PLN"}
    assert {key: by_key[key] for key in wanted} == wanted


def test_protocols_and_cards_are_found_by_type(catalogue: Catalogue) -> None:
    protocol = catalogue.protocol_for("MD-01")
    assert protocol is not None
    assert protocol.id == "P-RJP"
    assert len(protocol.questions) == 5
    assert protocol.instructions
    assert catalogue.protocol_for("IN-06") is None
    assert "punggung" in catalogue.card_for("MD-06")
    assert catalogue.card_for("IN-06") == ""


def test_advice_nobody_signed_says_so(catalogue: Catalogue) -> None:
    assert {protocol.reviewed_by for protocol in catalogue.protocols} == {""}
    assert {protocol.version for protocol in catalogue.protocols} == {"1"}


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    for name in ("catalogue", "protocols"):
        shutil.copytree(resources.path(name), tmp_path / name)
    return tmp_path


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("catalogue/types.csv", "permukiman,House or residential fire,1,", "permukiman,House fire,9,", "types.csv, line 2"),
        ("catalogue/types.csv", "KB-02,", "KB-01,", "twice"),
        ("catalogue/types.csv", ",1,DAMKAR,POLRES;PSC119;PLN", ",1,DAMKAAR,POLRES;PSC119;PLN", "DAMKAAR"),
        ("catalogue/types.csv", ",yes", ",maybe", "yes or no"),
        ("catalogue/outcomes.csv", "emergency,Darurat", "emergency,extra,Darurat", "more or fewer"),
        (
            "catalogue/outcomes.csv",
            "pocket,Tidak sengaja terpanggil,Accidental (pocket) call,5,other,no,yes",
            "pocket,x",
            "fewer",
        ),
        ("catalogue/outcomes.csv", ",prank,", ",joke,", "outcomes.csv, line"),
        ("catalogue/catalogue.toml", "version = ", "versoin = ", "catalogue.toml"),
        ("catalogue/catalogue.toml", '"1"', '"1', "catalogue.toml"),
        ("protocols/p-rjp.toml", "MD-01", "MD-99", "MD-99"),
        ("protocols/cards.toml", "MD-06", "MD-98", "MD-98"),
    ],
)
def test_a_mistake_in_a_file_is_named(copied: Path, file: str, old: str, new: str, told: str) -> None:
    edit(copied / file, old, new)
    with pytest.raises(CatalogueError, match=told):
        load_catalogue(copied)


def test_a_missing_or_unreadable_file_is_named(copied: Path) -> None:
    (copied / "catalogue" / "obstacles.csv").write_bytes(b"code,\xff\xfe")
    with pytest.raises(CatalogueError, match=r"obstacles\.csv"):
        load_catalogue(copied)
    (copied / "catalogue" / "types.csv").unlink()
    with pytest.raises(CatalogueError, match=r"types\.csv"):
        load_catalogue(copied)
