"""The main job, end to end: the demo plays a night by key presses on the real desk, the real line and real SIP callers."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import wave
from pathlib import Path
from typing import Any

import pytest

from db.gazetteer.cache import CACHE_VARIABLE
from tests.places.child import names_cache

ROOT = Path(__file__).parents[2]

pytestmark = [pytest.mark.sip, pytest.mark.slow, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def stage_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def account(stage_dir: Path) -> dict[str, Any]:
    out = stage_dir / "out.json"
    environment = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    cache = stage_dir / "cache"
    cache.mkdir()
    environment[CACHE_VARIABLE] = str(names_cache(cache))
    command = [sys.executable, "-m", "calltaker", "demo", "--auto", "--json", str(out), "--data-dir", str(stage_dir / "data")]
    command += ["--pictures", str(stage_dir / "pictures")]
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=280)
    assert out.exists(), result.stdout + result.stderr
    account: dict[str, Any] = json.loads(out.read_text())
    assert account["problems"] == [], result.stdout
    assert result.returncode == 0
    return account


def scene(account: dict[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(call for call in account["calls"] if call["scene"] == name)
    return found


def test_every_call_of_the_night_is_on_record(account: dict[str, Any]) -> None:
    scenes = [call["scene"] for call in account["calls"]]
    assert len(scenes) >= 6
    assert {"house_fire", "prank_child", "silent", "abandoned", "fallen_tree", "motorcycle_crash", "chest_pain"} <= set(scenes)
    assert len({call["call_id"] for call in account["calls"]}) == len(scenes)


def test_no_mouse_was_needed(account: dict[str, Any]) -> None:
    assert account["totals"]["mouse_clicks"] == 0


def test_house_fire_is_sent_within_six_keys(account: dict[str, Any]) -> None:
    fire = scene(account, "house_fire")
    keys_until_sent = fire["keys"].index("Ctrl+Return") + 1
    assert keys_until_sent <= 6
    assert fire["incident_type"] == "KB-01"
    assert fire["priority"] == 1
    assert "mawar 12" in fire["location"]
    assert fire["lat"] == pytest.approx(-7.91, abs=0.05)
    assert fire["radius_m"] == pytest.approx(120, rel=0.3)
    roles = {referral["agency"]: referral["role"] for referral in fire["referrals"]}
    assert roles["DAMKAR"] == "lead"
    assert len(roles) >= 3
    assert fire["number"] == "+6281255501201"
    states = {referral["agency"]: referral["state"] for referral in fire["referrals"]}
    assert states["DAMKAR"] == "en_route"
    assert states["POLRES"] == "sent"


def test_prank_and_silent_call_close_within_four_keys(account: dict[str, Any]) -> None:
    for name, outcome in (("prank_child", "prank_child"), ("silent", "ghost_silent")):
        call = scene(account, name)
        assert call["outcome"] == outcome
        assert call["keystrokes"] <= 4
        assert call["incident_number"] is None


def test_abandoned_call_has_an_end_and_no_answer(account: dict[str, Any]) -> None:
    call = scene(account, "abandoned")
    assert not call["answered"]
    assert call["ended_by"] == "caller"
    assert call["invite_to_card_ms"] is not None


def test_two_at_once_never_mix(account: dict[str, Any]) -> None:
    tree, crash = scene(account, "fallen_tree"), scene(account, "motorcycle_crash")
    assert tree["incident_number"] != crash["incident_number"]
    assert "melati" in tree["location"]
    assert "kenanga" in crash["location"]
    assert tree["incident_type"].startswith("IN")
    assert crash["incident_type"].startswith("LL")


def test_forward_to_119_takes_three_keys_and_arrives(account: dict[str, Any]) -> None:
    call = scene(account, "chest_pain")
    forward = call["keys"][call["keys"].index("F11") :]
    assert len(forward) <= 3
    assert call["ended_by"] == "transfer"


def test_a_place_comes_with_the_call_and_costs_no_key(account: dict[str, Any]) -> None:
    fire = scene(account, "house_fire")
    assert fire["location_source"] == "pidf-lo"
    assert fire["village"] == "Bumi Asri, Kec. Nusa Utara, Kota Nusa Raya"
    assert fire["village_code"] == "99.71.01.1001"
    assert not fire["location_verified"]
    assert fire["answer_to_location_ms"] > 0


def test_a_spoken_place_takes_three_letters_down_and_enter(account: dict[str, Any]) -> None:
    call = scene(account, "drowning")
    assert call["keys"][1:4] == ["Alt+L", "Down", "Return"]
    assert call["keys_until_location"] == len("omb") + len(("Down", "Return"))
    assert (call["location"], call["location_source"]) == ("Jalan Ombak", "name")
    assert call["village"] == "Pasir Putih, Kec. Nusa Selatan, Kota Nusa Raya"
    assert call["village_code"] == "99.71.02.1003"
    assert (call["lat"], call["lon"]) == (pytest.approx(-7.96131), pytest.approx(110.23439))
    assert call["location_verified"]
    assert call["answer_to_location_ms"] > 0


def test_a_pasted_link_is_the_place_with_its_village(account: dict[str, Any]) -> None:
    call = scene(account, "gas_smell")
    assert call["location_source"] == "typed"
    assert (call["lat"], call["lon"]) == (pytest.approx(-7.93501), pytest.approx(110.20893))
    assert call["village"] == "Cempaka Putih, Kec. Nusa Barat, Kota Nusa Raya"
    assert call["radius_m"] is None
    assert call["keys_until_location"] <= 2


def test_the_same_incident_told_again_is_linked_by_one_key(account: dict[str, Any]) -> None:
    again = scene(account, "drowning_again")
    assert again["outcome"] == "repeat"
    assert again["incident_number"] == scene(account, "drowning")["incident_number"]
    assert again["keys"][1] == "Ctrl+L"


def test_recordings_are_whole_and_as_hashed(account: dict[str, Any], stage_dir: Path) -> None:
    answered = [call for call in account["calls"] if call["answered"]]
    assert answered
    for call in answered:
        path = stage_dir / "data" / "recordings" / call["recording_path"]
        assert hashlib.sha256(path.read_bytes()).hexdigest() == call["recording_sha256"]
        with wave.open(str(path)) as recording:
            assert recording.getnchannels() == 2
            assert recording.getnframes() / recording.getframerate() == pytest.approx(call["recording_s"], abs=0.1)


def test_every_answered_call_was_measured(account: dict[str, Any]) -> None:
    for call in account["calls"]:
        assert call["invite_to_card_ms"] is not None
        if call["answered"]:
            assert call["answer_to_audio_ms"] is not None


def test_pictures_were_taken(account: dict[str, Any], stage_dir: Path) -> None:
    names = {path.stem for path in (stage_dir / "pictures").glob("*.png")}
    assert {"01-ringing", "02-house-fire", "03-sent", "05-outcomes", "07-two-at-once", "09-forward", "11-supervisor"} <= names
    assert {"13-place-typed", "14-place-pasted", "15-map-night", "15-map-day", "16-same-incident"} <= names
