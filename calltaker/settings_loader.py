"""Reads the settings of a seat, each source over the one before it:

system file < user file < the file given with `--config` (else `settings.toml` of the data folder) < environment.
Tables are merged key by key, lists are replaced. An environment variable is `CALLTAKER_` + section + `_` + key in capitals
(`CALLTAKER_SIP_UDP_PORT`), or `CALLTAKER_DATABASE`, `CALLTAKER_DATA_DIR`; a list is given as JSON.
"""

from __future__ import annotations

import json
import os
import re
import stat
import sys
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec
import platformdirs

from calltaker.settings import Neighbour, Section, Settings, SipAccount

FILE_NAME = "settings.toml"
PREFIX = "CALLTAKER_"
_SECTIONS = ("centre", "seat", "sip", "sound")
_TOP_KEYS = ("data_dir", "database")
_WHERE = re.compile(r"^(?P<what>.*?)(?: - at `\$\.?(?P<path>[^`]*)`)?$", re.DOTALL)
_UNKNOWN = re.compile(r"unknown field `(?P<key>[^`]+)`")
_MISSING = re.compile(r"missing required field `(?P<key>[^`]+)`")
_LISTED: dict[str, type[Section]] = {"sip.accounts": SipAccount, "centre.neighbours": Neighbour}
_DATABASES = ("sqlite:///", "postgresql+psycopg://")


class SettingsError(Exception):
    """The settings cannot be used. The text is one sentence: where it stands, which key, and what was expected."""


class _Merged:
    """The tables of all sources put over each other, and where each key came from."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.sources: dict[str, str] = {}

    def put(self, table: Mapping[str, Any], source: str) -> None:
        self._put(self.values, table, source, "")

    def _put(self, into: dict[str, Any], table: Mapping[str, Any], source: str, path: str) -> None:
        for key, value in table.items():
            here = f"{path}.{key}" if path else key
            self.sources[here] = source
            if isinstance(value, Mapping):
                below = into.setdefault(key, {})
                if not isinstance(below, dict):
                    below = into[key] = {}
                self._put(below, value, source, here)
            else:
                into[key] = value

    def source_of(self, path: str) -> str:
        """Return the source of the key, or of the nearest table around it that has one."""
        steps = re.sub(r"\[[^\]]*\]", "", path).split(".")
        while steps:
            if (source := self.sources.get(".".join(steps))) is not None:
                return source
            steps.pop()
        return "settings"


def load(*, data_dir: Path | None = None, config: Path | None = None, env: Mapping[str, str] | None = None) -> Settings:
    """Return the settings in force. `data_dir` (the command line's) beats every file. Raises `SettingsError`."""
    env = os.environ if env is None else env
    merged = _Merged()
    for path in (system_file(env), user_file()):
        merged.put(_read_if_there(path), str(path))
    if config is not None:
        merged.put(_read(config), str(config))
    folder = _data_dir(data_dir, env, merged)
    if config is None:
        own_file = folder / FILE_NAME
        merged.put(_read_if_there(own_file), str(own_file))
    for name, table in _environment(env):
        merged.put(table, name)
    merged.values["data_dir"] = str(folder.absolute())
    return _checked(merged)


def system_file(env: Mapping[str, str]) -> Path:
    """Return the file of the whole machine, written by the administrator."""
    if sys.platform == "win32":
        return Path(env.get("PROGRAMDATA", r"C:\ProgramData")) / "calltaker" / FILE_NAME
    return Path("/etc/calltaker") / FILE_NAME


def user_file() -> Path:
    return Path(platformdirs.user_config_dir("calltaker", appauthor=False)) / FILE_NAME


def default_data_dir() -> Path:
    return Path(platformdirs.user_data_dir("calltaker", appauthor=False))


def _data_dir(asked: Path | None, env: Mapping[str, str], merged: _Merged) -> Path:
    variable = f"{PREFIX}DATA_DIR"
    value: Any
    if asked is not None:
        source, value = "--data-dir", asked
    elif env.get(variable):
        source, value = variable, env[variable]
    else:
        source, value = f"{merged.source_of('data_dir')}: data_dir", merged.values.get("data_dir") or default_data_dir()
    if not isinstance(value, str | Path):
        raise SettingsError(f"{source}: expected the path of a folder, found {value!r}")
    try:
        return Path(value).expanduser()
    except RuntimeError as error:
        raise SettingsError(f"{source}: nobody has the home folder that {str(value)!r} names") from error


def password_of(account: SipAccount) -> str:
    """Return the account's password, from its file when it has one. Raises `SettingsError` when the file is missing,
    empty, or readable by others."""
    if not account.password_file:
        return account.password
    path = Path(account.password_file).expanduser()
    where = f"{path}: password_file of line {account.name}"
    try:
        with path.open(encoding="utf-8") as file:
            mode = os.fstat(file.fileno()).st_mode
            password = file.readline().rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{where}: cannot be read: {_plain(error)}") from error
    if os.name == "posix" and mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise SettingsError(f"{where}: expected a file only its owner may read (chmod 600), found {stat.S_IMODE(mode):04o}")
    if not password:
        raise SettingsError(f"{where}: expected the password in the first line, found nothing")
    return password


def _read_if_there(path: Path) -> dict[str, Any]:
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError:
        pass  # a folder that may not be looked into: reading says so
    return _read(path)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))  # editors on Windows put a mark before the text
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: the settings file cannot be read: {_plain(error)}") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path}: the settings file is not valid TOML: {error}") from error


