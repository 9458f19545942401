"""A call with a place, over real SIP: what the phone sent stands in the log, shape for shape; later places beside it."""

from __future__ import annotations

import pytest
from support.seat import running_line
from support.sip_peer import SipPeer
from support.sip_text import sdp

from calltaker.line.plain_client import PlainClient
from db.events import CallRinging, Location, decode
from telephony import commands
from tests.telephony.location.documents import CIVIC, DEGREE, METRE, POS, SRS, circle, device, document, geopriv, presence, ring

pytestmark = pytest.mark.sip

SQUARE = "-6.595 106.816 -6.595 106.818 -6.597 106.818 -6.597 106.816 -6.595 106.816"
POLYGON = f"<gml:Polygon {SRS}>{ring(SQUARE)}</gml:Polygon>"
AXES = f"<gs:semiMajorAxis {METRE}>775</gs:semiMajorAxis><gs:semiMinorAxis {METRE}>100</gs:semiMinorAxis>"
ELLIPSE = f"{POS}{AXES}<gs:orientation {DEGREE}>43</gs:orientation>"
SECTOR = (
    f"{POS}<gs:innerRadius {METRE}>100</gs:innerRadius><gs:outerRadius {METRE}>900</gs:outerRadius>"
    f"<gs:startAngle {DEGREE}>20</gs:startAngle><gs:openingAngle {DEGREE}>120</gs:openingAngle>"
)
SHAPES = {
    # name: (what is sent, corners of the border, radius in m)
    "point": (f"<gml:Point {SRS}>{POS}</gml:Point>", 0, None),
    "circle": (circle(), 0, 85.5),
    "sphere": (f"<gs:Sphere>{POS}<gs:radius {METRE}>850</gs:radius></gs:Sphere>", 0, 850),
    "ellipse": (f"<gs:Ellipse {SRS}>{ELLIPSE}</gs:Ellipse>", 36, 775),
    "ellipsoid": (f"<gs:Ellipsoid>{ELLIPSE}<gs:verticalAxis {METRE}>28</gs:verticalAxis></gs:Ellipsoid>", 36, 775),
    "arcband": (f"<gs:ArcBand {SRS}>{SECTOR}</gs:ArcBand>", 50, 783),
    "polygon": (POLYGON, 4, 156),
    "prism": (f"<gs:Prism><gs:base>{POLYGON}</gs:base><gs:height {METRE}>2</gs:height></gs:Prism>", 4, 156),
    "civic": (CIVIC, 0, None),
}  # fmt: skip
BOUNDARY = "multipart/mixed;boundary=e"


def body(place: bytes, port: int | None = None) -> bytes:
    """Return a multipart body: an offer of speech on `port`, and the place as `place@a`."""
    offer = b"" if port is None else b"--e\r\nContent-Type: application/sdp\r\n\r\n" + sdp("127.0.0.1", port) + b"\r\n"
    head = b"--e\r\nContent-Type: application/pidf+xml\r\nContent-ID: <place@a>\r\n\r\n"
    return offer + head + place + b"\r\n--e--\r\n"


@pytest.fixture(scope="module")
def seat(tmp_path_factory):
    with running_line(tmp_path_factory.mktemp("seat")) as running:
        yield running


@pytest.fixture
def window(seat):
    with seat.client() as client:
        yield client


def ringing_with(seat, window: PlainClient, place: bytes, geolocation: str = "<cid:place@a>") -> CallRinging:
    """Call with a place and give up; return what the log says."""
    with SipPeer("081255501234") as peer:
        call = peer.invite(
            seat.address, headers=[("Geolocation", geolocation)], body=lambda port: body(place, port), content_type=BOUNDARY
        )
        rung = window.wait_event("call.ringing").event
        call.wait("180")
        call.cancel()
        window.wait_event("call.ended", subject=rung.subject)
    payload = decode(rung.kind, rung.payload)
    assert isinstance(payload, CallRinging)
    return payload


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_is_on_record_with_its_border(seat, window, shape):
    info, corners, radius_m = SHAPES[shape]
    payload = ringing_with(seat, window, document(info))
    place = payload.location
    assert isinstance(place, Location)
    assert (place.shape, place.source, place.target, payload.location_problem) == (shape, "pidf-lo", "device", "")
    assert len(place.outline) == corners
    assert place.radius_m == (None if radius_m is None else pytest.approx(radius_m, rel=0.01))
    assert place.raw == document(info).decode()
    assert payload.more_locations == ()


def test_every_place_of_a_call_is_on_record_in_order(seat, window):
    xml = presence(f"<dm:person>{geopriv(circle(lat=-1))}</dm:person>", device(circle(lat=-3)))
    payload = ringing_with(seat, window, xml, "<https://lis.invalid/abc>;inserted-by=net, <cid:place@a>")
    assert payload.location is not None
    assert (payload.location.lat, payload.location.target) == (-3, "device")
    assert [(place.lat, place.target, place.reference) for place in payload.more_locations] == [
        (-1, "person", ""),
        (None, "", "https://lis.invalid/abc"),
    ]


def test_a_hostile_place_costs_the_call_nothing(seat, window):
    payload = ringing_with(seat, window, b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>')
    assert payload.location is None
    assert payload.location_problem.startswith("dtd\n<!DOCTYPE")


def test_a_later_place_stands_beside_in_the_log_and_in_the_snapshot(seat, window):
    with SipPeer("081255501234") as peer:
        call = peer.invite(
            seat.address, headers=[("Geolocation", "<cid:place@a>")], content_type=BOUNDARY,
            body=lambda port: body(document(circle(lat=-6.1)), port),
        )  # fmt: skip
        call_id = window.wait_event("call.ringing").event.subject
        window.order(commands.Answer(call_id=call_id))
        call.wait("200")
        for method, lat in (("INFO", -6.2), ("UPDATE", -6.3)):
            headers = [("Geolocation", "<cid:place@a>"), ("Content-Type", BOUNDARY)]
            call.request(method, headers, body(document(circle(lat=lat))))
            event = window.wait_event("call.location_received", subject=call_id).event
            payload = decode(event.kind, event.payload)
            assert (payload.location.lat, payload.problem, payload.via, event.actor) == (lat, "", "sip", "line")
        with seat.client(name="second") as second:
            live = next(call for call in second.snapshot.calls if call.call_id == call_id)
        assert live.location is not None
        assert (live.location.lat, [place.lat for place in live.later_locations]) == (-6.1, [-6.2, -6.3])
        window.order(commands.HangUp(call_id=call_id))
        window.wait_event("call.ended", subject=call_id)
