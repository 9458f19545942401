"""Tokens as one style sheet on Fusion. Object names are the contract with the views."""

from __future__ import annotations

from dataclasses import asdict
from string import Template

import resources
from calltaker.theme.fonts import MONO_FAMILY
from calltaker.theme.tokens import BASE_PT, KEY_PT, SMALL_PT, TIMER_PT, Tokens

# The font's family comes from QApplication.setFont (with tabular digits); a family set here would drop its features.
_SHEET = Template("""
QWidget { font-size: ${base}pt; color: $text; }
QMainWindow, QWidget#root, QDialog { background: $window; }
QWidget#page { background: $window; }

QFrame#panel { background: $panel; border: 1px solid $line; border-radius: 6px; }
QFrame#raised { background: $raised; border: 1px solid $line; border-radius: 4px; }
QFrame#advice { background: $raised; border: none; border-left: 4px solid $p2; }
QFrame#banner { background: $alarm; border: 1px solid $p1; border-radius: 4px; }
QFrame#banner QLabel { color: $on_fill; font-weight: 600; }

QLabel { background: transparent; }
QLabel#heading { font-size: ${small}pt; font-weight: 600; color: $dim; }
QLabel#dim { color: $dim; }
QLabel#small { font-size: ${small}pt; color: $dim; }
QLabel#strong { font-weight: 600; }
QLabel#key { font-size: ${key}pt; font-weight: 600; }
QLabel#number { font-size: ${timer}pt; font-weight: 700; }
QLabel#timer { font-size: ${timer}pt; font-weight: 600; color: $p2; }
QLabel#clock { font-size: ${key}pt; font-weight: 600; }
$tones

QLabel#pill { background: $raised; border: 1px solid $line; border-radius: 5px; padding: 2px 9px; font-size: ${small}pt; }
QLabel#pill[level="ok"] { color: $ok; }
QLabel#pill[level="warning"] { color: $p2; border: 1px solid $p2; font-weight: 600; }
QLabel#pill[level="alarm"] { color: $on_fill; background: $alarm; border: 1px solid $p1; font-weight: 600; }
QLabel#message[level="warning"] { color: $p2; font-weight: 600; }
QLabel#message[level="alarm"] { color: $p1; font-weight: 700; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit, QDateTimeEdit {
  background: $input; border: 1px solid $edge; border-radius: 4px; padding: 3px 8px; min-height: ${row}px;
  selection-background-color: $primary; selection-color: $on_fill; }
QLineEdit, QPlainTextEdit, QTextEdit { placeholder-text-color: $dim; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus, QDateTimeEdit:focus {
  border: 2px solid $accent; padding: 2px 7px; }
QLineEdit:read-only { background: $panel; }
QLineEdit#command { font-family: "$mono"; font-size: ${base}pt; }
QLineEdit#oneLine { font-size: ${key}pt; min-height: ${key_row}px; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QComboBox[invalid="true"], QSpinBox[invalid="true"] {
  border: 2px solid $p1; padding: 2px 7px; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: url("$icons/chevron-down-$name.svg"); width: 16px; height: 16px; }
QSpinBox, QDateEdit, QDateTimeEdit { padding-right: 28px; }
QSpinBox::up-button, QSpinBox::down-button, QDateEdit::up-button, QDateEdit::down-button,
QDateTimeEdit::up-button, QDateTimeEdit::down-button { width: 24px; border: none; background: transparent; }
QSpinBox::up-arrow, QDateEdit::up-arrow, QDateTimeEdit::up-arrow {
  image: url("$icons/chevron-up-$name.svg"); width: 14px; height: 14px; }
QSpinBox::down-arrow, QDateEdit::down-arrow, QDateTimeEdit::down-arrow {
  image: url("$icons/chevron-down-$name.svg"); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $input; border: 1px solid $edge; selection-background-color: $selected; }

QPushButton, QToolButton { background: $raised; border: 1px solid $edge; border-radius: 4px; padding: 4px 10px;
  min-height: ${row}px; }
QPushButton:hover, QToolButton:hover { background: $selected; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: 3px 9px; }
QPushButton[compact="true"] { padding: 3px 4px; } QPushButton[compact="true"][armed="true"] { padding: 2px 3px; }
QPushButton:checked { background: $selected; border: 2px solid $accent; padding: 3px 9px; font-weight: 600; }
QPushButton:disabled { color: $dim; background: $panel; border: 1px dashed $edge; }
QPushButton#primary { color: $on_fill; background: $primary; border-color: $accent; font-weight: 600; }
QPushButton#danger { color: $on_fill; background: $alarm; border-color: $p1; font-weight: 600; }
QPushButton#primary:disabled, QPushButton#danger:disabled { color: $dim; background: $panel; border: 1px dashed $edge;
  font-weight: 400; }
QPushButton[tone="p1"] { color: $p1; } QPushButton[tone="p2"] { color: $p2; }
QPushButton[tone="p3"] { color: $p3; } QPushButton[tone="p4"] { color: $p4; }
QPushButton[armed="true"] { border: 2px solid $p2; padding: 3px 9px; }
QCheckBox, QRadioButton { min-height: 32px; spacing: 8px; }

QTableView, QListView, QTreeView { background: $panel; alternate-background-color: $raised; border: 2px solid $panel;
  gridline-color: $line; selection-background-color: $selected; outline: none; }
QTableView:focus, QListView:focus, QTreeView:focus { border: 2px solid $accent; }
QHeaderView { background: $panel; border: none; }
QHeaderView::section { background: $panel; color: $dim; border: none; border-bottom: 1px solid $line; padding: 3px 6px;
  font-size: ${small}pt; font-weight: 600; }

QMenuBar { background: $panel; } QMenuBar::item { padding: 6px 10px; } QMenuBar::item:selected { background: $selected; }
QMenu { background: $panel; border: 1px solid $edge; } QMenu::item { padding: 6px 24px; min-height: 22px; }
QMenu::item:selected { background: $selected; } QMenu::item:disabled { color: $dim; }
QTabBar::tab { background: $raised; border: 1px solid $edge; padding: 6px 12px; min-height: 20px; }
QTabBar::tab:selected { background: $selected; border: 2px solid $accent; }
QTabWidget::pane { border: 1px solid $line; }
QSplitter::handle { background: $window; }
QScrollArea { background: transparent; border: none; } QWidget#scrolled { background: transparent; }
QScrollBar:vertical { background: $panel; width: 12px; margin: 0; } QScrollBar:horizontal { background: $panel; height: 12px; }
QScrollBar::handle { background: $edge; border-radius: 4px; min-height: 28px; min-width: 28px; margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { background: $raised; color: $text; border: 1px solid $edge; padding: 4px; }
""")

