"""Writers of every form, the other way round from the readers, for round trips and as food for the fuzzer."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

import mgrs
from pluscodes.openlocationcode import openlocationcode as olc

Writer = Callable[[float, float], str]


def _dms(angle: float, letters: str, marks: str, separator: str = "") -> str:
    total = round(abs(angle) * 36_000)
    degrees, rest = divmod(total, 36_000)
    minutes, tenths = divmod(rest, 600)
    parts = f"{degrees}{marks[0]}{separator}{minutes:02}{marks[1]}{separator}{tenths / 10:04.1f}{marks[2:]}"
    return f"{parts}{separator}{letters[angle < 0]}"


def _minutes(angle: float, letters: str, width: int) -> str:
    total = round(abs(angle) * 600_000)
    degrees, rest = divmod(total, 600_000)
    return f"{degrees:0{width}}{rest / 10_000:07.4f}{letters[angle < 0]}"


def dms(marks: str, lat_letters: str = "NS", lon_letters: str = "EW", between: str = " ", separator: str = "") -> Writer:
    return lambda lat, lon: (
        _dms(lat, lat_letters, marks, separator) + between + _dms(lon, lon_letters, marks, separator)  # type: ignore[arg-type]
    )


def decimal(pattern: str) -> Writer:
    return lambda lat, lon: pattern.format(lat=lat, lon=lon, a=abs(lat), h="S" if lat < 0 else "N", l="LS" if lat < 0 else "LU")


def comma(pattern: str) -> Writer:
    return lambda lat, lon: pattern.format(lat=f"{lat:.5f}".replace(".", ","), lon=f"{lon:.5f}".replace(".", ","))


def utm(lat: float, lon: float) -> str:
    zone, hemisphere, easting, northing = mgrs.MGRS().MGRSToUTM(mgrs.MGRS().toMGRS(lat, lon))
    return f"{zone}{hemisphere} {easting:.0f} {northing:04.0f}"


def in_link(pattern: str) -> Writer:
    return lambda lat, lon: pattern.format(lat=f"{lat:.6f}", lon=f"{lon:.6f}", pair=quote(f"{lat:.6f},{lon:.6f}", safe=""))


GOOGLE = "https://www.google.com/maps"

# form -> (writer, tolerance in metres)
WRITERS: dict[str, tuple[Writer, float]] = {
    "comma space": (decimal("{lat:.5f}, {lon:.5f}"), 2),
    "space": (decimal("{lat:.6f} {lon:.6f}"), 1),
    "brackets": (decimal("({lat:.5f};{lon:.5f})"), 2),
    "slash": (decimal("{lat:.5f}/{lon:.5f}"), 2),
    "swapped": (decimal("{lon:.5f}, {lat:.5f}"), 2),
    "four digits": (decimal("{lat:.4f},{lon:.4f}"), 12),
    "decimal comma": (comma("{lat} {lon}"), 2),
    "only commas": (comma("{lat},{lon}"), 2),
    "labels": (decimal("Lat: {lat:.5f} Long: {lon:.5f}"), 2),
    "labels swapped": (decimal("bujur {lon:.5f} lintang {lat:.5f}"), 2),
    "json": (decimal('{{"lat":{lat:.6f},"lng":{lon:.6f}}}'), 1),
    "iso 6709": (decimal("{lat:+09.5f}{lon:+010.5f}/"), 2),
    "letters behind": (decimal("{a:.5f}{h} {lon:.5f}E"), 2),
    "letters before": (decimal("{h}{a:.5f} E{lon:.5f}"), 2),
    "Indonesian letters": (decimal("{a:.5f} {l}, {lon:.5f} BT"), 2),
    "text around": (decimal("tolong pak di {lat:.6f}, {lon:.6f} depan warung"), 1),
    "dms": (dms("°'\""), 3),
    "dms primes": (dms("°′″"), 3),
    "dms typographic": (dms("º’”", between=", "), 3),
    "dms doubled": (dms("˚´´´"), 3),
    "dms spaces": (dms("   ", between=" ", separator=""), 3),
    "dms colons": (dms(":: "), 3),
    "dms Indonesian": (dms("°'\"", ("LU", "LS"), ("BT", "BB"), " – ", " "), 3),  # type: ignore[arg-type]
    "dms utara timur": (dms("°'\"", "US", "TB"), 3),
    "nmea": (lambda lat, lon: f"{_minutes(lat, 'NS', 2)} {_minutes(lon, 'EW', 3)}", 1),
    "geo": (in_link("geo:{lat},{lon}"), 1),
    "geo q": (in_link("geo:0,0?q={pair}(Contoh)"), 1),
    "google q": (in_link("https://maps.google.com/?q={pair}&z=17"), 1),
    "google query": (in_link(GOOGLE + "/search/?api=1&query={pair}"), 1),
    "google pin": (in_link(GOOGLE + "/place/Contoh/@1.5,120.5,17z/data=!3m1!4b1!8m2!3d{lat}!4d{lon}!16s"), 1),
    "google dir": (in_link(GOOGLE + "/dir/-6.2,106.8/{lat},{lon}/@1.5,120.5,9z"), 1),
    "google view": (in_link(GOOGLE + "/@{lat},{lon},17z"), 1),
    "apple": (in_link("https://maps.apple.com/?ll={pair}&q=Contoh"), 1),
    "waze": (in_link("https://waze.com/ul?ll={pair}&navigate=yes"), 1),
    "osm": (in_link("https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=17/1.5/120.5"), 1),
    "bing": (in_link("https://www.bing.com/maps?sp=point.{lat}_{lon}_Contoh"), 1),
    "ride": (in_link("https://contoh.example/r?lat={lat}&lng={lon}"), 1),
    "plus code": (lambda lat, lon: str(olc.encode(lat, lon)), 12),
    "plus code, 11 digits": (lambda lat, lon: str(olc.encode(lat, lon, 11)).lower(), 4),
    "mgrs": (lambda lat, lon: str(mgrs.MGRS().toMGRS(lat, lon)), 2),
    "mgrs 10 m": (lambda lat, lon: str(mgrs.MGRS().toMGRS(lat, lon, MGRSPrecision=4)), 12),
    "utm": (utm, 3),
}
