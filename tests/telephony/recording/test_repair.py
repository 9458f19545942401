"""What a killed line leaves is playable up to its last sample."""

from __future__ import annotations

import wave

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from telephony.recording import files, wav
from telephony.recording.repair import folder_of, repair, unfinished
from telephony.recording.seal import seal
from tests.telephony.recording.legs import RATE_HZ, read_stereo, samples, wav_bytes, write_legs

CALL = "0199f2c4-0000-7000-8000-000000000001"
AT_US = 1_700_000_000_000_000
SOUND = samples(600)


def test_files_lie_in_the_folder_of_the_utc_day(tmp_path):
    paths = files.paths(tmp_path, CALL, AT_US)
    assert paths.final == tmp_path / "2023" / "11" / "14" / f"{CALL}.wav"
    assert paths.caller_leg.name == f"{CALL}.caller.wav"
    assert paths.desk_leg.name == f"{CALL}.desk.wav"
    files.make_folder(paths.folder)
    files.make_folder(paths.folder)
    assert paths.folder.is_dir()
    with pytest.raises(ValueError, match="not a call id"):
        files.paths(tmp_path, "../../etc/passwd", AT_US)


@settings(max_examples=150, deadline=None)
@given(cut=st.integers(0, 44 + len(SOUND) * 2), killed=st.booleans())
@example(cut=0, killed=True)
@example(cut=43, killed=False)
@example(cut=44, killed=False)
@example(cut=45, killed=True)
def test_a_leg_cut_at_any_byte_is_mended(tmp_path_factory, cut, killed):
    leg = tmp_path_factory.mktemp("leg") / "a.caller.wav"
    leg.write_bytes(wav_bytes(SOUND, killed=killed)[:cut])
    wav.mend(leg)
    whole = max(0, cut - 44) // 2
    with wave.open(str(leg), "rb") as reader:
        assert reader.getnframes() == whole
        assert reader.readframes(whole) == SOUND[:whole].tobytes()
    assert not wav.mend(leg)


def test_a_whole_leg_is_not_touched(tmp_path):
    leg = tmp_path / "a.wav"
    for content in (wav_bytes(SOUND), wav_bytes(samples(0)), with_trailer(wav_bytes(SOUND))):
        leg.write_bytes(content)
        assert not wav.mend(leg)
        assert leg.read_bytes() == content


def with_trailer(content: bytes) -> bytes:
    longer = content + b"LIST\4\0\0\0info"
    return longer[:4] + (len(longer) - 8).to_bytes(4, "little") + longer[8:]


def test_a_header_that_never_reached_the_disk_takes_the_rate_of_the_other_leg(tmp_path):
    write_legs(tmp_path, CALL, SOUND, SOUND, rate_hz=8000)
    leg = tmp_path / f"{CALL}.desk.wav"
    leg.write_bytes(bytes(44 + len(SOUND) * 2))
    sealed = seal(tmp_path, CALL)
    assert sealed.repaired
    assert read_stereo(tmp_path / f"{CALL}.wav") == (SOUND.tolist(), [0] * len(SOUND), 8000)


def test_calls_of_a_killed_line_are_found_and_sealed(tmp_path):
    paths = files.paths(tmp_path, CALL, AT_US)
    write_legs(paths.folder, CALL, SOUND, SOUND[:400], killed=True)
    other = files.paths(tmp_path, CALL[:-1] + "2", AT_US + 86_400_000_000)
    write_legs(other.folder, other.call_id, SOUND, SOUND)
    other.desk_leg.unlink()
    done = files.paths(tmp_path, CALL[:-1] + "3", AT_US)
    write_legs(done.folder, done.call_id, SOUND, SOUND)
    seal(done.folder, done.call_id)

    assert unfinished(tmp_path) == [CALL, other.call_id]
    assert folder_of(tmp_path, CALL) == paths.folder
    assert folder_of(tmp_path, done.call_id) is None

    mended = repair(tmp_path, CALL)
    assert mended.repaired
    assert mended.seconds == round(len(SOUND) / RATE_HZ, 3)
    assert read_stereo(paths.final)[:2] == (SOUND.tolist(), [*SOUND[:400], *([0] * 200)])
    assert repair(tmp_path, other.call_id).missing_leg == "desk"
    assert unfinished(tmp_path) == []


def test_nothing_is_found_where_nothing_is(tmp_path):
    assert unfinished(tmp_path / "never made") == []
