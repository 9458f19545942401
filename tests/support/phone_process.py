"""A SipPhone in a process of its own, driven with JSON lines: one endpoint per process, and an assert ends only that one.

As a program it is the child: `python -m support.phone_process FOLDER CONFIG`. Its microphone is a tone of 440 Hz; what its
speaker gets is written to `speaker.raw` (16 kHz, 16 bit) in the folder.
"""

from __future__ import annotations

import json
import math
import os
import signal
import subprocess
import sys
import threading
import time
from array import array
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self, TypeVar

import msgspec
from support.hearing import wait_for_quiet, wait_for_tone

from telephony.commands import AnyCommand
from telephony.events import AnyTelephonyEvent, TelephonyEvent
from telephony.sip.config import AccountConfig, SipConfig

ROOT = Path(__file__).parents[2]
MIC_HERTZ = 440
TIMEOUT_S = 30.0
E = TypeVar("E", bound=TelephonyEvent)


class ToneHeadset:
    """Stands for the headset: a tone speaks, a file listens."""

    def __init__(self, speaker: Path) -> None:
        samples = array("h", (int(8000 * math.sin(2 * math.pi * MIC_HERTZ * n / 16000)) for n in range(16000)))
        self._cycle = samples.tobytes() * 2
        self._at = 0
        self._speaker = speaker.open("wb", buffering=0)

    def read_mic(self, nbytes: int) -> bytes:
        at = self._at
        self._at = (at + nbytes) % 32000
        return self._cycle[at : at + nbytes]

    def write_speaker(self, data: bytes) -> None:
        self._speaker.write(data)


class BrokenHeadset(ToneHeadset):
    def read_mic(self, nbytes: int) -> bytes:
        raise OSError("the microphone is gone")


