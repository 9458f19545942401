"""The command line of a seat: `calltaker VERB`. Each verb loads only what it needs."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from calltaker.exit_codes import CANNOT_START
from calltaker.leave import leave
from calltaker.missing_library import missing_library
from calltaker.settings import Settings
from calltaker.settings_loader import SettingsError, load

Verb = Callable[[argparse.Namespace, Sequence[str]], int]
DATABASE_VARIABLE = "CALLTAKER_DATABASE"
_Verbs: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - the type has no public name


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb; return its exit code. What a person has to mend is one sentence on stderr."""
    asked, rest = _parser().parse_known_args(arguments)
    if rest and not asked.takes_rest:
        _parser().error(f"unknown argument: {rest[0]}")
    try:
        return int(asked.verb(asked, rest))
    except SettingsError as error:
        return _give_up(str(error))
    except ImportError as error:
        return _give_up(missing_library(error))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="calltaker", description="The console of a 112 emergency call centre.")
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    run = _add(verbs, "run", _run, "start the seat: the line, the window, and a keeper that starts them again")
    run.add_argument("--no-window", action="store_true", help="keep the line alone")
    line = _add(verbs, "line", _line, "carry the calls of this seat (no window)")
    line.add_argument("--standby", action="store_true", help="wait until the running line ends, then take over")
    _add(verbs, "desk", _desk, "open the window alone")
    _add(verbs, "init", _init, "prepare a data folder: settings, database, first directory")
    doctor = _add(verbs, "doctor", _doctor, "look for what is wrong: log, recordings, settings, devices, ports, disk")
    doctor.add_argument("--json", action="store_true", help="findings as JSON")
    _add(verbs, "agency", _agency, "list or change the directory of agencies", takes_rest=True)
    _add(verbs, "unit", _unit, "list or change the units", takes_rest=True)
    words = "`import region FILE…` takes in village polygons, streets, posts and maps; `import list`; `import remove NAME`"
    _add(verbs, "import", _import, words, takes_rest=True)
    _add(verbs, "report", _report, "make a report file", takes_rest=True)
    _add_foreign(verbs, "demo", "calltaker.training.demo", "play the demo")
    _add_foreign(verbs, "call-caller", "calltaker.training.caller", "the made-up callers of the demo")
    return parser


def _add(verbs: _Verbs, name: str, verb: Verb, words: str, *, takes_rest: bool = False) -> argparse.ArgumentParser:
    parser = verbs.add_parser(name, help=words, description=words)
    parser.add_argument("--data-dir", type=Path, help="where the seat keeps its data")
    parser.add_argument("--config", type=Path, help="a settings file to be read in place of the data folder's")
    parser.add_argument("--database", metavar="URL", help="postgresql+psycopg://… or sqlite:///…, over what the settings say")
    parser.set_defaults(verb=verb, takes_rest=takes_rest)
    return parser


def _add_foreign(verbs: _Verbs, name: str, module: str, words: str) -> None:
    """A verb that reads its arguments itself."""
    parser = verbs.add_parser(name, help=words, add_help=False)
    parser.set_defaults(verb=lambda _asked, rest: importlib.import_module(module).main(list(rest)), takes_rest=True)


def _settings(asked: argparse.Namespace) -> Settings:
    if asked.database:
        os.environ[DATABASE_VARIABLE] = asked.database  # so that the children of this process use it too
    return load(data_dir=asked.data_dir, config=asked.config)


def _where(asked: argparse.Namespace) -> list[str]:
    """Return the arguments that lead a child to the same settings."""
    pairs = (("--data-dir", asked.data_dir), ("--config", asked.config))
    return [text for name, path in pairs if path is not None for text in (name, str(path.absolute()))]


def _run(asked: argparse.Namespace, _rest: Sequence[str]) -> int:
    from calltaker.keeper import run  # noqa: PLC0415

    return run(_settings(asked), _where(asked), window=not asked.no_window)


def _line(asked: argparse.Namespace, _rest: Sequence[str]) -> int:
    from calltaker.line.main import run  # noqa: PLC0415

    return run(_settings(asked), standby=(lambda: _settings(asked)) if asked.standby else None)


def _desk(asked: argparse.Namespace, _rest: Sequence[str]) -> int:
    from calltaker.app.main import run_desk  # noqa: PLC0415

    return leave(int(run_desk(_settings(asked))))


def _init(asked: argparse.Namespace, _rest: Sequence[str]) -> int:
    from calltaker.initialise import run  # noqa: PLC0415

    return _plainly(lambda: run(_settings(asked)))


def _doctor(asked: argparse.Namespace, _rest: Sequence[str]) -> int:
    from calltaker.doctor import run  # noqa: PLC0415

    return run(lambda: _settings(asked), as_json=asked.json)


def _agency(asked: argparse.Namespace, rest: Sequence[str]) -> int:
    from calltaker.directory import agency  # noqa: PLC0415

    return _plainly(lambda: agency(_settings(asked), rest))


def _unit(asked: argparse.Namespace, rest: Sequence[str]) -> int:
    from calltaker.directory import unit  # noqa: PLC0415

    return _plainly(lambda: unit(_settings(asked), rest))


def _import(asked: argparse.Namespace, rest: Sequence[str]) -> int:
    from calltaker.regions.command import run  # noqa: PLC0415

    return run(_settings(asked), rest)


def _report(asked: argparse.Namespace, rest: Sequence[str]) -> int:
    from calltaker.reports import __main__ as reports  # noqa: PLC0415

    os.environ[reports.DATABASE_VARIABLE] = _settings(asked).database_url
    return reports.main(rest)


def _plainly(work: Callable[[], int]) -> int:
    """Run a verb that works on the log; say in one sentence why it cannot."""
    from calltaker.instance_lock import AlreadyRunningError  # noqa: PLC0415
    from db.errors import DatabaseError, JournalError  # noqa: PLC0415

    try:
        return work()
    except (DatabaseError, JournalError, AlreadyRunningError) as error:
        return _give_up(str(error))
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        return _give_up(f"{where}{error.strerror or error}")


def _give_up(words: str) -> int:
    sys.stderr.write(words[:1].upper() + words[1:] + ("" if words.endswith(".") else ".") + "\n")
    return CANNOT_START


if __name__ == "__main__":
    sys.exit(main())
