"""Settings of a seat: frozen structs, read from TOML files and the environment by `calltaker.settings_loader`.

No file is read here, so every part of the house may import it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import msgspec

Port = Annotated[int, msgspec.Meta(ge=0, le=65535)]
Cli = Literal["e164_plus", "e164", "national", "national_no_zero"]


class Section(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base: an unknown key is an error that names it."""


class Neighbour(Section, frozen=True, kw_only=True):
    """The centre of a neighbouring regency or city: who helps where our region ends."""

    region_code: str
    name: str
    phone: str = ""


class Centre(Section, frozen=True, kw_only=True):
    """Whom the seat works for. `region_code` is the 4-digit Kemendagri code of the regency or city; `utc_offset_minutes`
    is 420 (WIB), 480 (WITA) or 540 (WIT), which have no summer time."""

    name: str = "112 Kota Contoh"
    region_code: str = "9999"
    utc_offset_minutes: int = 420
    answer_within_s: int = 10
    warn_after_s: int = 6
    neighbours: tuple[Neighbour, ...] = ()


class SipAccount(Section, frozen=True, kw_only=True):
    """One line: a registration at a PBX or trunk, or (without `registrar`) an address that just listens.
    `cli` is how this trunk writes the caller's number (domain reference §7). `password_file` is preferred to `password`."""

    name: str
    uri: str
    registrar: str = ""
    user: str = ""
    password: str = ""
    password_file: str = ""
    proxy: str = ""
    transport: Literal["udp", "tcp"] = "udp"
    cli: Cli = "national"
    expires_s: int = 60


class Sip(Section, frozen=True, kw_only=True):
    """`bind` is the local address; port 0 lets the system choose."""

    bind: str = "0.0.0.0"  # noqa: S104 - a seat listens on its PBX side; the installer narrows it
    udp_port: Port = 5060
    tcp_port: Port = 5060
    accounts: tuple[SipAccount, ...] = (SipAccount(name="112", uri="sip:112@localhost"),)
    outbound_account: str = ""


class Sound(Section, frozen=True, kw_only=True):
    """Names (or parts of names) of the sound devices; "" = the system's default; "null" = none on purpose.
    `headset_in_file` plays a WAV in place of the microphone (training and tests)."""

    headset: str = ""
    microphone: str = ""
    ringer: str = ""
    headset_in_file: str = ""


class Seat(Section, frozen=True, kw_only=True):
    """`id` names the seat in the log and must be unique in the centre."""

    id: str = "seat-1"
    operator: str = "petugas"
    role: Literal["call_taker", "dispatcher", "supervisor", "administrator"] = "supervisor"
    language: Literal["id", "en"] = "id"
    theme: Literal["night", "day"] = "night"
    zoom_pct: Annotated[int, msgspec.Meta(ge=90, le=150)] = 100


class Settings(Section, frozen=True, kw_only=True):
    """The whole. `data_dir` holds the journal, recordings, exports and the run folder (socket, lock, token).
    `database` is "" (embedded SQLite in `data_dir`) or `postgresql+psycopg://…`."""

    data_dir: Path
    database: str = ""
    centre: Centre = Centre()
    seat: Seat = Seat()
    sip: Sip = Sip()
    sound: Sound = Sound()

    @property
    def database_url(self) -> str:
        """The SQLAlchemy URL in force."""
        return self.database or f"sqlite:///{self.data_dir / 'journal.sqlite3'}"

    @property
    def recordings_dir(self) -> Path:
        return self.data_dir / "recordings"

    @property
    def exports_dir(self) -> Path:
        return self.data_dir / "exports"

    @property
    def region_dir(self) -> Path:
        """What `calltaker import region` has made: polygons, places, maps and the index of names."""
        return self.data_dir / "region"

    @property
    def run_dir(self) -> Path:
        """Socket, token, lock and logs of the running processes."""
        return self.data_dir / "run"
