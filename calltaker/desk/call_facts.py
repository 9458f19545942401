"""What a call brings into its form by itself."""

from __future__ import annotations

from calltaker.domain.live_call import LiveCall


def brought_by(call: LiveCall) -> dict[str, str]:
    """Return the fields that come from the network: the caller's number and, when it is a point, the location."""
    brought = {"callback_number": call.number}
    where = call.location
    if where is not None and where.lat is not None and where.lon is not None:
        brought["lat"] = f"{where.lat:.6f}"
        brought["lon"] = f"{where.lon:.6f}"
        brought["radius_m"] = "" if where.radius_m is None else f"{where.radius_m:.0f}"
        brought["location_source"] = where.source
    return brought
