"""A writer to be killed: appends until it dies and prints the id of every event once it is acknowledged.

usage: python -m tests.db.writer_process URL ROUND
"""

from __future__ import annotations

import os
import sys

from db.journal import Journal, named
from tests.db import facts


def main(url: str, name: str) -> None:
    journal = Journal(url, "seat-1", numbering=lambda _at_us, counter: f"9999-112-260115-{counter:04d}", ballast_bytes=0)
    journal.open()
    number = 0
    while True:
        call_id = f"call-{name}-{number}"
        for batch in (
            [facts.ringing(call_id)],
            [facts.answered(call_id), facts.opened(f"incident-{name}-{number}", call_id, summary="kebakaran")],
            [facts.ended(call_id)],
        ):
            events = journal.append(named(batch))
            os.write(1, "".join(f"{event.id}\n" for event in events).encode())
        number += 1


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
