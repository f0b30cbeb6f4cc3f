"""The table's model, through Qt's own tester, and what it says to a screen reader."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.findings.findings_model import FindingsModel
from desktop.review_controller import ReviewController
from desktop.side_by_side.rows_model import RowFilter, RowsModel
from resources.wording_table import load_wording
from tests.example_review import example_review
from treaty.review.review import Verdict
from treaty.review.rows import RowKind

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def controller_with_example() -> ReviewController:
    controller = ReviewController()
    controller.open(example_review())
    return controller


def shown(controller: ReviewController) -> RowsModel:
    model = RowsModel(load_wording("ko"))
    model.show(controller.rows, controller.texts)
    return model


def test_rows_model_keeps_the_contract_of_qt_models(qtbot: QtBot) -> None:
    controller = controller_with_example()
    model = shown(controller)
    tester = QAbstractItemModelTester(model, FATAL)
    for chosen in RowFilter:
        model.set_filter(chosen)
    model.refresh([0, 1, 2])
    assert tester.model() is model


def test_findings_model_keeps_the_contract_of_qt_models(qtbot: QtBot) -> None:
    controller = controller_with_example()
    model = FindingsModel(controller, load_wording("ko"))
    tester = QAbstractItemModelTester(model, FATAL)
    controller.select("f1")
    controller.set_verdict(Verdict.ERROR)
    controller.undo()
    assert tester.model() is model


def test_every_cell_speaks(qtbot: QtBot) -> None:
    controller = controller_with_example()
    model = shown(controller)
    for place in range(model.rowCount()):
        for column in range(model.columnCount()):
            assert model.data(model.index(place, column), Qt.ItemDataRole.AccessibleTextRole)


def test_a_cell_says_its_findings_and_an_empty_cell_says_so(qtbot: QtBot) -> None:
    controller = controller_with_example()
    model = shown(controller)
    role = Qt.ItemDataRole.AccessibleTextRole
    spoken = model.data(model.index(controller.found["f2"].row, 1), role)
    assert spoken is not None
    assert "국문" in spoken
    assert "지적 2: 중대, 기간, 미결" in spoken
    empty = model.data(model.index(controller.found["f3"].row, 2), role)
    assert empty is not None
    assert "영문에 대응하는 조항이 없습니다" in empty


def test_the_open_filter_keeps_the_heading_over_its_rows(qtbot: QtBot) -> None:
    controller = controller_with_example()
    model = shown(controller)
    model.set_filter(RowFilter.OPEN)
    kinds = [model.row(place).kind for place in range(model.rowCount())]
    assert kinds[0] is RowKind.HEADING
    assert kinds.count(RowKind.HEADING) == 1
