"""Messages that a careless, broken or hostile peer might send, after the ideas of RFC 4475 and of broken bodies.

`messages(host, port, transport)` gives name → bytes; `host` and `port` are the phone's. Call-IDs are unique per run.
"""

from __future__ import annotations

import uuid

OFFER = (
    b"v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 40000 RTP/AVP 8 101\r\n"
    b"a=rtpmap:8 PCMA/8000\r\na=rtpmap:101 telephone-event/8000\r\n"
)


class Workshop:
    """Builds messages of one run: right in everything that a test does not change."""

    def __init__(self, host: str, port: int, transport: str) -> None:
        self.uri = f"sip:112@{host}:{port}"
        self.via = f"SIP/2.0/{transport.upper()} 127.0.0.1:9;rport"

    def request(
        self, method: str = "INVITE", *, uri: str = "", body: bytes = b"", drop: tuple[str, ...] = (), **changed: str
    ) -> bytes:
        """`changed` replaces headers ("call_id" for Call-ID) or adds new ones; `drop` leaves headers out."""
        token = uuid.uuid4().hex
        headers = {
            "via": f"{self.via};branch=z9hG4bK{token}",
            "from": f'"Penelepon" <sip:0812555{token[:4]}@contoh.id>;tag={token[:8]}',
            "to": f"<{self.uri}>",
            "call-id": f"{token}@siksa.contoh.id",
            "cseq": f"1 {method}",
            "contact": "<sip:siksa@127.0.0.1:9>",
            "max-forwards": "70",
        }
        if body:
            headers["content-type"] = "application/sdp"
        headers["content-length"] = str(len(body))
        headers |= {name.replace("_", "-"): value for name, value in changed.items()}
        lines = [f"{method} {uri or self.uri} SIP/2.0"]
        lines += [f"{name}: {value}" for name, value in headers.items() if name not in drop]
        return ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8", "surrogateescape") + body

    def raw(self, start: str, *lines: str, body: bytes = b"") -> bytes:
        return "\r\n".join([start, *lines, "", ""]).encode("utf-8", "surrogateescape") + body


def messages(host: str, port: int, transport: str) -> dict[str, bytes]:
    shop = Workshop(host, port, transport)
    return {
        **_headers(shop),
        **_start_lines(shop),
        **_numbers(shop),
        **_methods(shop),
        **_responses(shop),
        **_sdp(shop),
        **_parts(shop),
    }


def _headers(shop: Workshop) -> dict[str, bytes]:
    return {
        "folded and compact": shop.request(
            drop=("subject",),
            body=OFFER,
            **{"from": '"Warga\r\n Jauh"\r\n\t<sip:warga@contoh.id>\r\n ;tag\r\n = lipat', "s": ""},
        ),
        "empty from": shop.request(body=OFFER, **{"from": ""}),
        "from of blanks": shop.request(body=OFFER, **{"from": "   "}),
        "from without uri": shop.request(body=OFFER, **{"from": '"Hanya nama";tag=1'}),
        "from never closed": shop.request(body=OFFER, **{"from": '"Tak ditutup <sip:a@contoh.id>;tag=2'}),
        "from with bad escapes": shop.request(body=OFFER, **{"from": "<sip:%zz%00%ff@contoh.id>;tag=3"}),
        "from with bytes": shop.request(body=OFFER, **{"from": '"\udcff\udcfe\udc80" <sip:bita@contoh.id>;tag=4'}),
        "from with controls": shop.request(body=OFFER, **{"from": '"Bel \x07 Hapus \x7f" <sip:lonceng@contoh.id>;tag=5'}),
        "two froms": shop.request(body=OFFER, f="<sip:kedua@contoh.id>;tag=6"),
        "no from": shop.request(body=OFFER, drop=("from",)),
        "no to": shop.request(body=OFFER, drop=("to",)),
        "no call-id": shop.request(body=OFFER, drop=("call-id",)),
        "no cseq": shop.request(body=OFFER, drop=("cseq",)),
        "no via": shop.request(body=OFFER, drop=("via",)),
        "nothing but a start line": shop.raw(f"INVITE {shop.uri} SIP/2.0"),
        "via of another world": shop.request(body=OFFER, via="SIP/2.0/MERPATI 127.0.0.1:9;branch=z9hG4bKmerpati"),
        "via port too large": shop.request(body=OFFER, via="SIP/2.0/UDP 127.0.0.1:123456;branch=z9hG4bKport"),
        "via broken ipv6": shop.request(body=OFFER, via="SIP/2.0/UDP [:::1]:9;branch=z9hG4bKenam"),
        "via empty branch": shop.request(body=OFFER, via=f"{shop.via};branch="),
        "contact of semicolons": shop.request(body=OFFER, contact="<sip:a@127.0.0.1:9>;;;;=;"),
        "contact missing": shop.request(body=OFFER, drop=("contact",)),
        "route to nowhere": shop.request(body=OFFER, route="<sip:tak-ada.invalid;lr>, <sip:[::1;lr>"),
        "require the impossible": shop.request(body=OFFER, require="jampi-jampi, mantra"),
        "replaces of no dialog": shop.request(body=OFFER, replaces="tak-ada;to-tag=1;from-tag=2", require="replaces"),
        "session of one second": shop.request(body=OFFER, session_expires="1;refresher=uac", supported="timer", min_se="1"),
        "geolocation of nonsense": shop.request(body=OFFER, geolocation="<cid:>, ;;=, <<<", geolocation_routing="mungkin"),
        "identity of nonsense": shop.request(body=OFFER, p_asserted_identity='"\\', remote_party_id="<>;party=;privacy"),
        "thousand headers": shop.request(body=OFFER, **{f"x-{number}": "v" for number in range(1000)}),
        "colons": shop.raw(f"INVITE {shop.uri} SIP/2.0", *[":"] * 300),
    }


