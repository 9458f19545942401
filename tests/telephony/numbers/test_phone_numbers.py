"""How Indonesian trunks write numbers, and what is made of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telephony.numbers import Note, NumberReading, mask, names_nobody, read_cli, read_note, read_typed, show

TRUNKS = ("e164_plus", "e164", "national", "national_no_zero")
MOBILE = "+6281255501234"


@pytest.mark.parametrize("cli", TRUNKS)
@pytest.mark.parametrize(
    "raw",
    [
        "081255501234", "+6281255501234", "6281255501234", "81255501234", "+62081255501234", "62081255501234",
        "006281255501234", "0016281255501234", "0812-5550-1234", "(0812) 5550.1234", "0812 5550 1234#", "*31#081255501234",
        "#31#081255501234", "sip:081255501234@10.0.0.2;user=phone", "tel:+62-812-5550-1234;x=1", '"Sari" <sip:081255501234@a>',
        "0812\u20115550\u20111234", "081255501234@trunk",
    ],
)  # fmt: skip
def test_every_way_to_write_a_mobile_number_is_one_number(raw, cli):
    reading = read_cli(raw, cli)
    assert reading.number == MOBILE
    if not raw.startswith("81"):
        assert reading.note == ""


@pytest.mark.parametrize("cli", TRUNKS)
@pytest.mark.parametrize(
    "raw",
    ["", "  ", "anonymous", "Anonymous", "unknown", "UNKNOWN", "Restricted", "unavailable", "private", "112", "+112", "112#",
     "0", "+0", "00000", "sip:anonymous@anonymous.invalid", "<sip:112@pbx>", "Tanpa Nomor"],
)  # fmt: skip
def test_callers_without_number_have_none(raw, cli):
    assert read_cli(raw, cli) == NumberReading("", Note.WITHHELD)


@pytest.mark.parametrize(
    ("raw", "cli", "number", "note"),
    [
        # short codes stay as typed
        ("110", "national", "110", Note.SHORT_CODE),
        ("119", "e164", "119", Note.SHORT_CODE),
        ("115", "e164_plus", "115", Note.SHORT_CODE),
        ("14045", "national_no_zero", "14045", Note.SHORT_CODE),
        # other Indonesian numbers
        ("1500567", "national", "+621500567", ""),
        ("08001234567", "national", "+628001234567", ""),
        ("542123456", "national", "+62542123456", ""),
        ("0542123456", "national", "+62542123456", ""),
        ("0374123456", "national", "+62374123456", ""),
        # possible but not valid in the plan: kept
        ("0514123456", "national", "+62514123456", ""),
        ("5551234", "national", "+625551234", Note.AREA_CODE_MISSING),
        # +8…: the trunk may have lost 62; never guessed, both shown
        ("+81234567890", "e164_plus", "+81234567890", "two_readings: +81234567890 | +6281234567890"),
        ("+81234567890", "national_no_zero", "+81234567890", "two_readings: +81234567890 | +6281234567890"),
        ("+84912345678", "e164_plus", "+84912345678", "two_readings: +84912345678 | +6284912345678"),
        ("+8613812345678", "e164_plus", "+8613812345678", ""),
        ("81234567890", "e164", "+6281234567890", "two_readings: +6281234567890 | +81234567890"),
        ("81234567890", "national_no_zero", "+6281234567890", ""),
        ("0081234567890", "national", "", "two_readings: +81234567890 | +6281234567890"),
        # foreign numbers
        ("+60123456789", "e164_plus", "+60123456789", ""),
        ("0060123456789", "national", "+60123456789", ""),
        ("60123456789", "e164", "+60123456789", "two_readings: +6260123456789 | +60123456789"),
        # 62 as country code or as the area code 062x without its 0
        ("62212345678", "national", "+62212345678", ""),
        ("62212345678", "national_no_zero", "+6262212345678", "two_readings: +6262212345678 | +62212345678"),
        ("6281255501234", "national_no_zero", MOBILE, ""),
        # telephones without SIM
        ("353458061005220", "national", "", Note.DEVICE_ID),
        ("35345806100522", "e164", "", Note.DEVICE_ID),
        ("+353458061005220", "e164_plus", "", Note.DEVICE_ID),
        ("012345678901237", "national", "", Note.DEVICE_ID),
        # nothing to call back
        ("alice", "national", "", Note.NOT_A_NUMBER),
        ("sip:pbx-1@host", "national", "", Note.NOT_A_NUMBER),
        ("+621", "e164_plus", "", Note.IMPOSSIBLE),
        ("+62812345678901234", "e164_plus", "", Note.IMPOSSIBLE),
        ("12", "national", "", Note.TOO_SHORT),
        ("\u0660\u0668\u0661\u0662", "national", "", Note.NOT_A_NUMBER),
    ],
)
def test_readings(raw, cli, number, note):
    assert read_cli(raw, cli) == NumberReading(number, note)


def test_a_note_can_be_taken_apart():
    note = read_cli("+81234567890", "e164_plus").note
    assert read_note(note) == (Note.TWO_READINGS, ("+81234567890", "+6281234567890"))
    assert read_note("") == ("", ())
    assert read_note(Note.DEVICE_ID) == ("device_id", ())


@pytest.mark.parametrize(
    ("number", "shown", "masked"),
    [
        (MOBILE, "0812-5550-1234", "0812****1234"),
        ("+62542123456", "(0542) 123456", "05****56"),
        ("+81234567890", "+81 234-56-7890", "8123****7890"),
        ("110", "110", "110"),
        ("14045", "14045", "14045"),
        ("", "", ""),
        ("alice", "alice", "****"),
        ("+", "+", "****"),
        ("0812 5550 1234", "0812 5550 1234", "0812****1234"),
    ],
)
def test_show_and_mask(number, shown, masked):
    assert show(number) == shown
    assert mask(number) == masked


@pytest.mark.parametrize(
    ("text", "number", "note"),
    [
        ("0812 5550 1234", MOBILE, ""),
        ("+62 812-5550-1234", MOBILE, ""),
        ("81255501234", MOBILE, ""),
        ("+81234567890", "+81234567890", ""),
        ("110", "110", Note.SHORT_CODE),
        ("tidak tahu", "", Note.NOT_A_NUMBER),
        ("", "", Note.WITHHELD),
    ],
)
def test_typed_numbers(text, number, note):
    assert read_typed(text) == NumberReading(number, note)


@given(st.one_of(st.text(max_size=60), st.from_regex(r"\+?[0-9]{0,20}", fullmatch=True)), st.sampled_from(TRUNKS))
def test_any_text_gives_a_reading_that_reads_the_same_again(text, cli):
    reading = read_cli(text, cli)
    assert reading.number == "" or reading.number.lstrip("+").isdigit()
    if reading.number.startswith("+62"):
        assert read_cli(reading.number, "e164_plus").number == reading.number
    if not reading.number.startswith("+"):
        assert reading.note
    show(reading.number)
    assert reading.number == "" or len(reading.number) <= 5 or reading.number not in mask(reading.number)


@given(st.from_regex(r"8[1-9][0-9]{7,10}", fullmatch=True), st.sampled_from(TRUNKS))
def test_a_mobile_number_with_zero_is_never_foreign(digits, cli):
    assert read_cli("0" + digits, cli).number in {"+62" + digits, ""}


def test_a_real_name_names_somebody():
    assert not names_nobody("Sari")
    assert names_nobody(' "Unknown"  ')