ROW_PX = 24
KEY_ROW_PX = 27  # one line of KEY_PT
_TONES = ("text", "dim", "accent", "p1", "p2", "p3", "p4", "ok", "violet")


def stylesheet(tokens: Tokens, *, zoom_pct: int = 100) -> str:
    """Return the style sheet of a theme at a zoom of 90 to 150 percent. No text falls under 12 pt, whatever the zoom."""
    factor = zoom_pct / 100
    return _SHEET.substitute(
        asdict(tokens),
        tones="\n".join(_tone_rule(tone, tokens) for tone in _TONES),
        base=_points(BASE_PT * factor),
        small=_points(SMALL_PT * factor),
        key=_points(KEY_PT * factor),
        timer=_points(TIMER_PT * factor),
        row=round(ROW_PX * max(1.0, factor)),
        key_row=round(KEY_ROW_PX * max(1.0, factor)),
        mono=MONO_FAMILY,
        icons=resources.path("icons").as_posix(),
    )


def _tone_rule(tone: str, tokens: Tokens) -> str:
    """Return the rule of a tone. It names the kinds too: their own colour would win over a bare property."""
    kinds = ("", "#small", "#dim", "#heading", "#strong", "#pill")
    selectors = ", ".join(f'QLabel{kind}[tone="{tone}"]' for kind in kinds)
    return f"{selectors} {{ color: {tokens.tone(tone)}; }}"


def _points(size_pt: float) -> str:
    return f"{max(SMALL_PT, size_pt):.1f}"
