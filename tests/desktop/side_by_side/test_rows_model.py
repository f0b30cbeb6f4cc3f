"""The table's model, through Qt's own tester, and what it says to a screen reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.findings.findings_model import FindingsModel
from desktop.notes.notes_model import NotesModel
from desktop.open_review.review_controller import ReviewController
from desktop.side_by_side.row_filter import RowFilter
from desktop.side_by_side.rows_model import RowsModel
from resources.wording_table import load_wording
from tests.example_review import example_review
from treaty.model import Link, LinkOrigin, Span
from treaty.review.edits import ReplaceComparison, SetComment, dismiss_all_like
from treaty.review.review import Comment, Review, Verdict
from treaty.review.rows import RowKind, rows

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


def relinked(review: Review, change: Callable[[list[Link]], list[Link]]) -> ReplaceComparison:
    """The edit that makes other links of a review's, without findings."""
    comparison = review.comparisons[0]
    return ReplaceComparison(0, replace(comparison, links=tuple(change(list(comparison.links))), findings=()), "edit.link")


def parted(links: list[Link]) -> list[Link]:
    """The fourth link made two."""
    return [*links[:3], Link(links[3].left, (), 1.0), Link((), links[3].right, 1.0), *links[4:]]


def joined(links: list[Link]) -> list[Link]:
    """The third and fourth link made one."""
    both = Link((*links[2].left, *links[3].left), (*links[2].right, *links[3].right), 1.0)
    return [*links[:2], both, *links[4:]]


def confirmed(links: list[Link]) -> list[Link]:
    return [*links[:6], replace(links[6], confidence=1.0, origin=LinkOrigin.REVIEWER), *links[7:]]


@pytest.mark.parametrize("change", [parted, joined, confirmed, lambda links: links])
def test_changed_rows_alone_are_told_and_all_rows_are_as_read_anew(
    qtbot: QtBot, change: Callable[[list[Link]], list[Link]]
) -> None:
    controller = controller_with_example()
    assert controller.review is not None
    controller.do(relinked(controller.review, lambda links: links))
    model, resets = shown(controller), []
    tester = QAbstractItemModelTester(model, FATAL)
    model.modelReset.connect(lambda: resets.append(1))
    before = list(controller.rows)
    controller.do(relinked(controller.review, change))
    changed = model.show_changed(controller.rows, controller.texts)
    assert changed is not None
    assert not resets
    assert list(model.all_rows) == controller.rows == rows(controller.review)
    assert len(changed) < len(before) / 2
    controller.undo()
    assert model.show_changed(controller.rows, controller.texts) is not None
    assert list(model.all_rows) == before == rows(controller.review)
    assert tester.model() is model


def test_behind_a_filter_all_rows_are_shown_anew(qtbot: QtBot) -> None:
    controller = controller_with_example()
    model = shown(controller)
    model.set_filter(RowFilter.OPEN)
    assert model.show_changed(controller.rows, controller.texts) is None


def test_notes_model_keeps_the_contract_of_qt_models(qtbot: QtBot) -> None:
    controller = controller_with_example()
    model = NotesModel(controller, load_wording("ko"))
    tester = QAbstractItemModelTester(model, FATAL)
    assert controller.review is not None
    controller.do(SetComment("c2", Comment("c2", "t2.c9", "구속력?")))
    controller.do(SetComment("c1", Comment("c1", "t1.c3", "왜?", Span(0, 2), "김대조", "2028-03-02T10:15:00")))
    controller.do(dismiss_all_like(controller.review, "f1", Verdict.FALSE_ALARM, "관용"))
    said = [model.data(model.index(row)) for row in range(model.rowCount())]
    assert said == [
        "조항 의견 2",
        "1., 왜?, 일방, 김대조 · 2028-03-02 10:15",
        "7., 구속력?, This Memorandum is not legally binding.",
        "모두 제외한 지적 1",
        "규칙 C09 · 해당 없음, 관용, 가능한 한 — (없음)",
    ]
    for _ in range(3):
        controller.undo()
    assert model.rowCount() == 0
    assert tester.model() is model
