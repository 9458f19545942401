"""A real registrar and proxy (Kamailio) with digest authentication, for tests."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path
from typing import Self

from support.ports import free_port

REALM = "contoh.id"
MODULE_FOLDERS = (
    "/usr/lib/x86_64-linux-gnu/kamailio/modules/",
    "/usr/lib/aarch64-linux-gnu/kamailio/modules/",
    "/usr/lib64/kamailio/modules/",
)
CONFIG = """\
debug=1
log_stderror=yes
fork=yes
children=2
tcp_children=2
auto_aliases=no
listen=udp:127.0.0.1:{port}
listen=tcp:127.0.0.1:{port}
mpath="{modules}"
loadmodule "tm.so"
loadmodule "sl.so"
loadmodule "rr.so"
loadmodule "pv.so"
loadmodule "maxfwd.so"
loadmodule "textops.so"
loadmodule "siputils.so"
loadmodule "usrloc.so"
loadmodule "registrar.so"
loadmodule "auth.so"
modparam("usrloc", "db_mode", 0)
modparam("registrar", "min_expires", 5)
modparam("registrar", "max_expires", 600)
request_route {{
    if (is_method("OPTIONS") && uri==myself) {{ sl_send_reply("200", "OK"); exit; }}
    if (is_method("REGISTER")) {{
        if (!pv_www_authenticate("{realm}", "{password}", "0")) {{ www_challenge("{realm}", "0"); exit; }}
        save("location");
        exit;
    }}
    if (is_method("CANCEL")) {{ if (t_check_trans()) t_relay(); exit; }}
    if (has_totag()) {{
        if (loose_route()) {{ t_relay(); exit; }}
        if (is_method("ACK")) {{ if (t_check_trans()) t_relay(); exit; }}
    }}
    record_route();
    if (!lookup("location")) {{ sl_send_reply("404", "Not Found"); exit; }}
    t_relay();
}}
"""


class Kamailio:
    """Knows every user, with one password. `freeze` lets it live without answering."""

    def __init__(self, folder: Path, password: str = "rahasia") -> None:
        self.folder, self.password = folder, password
        self.port = free_port()
        self._config = folder / "kamailio.cfg"
        modules = next(path for path in MODULE_FOLDERS if Path(path).is_dir())
        self._config.write_text(CONFIG.format(port=self.port, modules=modules, realm=REALM, password=password))
        self._process: subprocess.Popen[bytes] | None = None
        self.start()

    @property
    def address(self) -> tuple[str, int]:
        return "127.0.0.1", self.port

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    def start(self) -> None:
        deadline = time.monotonic() + 60
        while not self._port_is_free():  # workers of the one before may outlive it for a moment
            assert time.monotonic() < deadline, f"port {self.port} does not become free"
            time.sleep(0.02)
        program = shutil.which("kamailio") or "/usr/sbin/kamailio"
        with (self.folder / "kamailio.log").open("ab") as log:
            self._process = subprocess.Popen(
                [program, "-DD", "-E", "-f", str(self._config), "-m", "32", "-M", "4", "-Y", str(self.folder)],
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        while not self._answers():
            assert self._process.poll() is None, (self.folder / "kamailio.log").read_text()[-3000:]
            assert time.monotonic() < deadline, "Kamailio did not start"
            time.sleep(0.1)

    def stop(self) -> None:
        if self._process is not None:
            self._signal(signal.SIGCONT)
            self._signal(signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(10)
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)  # its workers, too
            self._process.wait()
            self._process = None

    def freeze(self) -> None:
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self._signal(signal.SIGCONT)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _signal(self, number: int) -> None:
        """To the whole session that this object started, its workers included."""
        if self._process is not None and self._process.poll() is None:
            os.killpg(self._process.pid, number)

    def _port_is_free(self) -> bool:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp, socket.socket(socket.AF_INET, socket.SOCK_STREAM) as tcp:
            tcp.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                udp.bind(self.address)
                tcp.bind(self.address)
            except OSError:
                return False
        return True

    def _answers(self) -> bool:
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            return probe.connect_ex(self.address) == 0
