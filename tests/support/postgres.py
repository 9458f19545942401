"""A real PostgreSQL of the tests' own: in a temporary folder, on a private socket and a free port, stopped at the end."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

import psycopg
from support.ports import free_port

SETTINGS = {
    "fsync": "off",  # nobody pulls the plug on a test
    "full_page_writes": "off",
    "max_connections": "60",
    "autovacuum": "off",
    "logging_collector": "off",
}


def bin_dir() -> Path | None:
    """Return where PostgreSQL's programs are, newest version first, or `None`."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
    if found:
        return found[0]
    on_path = shutil.which("initdb")
    return Path(on_path).parent if on_path else None


class Postgres:
    """One server. It refuses to run as root, so under root it runs as the user `postgres`."""

    def __init__(self, programs: Path) -> None:
        self._programs = programs
        self._as_root = os.geteuid() == 0
        self._folder = Path(tempfile.mkdtemp(prefix="pg-test-"))
        self._folder.chmod(0o755)
        self.data = self._folder / "data"
        self.sockets = self._folder / "sockets"
        self.port = free_port()
        self._databases = 0
        for folder in (self.data, self.sockets):
            folder.mkdir(mode=0o700)
            if self._as_root:
                os.chown(folder, pwd.getpwnam("postgres").pw_uid, pwd.getpwnam("postgres").pw_gid)

    def start(self) -> None:
        if not (self.data / "PG_VERSION").exists():
            self._run("initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync")
        options = " ".join(f"-c {name}={value}" for name, value in SETTINGS.items())
        where = f"-k {self.sockets} -p {self.port} -c listen_addresses=127.0.0.1"
        log = self.sockets / "server.log"
        self._run("pg_ctl", "-D", self.data, "-w", "-t", "60", "-l", log, "-o", f"{where} {options}", "start")

    def stop(self, mode: str = "fast") -> None:
        """Stop the server: "fast" in order, "immediate" as if it had died."""
        self._run("pg_ctl", "-D", self.data, "-w", "-m", mode, "stop")

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the server and all its children (SIGSTOP makes it hang as a sick machine does)."""
        postmaster = int((self.data / "postmaster.pid").read_text(encoding="ascii").splitlines()[0])
        children = subprocess.run(["pgrep", "-P", str(postmaster)], capture_output=True, text=True, check=False)
        for pid in (postmaster, *map(int, children.stdout.split())):
            os.kill(pid, number)

    def close(self) -> None:
        """Stop it if it runs and remove its folder."""
        if (self.data / "postmaster.pid").exists():
            self.stop("immediate")
        shutil.rmtree(self._folder)

    def new_database(self) -> str:
        """Make an empty database and return its URL."""
        self._databases += 1
        name = f"log_{self._databases}"
        with psycopg.connect(self._url("postgresql", "postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return self._url("postgresql+psycopg", name)

    def drop_database(self, url: str) -> None:
        name = url.rpartition("/")[2]
        with psycopg.connect(self._url("postgresql", "postgres"), autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def _url(self, driver: str, name: str) -> str:
        return f"{driver}://postgres@127.0.0.1:{self.port}/{name}"

    def _run(self, program: str, *arguments: object) -> None:
        command = [str(self._programs / program), *map(str, arguments)]
        if self._as_root:
            command = ["runuser", "-u", "postgres", "--", *command]
        done = subprocess.run(
            command,
            cwd="/",
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{program} failed: {done.stderr.strip()}\n{self._log_tail()}")

    def _log_tail(self) -> str:
        log = self.sockets / "server.log"
        return log.read_text(encoding="utf-8")[-2000:] if log.exists() else ""


def start() -> Postgres:
    """Start a server. Raises `RuntimeError`."""
    programs = bin_dir()
    if programs is None:
        raise RuntimeError("PostgreSQL is not installed (Debian package postgresql-15)")
    server = Postgres(programs)
    try:
        server.start()
    except RuntimeError:
        server.close()
        raise
    return server
