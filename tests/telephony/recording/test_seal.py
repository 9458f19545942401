"""Sealing: two legs become one stereo file, whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from telephony.recording import files
from telephony.recording.seal import SealError, main, seal
from tests.telephony.recording.legs import RATE_HZ, read_stereo, samples, wav_bytes, write_legs

CALL = "0199f2c4-0000-7000-8000-000000000001"


def sealed_by_command(folder: Path, *options: str) -> tuple[int, dict[str, object]]:
    done = subprocess.run(
        [sys.executable, "-m", "telephony.recording.seal", str(folder), CALL, *options],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.stderr == ""
    assert done.stdout.count("\n") == 1
    return done.returncode, json.loads(done.stdout)


def test_the_legs_become_left_and_right_and_the_shorter_one_is_padded(tmp_path):
    caller, desk = samples(RATE_HZ * 2 + 7), samples(RATE_HZ // 2, start=900)
    write_legs(tmp_path, CALL, caller, desk)
    code, answer = sealed_by_command(tmp_path)
    final = tmp_path / f"{CALL}.wav"
    assert code == 0
    assert answer == {
        "call_id": CALL, "path": str(final), "sha256": hashlib.sha256(final.read_bytes()).hexdigest(),
        "seconds": round(len(caller) / RATE_HZ, 3), "bytes": final.stat().st_size, "repaired": False, "missing_leg": "",
    }  # fmt: skip
    assert read_stereo(final) == (caller.tolist(), desk.tolist() + [0] * (len(caller) - len(desk)), RATE_HZ)
    assert list(tmp_path.iterdir()) == [final]


def test_sealing_a_sealed_call_tells_the_same_again(tmp_path):
    write_legs(tmp_path, CALL, samples(100), samples(100))
    first = seal(tmp_path, CALL)
    assert seal(tmp_path, CALL) == first
    write_legs(tmp_path, CALL, samples(5), samples(5))  # as after a kill between rename and removal
    (tmp_path / f"{CALL}.77.part").write_bytes(b"torn")
    assert seal(tmp_path, CALL) == first
    assert [path.name for path in tmp_path.iterdir()] == [f"{CALL}.wav"]


def test_an_empty_call_is_a_playable_file(tmp_path):
    write_legs(tmp_path, CALL, samples(0), samples(0))
    assert seal(tmp_path, CALL).seconds == 0
    assert read_stereo(tmp_path / f"{CALL}.wav") == ([], [], RATE_HZ)


@pytest.mark.parametrize(
    ("caller", "desk", "error", "exit_code"),
    [
        (None, None, "missing_legs", 3),
        (wav_bytes(samples(9)), None, "one_leg_only", 4),
        (wav_bytes(samples(9)), wav_bytes(samples(9), rate_hz=8000), "bad_leg", 6),
        (wav_bytes(samples(9)), wav_bytes(samples(8), channels=2), "bad_leg", 6),
        (wav_bytes(samples(9)), wav_bytes(samples(8), rate_hz=0), "bad_leg", 6),
        (wav_bytes(samples(9)), b"no sound at all, but text that is long enough for a header", "bad_leg", 6),
        (wav_bytes(samples(9)), b"short", "bad_leg", 6),
    ],
)
def test_what_cannot_be_sealed_is_said_and_left_alone(tmp_path, capsys, caller, desk, error, exit_code):
    before = {f"{CALL}.{name}.wav": content for name, content in (("caller", caller), ("desk", desk)) if content}
    for name, content in before.items():
        (tmp_path / name).write_bytes(content)
    assert main([str(tmp_path), CALL]) == exit_code
    answer = json.loads(capsys.readouterr().out)
    assert (answer["error"], answer["call_id"]) == (error, CALL)
    assert answer["detail"]
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_one_leg_alone_is_sealed_with_silence_when_asked(tmp_path):
    (tmp_path / f"{CALL}.desk.wav").write_bytes(wav_bytes(samples(9)))
    code, answer = sealed_by_command(tmp_path, "--one-leg")
    assert (code, answer["missing_leg"]) == (0, "caller")
    assert read_stereo(tmp_path / f"{CALL}.wav")[:2] == ([0] * 9, samples(9).tolist())


@pytest.mark.parametrize("call_id", ["../x", "", "a/b", "a b", "x" * 65])
def test_an_id_that_is_no_file_name_is_refused(tmp_path, call_id):
    with pytest.raises(SealError) as caught:
        seal(tmp_path, call_id)
    assert caught.value.code == "bad_call_id"


@settings(max_examples=40, deadline=None)
@given(caller=st.integers(0, 3000), desk=st.integers(0, 3000), rate_hz=st.sampled_from([700, 8000, 16_000]))
def test_any_two_lengths(tmp_path_factory, caller, desk, rate_hz):
    folder = tmp_path_factory.mktemp("call")
    write_legs(folder, CALL, samples(caller), samples(desk), rate_hz=rate_hz)
    seal(folder, CALL)
    left, right, rate = read_stereo(folder / f"{CALL}.wav")
    assert rate == rate_hz
    assert len(left) == len(right) == max(caller, desk)
    assert left[:caller] == samples(caller).tolist()
    assert not any(left[caller:])
    assert right[:desk] == samples(desk).tolist()


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX")
@pytest.mark.parametrize("part_bytes", [0, 1, 400_000, 4_000_000])
def test_a_killed_sealing_loses_nothing(tmp_path, part_bytes):
    """Killed as soon as so much of the final file is written; a second run finishes the work."""
    caller = samples(RATE_HZ * 120)
    write_legs(tmp_path, CALL, caller, caller)
    final = tmp_path / f"{CALL}.wav"
    sealing = subprocess.Popen(
        [sys.executable, "-m", "telephony.recording.seal", str(tmp_path), CALL], stdout=subprocess.DEVNULL
    )
    try:
        part = files.in_folder(tmp_path, CALL).folder / f"{CALL}.{sealing.pid}.part"
        while part_bytes and sealing.poll() is None and not (part.exists() and _size(part) >= part_bytes):
            pass
    finally:
        sealing.send_signal(signal.SIGKILL)
        sealing.wait()
    assert final.exists() or len(list(tmp_path.glob("*.*.wav"))) == 2
    sealed = seal(tmp_path, CALL)
    assert sealed.seconds == 120
    assert sealed.sha256 == hashlib.sha256(final.read_bytes()).hexdigest()
    assert read_stereo(final)[0] == caller.tolist()
    assert list(tmp_path.iterdir()) == [final]


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


@pytest.fixture
def small_disk(tmp_path):
    """A file system of 1 MB."""
    if os.name == "nt" or os.geteuid() != 0:
        pytest.skip("mounting a small disk needs root")
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)], capture_output=True, text=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"mounting is not allowed here: {mounted.stderr.strip()}")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_is_said_and_the_legs_stay(small_disk):
    write_legs(small_disk, CALL, samples(RATE_HZ * 9), samples(RATE_HZ * 9))
    before = {path.name: path.read_bytes() for path in small_disk.iterdir()}
    code, answer = sealed_by_command(small_disk)
    assert (code, answer["error"]) == (5, "disk_full")
    assert {path.name: path.read_bytes() for path in small_disk.iterdir()} == before


@pytest.mark.skipif(os.name == "nt", reason="limits of a process are POSIX")
def test_a_file_that_may_not_grow_is_said_and_the_legs_stay(tmp_path):
    """The same by a limit of the process, which needs no rights."""
    write_legs(tmp_path, CALL, samples(RATE_HZ), samples(RATE_HZ))
    script = (
        "import resource, signal, sys; from telephony.recording.seal import main;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000));"
        "sys.exit(main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path), CALL], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, json.loads(done.stdout)["error"], done.stderr) == (5, "disk_full", "")
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"{CALL}.caller.wav", f"{CALL}.desk.wav"]
