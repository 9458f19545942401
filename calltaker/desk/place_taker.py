"""Puts a place that a person chose into the form: all its fields together, the words it belongs to, and how long it took."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from calltaker.desk.call_facts import brought_by
from calltaker.desk.location_times import LocationTimes
from calltaker.desk.open_form import OpenForm, new_id
from calltaker.desk.place_lookup import PlaceLookup
from calltaker.domain import place_choice, place_drift
from calltaker.domain.form import NO_LOCATION
from calltaker.domain.place_choice import PLACE_FIELDS
from calltaker.line.wire import Append
from calltaker.places.wire import Point
from db import events as log
from db.gazetteer.place import Place
from telephony.location.masking import mask_identities

if TYPE_CHECKING:
    from calltaker.app.room import Desk
    from calltaker.desk.forms import FormController


class PlaceTaker:
    """Every method is one decision of a person about the form that they see."""

    def __init__(self, desk: Desk, forms: FormController, lookup: PlaceLookup, times: LocationTimes) -> None:
        self._desk = desk
        self._forms = forms
        self._lookup = lookup
        self._times = times

    def take_place(self, form: OpenForm, place: Place) -> None:
        """A named place. A phone's position inside a chosen area agrees with it, and says more: it stays."""
        values = place_choice.by_name(place)
        where = self._lookup.where(form.state)
        is_of_phone = form.state.value("location_source") not in place_drift.BOUND_TO_WORDS
        if is_of_phone and place_choice.is_inside(where, place):
            values = place_choice.by_where(where) | {"location_verified": ""}
        self._lookup.note_named(form, place.code if place.is_area else "", place.name)
        is_elsewhere = not form.state.value("place_text")  # the words stand in the landmark or in the line, and stay there
        taken = msgspec.structs.replace(place, rest="") if is_elsewhere else place
        self._settle(form, values, place_choice.named_words(taken), place_drift.meant_words(taken))

    def take_point(self, form: OpenForm, point: Point) -> None:
        """A position that was typed or pasted."""
        text = form.state.value("place_text")
        words = place_choice.point_words(text, point.form, point.lat, point.lon, point.rest)
        values = place_choice.by_point(
            point.lat, point.lon, point.source, radius_m=point.radius_m, at_us=point.at_us, where=point.where
        )
        if words != text.strip():
            self._keep_raw(form, point, mask_identities(text))
        self._settle(form, values, words, words)

    def take_location(self, form: OpenForm, location: log.Location) -> None:
        """A place that came with the call. What a person typed stays; an address alone stands before it."""
        words = form.state.value("place_text")
        if location.lat is None or location.lon is None:
            self._settle(form, {}, "; ".join(filter(None, (location.civic, words))), form.state.point_text)
            return
        values = place_choice.by_point(
            location.lat,
            location.lon,
            location.source,
            radius_m=location.radius_m,
            at_us=location.at_us,
            where=self._lookup.where_of(location.lat, location.lon),
        )
        words = words or location.civic or place_choice.coordinates(location.lat, location.lon)
        self._settle(form, values, words, "")

    def take_pin(self, form: OpenForm, lat: float, lon: float) -> None:
        """A point on the map, meant for the words that stand there."""
        words = form.state.value("place_text") or place_choice.coordinates(lat, lon)
        values = place_choice.by_point(lat, lon, "map", where=self._lookup.where_of(lat, lon))
        self._settle(form, values, words, words)

    def confirm(self, form: OpenForm) -> None:
        """The caller says that it is right: everything that stands there is a person's from now on, and nothing else comes in
        by itself."""
        state = form.state
        kept = {name: state.value(name) for name in PLACE_FIELDS if state.value(name)}
        words, point = state.value("place_text"), place_choice.point_of(state)
        if not words and point is not None:
            words = place_choice.coordinates(*point)
        self._settle(form, kept | {"location_verified": "1"}, words, state.point_text)

    def take_nothing(self, form: OpenForm) -> None:
        """No place is known. The words stay, they may help somebody who knows the area; coordinates that only stood for the
        point go with it."""
        state = form.state
        words, point = state.value("place_text"), place_choice.point_of(state)
        if point is not None and words == place_choice.coordinates(*point):
            words = ""
        self._lookup.settle(form, words)
        nothing = dict.fromkeys(PLACE_FIELDS, "") | {"location_source": NO_LOCATION}
        form.set_place({"place_text": words} | nothing if words != state.value("place_text") else nothing, "")
        self._forms.person_changed(form)
        self._times.confirm(form)

    def keep(self, form: OpenForm) -> None:
        """The point is right for the words that stand there now, too."""
        words = form.state.value("place_text")
        self._lookup.settle(form, words)
        form.state = form.state.with_point_of(words)
        self._forms.person_changed(form)

    def drop(self, form: OpenForm) -> None:
        """Let go of the place in force, all but its words. What the call itself brought shows again."""
        call = self._desk.calls.call(form.call_id)
        form.drop_place(brought_by(call) if call is not None else {})
        self._forms.person_changed(form)

    def _settle(self, form: OpenForm, values: dict[str, str], words: str, point_text: str) -> None:
        """Words first, because changing them takes back what was confirmed before."""
        self._lookup.settle(form, words)
        form.set_place({"place_text": words} | values, point_text)
        self._forms.person_changed(form)
        self._times.confirm(form)

    def _keep_raw(self, form: OpenForm, point: Point, text: str) -> None:
        """A pasted message or link that makes way for words is kept with the call, as it came; where there is no call, or the
        log does not take it, in the form's own text."""

        def keep_in_form(_problem: str = "") -> None:
            form.typed("narrative", "\n".join(filter(None, (form.state.value("narrative"), text))))
            self._forms.person_changed(form)

        if not form.call_id:
            keep_in_form()
            return
        location = log.Location(
            source=point.source,
            shape="point",
            lat=point.lat,
            lon=point.lon,
            radius_m=point.radius_m,
            at_us=point.at_us,
            outline=point.outline,
            raw=text,
        )
        received = log.CallLocationReceived(location=location, via="pasted")
        event = log.new_event(form.call_id, received, actor=self._desk.settings.seat.operator, event_id=new_id())
        self._desk.line.send(Append(events=(event,)), None, keep_in_form)
