"""`calltaker call-caller`: the citizens of the demo, or (with --agency) whoever the desk calls: the agency
it forwards to, and a citizen who is called back.

Orders on standard input, one JSON object a line: `{"do": "call", "scene": "house_fire"}`, `{"do": "hang_up", "scene": …}`.
Facts on standard output in the same way. With `--every S` it calls by itself, scene after scene, until stopped.
"""

from __future__ import annotations

import argparse
import itertools
from typing import Any

from calltaker.training.actor import Actor, obey_standard_input, tell
from calltaker.training.scenes import load_scenes


def main(arguments: list[str] | None = None) -> int:
    """Run until standard input ends."""
    parser = argparse.ArgumentParser(prog="calltaker call-caller", description=__doc__)
    parser.add_argument("--target", default="sip:112@127.0.0.1:5060", help="SIP address of the seat")
    parser.add_argument("--agency", action="store_true", help="answer calls instead of making them")
    parser.add_argument("--port", type=int, default=0, help="own SIP port (0: any free one)")
    parser.add_argument("--every", type=float, default=0.0, metavar="S", help="call by itself, S seconds apart")
    options = parser.parse_args(arguments)
    scenes = load_scenes()
    if options.agency:
        agency = "sip:agency@127.0.0.1"
        actor = Actor(uri=agency, port=options.port, speech="agency_answer.wav", citizens=scenes.values())
    else:
        actor = Actor(uri="sip:caller@127.0.0.1", port=options.port)

    def obey(order: dict[str, Any]) -> None:
        scene = scenes.get(str(order.get("scene", "")))
        if order.get("do") == "call" and scene is not None:
            actor.call(scene, options.target)
        elif order.get("do") == "hang_up" and scene is not None:
            actor.hang_up(scene.id)
        else:
            tell("failed", reason=f"order not understood: {order}")

    if options.every and not options.agency:
        rounds = itertools.cycle(scenes.values())

        def call_next() -> None:
            scene = next(rounds)
            if scene.id not in actor.calls:
                actor.call(scene, options.target)
            actor.later(options.every, call_next)

        actor.later(2.0, call_next)
    obey_standard_input(actor, obey)
    actor.run()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
