"""A4 pages by reportlab: the fonts and the one way to lay rows of words on exactly one page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from html import escape
from pathlib import Path
from typing import NamedTuple

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

import resources

TEXT, BOLD = "DejaVu", "DejaVu-Bold"
MARGIN = 16 * mm
SIZES_PT = (12.0, 11.0, 10.0, 9.0, 8.0)
GAP_PT = 4.0
SHORTEST_CUT = 120

Row = tuple[str, str]
"""A label and its words."""


@cache
def _fonts() -> None:
    """Make the shipped fonts known. DejaVu holds the signs that callers' names and our marks need, as real text."""
    pdfmetrics.registerFont(TTFont(TEXT, str(resources.path("fonts", "DejaVuSans.ttf"))))
    pdfmetrics.registerFont(TTFont(BOLD, str(resources.path("fonts", "DejaVuSans-Bold.ttf"))))


def write_page(part: Path, *, title: str, rows: Sequence[Row], footer: str, cut_words: str, label_share: float = 0.28) -> None:
    """Write rows on one page. Text wraps; the size falls from 12 to 8 pt until all fits. What does not fit even then is cut
    from the longest row and ends in `cut_words`: a sheet that says it is cut is better than a second page that gets lost.
    `label_share` of the width belongs to the labels."""
    _fonts()
    width, height = A4
    canvas = Canvas(str(part), pagesize=A4)
    canvas.setTitle(title)
    head = _paragraph(title, BOLD, 15.0)
    _, head_height = head.wrap(width - 2 * MARGIN, height)
    room = height - 2 * MARGIN - head_height - 28
    laid = _fit(list(rows), Widths(width - 2 * MARGIN, label_share), room, cut_words)
    top = height - MARGIN - head_height
    head.drawOn(canvas, MARGIN, top)
    canvas.setStrokeColor(HexColor("#444444"))
    canvas.line(MARGIN, top - 6, width - MARGIN, top - 6)
    y = top - 12
    for label, words, row_height in laid:
        label.drawOn(canvas, MARGIN, y - label.height)
        words.drawOn(canvas, MARGIN + (width - 2 * MARGIN) * label_share, y - words.height)
        y -= row_height
    canvas.setFont(TEXT, 8)
    canvas.drawString(MARGIN, MARGIN * 0.6, footer[:160])
    canvas.showPage()
    canvas.save()


class Widths(NamedTuple):
    """How wide the text is, and which part of it belongs to the labels."""

    whole: float
    label_share: float


Laid = tuple[Paragraph, Paragraph, float]
"""A label, its words and the height of the row."""


def _fit(rows: list[Row], widths: Widths, room: float, cut_words: str) -> list[Laid]:
    for size in SIZES_PT:
        laid = _lay(rows, widths, size)
        if _height(laid) <= room:
            return laid
    while _height(laid) > room:
        at = max(range(len(rows)), key=lambda place: len(rows[place][1]))
        label, words = rows[at]
        if len(words) > SHORTEST_CUT:
            kept = words.removesuffix(cut_words)
            rows[at] = (label, kept[: int(len(kept) * 0.9)].rstrip() + cut_words)
        else:  # too many rows, not too long ones
            rows = [*rows[:-2], ("", cut_words)]
        laid = _lay(rows, widths, SIZES_PT[-1])
    return laid


def _height(laid: Sequence[Laid]) -> float:
    return sum(height for _label, _words, height in laid)


def _lay(rows: Sequence[Row], widths: Widths, size: float) -> list[Laid]:
    laid = []
    for label, words in rows:
        left, right = _paragraph(label, BOLD, size), _paragraph(words, TEXT, size)
        _, left_height = left.wrap(widths.whole * widths.label_share - GAP_PT, 1e6)
        _, right_height = right.wrap(widths.whole * (1 - widths.label_share), 1e6)
        laid.append((left, right, max(left_height, right_height) + GAP_PT))
    return laid


def _paragraph(text: str, font: str, size: float) -> Paragraph:
    """Return text as it is: no mark-up of the caller's words is obeyed, and one long word breaks too."""
    style = ParagraphStyle(font, fontName=font, fontSize=size, leading=size * 1.3, splitLongWords=1)
    printable = "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in text)
    return Paragraph(escape(printable).replace("\n", "<br/>") or "—", style)
