"""The type that the words of a cell are set in."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF

from desktop.look import font


@dataclass(frozen=True, slots=True)
class TextType:
    """The type of a cell: fonts of label and words, and the height and base line of every line."""

    label: QFont
    words: QFont
    line_height: float
    base_line: float

    @classmethod
    def of(cls, label: QFont, words: QFont, line_height: float) -> TextType:
        metrics = QFontMetricsF(words)
        return cls(label, words, line_height, (line_height - metrics.height()) / 2 + metrics.ascent())


@dataclass(frozen=True, slots=True)
class TextTypes:
    """The types of one language: of clauses, of headings with a number, of headings without."""

    clause: TextType
    heading: TextType
    title: TextType


def text_types(pixels: float, line_height: float) -> TextTypes:
    bold = font(pixels - 0.5, 700)
    return TextTypes(
        TextType.of(font(pixels - 1), font(pixels), line_height),
        TextType.of(bold, font(pixels - 2), line_height),
        TextType.of(bold, bold, line_height),
    )
