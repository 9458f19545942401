"""XML from strangers: no DTD, no entities, bounded size, depth and number of elements."""

from __future__ import annotations

from typing import NoReturn
from xml.parsers import expat

from telephony.location.place import LocationProblem, Reason, utf_16_of

MAX_BYTES = 256 * 1024
MAX_DEPTH = 40
MAX_ELEMENTS = 5_000

_FORBIDDEN = (b"<!DOCTYPE", b"<!ENTITY")


class Node:
    """An element. `name` is the local name; namespaces are left aside, because senders get them wrong and the names that
    matter are unambiguous. `text` is the element's own text, stripped."""

    __slots__ = ("attributes", "children", "name", "namespace", "text")

    def __init__(self, name: str, namespace: str, attributes: dict[str, str]) -> None:
        self.name = name
        self.namespace = namespace
        self.attributes = attributes
        self.children: list[Node] = []
        self.text = ""

    def child(self, name: str) -> Node | None:
        """Return the first child of this name."""
        return next((node for node in self.children if node.name == name), None)

    def all(self, name: str) -> list[Node]:
        """Return the descendants of this name, in document order; what lies within one of them is not looked at."""
        return [found for node in self.children for found in ([node] if node.name == name else node.all(name))]

    def find(self, name: str) -> Node | None:
        """Return the first descendant of this name, in document order."""
        for node in self.children:
            found = node if node.name == name else node.find(name)
            if found is not None:
                return found
        return None


def parse(xml: bytes) -> Node:
    """Return the root element. Raises `LocationProblem` (too_large, dtd, not_xml, too_complex) without the raw text."""
    if len(xml) > MAX_BYTES:
        raise LocationProblem(Reason.TOO_LARGE, f"{len(xml)} bytes")
    if any(mark in xml for mark in _FORBIDDEN):
        raise LocationProblem(Reason.DTD)
    try:
        encoding = utf_16_of(xml)
        builder = _Builder(encoding or None)
        builder.parser.Parse(xml if encoding else xml.strip(b" \t\r\n\0"), True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise LocationProblem(Reason.NOT_XML, str(error)) from error
    if builder.root is None:
        raise LocationProblem(Reason.NOT_XML, "no element")
    return builder.root


class _Builder:
    """Grows the tree. The doctype handlers also catch what is hidden in another encoding."""

    def __init__(self, encoding: str | None) -> None:
        self.root: Node | None = None
        self._open: list[Node] = []
        self._elements = 0
        self.parser = expat.ParserCreate(encoding, namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._on_start
        self.parser.EndElementHandler = self._on_end
        self.parser.CharacterDataHandler = self._on_text
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.EntityDeclHandler = self._refuse
        self.parser.UnparsedEntityDeclHandler = self._refuse
        self.parser.ExternalEntityRefHandler = self._refuse

    def _on_start(self, tag: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        if len(self._open) >= MAX_DEPTH or self._elements > MAX_ELEMENTS:
            raise LocationProblem(Reason.TOO_COMPLEX, f"{self._elements} elements, {len(self._open)} deep")
        namespace, _, name = tag.rpartition(" ")
        node = Node(name, namespace, {key.rpartition(" ")[2]: value for key, value in attributes.items()})
        if self._open:
            self._open[-1].children.append(node)
        else:
            self.root = node
        self._open.append(node)

    def _on_end(self, _tag: str) -> None:
        node = self._open.pop()
        node.text = node.text.strip()

    def _on_text(self, text: str) -> None:
        self._open[-1].text += text

    def _refuse(self, *_: object) -> NoReturn:
        raise LocationProblem(Reason.DTD)
