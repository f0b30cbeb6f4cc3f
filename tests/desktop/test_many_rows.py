"""Ten thousand rows: all are there, and the one under the eye keeps still. How long it takes tells tests/speed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.application import Session
from tests.example_review import example_review
from treaty.review.review import Review

COPIES = 1120


def long_review() -> Review:
    """The example's texts and links over and over, without findings but in the first copy."""
    example = example_review()
    comparison = example.comparisons[0]
    texts = tuple(
        replace(text, clauses=tuple(replace(c, id=f"{c.id}#{n}" if n else c.id) for n in range(COPIES) for c in text.clauses))
        for text in example.texts
    )
    links = tuple(
        replace(
            link,
            left=tuple(f"{each}#{n}" if n else each for each in link.left),
            right=tuple(f"{each}#{n}" if n else each for each in link.right),
        )
        for n in range(COPIES)
        for link in comparison.links
    )
    return Review(texts, (replace(comparison, links=links),))


def test_opens_ten_thousand_rows(session: Session, qtbot: QtBot, qapp: QApplication) -> None:
    session.controller.open(long_review())
    qapp.processEvents()
    assert session.window.page.model.rowCount() > 10_000
    table = session.window.page.table
    table.go_to(9000)
    top = table.rowAt(0)
    for _ in range(20):
        qapp.processEvents()
    assert table.rowAt(0) == top, "the row under the reader's eye keeps still while heights are corrected"
