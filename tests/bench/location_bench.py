"""What it costs to read a network location: one PIDF-LO document of each shape, one AML message of each kind. CPU time of this
thread, so that neighbours on the machine do not count."""

from __future__ import annotations

import time
from collections.abc import Callable

from telephony.events import BodyPart, Header
from telephony.location import aml, geolocation, pidflo
from tests.bench.report import Row, percentile

ROUNDS = 2_000
GOAL_P99_US = 10_000.0
"""Of network location → village and nearest units, all together (10 ms); reading it is the first part."""

_METRE = 'uom="urn:ogc:def:uom:EPSG::9001"'
_DEGREE = 'uom="urn:ogc:def:uom:EPSG::9102"'
_POS = "<gml:pos>-6.595 106.8166</gml:pos>"
_RING = " ".join(f"{-6.595 + 0.001 * (at % 7)} {106.81 + 0.001 * at}" for at in range(14)) + " -6.595 106.81"
_SHAPES = {
    "circle": f"<gs:Circle>{_POS}<gs:radius {_METRE}>85.5</gs:radius></gs:Circle>",
    "ellipse": f"<gs:Ellipse>{_POS}<gs:semiMajorAxis {_METRE}>775</gs:semiMajorAxis><gs:semiMinorAxis {_METRE}>100"
    f"</gs:semiMinorAxis><gs:orientation {_DEGREE}>43</gs:orientation></gs:Ellipse>",
    "sector": f"<gs:ArcBand>{_POS}<gs:innerRadius {_METRE}>1661</gs:innerRadius><gs:outerRadius {_METRE}>2215</gs:outerRadius>"
    f"<gs:startAngle {_DEGREE}>266</gs:startAngle><gs:openingAngle {_DEGREE}>120</gs:openingAngle></gs:ArcBand>",
    "polygon": f"<gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>{_RING}</gml:posList></gml:LinearRing></gml:exterior>"
    "</gml:Polygon>",
}
_MESSAGE_1 = (
    'A"ML=1;lt=-06.59500;lg=+106.81660;rd=50;top=20260115003000;lc=90;pm=W;si=510101234567890;ei=358239059042542;mcc=510;mnc=10;'
    "ml=129"
)
_MESSAGE_2 = (
    'A"ML=2;en=112;et=1768437000;lo=-6.59500,106.81660,20.1;lt=-12;lc=68;lz=240.5,10.0;ls=G;ei=358239059042542;nc=51010;'
    "lg=id-ID"
)


def rows() -> list[Row]:
    """The lines of the bench table."""
    table: list[Row] = []
    for name, shape in _SHAPES.items():
        xml = _document(shape)
        table += _timed(f"PIDF-LO {name}", lambda xml=xml: pidflo.parse(xml))
    headers, parts = (Header("Geolocation", "<cid:a>"),), (BodyPart("application/pidf+xml", "a", _document(_SHAPES["sector"])),)
    table += _timed("Geolocation header and sector", lambda: geolocation.all_from_parts(headers, parts))
    table += _timed("AML version 1, text", lambda: aml.parse(_MESSAGE_1))
    table += _timed("AML version 2, text", lambda: aml.parse(_MESSAGE_2))
    packed = sum(ord(sign) << 7 * at for at, sign in enumerate(_MESSAGE_1)).to_bytes(113, "little")
    return [*table, *_timed("AML version 1, data SMS", lambda: aml.parse(packed))]


def _document(shape: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><presence xmlns="urn:ietf:params:xml:ns:pidf" entity="pres:a@example.invalid"'
        ' xmlns:dm="urn:ietf:params:xml:ns:pidf:data-model" xmlns:gp="urn:ietf:params:xml:ns:pidf:geopriv10"'
        ' xmlns:gml="http://www.opengis.net/gml" xmlns:gs="http://www.opengis.net/pidflo/1.0"'
        ' xmlns:con="urn:ietf:params:xml:ns:geopriv:conf"><dm:device id="d"><gp:geopriv><gp:location-info>'
        f'{shape}<con:confidence pdf="normal">68</con:confidence></gp:location-info><gp:method>Cell</gp:method>'
        "</gp:geopriv><dm:timestamp>2026-01-15T07:30:00+07:00</dm:timestamp></dm:device></presence>"
    ).encode()


def _timed(what: str, read: Callable[[], object]) -> list[Row]:
    took_us = []
    for _ in range(ROUNDS):
        start_ns = time.thread_time_ns()
        read()
        took_us.append((time.thread_time_ns() - start_ns) / 1e3)
    p50, p99 = percentile(took_us, 0.5), percentile(took_us, 0.99)
    return [
        Row("location", f"read {what}, p50", p50, "µs", note=f"n={ROUNDS}, CPU"),
        Row("location", f"read {what}, p99", p99, "µs", f"goal {GOAL_P99_US:g} µs for the whole way", p99 / GOAL_P99_US),
    ]
