"""A process of places that answers at once, later or never. For GUI tests and screenshots."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from calltaker.desk.ports import PlacesPort
from calltaker.places.wire import AnyPlacesRequest


class FakePlaces(PlacesPort):
    """`answers` maps a type of request to what it is answered with, or to a function of the request; what is not there is never
    answered, as by a dead process. `asked` holds every request. `hold()` keeps answers back until `release()`."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[AnyPlacesRequest] = []
        self.answers: dict[type, Any] = {}
        self._held: list[tuple[str, Callable[[], None]]] | None = None

    def ask(self, request: AnyPlacesRequest, done: Callable[[Any], None], *, key: str = "") -> None:
        self.asked.append(request)
        if self._held is None:
            self._answer(request, done)
            return
        if key:
            self._held = [(held_key, run) for held_key, run in self._held if held_key != key]
        self._held.append((key, lambda: self._answer(request, done)))

    def hold(self) -> None:
        self._held = []

    def release(self) -> None:
        waiting, self._held = self._held or [], None
        for _key, run in waiting:
            run()

    def _answer(self, request: AnyPlacesRequest, done: Callable[[Any], None]) -> None:
        if type(request) in self.answers:
            answer = self.answers[type(request)]
            done(answer(request) if callable(answer) else answer)
