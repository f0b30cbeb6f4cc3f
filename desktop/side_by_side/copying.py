"""Rows as they are copied: a table of texts."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData

from desktop.side_by_side.rows_model import words_of
from treaty.review.rows import Row


def as_table(rows: Sequence[Row]) -> QMimeData:
    """Rows as text, cells parted by tabs, and as an HTML table."""
    cells = [[words_of(cell) for cell in row.cells] for row in rows]
    lines = ["\t".join(words.replace("\n", " ") for words in row) for row in cells]
    marked_up = "".join(
        "<tr>" + "".join(f"<td>{escape(words).replace(chr(10), '<br>')}</td>" for words in row) + "</tr>" for row in cells
    )
    copied = QMimeData()
    copied.setText("\n".join(lines))
    copied.setHtml(f'<table border="1">{marked_up}</table>')
    return copied
