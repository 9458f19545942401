"""Shows the place of the form on the screen and hands over what a person does with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from calltaker.views.incident.editors import LineEdit
from calltaker.views.incident.place_keys import KeyWatch, PlaceKeys

if TYPE_CHECKING:
    from calltaker.desk.location import LocationController
    from calltaker.views.incident.form_panel import FormPanel


class PlaceView(QObject):
    """Lives with the form panel."""

    def __init__(self, panel: FormPanel, location: LocationController) -> None:
        super().__init__(panel)
        self._panel = panel
        self._location = location
        self._fields = panel.fields
        self._strip = panel.fields.place_strip
        place = panel.fields.editor("place_text")
        assert isinstance(place, LineEdit)
        self._place = place
        self._keys = PlaceKeys(self._strip, place, panel.one_line)
        self._keys.took.connect(self._take)
        self._keys.dismissed.connect(location.dismiss)
        self._keys.wanted.connect(location.show_again)
        self._strip.taken.connect(location.take)
        panel.fields.no_place_toggled.connect(location.toggle_unknown)
        self._strip.verify_requested.connect(location.verify)
        self._strip.drop_requested.connect(location.drop)
        self._strip.offer_requested.connect(location.take_offer)
        self._watch = KeyWatch(self)
        self._watch.pressed.connect(location.key_pressed)
        for widget in panel.findChildren(QWidget):
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                widget.installEventFilter(self._watch)
        location.changed.connect(self.show)
        panel.grown.connect(self._keep_in_sight, Qt.ConnectionType.QueuedConnection)  # when everything has its new place
        self.show()

    def show(self) -> None:
        """Show what the controller knows now. The focus stays where it is."""
        location = self._location
        self._strip.show_place(
            location.status, location.village, location.offer, is_verified=location.is_verified, is_adrift=location.is_adrift
        )
        rows = tuple(candidate.row for candidate in location.candidates)
        self._strip.show_candidates(rows, location.hint, location.sure_index)

    def _keep_in_sight(self) -> None:
        """Where the window is low, show the candidates together with the line that they were typed into."""
        if self._strip.count and self._place.hasFocus():
            self._panel.keep_in_sight(self._strip.candidates, self._place)

    def _take(self, index: int, line: QObject) -> None:
        """Take a candidate; in the field of the place Enter goes on to the next one, as it always does."""
        self._location.take(index)
        if line is self._place:
            self._fields.go_on("place_text")
