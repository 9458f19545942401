"""Where the line listens for windows: a Unix socket that only its owner may open, or (Windows) loopback TCP with a secret.

With TCP the line writes `line.address` into the run folder at every start: a port chosen by the system and a fresh token.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import socket
import stat
import sys
import tempfile
from pathlib import Path

import msgspec

from calltaker.durable_file import write_durably
from calltaker.settings import Settings

_SOCKET_FILE = "line.sock"
_TCP_FILE = "line.address"
# sun_path holds 108 bytes on Linux and 104 on the BSDs, the closing zero included.
_MAX_SOCKET_PATH_BYTES = 100


class LineAwayError(ConnectionError):
    """No line listens for this seat (now). Try again: the keeper starts it."""


class Endpoint(msgspec.Struct, frozen=True, kw_only=True):
    """`path` of a Unix socket, or "" and loopback TCP `port` with the `token` for `Attach`."""

    path: str = ""
    port: int = 0
    token: str = ""


def endpoint(settings: Settings) -> Endpoint:
    """Return where the line of this seat listens. Read it anew for each attempt: a restarted line may have moved.
    Raises `LineAwayError`."""
    tcp_file = settings.run_dir / _TCP_FILE
    try:
        return msgspec.json.decode(tcp_file.read_bytes(), type=Endpoint)
    except FileNotFoundError as error:
        if sys.platform == "win32":
            raise LineAwayError("the line has not started yet") from error
        return Endpoint(path=str(_socket_path(settings.run_dir)))
    except (OSError, msgspec.MsgspecError) as error:
        raise LineAwayError(f"{tcp_file} cannot be read: {error}") from error


def connect(where: Endpoint, timeout_s: float = 2.0) -> socket.socket:
    """Return a connected blocking socket. Raises `OSError`."""
    if where.path and sys.platform != "win32":
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        target: str | tuple[str, int] = where.path
    else:
        connection = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        target = ("127.0.0.1", where.port)
    connection.settimeout(timeout_s)
    try:
        connection.connect(target)
    except OSError:
        connection.close()
        raise
    connection.settimeout(None)
    return connection


def listen(settings: Settings, *, tcp: bool = sys.platform == "win32") -> tuple[socket.socket, str]:
    """Open the door and return it with the token a window must show ("" = none needed). The caller holds the line's lock,
    so a socket file found here is a dead line's. Raises `OSError`."""
    settings.run_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    tcp_file = settings.run_dir / _TCP_FILE
    if tcp:
        door = socket.create_server(("127.0.0.1", 0))
        token = secrets.token_urlsafe(32)
        where = Endpoint(port=door.getsockname()[1], token=token)
        write_durably(tcp_file, msgspec.json.encode(where).decode())
        return door, token
    tcp_file.unlink(missing_ok=True)
    return _listen_unix(_socket_path(settings.run_dir)), ""


def _listen_unix(path: Path) -> socket.socket:
    path.unlink(missing_ok=True)
    door = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        door.bind(str(path))
        path.chmod(stat.S_IRUSR | stat.S_IWUSR)
        door.listen(16)
    except OSError:
        door.close()
        raise
    return door


def _socket_path(run_dir: Path) -> Path:
    """Return the socket's path: in the run folder, or (when that name is too long for a socket) in a private folder of the
    system's temporary folder named after it."""
    path = run_dir / _SOCKET_FILE
    if len(os.fsencode(path)) <= _MAX_SOCKET_PATH_BYTES:
        return path
    digest = hashlib.sha256(os.fsencode(run_dir)).hexdigest()[:16]
    folder = Path(os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir()) / f"calltaker-{os.getuid()}-{digest}"
    folder.mkdir(mode=0o700, exist_ok=True)
    status = folder.lstat()
    if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.getuid() or status.st_mode & 0o077:
        raise LineAwayError(f"{folder} does not belong to this person alone")
    return folder / _SOCKET_FILE
