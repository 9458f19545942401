"""`python -m calltaker.places --region DIR --home CODE [--neighbour CODE]…`: started by the window, ends with it."""

from __future__ import annotations

import argparse
import os
import re
import sys
from pathlib import Path

from calltaker.child_side import Pipe
from calltaker.places.knowledge import Home
from calltaker.places.service import Service

NO_HOME = "00.00"
_SWITCH_INTERVAL_S = 0.001  # while an index is built beside it, a question still gets the interpreter at once


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="calltaker.places")
    parser.add_argument("--region", type=Path, required=True, help="folder of the imported region")
    parser.add_argument("--home", required=True, help="Kemendagri code of the centre's regency or city")
    parser.add_argument("--neighbour", action="append", default=[], help="code of a neighbouring regency or city")
    read = parser.parse_args(arguments)
    sys.setswitchinterval(_SWITCH_INTERVAL_S)
    service = Service(Pipe(), read.region, Home(code=_known_code(read.home), neighbours=tuple(read.neighbour)))
    service.run()
    return 0


def _known_code(code: str) -> str:
    """Return a code that a region can have; a broken setting must not keep coordinates from being read."""
    if re.fullmatch(r"[0-9]{2}\.?[0-9]{2}", code):
        return code
    sys.stderr.write(f"{code!r} is no code of a regency or city: every place counts as away from home\n")
    return NO_HOME


if __name__ == "__main__":
    ended = main(sys.argv[1:])
    os._exit(ended)  # an index may still be in work, and the interpreter taken apart under it would abort the process
