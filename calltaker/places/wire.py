"""What the window and the process of places say to each other: msgpack of one struct a frame (`calltaker.child_side`)."""

from __future__ import annotations

import msgspec

from db.gazetteer.place import Kind, Place
from db.region.whereabouts import Whereabouts


# --- window -> places --------------------------------------------------------------------------------------------------
class Understand(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """What the person has typed or pasted into the one field of the place: a name, coordinates in any form, a link, an AML
    message, a PIDF-LO document. Reply: `Understood`.

    `is_loose`: these are words left over of a whole line, runs of them parted by commas. Only a village or kecamatan of home or
    its neighbours whose whole name stands there is an answer, and never a name that is an ordinary word by itself."""

    text: str
    limit: int = 8
    is_loose: bool = False


class Locate(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Which village is this? Reply: `Located`."""

    lat: float
    lon: float


class FindNearest(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The nearest places of each kind, at most `limit` of one kind. Reply: `Near`."""

    lat: float
    lon: float
    kinds: tuple[Kind, ...]
    limit: int = 2


class Sketch(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """What the map writes over its tiles. Reply: `RegionSketch`."""


class NamesIn(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The names of streets and landmarks in a box of degrees, at most `limit`, spread evenly. Reply: `Names`."""

    south: float
    west: float
    north: float
    east: float
    limit: int = 200


AnyPlacesRequest = Understand | Locate | FindNearest | Sketch | NamesIn


class Request(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    body: AnyPlacesRequest


# --- places -> window --------------------------------------------------------------------------------------------------
class Point(msgspec.Struct, frozen=True, kw_only=True):
    """A point that was read from text. `source`: typed, aml, pidf-lo. `form` is how it was written: decimal, dms, link, geo,
    plus_code, mgrs, utm, aml, pidf-lo … `doubts` must be asked about before the point is taken, codes of
    `telephony.location.typed.Doubt` and: outside_home, no_village, far_away; and sign_changed for the same point with the minus
    that seems to be missing. `rest` is the text around the position, often the address."""

    lat: float
    lon: float
    source: str = "typed"
    form: str = ""
    radius_m: float | None = None
    at_us: int | None = None
    outline: tuple[tuple[float, float], ...] = ()
    where: Whereabouts
    doubts: tuple[str, ...] = ()
    rest: str = ""


class Beside(msgspec.Struct, frozen=True, kw_only=True):
    """Where a place lies as seen from the post or landmark nearest to it (`name`; "" = the middle of the region): `distance_m`
    along the ellipsoid, `direction` in eighths of a circle, clockwise from 0 = north."""

    name: str
    distance_m: float
    direction: int


class Understood(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """`points` (best first) when the text is a position, else `places` by name. `rejected` is a code of
    `telephony.location.typed.Rejected` or `telephony.location.place.Reason` when the text looks like a position that cannot be
    used (a short link, no fix): the window has the words. `is_ambiguous`: several places have the best one's name; the choice
    is by kecamatan. `beside` has one for each of `places` when some of them have the same name in the same area, else it is
    empty. `text` is the question this answers."""

    text: str
    points: tuple[Point, ...] = ()
    places: tuple[Place, ...] = ()
    rejected: str = ""
    is_ambiguous: bool = False
    beside: tuple[Beside | None, ...] = ()


class Located(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Reply to `Locate`."""

    where: Whereabouts


class Near(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Places with `distance_m`, nearest first."""

    places: tuple[Place, ...] = ()


class Label(msgspec.Struct, frozen=True, kw_only=True):
    """A name to be written on the map. `rank`: 0 kabkota, 1 kecamatan, 2 village, 3 street or landmark."""

    text: str
    lat: float
    lon: float
    rank: int
    kind: Kind = "village"


class Border(msgspec.Struct, frozen=True, kw_only=True):
    """A line on the map. `is_home`: the border of the centre's own region, else a neighbour's."""

    name: str
    is_home: bool
    rings: tuple[tuple[tuple[float, float], ...], ...]


class RegionSketch(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The region as the map needs it besides tiles. South, west, north, east in degrees; None = no region was imported."""

    name: str = ""
    box: tuple[float, float, float, float] | None = None
    labels: tuple[Label, ...] = ()
    borders: tuple[Border, ...] = ()
    posts: tuple[Place, ...] = ()
    attributions: tuple[str, ...] = ()


class Names(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Reply to `NamesIn`: the most important first."""

    labels: tuple[Label, ...] = ()


class Progress(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Pushed with id 0 while the index is built for the first time; `done` == `total` when searching works."""

    done: int
    total: int


class Failed(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """The request could not be answered; `detail` is for the log. Pushed with id 0: names cannot be searched at all, because
    their index can neither be read nor built."""

    detail: str


AnyReply = Understood | Located | Near | RegionSketch | Names | Progress | Failed


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    body: AnyReply
