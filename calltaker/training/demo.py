"""`calltaker demo`: a seat with an embedded log in a made-up city, and separate SIP processes that call it.

With a display: the desk opens and calls come in until it is closed. With `--auto`, or without a display: the desk plays the
whole night by key presses and the account is printed.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import msgspec
import platformdirs

from calltaker.durable_file import write_durably
from calltaker.training.account import PlayReport, as_text, make_account
from calltaker.training.stage import Stage, prepare

PLAY_TIMEOUT_S = 240


def main(arguments: list[str] | None = None) -> int:
    """Run the demo. Returns 0 when everything went as told, 1 when the account has problems."""
    parser = argparse.ArgumentParser(prog="calltaker demo", description=__doc__)
    parser.add_argument("--auto", action="store_true", help="play it by key presses, print the account")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the account as JSON (means --auto)")
    parser.add_argument("--pictures", type=Path, metavar="DIR", help="where pictures of the desk go (means --auto)")
    parser.add_argument("--data-dir", type=Path, help="keep the demo's log and recordings here")
    parser.add_argument("--size", default="1920x1080", metavar="WxH", help="size of the pictures where there is no display")
    parser.add_argument("--database", default="", metavar="URL", help="a PostgreSQL log in place of the embedded one")
    parser.add_argument("--theme", choices=("night", "day"), default="night")
    parser.add_argument("--language", choices=("id", "en"), default="id")
    parser.add_argument("--every", type=float, default=25.0, metavar="S", help="seconds between calls when a person plays")
    options = parser.parse_args(arguments)
    auto = options.auto or options.json is not None or options.pictures is not None or not has_display()
    data_dir = options.data_dir or _own_folder(auto=auto)
    stage = prepare(data_dir.absolute(), database=options.database, auto=auto, theme=options.theme, language=options.language)
    agency = _start("--agency", "--port", str(stage.agency_port))
    try:
        if auto:
            pictures = (options.pictures or data_dir / "pictures").absolute()
            return _play(stage, json_file=options.json, pictures=pictures, size=options.size)
        return _let_a_person_play(stage, options.every)
    finally:
        _end(agency)


def has_display() -> bool:
    """True where a window can be shown."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _own_folder(*, auto: bool) -> Path:
    """An automatic demo begins with an empty log each time; a person's demo is kept."""
    if auto:
        return Path(tempfile.mkdtemp(prefix="calltaker-demo-"))
    return Path(platformdirs.user_data_dir("calltaker", appauthor=False)) / "demo"


def _start(*arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "calltaker.training.caller", *arguments]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603


def _end(process: subprocess.Popen[bytes]) -> None:
    """Close the actor's input, which ends it; do not wait for ever."""
    if process.stdin:
        process.stdin.close()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()


def _seat_command(stage: Stage) -> list[str]:
    return [sys.executable, "-m", "calltaker", "run", "--data-dir", str(stage.data_dir), "--database", stage.database]


def _let_a_person_play(stage: Stage, every_s: float) -> int:
    caller = _start("--target", stage.target, "--every", str(every_s))
    try:
        return subprocess.call(_seat_command(stage))  # noqa: S603
    finally:
        _end(caller)


def _play(stage: Stage, *, json_file: Path | None, pictures: Path, size: str) -> int:
    report_file = stage.data_dir / "played.json"
    report_file.unlink(missing_ok=True)
    environment = os.environ | {
        "CALLTAKER_PLAY_REPORT": str(report_file),
        "CALLTAKER_PLAY_PICTURES": str(pictures),
        "CALLTAKER_PLAY_TARGET": stage.target,
        "CALLTAKER_PLAY_SIZE": size,
    }
    if not has_display():
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = _seat_command(stage)
    try:
        subprocess.run(command, env=environment, timeout=PLAY_TIMEOUT_S, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        print(f"The demo did not end within {PLAY_TIMEOUT_S} s.", file=sys.stderr)  # noqa: T201 - a command's answer
    if not report_file.exists():
        print(f"The desk wrote no report; its log is in {stage.data_dir / 'log'}.", file=sys.stderr)  # noqa: T201
        return 1
    report = msgspec.json.decode(report_file.read_bytes(), type=PlayReport)
    account = make_account(report, database=stage.database, pictures=pictures)
    print(as_text(account))  # noqa: T201
    if json_file is not None:
        write_durably(json_file.absolute(), msgspec.json.format(msgspec.json.encode(account), indent=2).decode())
    return 1 if account.problems else 0