def _start_lines(shop: Workshop) -> dict[str, bytes]:
    return {
        "version seven": shop.request(body=OFFER).replace(b" SIP/2.0\r\n", b" SIP/7.0\r\n", 1),
        "two blanks": shop.request(body=OFFER).replace(b"INVITE ", b"INVITE   ", 1),
        "uri in brackets": shop.request(uri=f"<{shop.uri}>", body=OFFER),
        "uri with blanks": shop.request(uri=f"{shop.uri}; lr", body=OFFER),
        "uri with headers": shop.request(uri=f"{shop.uri}?Route=%3Csip:jahat.invalid%3E", body=OFFER),
        "uri of another scheme": shop.request(uri="layangan:putus", body=OFFER),
        "service urn": shop.request(uri="urn:service:sos", body=OFFER),
        "lower case method": shop.request("invite", body=OFFER),
        "method of signs": shop.request("!#$%&'*+.^_`|~-", drop=("contact",)),
        "method does not fit cseq": shop.request(cseq="8 OPTIONS", body=OFFER),
        "no blank at all": b"INVITE\r\n\r\n",
        "only line ends": b"\r\n" * 40,
        "nul bytes": bytes(200),
        "bare line feeds": shop.request(body=OFFER).replace(b"\r\n", b"\n"),
        "two requests in one": shop.request("OPTIONS") + shop.request("OPTIONS"),
    }


def _numbers(shop: Workshop) -> dict[str, bytes]:
    return {
        "length too small": shop.request(body=OFFER, content_length="3"),
        "length too large": shop.request("OPTIONS", content_length="2000"),
        "length negative": shop.request(body=OFFER, content_length="-1"),
        "length of letters": shop.request(body=OFFER, content_length="panjang"),
        "length astronomical": shop.request(body=OFFER, content_length="9" * 40),
        "two lengths": shop.request(body=OFFER, l="7"),
        "cseq astronomical": shop.request(cseq=f"{'9' * 30} INVITE", body=OFFER),
        "max-forwards zero": shop.request("OPTIONS", max_forwards="0"),
        "max-forwards of letters": shop.request(body=OFFER, max_forwards="jauh"),
        "expires astronomical": shop.request("SUBSCRIBE", event="presence", expires="9" * 30),
        "date nobody knows": shop.request("OPTIONS", date="Sen, 32 Jan 20x6 25:61:61 WIB"),
    }


def _methods(shop: Workshop) -> dict[str, bytes]:
    """Requests that belong to a dialog which does not exist, and services that a phone does not offer."""
    outside = {
        method: shop.request(method, to=f"<{shop.uri}>;tag=tak-ada")
        for method in ("BYE", "ACK", "CANCEL", "PRACK", "UPDATE", "INFO")
    }
    return {f"{method} of no dialog": message for method, message in outside.items()} | {
        "refer out of nothing": shop.request("REFER", refer_to="<sip:jahat@contoh.id>"),
        "notify out of nothing": shop.request("NOTIFY", event="refer", subscription_state="terminated"),
        "register here": shop.request("REGISTER", contact="<sip:%00@contoh.id>;expires=99999999999"),
        "authorization of no scheme": shop.request("REGISTER", authorization="Mantra kata=sakti"),
        "message of bytes": shop.request("MESSAGE", body=b"h\xff\xfe\x00lo", content_type="text/plain;charset=utf-8"),
        "publish": shop.request("PUBLISH", event="dialog", body=b"<x/>", content_type="application/xml"),
    }


