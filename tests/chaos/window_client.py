"""A window without Qt, to be killed: attaches, answers the first call that rings, types a form and saves it at every key.

    python window_client.py DATA_DIR

It writes a line to standard output for what it did: "attached", "answered CALL_ID", then "saved N AT_MS" once the line has
the N-th draft on disk.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from calltaker.line.plain_client import PlainClient
from calltaker.line.wire import SaveDraft
from calltaker.settings_loader import load
from telephony import commands

KEY_EVERY_S = 0.1


def main(folder: Path) -> None:
    window = PlainClient(load(data_dir=folder, env={}), actor="sari", name="window", timeout_s=60.0)
    say("attached")
    call_id = window.wait_event("call.ringing").event.subject
    window.order(commands.Answer(call_id=call_id))
    window.wait_event("call.answered", subject=call_id)
    say(f"answered {call_id}")
    typed = 0
    while True:
        typed += 1
        window.request(SaveDraft(call_id=call_id, form=f'{{"typed":{typed}}}'))
        say(f"saved {typed}")
        time.sleep(KEY_EVERY_S)


def say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
