"""How far the transfer of a call has come."""

from __future__ import annotations

import msgspec


class Transfer(msgspec.Struct, kw_only=True):
    """A REFER on its way. `accepted`: the peer has said that it will try (202). `given_up`: the desk was told that it
    failed for lack of an outcome; a late success still counts, because a REFER cannot be called back."""

    number: int
    target_uri: str
    consult_call_id: str = ""
    accepted: bool = False
    given_up: bool = False