def _environment(env: Mapping[str, str]) -> Iterable[tuple[str, dict[str, Any]]]:
    """Give (variable, table) for every variable that sets a key. A variable of a known section with an unknown key is an error;
    variables that belong to no section are not ours."""
    fields = {field.name: field.type for field in msgspec.structs.fields(Settings)}
    for name in sorted(env):
        key = name.removeprefix(PREFIX).lower()
        if not name.startswith(PREFIX) or key == "data_dir":
            continue
        if key in _TOP_KEYS:
            yield name, {key: env[name]}
        section, _, rest = key.partition("_")
        if section in _SECTIONS:
            yield name, {section: {rest: _typed(name, rest, fields[section], env[name])}}


def _typed(name: str, key: str, section: type[Section], text: str) -> Any:
    types = {field.name: field.type for field in msgspec.structs.fields(section)}
    if key not in types:
        raise SettingsError(f"{name}: unknown key; known are {', '.join(sorted(types))}")
    try:
        if f"{section.__name__.lower()}.{key}" in _LISTED:
            return json.loads(text)
        return msgspec.convert(text, types[key], strict=False)
    except (msgspec.ValidationError, json.JSONDecodeError) as error:
        raise SettingsError(f"{name}: {_sentence(str(error))}") from error


def _checked(merged: _Merged) -> Settings:
    try:
        settings = msgspec.convert(merged.values, Settings, dec_hook=_decode_path)
    except msgspec.ValidationError as error:
        raise SettingsError(_located(str(error), merged)) from error
    for key, problem in (*_problems(settings), *_line_problems(settings)):
        raise SettingsError(f"{merged.source_of(key)}: {key}: {problem}")
    return settings


def _decode_path(kind: type, value: Any) -> Any:
    if kind is Path and isinstance(value, str):
        return Path(value)
    raise TypeError(f"Expected a path, got {type(value).__name__}")


def _located(text: str, merged: _Merged) -> str:
    """Turn a message of msgspec into "file: key: what was expected"."""
    match = _WHERE.match(text)
    what, path = (match["what"], match["path"] or "") if match else (text, "")
    if unknown := _UNKNOWN.search(what):
        key = f"{path}.{unknown['key']}".lstrip(".")
        return f"{merged.source_of(key)}: {key}: unknown key; known are {_known_keys(path)}"
    if missing := _MISSING.search(what):
        key = f"{path}.{missing['key']}".lstrip(".")
        return f"{merged.source_of(path)}: {key}: expected a value, found none"
    return f"{merged.source_of(path)}: {path}: {_sentence(what)}"


def _known_keys(path: str) -> str:
    section = re.sub(r"\[[^\]]*\]", "", path)
    fields = {field.name: field.type for field in msgspec.structs.fields(Settings)}
    owner = _LISTED.get(section) or fields.get(section, Settings)
    return ", ".join(field.name for field in msgspec.structs.fields(owner))


def _problems(settings: Settings) -> Iterable[tuple[str, str]]:
    """Give (key, what was expected) for what the types alone do not catch."""
    if not re.fullmatch(r"\d{4}", settings.centre.region_code):
        yield "centre.region_code", f"expected 4 digits, found {settings.centre.region_code!r}"
    for index, neighbour in enumerate(settings.centre.neighbours):
        if not re.fullmatch(r"\d{4}", neighbour.region_code):
            key = f"centre.neighbours[{index}].region_code"
            yield key, f"expected 4 digits, found {neighbour.region_code!r}"
    if not -720 <= settings.centre.utc_offset_minutes <= 840:
        yield "centre.utc_offset_minutes", f"expected minutes from -720 to 840, found {settings.centre.utc_offset_minutes}"
    if not re.fullmatch(r"[\w.-]{1,32}", settings.seat.id):
        yield "seat.id", f"expected 1 to 32 letters, digits, '.', '-' or '_', found {settings.seat.id!r}"
    if settings.database and not settings.database.startswith(_DATABASES):
        yield "database", f"expected an address beginning with {' or '.join(_DATABASES)}"


def _line_problems(settings: Settings) -> Iterable[tuple[str, str]]:
    names = [account.name for account in settings.sip.accounts]
    outbound = settings.sip.outbound_account
    if not names:
        yield "sip.accounts", "expected at least one line, found none"
    if len(set(names)) != len(names):
        yield "sip.accounts", "expected a different name for each line"
    if outbound and outbound not in names:
        yield "sip.outbound_account", f"expected the name of a line ({', '.join(names)}), found {outbound!r}"
    for index, account in enumerate(settings.sip.accounts):
        for key in ("uri", "registrar", "proxy"):
            value = getattr(account, key)
            if not re.match(r"sips?:.", value) and (value or key == "uri"):
                yield f"sip.accounts[{index}].{key}", f"expected an address beginning with sip:, found {value!r}"


def _sentence(text: str) -> str:
    """Return the library's words without its Python quoting, beginning small."""
    plain = text.replace("`", "")
    return plain[:1].lower() + plain[1:]


def _plain(error: OSError | UnicodeDecodeError) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else "it is not UTF-8 text"
