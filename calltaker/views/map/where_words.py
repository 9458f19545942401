"""Which village a point lies in, in one line; what is only an estimate says so, what is outside says whose it is."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from calltaker.domain.place_choice import region_digits, village_words
from calltaker.settings import Neighbour
from db.region.whereabouts import Whereabouts


def where_text(where: Whereabouts, neighbours: Iterable[Neighbour] = ()) -> str:
    """Return the words; "" when nothing at all is known of the point."""
    translate = QCoreApplication.translate
    area = village_words(where.village, where.kecamatan, where.kabkota)
    if not where.is_exact:
        near = where.approximate or area
        area = translate("MapWords", "approximately: {place}").format(place=near) if near else ""
    if where.is_home is not False:
        return area
    outside = translate("MapWords", "▲ Outside the region")
    code = region_digits(where.kabkota_code)
    centre = next((one for one in neighbours if code and region_digits(one.region_code) == code), None)
    whose = " ".join(filter(None, (centre.name, centre.phone))) if centre else ""
    return " · ".join(filter(None, (outside, whose, area)))
