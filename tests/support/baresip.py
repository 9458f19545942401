"""A real softphone (baresip) for tests: speaks a tone, listens into nothing, answers by itself when told to."""

from __future__ import annotations

import subprocess
import wave
from array import array
from pathlib import Path
from typing import Self

from support.ports import free_port
from support.rtp import tone

MODULE_FOLDERS = ("/usr/lib/baresip/modules", "/usr/lib64/baresip/modules")
CONFIG = """\
poll_method epoll
sip_listen 127.0.0.1:{port}
audio_source aufile,{folder}/tone.wav
audio_player aubridge,nowhere
ausrc_srate 8000
auplay_srate 8000
ausrc_channels 1
auplay_channels 1
module_path {modules}
module g711.so
module aufile.so
module aubridge.so
module_app account.so
module_app menu.so
"""


class Baresip:
    """Its address is `uri`. `dial` makes it call at start."""

    def __init__(self, folder: Path, user: str, *, dial: str = "", answers: bool = False, hertz: int = 1200) -> None:
        folder.mkdir()
        self.folder = folder
        port = free_port()
        self.uri = f"sip:{user}@127.0.0.1:{port}"
        modules = next(path for path in MODULE_FOLDERS if Path(path).is_dir())
        (folder / "config").write_text(CONFIG.format(port=port, folder=folder, modules=modules))
        with wave.open(str(folder / "tone.wav"), "wb") as file:
            file.setparams((1, 2, 8000, 0, "NONE", ""))
            file.writeframes(array("h", tone(hertz, 60.0)).tobytes())
        answer = ";answermode=auto" if answers else ""
        (folder / "accounts").write_text(f"<{self.uri}>;regint=0{answer};audio_codecs=PCMA/8000/1\n")
        (folder / "contacts").write_text("")
        with (folder / "log.txt").open("wb") as log:
            command = ["baresip", "-4", "-f", str(folder), *(["-e", f"/dial {dial}"] if dial else [])]
            self._process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    @property
    def log(self) -> str:
        return (self.folder / "log.txt").read_text(errors="replace")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
