"""The findings panel: groups, filters, the thorough level."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from desktop.application import Session
from desktop.findings.findings_model import FindingsModel, GroupHead
from desktop.findings.grouping import FindingFilter, Grouping
from desktop.main_window import MainWindow
from desktop.open_review.review_controller import ReviewController
from resources.wording_table import load_wording
from tests.example_review import example_review
from treaty.model import MarkFamily, Severity
from treaty.review.review import Verdict

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def controller(qtbot: QtBot) -> ReviewController:
    made = ReviewController()
    made.open(example_review())
    return made


@pytest.mark.parametrize("grouping", list(Grouping))
def test_every_grouping_lists_every_finding_once_under_its_head(controller: ReviewController, grouping: Grouping) -> None:
    model = FindingsModel(controller, load_wording("ko"))
    tester = QAbstractItemModelTester(model, FATAL)
    model.group_by(grouping)
    lines = [model.line(row) for row in range(model.rowCount())]
    listed = [model.finding(row) for row in range(model.rowCount()) if model.finding(row)]
    assert sorted(listed) == sorted(controller.found)
    heads = [line.group for line in lines if isinstance(line, GroupHead)]
    assert heads == [group for group in grouping.groups if group in heads]
    group = ""
    for line in lines:
        if isinstance(line, GroupHead):
            group = line.group
        elif grouping is not Grouping.NONE:
            assert grouping.group_of(line.place.entry) == group
    assert tester.model() is model


def test_a_family_can_be_left_out(controller: ReviewController) -> None:
    model = FindingsModel(controller, load_wording("ko"))
    model.set_filter(FindingFilter(left_out=frozenset({(Grouping.FAMILY, MarkFamily.NUMBERS_AND_TIME)})))
    listed = {model.finding(row) for row in range(model.rowCount())} - {""}
    assert listed
    assert all(controller.found[finding].entry.finding.family is not MarkFamily.NUMBERS_AND_TIME for finding in listed)


def test_a_verdict_can_be_left_out(controller: ReviewController) -> None:
    model = FindingsModel(controller, load_wording("ko"))
    controller.select("f1")
    controller.set_verdict(Verdict.ERROR)
    model.set_filter(FindingFilter(left_out=frozenset({(Grouping.VERDICT, Verdict.ERROR)})))
    assert model.place("f1") is None
    assert model.place("f2") is not None


def test_thorough_is_one_switch(window: MainWindow, session: Session) -> None:
    window.actions_["thorough"].setChecked(True)
    assert "f7" in session.controller.found
    assert window.findings.thorough
    window.findings.set_thorough(False)
    assert not window.actions_["thorough"].isChecked()
    assert "f7" not in session.controller.found


def test_grouping_is_chosen_in_the_panel(window: MainWindow) -> None:
    box = window.findings.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(Grouping.FAMILY))
    first = window.findings.model.line(0)
    assert isinstance(first, GroupHead)
    assert first.severity is None
    assert Severity.CRITICAL not in first.words