def _responses(shop: Workshop) -> dict[str, bytes]:
    lines = (
        f"Via: {shop.via};branch=z9hG4bKbalas",
        "From: <sip:a@b>;tag=1",
        "To: <sip:c@d>;tag=2",
        "Call-ID: balas",
        "CSeq: 1 INVITE",
    )
    return {
        "answer to nothing": shop.raw("SIP/2.0 200 OK", *lines, "Content-Length: 0"),
        "answer of a huge code": shop.raw("SIP/2.0 4294967301 Besar", *lines, "Content-Length: 0"),
        "answer without reason": shop.raw("SIP/2.0 100 ", *lines, "Content-Length: 0"),
        "answer with a huge retry-after": shop.raw("SIP/2.0 503 X", *lines, f"Retry-After: {'9' * 30}", "Content-Length: 0"),
        "answer through broadcast": shop.raw(
            "SIP/2.0 200 OK", lines[0], "Via: SIP/2.0/UDP 255.255.255.255;branch=x", *lines[1:]
        ),
    }


def _sdp(shop: Workshop) -> dict[str, bytes]:
    bodies = {
        "one line": b"v=0\r\n",
        "no version": OFFER[5:],
        "garbage": bytes(range(256)),
        "nul bytes": bytes(300),
        "no connection": OFFER.replace(b"c=IN IP4 127.0.0.1\r\n", b""),
        "address of nonsense": OFFER.replace(b"c=IN IP4 127.0.0.1", b"c=IN IP4 999.999.1.1"),
        "other family": OFFER.replace(b"c=IN IP4 127.0.0.1", b"c=IN IP6 ::1"),
        "port too large": OFFER.replace(b"40000", b"99999999"),
        "port negative": OFFER.replace(b"40000", b"-5"),
        "port zero": OFFER.replace(b"40000", b"0"),
        "two hundred formats": OFFER.replace(b"RTP/AVP 8 101", b"RTP/AVP " + b" ".join(b"%d" % n for n in range(200))),
        "forty streams": OFFER + b"m=audio 0 RTP/AVP 8\r\n" * 40,
        "clock rate zero": OFFER.replace(b"PCMA/8000", b"PCMA/0"),
        "unknown codec only": OFFER.replace(b"RTP/AVP 8 101", b"RTP/AVP 96").replace(b"8 PCMA/8000", b"96 KENTONGAN/8000"),
        "video only": OFFER.replace(b"m=audio", b"m=video"),
        "long attribute": OFFER + b"a=" + b"x" * 2000 + b"\r\n",
        "cut in the middle": OFFER[:70],
        "secure by force": OFFER.replace(b"RTP/AVP", b"RTP/SAVP") + b"a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:pendek\r\n",
    }
    return {f"sdp: {name}": shop.request(body=body) for name, body in bodies.items()} | {
        "sdp: of another type": shop.request(body=b"<sdp/>", content_type="application/tidak-dikenal"),
        "sdp: type of nonsense": shop.request(body=OFFER, content_type="///;;;"),
    }


def _parts(shop: Workshop) -> dict[str, bytes]:
    sdp_part = b"Content-Type: application/sdp\r\n\r\n" + OFFER
    pidf = b"Content-Type: application/pidf+xml\r\nContent-ID: <l@x>\r\n\r\n<presence><tuple><status><geopriv>"
    bodies: dict[str, tuple[str, bytes]] = {
        "no boundary": ("multipart/mixed", b"--a\r\n" + sdp_part + b"\r\n--a--\r\n"),
        "boundary never comes": ("multipart/mixed;boundary=b", sdp_part),
        "never ends": ("multipart/mixed;boundary=b", b"--b\r\n" + sdp_part),
        "ends at once": ("multipart/mixed;boundary=b", b"--b--\r\n"),
        "boundary empty": ('multipart/mixed;boundary=""', b"--\r\n" + sdp_part + b"\r\n----\r\n"),
        "part without end of headers": ("multipart/mixed;boundary=b", b"--b\r\nContent-Type: application/sdp\r\n--b--\r\n"),
        "part of nothing": ("multipart/mixed;boundary=b", b"--b\r\n\r\n--b\r\n\r\n--b--\r\n"),
        "nested thirty deep": (
            "multipart/mixed;boundary=b",
            b"--b\r\nContent-Type: multipart/mixed;boundary=b\r\n\r\n" * 30 + b"--b--",
        ),
        "half a location": ("multipart/mixed;boundary=b", b"--b\r\n" + sdp_part + b"\r\n--b\r\n" + pidf),
        "hundred parts": ("multipart/mixed;boundary=b", b"--b\r\nContent-Type: text/plain\r\n\r\nx\r\n" * 60 + b"--b--\r\n"),
        "binary": ("multipart/mixed;boundary=b", b"--b\r\nContent-Type: a/b\r\n\r\n" + bytes(range(256)) + b"\r\n--b--\r\n"),
    }
    return {f"parts: {name}": shop.request(body=body, content_type=kind) for name, (kind, body) in bodies.items()}
