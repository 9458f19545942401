"""A real PulseAudio of the test's own, with null sinks in place of sound cards."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest


class Pulse:
    """Runs under a private folder; the process environment points to it while the fixture lives."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._socket = folder / "native"
        self._server: subprocess.Popen[bytes] | None = None
        self.environment = {
            "PULSE_SERVER": f"unix:{self._socket}",
            "PULSE_RUNTIME_PATH": str(folder / "run"),
            "PULSE_STATE_PATH": str(folder / "state"),
            "PULSE_CONFIG_PATH": str(folder / "config"),
            "HOME": str(folder),
        }

    def start(self) -> None:
        command = [
            "pulseaudio", "-n", "--daemonize=no", "--system=false", "--exit-idle-time=-1", "--use-pid-file=no",
            "--disallow-exit=yes", "--realtime=no", "--high-priority=no", "--log-target=stderr", "--log-level=error",
            f"--load=module-native-protocol-unix socket={self._socket} auth-anonymous=1",
        ]  # fmt: skip
        self._server = subprocess.Popen(
            command, env=os.environ | self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        while self._control("info").returncode:
            assert self._server.poll() is None, "pulseaudio ended at once"
            time.sleep(0.05)

    def stop(self) -> None:
        if self._server is not None:
            self._server.kill()
            self._server.wait()
            self._server = None
            self._socket.unlink(missing_ok=True)

    def freeze(self) -> None:
        assert self._server is not None
        self._server.send_signal(signal.SIGSTOP)

    def add_sink(self, name: str) -> str:
        """Return the handle by which `remove` takes the sink away."""
        properties = f"sink_properties=device.description={name}"
        return self._control("load-module", "module-null-sink", f"sink_name={name}", "rate=16000", properties).stdout.strip()

    def remove(self, handle: str) -> None:
        self._control("unload-module", handle)

    def _control(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["pactl", *arguments], env=os.environ | self.environment, capture_output=True, text=True, check=False, timeout=20
        )


def require_pulse() -> None:
    for binary in ("pulseaudio", "pactl"):
        if shutil.which(binary) is None:
            pytest.skip(f"{binary} is not installed")
