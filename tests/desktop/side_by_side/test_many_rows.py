"""Ten thousand rows: all are there, and the one under the eye keeps still. How long it takes tells tests/speed."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.application import Session
from tests.desktop.long_review import long_review


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
