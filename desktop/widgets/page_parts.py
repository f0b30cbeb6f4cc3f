"""What pages and dialogs are made of: labels, rules, buttons of several looks, and columns and lines of them."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop.look import Look, font

_Layout = TypeVar("_Layout", bound=QBoxLayout)
_WEIGHTS = {"title": 700, "strong": 500}
Margins = tuple[int, int, int, int]
"""Left, top, right, bottom, in pixels."""


def label(words: str, pixels: float, role: str = "", *, wraps: bool = True) -> QLabel:
    """A label that shows words as they are; its role gives it its weight, and its colour in the style sheet."""
    made = QLabel(words, wordWrap=wraps, textFormat=Qt.TextFormat.PlainText)
    made.setFont(font(pixels, _WEIGHTS.get(role, 400)))
    made.setProperty("role", role)
    return made


def rule() -> QFrame:
    """A thin line across."""
    made = QFrame()
    made.setProperty("role", "rule")
    return made


def link_button(words: str, pixels: float = 12.5) -> QPushButton:
    """A button that looks like a link; Enter elsewhere in a dialog does not press it."""
    made = QPushButton(words)
    made.setProperty("role", "link")
    made.setAutoDefault(False)
    made.setFont(font(pixels))
    return made


def chip_button(words: str) -> QPushButton:
    """A small button that stays pressed."""
    made = QPushButton(words)
    made.setCheckable(True)
    made.setProperty("role", "chip")
    made.setAutoDefault(False)
    made.setFont(font(11.5))
    return made


def close_button(look: Look, name: str) -> QToolButton:
    """A small cross; `name` is what a screen reader calls it."""
    made = QToolButton()
    made.setProperty("role", "close")
    made.setIcon(look.icons.icon("x", "ink2", 14))
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made


def column(role: str, margins: Margins, spacing: int) -> tuple[QFrame, QVBoxLayout]:
    """A frame of this role with the layout that puts things below each other in it."""
    return _framed(role, QVBoxLayout(), margins, spacing)


def line(role: str, margins: Margins, spacing: int) -> tuple[QFrame, QHBoxLayout]:
    """A frame of this role with the layout that puts things beside each other in it."""
    return _framed(role, QHBoxLayout(), margins, spacing)


def stack(whole: QWidget, *parts: QWidget, growing: QWidget) -> None:
    """Puts parts below each other into a widget, up to its edges; `growing` takes the height that the others leave."""
    lines = QVBoxLayout(whole)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(0)
    for part in parts:
        lines.addWidget(part, 1 if part is growing else 0)


def _framed(role: str, layout: _Layout, margins: Margins, spacing: int) -> tuple[QFrame, _Layout]:
    frame = QFrame()
    frame.setProperty("role", role)
    frame.setLayout(layout)
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    return frame, layout
