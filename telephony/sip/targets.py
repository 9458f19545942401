"""Whom the desk wants to call: `sip:` and `tel:` addresses, checked before the stack sees them."""

from __future__ import annotations

import re

from telephony.sip.config import AccountConfig

MAX_TARGET_CHARS = 256
_TEL = re.compile(r"tel:(\+?[0-9][0-9().\-]{0,30}|[0-9*#]{1,31})(;[\x21-\x7e]*)?", re.IGNORECASE)
_SIP = re.compile(r"sip:[\x21\x23-\x3b\x3d\x3f-\x7e]+", re.IGNORECASE)  # printable ASCII without < > "
_SEPARATORS = re.compile(r"[().\-]")


class BadTargetError(ValueError):
    """The address cannot be called; the text says why, without the address."""


def host_of(uri: str) -> str:
    """Return `host[:port]` of a `sip:` URI or of a bare `host[:port]`."""
    rest = re.sub(r"^<?sips?:", "", uri.strip(), flags=re.IGNORECASE).partition(">")[0]
    return re.split(r"[;?]", rest.rpartition("@")[2], maxsplit=1)[0]


def sip_uri(host_or_uri: str, transport: str, *, loose_route: bool = False) -> str:
    """Return a `sip:` URI of a server that settings name as URI or as bare host."""
    uri = host_or_uri if re.match(r"sips?:", host_or_uri, re.IGNORECASE) else f"sip:{host_or_uri}"
    if transport == "tcp" and "transport=" not in uri:
        uri += ";transport=tcp"
    return f"{uri};lr" if loose_route and ";lr" not in uri else uri


def request_uri(target: str, account: AccountConfig) -> str:
    """Return the `sip:` URI to send a request to. A telephone number goes to the domain of the account's registrar, else
    of its proxy, else of its own address. Raises `BadTargetError`."""
    target = target.strip()
    if len(target) > MAX_TARGET_CHARS:
        raise BadTargetError("the address is too long")
    number = _TEL.fullmatch(target)
    if number:
        domain = host_of(account.registrar or account.proxy or account.uri)
        user = _SEPARATORS.sub("", number[1]).replace("#", "%23")
        return sip_uri(f"sip:{user}@{domain};user=phone", account.transport)
    if not _SIP.fullmatch(target) or not host_of(target):
        raise BadTargetError("only sip: and tel: addresses can be called")
    return sip_uri(target, account.transport)
