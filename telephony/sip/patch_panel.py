"""Which sound goes where: the wanted connections are declared as a whole, the difference is carried out."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable

Node = Hashable
Pair = tuple[Node, Node]


class PatchPanel:
    """Holds the connections made so far. `connect` and `disconnect` do the work on the mixer, given (source, sink)."""

    def __init__(self, connect: Callable[[Node, Node], None], disconnect: Callable[[Node, Node], None]) -> None:
        self._connect = connect
        self._disconnect = disconnect
        self._made: set[Pair] = set()

    @property
    def made(self) -> frozenset[Pair]:
        return frozenset(self._made)

    def want(self, pairs: Iterable[Pair]) -> None:
        """Connect what is wanted and not there, part what is there and not wanted (parting first: nobody hears, for a
        moment, somebody whom they must not hear)."""
        wanted = set(pairs)
        for pair in self._made - wanted:
            self._disconnect(*pair)
        for pair in wanted - self._made:
            self._connect(*pair)
        self._made = wanted

    def forget(self, node: Node) -> None:
        """The mixer has dropped this node together with its connections."""
        self._made = {pair for pair in self._made if node not in pair}
