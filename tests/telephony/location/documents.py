"""PIDF-LO documents about an invented place."""

from __future__ import annotations

import pytest

from telephony.location import pidflo
from telephony.location.place import CallerLocation, LocationProblem

LAT, LON = -6.595, 106.8166
POS = f"<gml:pos>{LAT} {LON}</gml:pos>"
SRS = 'srsName="urn:ogc:def:crs:EPSG::4326"'
METRE = 'uom="urn:ogc:def:uom:EPSG::9001"'
DEGREE = 'uom="urn:ogc:def:uom:EPSG::9102"'
CIVIC = (
    '<cl:civicAddress xml:lang="id"><cl:country>ID</cl:country><cl:A1>Jawa Contoh</cl:A1><cl:A2>Kota Contoh</cl:A2>'
    "<cl:A3>Contoh Tengah</cl:A3><cl:A4>Mawar</cl:A4><cl:RD>Jl. Melati</cl:RD><cl:HNO>12</cl:HNO><cl:HNS>A</cl:HNS>"
    "<cl:LMK>dekat masjid</cl:LMK><cl:PC>16128</cl:PC><cl:X>y</cl:X></cl:civicAddress>"
)
CIVIC_LINE = "dekat masjid, Jl. Melati 12 A, Mawar, Contoh Tengah, Kota Contoh, Jawa Contoh, 16128, ID, X=y"


def circle(lat: float | str = LAT, lon: float | str = LON, radius: float | str = 85.5, *, srs: str = SRS) -> str:
    return f"<gs:Circle {srs}><gml:pos>{lat} {lon}</gml:pos><gs:radius {METRE}>{radius}</gs:radius></gs:Circle>"


def geopriv(info: str, *, method: str = "Cell") -> str:
    return (
        f"<gp:geopriv><gp:location-info>{info}</gp:location-info><gp:usage-rules/><gp:method>{method}</gp:method></gp:geopriv>"
    )


def device(info: str, *, timestamp: str = "2026-01-15T07:30:00+07:00") -> str:
    return f'<dm:device id="d">{geopriv(info)}<dm:timestamp>{timestamp}</dm:timestamp></dm:device>'


def presence(*contents: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<presence xmlns="urn:ietf:params:xml:ns:pidf"'
        ' xmlns:dm="urn:ietf:params:xml:ns:pidf:data-model" xmlns:gp="urn:ietf:params:xml:ns:pidf:geopriv10"'
        ' xmlns:gml="http://www.opengis.net/gml" xmlns:gs="http://www.opengis.net/pidflo/1.0"'
        ' xmlns:cl="urn:ietf:params:xml:ns:pidf:geopriv10:civicAddr" xmlns:con="urn:ietf:params:xml:ns:geopriv:conf"'
        f' entity="pres:caller@example.invalid">{"".join(contents)}</presence>'
    ).encode()


def document(info: str) -> bytes:
    return presence(device(info))


def ring(numbers: str) -> str:
    return f"<gml:exterior><gml:LinearRing><gml:posList>{numbers}</gml:posList></gml:LinearRing></gml:exterior>"


def only(xml: bytes) -> CallerLocation:
    (place,) = pidflo.parse(xml)
    return place


def reason_of(xml: bytes) -> LocationProblem:
    with pytest.raises(LocationProblem) as caught:
        pidflo.parse(xml)
    return caught.value
