"""Places by name: every Indonesian area and whatever a centre has imported of its own region."""

from db.gazetteer.place import AREA_KINDS, KINDS, SERVICE_KINDS, Kind, Place

__all__ = ["AREA_KINDS", "KINDS", "SERVICE_KINDS", "Kind", "Place"]
