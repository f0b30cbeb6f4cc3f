"""Themes, terms, precedents and several agreements, through the real window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.application import Session
from desktop.main_window import MainWindow
from desktop.studying.concordance.term_lines import term_lines
from desktop.studying.passages.passages_model import Passage, PassageHead, PassageLine, PassagesModel
from desktop.studying.themes.matrix import act_matrix, proposal_matrix, similarity_matrix, theme_matrix
from desktop.studying.themes.matrix_model import MatrixModel
from desktop.studying.themes.profile_chart import ProfilesModel, lines_of
from desktop.studying.themes.themes_panel import ThemesPanel, View
from desktop.traces.settings import Settings
from resources.wording_table import load_wording
from tests.conftest import SAMPLES
from tests.desktop.fakes import FakeQuestions
from tests.example_review import example_review
from tests.made_overview import made_overview
from treaty.comparison.concordance import Concordance, Occurrence, Rendering
from treaty.model import Bilingual, Language, Place, Span
from treaty.review.rows import RowKind

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
KOREAN = load_wording("ko")


def passages(lines: list[PassageLine]) -> list[Passage]:
    return [line for line in lines if isinstance(line, Passage)]


def lines_in(model: PassagesModel) -> list[PassageLine]:
    return [model.line(row) for row in range(model.rowCount())]


@pytest.fixture
def themes(window: MainWindow, qtbot: QtBot) -> ThemesPanel:
    """The themes panel of a window with the example review, when its overview is there."""
    window.actions_["themes_dock"].setChecked(True)
    qtbot.waitUntil(lambda: window.study_panels.study.overview is not None)
    return window.study_panels.themes.panel


class TestModels:
    """The models keep the contract of Qt's models, and every cell speaks."""

    @pytest.mark.parametrize("build", [theme_matrix, act_matrix, proposal_matrix, similarity_matrix])
    def test_matrices(self, qtbot: QtBot, build: Callable[..., object]) -> None:
        overview = made_overview(example_review().texts)
        model = MatrixModel(KOREAN)
        tester = QAbstractItemModelTester(model, FATAL)
        made = build(overview) if build in (similarity_matrix, proposal_matrix) else build(overview, KOREAN)
        model.show(made, overview)  # type: ignore[arg-type]
        spoken = [
            model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
            for row in range(model.rowCount())
            for column in range(model.columnCount())
        ]
        assert all(spoken)
        assert spoken
        model.show(theme_matrix(made_overview(()), KOREAN), None)
        assert tester.model() is model

    def test_bars_and_passages(self, qtbot: QtBot) -> None:
        bars, listed = ProfilesModel(), PassagesModel()
        testers = [QAbstractItemModelTester(model, FATAL) for model in (bars, listed)]
        overview = made_overview(example_review().texts)
        bars.show(lines_of(overview, "", KOREAN))
        assert bars.rowCount() == 2
        assert "정치적 약속 1" in str(bars.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))
        bars.show(lines_of(overview, "t1", KOREAN))
        assert [bars.line(row).name for row in range(bars.rowCount())] == ["보건·생명공학"]
        listed.show([PassageHead("머리"), Passage("제1조", "글", "t1.c1", "의무", 5, (), ("words",))])
        assert listed.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "제1조. 의무. 글. words"
        assert not listed.flags(listed.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
        listed.show([])
        assert testers


class TestThemes:
    """The matrix shows the review's texts; a cell leads to its clauses and on to the table."""

    def test_a_cell_lists_its_clauses_and_a_clause_leads_to_its_row(
        self, themes: ThemesPanel, window: MainWindow, session: Session
    ) -> None:
        themes.matrix.setCurrentIndex(themes.matrix.cells.index(0, 1))
        listed = passages(lines_in(themes.passages.passages))
        assert [each.clause for each in listed] == ["t2.c3", "t2.c5", "t2.c7", "t2.c9"]
        themes.passages.setCurrentIndex(themes.passages.passages.index(0, 0))
        themes.passages.activated.emit(themes.passages.currentIndex())
        chosen = window.page.table.currentIndex()
        assert "t2.c3" in {clause.clause for cell in window.page.model.row(chosen.row()).cells for clause in cell.clauses}
        assert chosen.column() == 2

    def test_the_total_lists_the_clauses_of_all_under_their_names(self, themes: ThemesPanel) -> None:
        themes.matrix.setCurrentIndex(themes.matrix.cells.index(0, 2))
        lines = lines_in(themes.passages.passages)
        assert sum(isinstance(line, PassageHead) for line in lines) == 2
        assert len(passages(lines)) == len(themes.matrix.cells.cell(0, 0).clauses) + 4

    def test_a_bar_lists_promises_strongest_first(self, themes: ThemesPanel) -> None:
        themes.show_view(View.LEVELS)
        themes.chart.setCurrentIndex(themes.chart.bars.index(0, 0))
        levels = [each.level for each in passages(lines_in(themes.passages.passages))]
        assert levels == sorted(levels, reverse=True, key=lambda level: level or 0)
        assert levels

    def test_two_agreements_are_compared_by_their_themes(self, themes: ThemesPanel) -> None:
        themes.show_view(View.ALIKE)
        themes.matrix.setCurrentIndex(themes.matrix.cells.index(0, 1))
        (shared,) = passages(lines_in(themes.passages.passages))
        assert shared.said == "보건·생명공학 3 · 4"

    def test_agreements_are_added_beside_the_review_and_put_away(
        self, themes: ThemesPanel, window: MainWindow, session: Session, qtbot: QtBot
    ) -> None:
        study = window.study_panels.study
        before = session.controller.review
        qtbot.mouseClick(themes.add, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: study.overview is not None and len(study.overview.texts) == 4)
        assert themes.matrix.cells.columnCount() == 5
        assert session.controller.review is before
        assert not session.controller.unsaved
        themes.agreements.setCurrentRow(3)
        qtbot.mouseClick(themes.remove, Qt.MouseButton.LeftButton)
        assert len(study.texts) == 3
        themes.agreements.setCurrentRow(0)
        assert not themes.remove.isEnabled()

    def test_what_was_added_outlives_a_change_of_language(
        self, themes: ThemesPanel, window: MainWindow, session: Session, qtbot: QtBot
    ) -> None:
        themes.add.click()
        qtbot.waitUntil(lambda: len(window.study_panels.study.texts) == 4)
        qtbot.waitUntil(lambda: not session.errands.running and not session.jobs.running)
        window.actions_["language_en"].trigger()
        panels = session.window.study_panels
        assert len(panels.study.texts) == 4
        assert panels.themes.panel.chips[View.THEMES].text() == "Themes"

    def test_a_clause_that_the_table_does_not_show_is_said_to_be_elsewhere(
        self, themes: ThemesPanel, window: MainWindow
    ) -> None:
        themes.clause_wanted.emit("t1001.c3")
        assert window.line.currentMessage() == KOREAN("message.not_in_table")

    def test_the_nearest_clauses_are_ranked(self, window: MainWindow, qtbot: QtBot) -> None:
        window.page.go_to(3, 1)
        window.actions_["nearest_clauses"].trigger()
        panel = window.study_panels.themes.panel
        qtbot.waitUntil(lambda: bool(passages(lines_in(panel.passages.passages))))
        (near,) = passages(lines_in(panel.passages.passages))
        assert (near.clause, near.badge) == ("t2.c3", "0.50")
        assert window.study_panels.themes.isVisible()
        assert panel.matrix.cells.rowCount() == 1


class TestAgreements:
    """Several agreements in a window of their own, along one of them."""

    def test_chosen_agreements_stand_side_by_side(self, themes: ThemesPanel, window: MainWindow, qtbot: QtBot) -> None:
        window.actions_["agreements"].trigger()
        dialog = window.study_panels.agreements
        assert dialog.panel.matrix.cells.columnCount() == 3
        dialog.tabs.setCurrentIndex(1)
        assert [text.id for text in dialog.pivot.chosen] == ["t1", "t2"]
        dialog.pivot.align.click()
        qtbot.waitUntil(lambda: dialog.pivot.model.rowCount() > 0)
        shown = [dialog.pivot.model.row(place) for place in range(dialog.pivot.model.rowCount())]
        held = {clause.clause for row in shown for cell in row.cells for clause in cell.clauses}
        assert held == {clause.id for text in example_review().texts for clause in text.clauses}
        noted = [(row.kind, dialog.pivot.model.notes(row, 2)) for row in shown if all(cell.clauses for cell in row.cells)]
        assert {note for kind, note in noted if kind is RowKind.CLAUSES} == {("더 약함",)}
        assert {note for kind, note in noted if kind is RowKind.HEADING} <= {()}
        dialog.close()

    def test_one_agreement_alone_cannot_be_aligned(self, session: Session) -> None:
        pivot = session.window.study_panels.agreements.pivot
        assert not pivot.align.isEnabled()


def use(link: int, words: str) -> Occurrence:
    return Occurrence(link, Place("t1.c3", Span(0, len(words)), words, Bilingual(words, words)), None)


def test_terms_with_an_exception_to_a_settled_habit_come_first() -> None:
    def term(name: str, *counts: int) -> Concordance:
        renderings = tuple(
            Rendering(f"{name}{number}", tuple(use(i, name) for i in range(count))) for number, count in enumerate(counts)
        )
        return Concordance(name, Language.ENGLISH, renderings, ())

    lines = term_lines([term("even", 2, 2), term("settled", 9, 1), term("single", 12)], KOREAN)
    assert [line.term.term for line in lines if line.term] == ["settled", "even", "single"]
    assert [line.line.grave for line in lines if isinstance(line.line, PassageHead)] == [True, False]


@pytest.fixture
def studied(real_session: Session) -> Session:
    """The real work on the example review."""
    real_session.controller.open(example_review())
    return real_session


class TestTerms:
    """The concordance on the real tables."""

    def test_a_typed_term_leads_to_its_places(self, studied: Session, qtbot: QtBot) -> None:
        dock = studied.window.study_panels.terms
        studied.window.actions_["terms_dock"].setChecked(True)
        dock.ask("share")
        qtbot.waitUntil(lambda: dock.places.passages.rowCount() > 0, timeout=30_000)
        first = passages(lines_in(dock.places.passages))[0]
        assert first.lit[0].of(first.said) == "share"
        assert first.lit_other[0].of(first.others[0]).startswith("공유")
        dock.places.clause_wanted.emit(first.clause)
        row = studied.window.page.model.row(studied.window.page.table.currentIndex().row())
        assert first.clause in {clause.clause for cell in row.cells for clause in cell.clauses}
        dock.ask("telescope")
        assert not dock.places.passages.rowCount()


class TestPrecedents:
    """The library from the window, in a file of the test's own."""

    def test_files_are_added_and_answer_for_a_clause(
        self, studied: Session, questions: FakeQuestions, qtbot: QtBot, tmp_path: Path
    ) -> None:
        dock, window = studied.window.study_panels.precedents, studied.window
        window.actions_["precedents_dock"].setChecked(True)
        dock.ask("감염병")
        self._wait(studied, qtbot)
        assert not dock.passages.passages.rowCount()
        (tmp_path / "empty.txt").write_bytes(b"")
        dock.add([SAMPLES / "joint_statement.txt", tmp_path / "empty.txt"])
        self._wait(studied, qtbot)
        assert (tmp_path / "library.sqlite").exists()
        assert len(questions.shown) == 1
        dock.agreements.open()
        self._wait(studied, qtbot)
        assert dock.agreements.list.count() == 1
        dock.agreements.close()
        window.page.go_to(2, 1)
        window.actions_["find_precedents"].trigger()
        self._wait(studied, qtbot)
        assert dock.field.text() == example_review().texts[0].clauses[2].text
        head, *lines = lines_in(dock.passages.passages)
        assert isinstance(head, PassageHead)
        assert head.grave
        assert passages(lines)[0].others

    def test_an_agreement_is_taken_out(self, window: MainWindow, session: Session, qtbot: QtBot) -> None:
        dialog = window.study_panels.precedents.agreements
        dialog.open()
        self._wait(session, qtbot)
        assert not dialog.remove.isEnabled()
        dialog.list.setCurrentRow(0)
        dialog.remove.click()
        self._wait(session, qtbot)
        assert not dialog.list.count()
        dialog.close()

    def test_a_library_that_cannot_be_used_is_told(self, studied: Session, settings: Settings, qtbot: QtBot) -> None:
        settings.library.write_text("no library")
        studied.window.study_panels.precedents.ask("감염병")
        self._wait(studied, qtbot)
        qtbot.waitUntil(studied.window.message.isVisible)
        assert studied.window.message.sentence

    def _wait(self, session: Session, qtbot: QtBot) -> None:
        qtbot.waitUntil(lambda: not session.errands.precedents.running, timeout=30_000)
