"""Both catalogues are whole: every text finished, its placeholders and its key kept, and the compiled files load and speak."""

from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

import resources

CATALOGUES = ("id", "en")
_LRELEASE = Path(sys.executable).with_name("pyside6-lrelease")
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_ACCELERATOR = re.compile(r"(?<!&)&(\w)")  # "&&" is a plain ampersand


@dataclass(frozen=True)
class Text:
    """One message of a catalogue. `state` is "" when it is finished."""

    context: str
    source: str
    translation: str
    state: str

    def __str__(self) -> str:
        return f"{self.context}: {self.source!r} -> {self.translation!r}"


def _texts(language: str) -> Iterator[Text]:
    for context in ET.parse(resources.path("i18n", f"{language}.ts")).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            yield Text(
                context=context.findtext("name", ""),
                source=message.findtext("source", ""),
                translation=translation.text or "",
                state=translation.get("type", ""),
            )


def _wrong(language: str, is_right: Callable[[Text], bool]) -> list[str]:
    return [str(text) for text in _texts(language) if not is_right(text)]


def _shape(words: str) -> tuple[int, bool, bool]:
    """Line breaks, and whether a blank stands at the beginning and at the end."""
    return words.count("\n"), words[:1].isspace(), words[-1:].isspace()


@pytest.mark.parametrize("language", CATALOGUES)
def test_every_text_is_finished(language):
    assert _wrong(language, lambda text: bool(text.translation.strip()) and not text.state) == []


@pytest.mark.parametrize("language", CATALOGUES)
def test_placeholders_are_those_of_the_source(language):
    """As often, too: a number said twice or left out is a wrong sentence."""
    found = _PLACEHOLDER.findall
    assert _wrong(language, lambda text: Counter(found(text.source)) == Counter(found(text.translation))) == []


@pytest.mark.parametrize("language", CATALOGUES)
def test_a_text_has_an_accelerator_exactly_when_its_source_has_one(language):
    found = _ACCELERATOR.findall
    assert _wrong(language, lambda text: len(found(text.source)) == len(found(text.translation))) == []


@pytest.mark.parametrize("language", CATALOGUES)
def test_no_two_fields_of_a_form_share_an_accelerator(language):
    letters = Counter(
        (text.context, letter.casefold()) for text in _texts(language) for letter in _ACCELERATOR.findall(text.translation)
    )
    assert [key for key, times in letters.items() if times > 1] == []


@pytest.mark.parametrize("language", CATALOGUES)
def test_lines_and_edges_are_those_of_the_source(language):
    """A lost line break or blank at the edge would glue a text to its neighbour."""
    assert _wrong(language, lambda text: _shape(text.source) == _shape(text.translation)) == []


def test_both_catalogues_hold_the_same_texts():
    ours, theirs = ({(text.context, text.source) for text in _texts(language)} for language in CATALOGUES)
    assert ours ^ theirs == set()


@pytest.mark.parametrize("language", CATALOGUES)
def test_the_compiled_catalogue_loads_and_speaks(language, tmp_path):
    compiled = tmp_path / f"{language}.qm"
    done = subprocess.run(
        [_LRELEASE, "-silent", "-fail-on-unfinished", resources.path("i18n", f"{language}.ts"), "-qm", compiled],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    translator = QTranslator()
    assert translator.load(str(compiled))
    said = {text: translator.translate(text.context, text.source) for text in _texts(language)}
    assert [str(text) for text, words in said.items() if words != text.translation] == []
