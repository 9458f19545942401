"""The log of the line: no telephone number in it, whoever wrote it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from calltaker.line import logs


@pytest.fixture(autouse=True)
def _give_the_log_back() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("INVITE from 081255501234 came", "INVITE from 0812****1234 came"),
        ("sip:+6281255501234@trunk", "sip:0812****1234@trunk"),
        ("call 0812-5550-1234 back", "call 0812****1234 back"),
        ("window 12 left, 486 Busy, 100 MB", "window 12 left, 486 Busy, 100 MB"),
        ("01a20016-3f30-7070-944d-921592bb84ff ended", "01a20016-3f30-7070-944d-921592bb84ff ended"),
        ("from 127.0.0.1:5060", "from 127.0.0.1:5060"),
    ],
)
def test_numbers_are_masked_and_nothing_else(written: str, kept: str) -> None:
    assert logs.mask_numbers(written) == kept


def test_arguments_and_tracebacks_are_masked_too(tmp_path: Path) -> None:
    thread = logs.begin(tmp_path, "line")
    logging.getLogger("sip").info("call from %s", "081255501234")
    try:
        int("cannot read 081255501234")
    except ValueError:
        logging.getLogger("journal").exception("failed")
    thread.stop()
    text = (tmp_path / "line.log").read_text()
    assert "081255501234" not in text
    assert text.count("0812****1234") == 3
    assert "INFO sip" in text
    assert "ValueError" in text