class PhoneProcess:
    """The parent's side. Use as a context manager; leaving it stops the phone and checks that it ended well.
    Besides fields of `SipConfig`, `config` takes `legs_folder`, `disk_full` and `headset` ("tone", "broken", "none")."""

    def __init__(self, folder: Path, *, accounts: tuple[AccountConfig, ...] = (), **config: Any) -> None:
        self.folder = folder
        self.events: list[AnyTelephonyEvent] = []
        self.refusals: list[tuple[AnyCommand, str, str]] = []
        self.legs_closed: list[str] = []
        self.fatal = ""
        self._changed = threading.Condition()
        self._ports: tuple[int, int] | None = None
        self._over = False
        accounts = accounts or (AccountConfig(name="112", uri="sip:112@127.0.0.1"),)
        config = {"bind": "127.0.0.1", "udp_port": 0, "tcp_port": 0, **config, "accounts": accounts}
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests")))}
        with (folder / "stderr.txt").open("wb") as errors:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "support.phone_process", str(folder), msgspec.json.encode(config).decode()],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                env=environment,
                cwd=folder,
            )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    @property
    def udp(self) -> tuple[str, int]:
        return "127.0.0.1", self._wait(lambda: self._ports, "the phone to start")[0]

    @property
    def tcp(self) -> tuple[str, int]:
        return "127.0.0.1", self._wait(lambda: self._ports, "the phone to start")[1]

    @property
    def stderr(self) -> str:
        return (self.folder / "stderr.txt").read_text(errors="replace")

    def submit(self, command: AnyCommand) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(msgspec.json.encode(command) + b"\n")
        self.process.stdin.flush()

    def wait(
        self,
        kind: type[E],
        call_id: str = "",
        timeout_s: float = TIMEOUT_S,
        *,
        count: int = 1,
        where: Callable[[E], bool] = lambda _: True,
    ) -> E:
        """Return the `count`-th event of this kind (and call, and condition), now or when it comes."""

        def find() -> E | None:
            found = [event for event in self.events if isinstance(event, kind) and where(event)]
            found = [event for event in found if not call_id or getattr(event, "call_id", "") == call_id]
            return found[count - 1] if len(found) >= count else None

        return self._wait(find, f"{kind.__name__} {count}", timeout_s)

    def wait_refusal(
        self, code: str, timeout_s: float = TIMEOUT_S, *, where: Callable[[AnyCommand], bool] = lambda _: True
    ) -> tuple[AnyCommand, str, str]:
        """Return the first refusal with this code (and of such an order), now or when it comes."""

        def find() -> tuple[AnyCommand, str, str] | None:
            return next((refusal for refusal in self.refusals if refusal[1] == code and where(refusal[0])), None)

        return self._wait(find, f"refusal {code}", timeout_s)

    def wait_legs(self, call_id: str, timeout_s: float = TIMEOUT_S) -> tuple[Path, Path]:
        """Return both files of a recording once they are closed."""
        self._wait(lambda: call_id in self.legs_closed, f"legs of {call_id}", timeout_s)
        return leg_paths(self.folder, call_id)

    def wait_words(self, words: str) -> None:
        """Wait until the phone has logged this."""
        end_s = time.monotonic() + TIMEOUT_S
        while words not in self.stderr:
            assert time.monotonic() < end_s, f"{words!r} was not logged: {self.stderr[-3000:]}"
            time.sleep(0.05)

    def has(self, kind: type[TelephonyEvent], call_id: str = "") -> bool:
        return any(
            isinstance(event, kind) and (not call_id or getattr(event, "call_id", "") == call_id) for event in list(self.events)
        )

    def hears(self, hertz: float, above: float = 3000.0) -> None:
        """Wait until what the speaker gets from now on holds this tone."""
        since = len(self._speaker())
        wait_for_tone(lambda: self._speaker()[since:], 16000, hertz, above)

    def hears_no(self, hertz: float, below: float = 100.0) -> None:
        """Wait until what the speaker gets from now on is without this tone."""
        since = len(self._speaker())
        wait_for_quiet(lambda: self._speaker()[since:], 16000, hertz, below)

    def _speaker(self) -> array[int]:
        data = (self.folder / "speaker.raw").read_bytes()
        return array("h", data[: len(data) // 2 * 2])

    def stop(self, timeout_s: float = TIMEOUT_S) -> int:
        """End the phone in order and return its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            code = self.process.wait(timeout_s)
        except subprocess.TimeoutExpired:
            self.process.kill()
            code = self.process.wait()
        self._reader.join(TIMEOUT_S)
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()
        return code

    def __enter__(self) -> Self:
        _ = self.udp
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        code = self.stop()
        assert kind is not None or (code == 0 and "Traceback" not in self.stderr), (
            f"phone ended with {code}:\n{self.stderr[-4000:]}"
        )

    def _wait(self, find: Callable[[], Any], what: str, timeout_s: float = TIMEOUT_S) -> Any:
        deadline = time.monotonic() + timeout_s
        with self._changed:
            while not (found := find()):
                left = deadline - time.monotonic()
                assert left > 0, (
                    f"{what} did not come; events: {[type(event).__name__ for event in self.events]}; refused: {self.refusals}"
                )
                assert not self._over, f"the phone ended while waiting for {what}: {self.fatal} {self.stderr[-3000:]}"
                self._changed.wait(left)
        return found

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            entry = json.loads(line)
            with self._changed:
                self._take(entry)
                self._changed.notify_all()
        with self._changed:
            self._over = True
            self._changed.notify_all()

    def _take(self, entry: dict[str, Any]) -> None:
        match entry:
            case {"event": event}:
                self.events.append(msgspec.convert(event, AnyTelephonyEvent, builtin_types=()))
            case {"refused": [command, code, detail]}:
                self.refusals.append((msgspec.convert(command, AnyCommand), code, detail))
            case {"closed": call_id}:
                self.legs_closed.append(call_id)
            case {"ports": [udp, tcp]}:
                self._ports = (udp, tcp)
            case {"fatal": reason}:
                self.fatal = reason


def leg_paths(folder: Path, call_id: str) -> tuple[Path, Path]:
    return folder / f"{call_id}.caller.wav", folder / f"{call_id}.desk.wav"


def wait_for_length(leg: Path, seconds: float) -> None:
    """Wait until a leg holds so much sound."""
    end_s = time.monotonic() + TIMEOUT_S
    while leg.stat().st_size < seconds * 32_000 + 44:
        assert time.monotonic() < end_s, f"{leg.name} has {leg.stat().st_size} bytes"
        time.sleep(0.05)


def legs_on_full_disk(folder: Path, call_id: str) -> tuple[Path, Path]:
    """Both files stand on a disk without room."""
    paths = leg_paths(folder, call_id)
    for path in paths:
        path.symlink_to("/dev/full")
    return paths


def child(folder: Path, text: str) -> int:
    from telephony.phone import PhoneError
    from telephony.sip.engine import SipPhone
    from telephony.sip.process import prepare_process

    prepare_process()

    def say(**entry: Any) -> None:
        sys.stdout.buffer.write(msgspec.json.encode(entry) + b"\n")
        sys.stdout.buffer.flush()

    values = json.loads(text)
    legs_folder = Path(values.pop("legs_folder", folder))
    make_legs = legs_on_full_disk if values.pop("disk_full", False) else leg_paths
    headset = values.pop("headset", "tone")
    accounts = msgspec.convert(values.pop("accounts"), tuple[AccountConfig, ...])
    config = SipConfig(recording_legs=lambda call_id: make_legs(legs_folder, call_id), accounts=accounts, **values)
    phone = SipPhone(
        config,
        on_event=lambda event: say(event=event),
        on_refused=lambda command, code, detail: say(refused=(command, code, detail)),
        on_legs_closed=lambda call_id: say(closed=call_id),
        headset={"tone": ToneHeadset, "broken": BrokenHeadset, "none": lambda _: None}[headset](folder / "speaker.raw"),
    )
    try:
        phone.start()
    except PhoneError as error:
        say(fatal=str(error))
        return 3
    signal.signal(signal.SIGTERM, lambda *_: phone.stop())
    decoder = msgspec.json.Decoder(AnyCommand)

    def read_orders() -> None:
        for line in sys.stdin.buffer:
            phone.submit(decoder.decode(line))

    threading.Thread(target=read_orders, daemon=True).start()
    say(ports=phone.ports)
    phone.run_forever()
    return 0


if __name__ == "__main__":
    os._exit(child(Path(sys.argv[1]), sys.argv[2]))  # the order reader still waits for its pipe
