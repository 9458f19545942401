"""The sound of the seat: headset, calls, recordings and silence on pjsua2's conference bridge.

Every recording hears, in its two legs together, all that was said in its call: the caller's leg what comes from the peer, the
desk's leg what the peer is given to hear (our microphone unless muted, and the others of a conference). Silence flows
into both legs and into every call all the time: a recorder without a source writes nothing (a hold would shorten the
leg), and our RTP goes on while the microphone is muted or the headset is away.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator

import msgspec
import pjsua2 as pj

from telephony.sip.patch_panel import Node, Pair, PatchPanel

logger = logging.getLogger(__name__)

SILENCE: Node = "silence"
HEADSET: Node = "headset"


class CallSound(msgspec.Struct, frozen=True, kw_only=True):
    """What the mixer has to know of a call. `connected`: its RTP stream is on the bridge; `recorded`: its legs are open."""

    call_id: str
    connected: bool
    recorded: bool
    held: bool
    muted: bool
    in_conference: bool


def voice(call_id: str) -> Node:
    return ("voice", call_id)


def caller_leg(call_id: str) -> Node:
    return ("caller_leg", call_id)


def desk_leg(call_id: str) -> Node:
    return ("desk_leg", call_id)


def wanted_pairs(calls: Iterable[CallSound], *, headset: bool) -> set[Pair]:
    """Return every (source, sink) that should be connected."""
    calls = tuple(calls)
    members = [call for call in calls if call.in_conference and call.connected and not call.held]
    return {pair for call in calls for pair in _pairs_of(call, members, headset=headset)}


def _pairs_of(call: CallSound, members: list[CallSound], *, headset: bool) -> Iterator[Pair]:
    speakers: list[Node] = [HEADSET] if headset and not call.muted else []
    if call in members:
        speakers += [voice(other.call_id) for other in members if other is not call]
    if call.recorded:
        yield SILENCE, caller_leg(call.call_id)
        yield SILENCE, desk_leg(call.call_id)
    if not call.connected:
        return
    yield SILENCE, voice(call.call_id)
    if call.recorded:
        yield voice(call.call_id), caller_leg(call.call_id)
    if call.held:
        return
    if headset:
        yield voice(call.call_id), HEADSET
    for speaker in speakers:
        yield speaker, voice(call.call_id)
        if call.recorded:
            yield speaker, desk_leg(call.call_id)


class Mixer:
    """Carries the wanted connections out. Belongs to the SIP thread."""

    def __init__(self) -> None:
        self._media: dict[Node, pj.AudioMedia] = {}
        self._panel = PatchPanel(self._connect, self._disconnect)

    def plug(self, node: Node, media: pj.AudioMedia) -> None:
        """Put a source or sink on the bridge; connections of an older one of this name are made again."""
        self._panel.forget(node)
        self._media[node] = media

    def unplug(self, node: Node) -> None:
        """The bridge has dropped it, or is about to."""
        self._panel.forget(node)
        self._media.pop(node, None)

    def arrange(self, calls: Iterable[CallSound]) -> None:
        self._panel.want(wanted_pairs(calls, headset=HEADSET in self._media))

    def clear(self) -> None:
        """Let go of every media object, which must not outlive the library."""
        for node in list(self._media):
            self.unplug(node)

    def _connect(self, source: Node, sink: Node) -> None:
        self._patch("startTransmit", source, sink)

    def _disconnect(self, source: Node, sink: Node) -> None:
        self._patch("stopTransmit", source, sink)

    def _patch(self, action: str, source: Node, sink: Node) -> None:
        try:
            getattr(self._media[source], action)(self._media[sink])
        except pj.Error as error:
            logger.warning("%s from %s to %s failed: %s", action, source, sink, error.reason)
