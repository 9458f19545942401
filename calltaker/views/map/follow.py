"""When the map may turn by itself to somebody: only while nobody has a hand on it. Pure; the clock is handed in."""

from __future__ import annotations

from collections.abc import Callable

from calltaker.domain.map_scene import MapScene, Marker, is_drawable

REST_S = 20.0


class Follow:
    """`clock_s` returns monotonic seconds."""

    def __init__(self, clock_s: Callable[[], float]) -> None:
        self._clock_s = clock_s
        self._touched_at_s: float | None = None
        self._seen: tuple[str, float, float] | None = None

    def touch(self) -> None:
        """A person moved, zoomed or pointed."""
        self._touched_at_s = self._clock_s()

    @property
    def is_resting(self) -> bool:
        return self._touched_at_s is None or self._clock_s() - self._touched_at_s >= REST_S

    def next_goal(self, scene: MapScene, *, is_placing: bool) -> Marker | None:
        """Return the marker to turn to, or `None`. Each place is turned to once; one that came while a hand was on the map is
        left to the key for it."""
        goal = goal_of(scene)
        if goal is None:
            self._seen = None
            return None
        place = (goal.key, goal.lat, goal.lon)
        if place == self._seen:
            return None
        self._seen = place
        return goal if self.is_resting and not is_placing else None


def goal_of(scene: MapScene) -> Marker | None:
    """Return what the work is about: the form's pin, else the caller in hand, else the one who rings and came last. While
    somebody is talked to, another ringing caller is a marker and nothing more."""
    drawn = [marker for marker in scene.markers if is_drawable(marker.lat, marker.lon)]
    for fits in (_is_pin, _is_in_hand, _rings):
        found = [marker for marker in drawn if fits(marker)]
        if found:
            return found[-1]
    return None


def _is_pin(marker: Marker) -> bool:
    return marker.kind == "pin"


def _is_in_hand(marker: Marker) -> bool:
    return marker.kind == "caller" and marker.is_current


def _rings(marker: Marker) -> bool:
    return marker.kind == "caller" and marker.state == "ringing"
