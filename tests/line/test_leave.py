"""The end of a process says its code, whoever has gone before it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

GOES = "from calltaker.leave import leave; leave({code})"
BUFFERED = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}


@pytest.mark.parametrize("code", [0, 3])
def test_what_was_printed_is_written_and_the_code_is_said(code: int) -> None:
    ended = subprocess.run([sys.executable, "-c", f"print('x'); {GOES.format(code=code)}"], capture_output=True, check=False)
    assert (ended.returncode, ended.stdout.split(), ended.stderr) == (code, [b"x"], b"")


def test_a_reader_who_is_gone_makes_no_death_of_a_good_end() -> None:
    script = f"import sys; sys.stdin.read(); print('x'); {GOES.format(code=0)}"
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=BUFFERED) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdout.close()
        process.stdin.close()
        assert process.wait(60) == 0


def test_streams_that_are_closed_make_none_either() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.stdout.close(); {GOES.format(code=0)}"], capture_output=True, check=False
    )
    assert ended.returncode == 0
