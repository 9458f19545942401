"""The made-up calls of the demo, as data."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

import resources


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where the network says the caller is: a circle of `radius_m` around WGS 84 degrees."""

    lat: float
    lon: float
    radius_m: float


class Scene(msgspec.Struct, frozen=True, kw_only=True):
    """One call. `speech` is a WAV of resources/sounds/speech ("" = silence). `give_up_after_s` > 0: the caller hangs up
    while it still rings. `hang_up_after_s` > 0: the caller hangs up that long after the answer."""

    id: str
    number: str
    name: str = ""
    speech: str = ""
    place: Place | None = None
    give_up_after_s: float = 0.0
    hang_up_after_s: float = 0.0


def load_scenes() -> dict[str, Scene]:
    """Return the scenes by id, in the order of the file."""
    scenes = msgspec.json.decode(resources.path("demo_town", "scenes.json").read_bytes(), type=list[Scene])
    return {scene.id: scene for scene in scenes}


def citizen_called(uri: str, citizens: Iterable[Scene]) -> Scene | None:
    """Return the citizen whose number a SIP address holds (the desk calls back), or `None` when it is nobody's."""
    digits = "".join(filter(str.isdigit, uri.partition("@")[0]))
    return next((one for one in citizens if digits.endswith(one.number.removeprefix("0"))), None)


def pidf_lo(scene: Scene, timestamp: str) -> str:
    """Return the PIDF-LO document (RFC 5491 circle) of the scene's place. `timestamp` is RFC 3339."""
    assert scene.place is not None
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\r\n'
        '<presence xmlns="urn:ietf:params:xml:ns:pidf" xmlns:dm="urn:ietf:params:xml:ns:pidf:data-model" '
        'xmlns:gp="urn:ietf:params:xml:ns:pidf:geopriv10" xmlns:gs="http://www.opengis.net/pidflo/1.0" '
        'xmlns:gml="http://www.opengis.net/gml" entity="pres:caller@nusaraya.example">\r\n'
        '<dm:device id="phone"><gp:geopriv><gp:location-info><gs:Circle srsName="urn:ogc:def:crs:EPSG::4326">'
        f"<gml:pos>{scene.place.lat} {scene.place.lon}</gml:pos>"
        f'<gs:radius uom="urn:ogc:def:uom:EPSG::9001">{scene.place.radius_m}</gs:radius></gs:Circle></gp:location-info>'
        "<gp:usage-rules/><gp:method>Cell</gp:method></gp:geopriv>"
        f"<dm:timestamp>{timestamp}</dm:timestamp></dm:device></presence>\r\n"
    )
