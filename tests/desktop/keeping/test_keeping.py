"""Keeping in the window: recovery after a crash, two windows on one review, changed sources, damaged reviews."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.application import Session
from desktop.main_window import MainWindow
from tests.desktop.fakes import FakeQuestions
from tests.desktop.hands import CTRL, SHIFT, press
from tests.desktop.lighthouses import ENGLISH, KOREAN, choose, clause, link_of, settled
from treaty.model import LinkOrigin
from treaty.review.edits import SetComment, set_note
from treaty.review.lock import Holder, lock_file, take
from treaty.review.review import Comment, RowState, Verdict
from treaty.review.review_file import load_review

WORK_AND_CRASH = """
import os, signal, sys
from pathlib import Path
from desktop.application import Session, build_application
from desktop.traces.settings import Settings
from desktop.toolkit import load_toolkit
from exporters import write_report
from treaty.progress import SilentProgress
from treaty.review.review import Verdict
folder = Path(sys.argv[1])
app, toolkit = build_application(), load_toolkit()
session = Session(app, toolkit, write_report, Settings(folder / "x.ini"), state_folder=folder / "state")
session.controller.open(toolkit.compare_files([folder / "ko.txt", folder / "en.txt"], None, SilentProgress()))
session.controller.select(next(iter(session.controller.found)))
session.controller.set_verdict(Verdict.QUERY)
session.controller.set_note(session.controller.current, "서른인가")
session.keeping.recorder.wait()
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return write_files(tmp_path)


def write_files(folder: Path) -> list[Path]:
    for name, words in (("ko.txt", KOREAN), ("en.txt", ENGLISH)):
        (folder / name).write_text(words, encoding="utf-8")
    return [folder / "ko.txt", folder / "en.txt"]


@pytest.fixture
def window(real_session: Session, files: list[Path], qtbot: QtBot) -> MainWindow:
    real_session.window.open_files(files)
    qtbot.waitUntil(lambda: real_session.controller.review is not None)
    return real_session.window


def press_notice(window: MainWindow, qtbot: QtBot) -> None:
    """Presses the button of the message strip."""
    button = next(each for each in window.message.findChildren(QPushButton) if each.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture(scope="module")
def crashed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The state folder that a killed program left behind."""
    folder = tmp_path_factory.mktemp("crashed")
    write_files(folder)
    root = Path(__file__).parents[3]
    subprocess.run([sys.executable, "-c", WORK_AND_CRASH, str(folder)], cwd=root, check=False, timeout=120)
    return folder / "state"


def test_work_killed_in_the_middle_is_offered_and_recovered(
    real_session: Session, crashed: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    copytree(crashed, tmp_path / "state")
    real_session.window.keeping_notices.offer_recovery()
    qtbot.waitUntil(lambda: real_session.controller.review is not None)
    (said,) = [place.entry.judgement for place in real_session.controller.found.values() if place.entry.judgement.note]
    assert (said.verdict, said.note) == (Verdict.QUERY, "서른인가")
    assert real_session.window.isWindowModified()
    assert real_session.words("message.recovered") in real_session.window.line.currentMessage()
    assert len(list((tmp_path / "state").glob("*.recovery"))) == 1, "the recovered review has a file of its own again"


@pytest.mark.parametrize(("answer", "left"), [(False, 0), (None, 1)])
def test_recovery_can_be_refused_or_put_off(
    real_session: Session, questions: FakeQuestions, crashed: Path, tmp_path: Path, answer: bool | None, left: int
) -> None:
    copytree(crashed, tmp_path / "state")
    questions.recover = answer
    real_session.window.keeping_notices.offer_recovery()
    assert real_session.controller.review is None
    assert len(real_session.keeping.recorder.unfinished()) == left


def test_the_recovery_file_goes_when_the_review_is_saved(
    window: MainWindow, real_session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    choose(window, real_session, "항구에서")
    press(window, qtbot, Qt.Key.Key_Space)
    real_session.keeping.recorder.wait()
    assert list((tmp_path / "state").glob("*.recovery"))
    window.actions_["save_as"].trigger()
    real_session.keeping.recorder.wait()
    assert not list((tmp_path / "state").iterdir())
    window.actions_["undo"].trigger()
    real_session.keeping.recorder.wait()
    assert list((tmp_path / "state").glob("*.recovery")), "an undone edit is unsaved work too"


def test_it_says_when_edits_cannot_be_kept(window: MainWindow, real_session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "state").write_text("in the way")
    choose(window, real_session, "항구에서")
    press(window, qtbot, Qt.Key.Key_Space)
    sentence = real_session.words("message.not_recorded", reason="").split("(")[0]
    qtbot.waitUntil(lambda: window.line.currentMessage().startswith(sentence))
    assert real_session.controller.shown.read == 1, "the edit itself is done"


def saved_review(window: MainWindow, real_session: Session, tmp_path: Path) -> Path:
    window.actions_["save_as"].trigger()
    path = real_session.controller.path
    assert path is not None
    return path


def test_the_second_window_only_reads_and_says_who_has_it(
    window: MainWindow, real_session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    path = saved_review(window, real_session, tmp_path)
    assert lock_file(path).exists()
    real_session.keeping.locks.close()
    assert not lock_file(path).exists()
    you = Holder("이검토", "far", 1, "2028-03-02T10:15:00")
    take(path, you)
    window.open_files([path])
    qtbot.waitUntil(lambda: real_session.controller.read_only)
    assert "이검토" in window.message.sentence
    assert real_session.words("window.read_only") in window.windowTitle()
    for name in ("save", "undo", "comment", "own_finding", "set_label", "reread"):
        assert not window.actions_[name].isEnabled()
    choose(window, real_session, "항구에서")
    press(window, qtbot, Qt.Key.Key_Space)
    press(window, qtbot, Qt.Key.Key_L, CTRL | SHIFT)
    assert not real_session.jobs.running
    assert real_session.controller.review is not None
    assert not real_session.controller.review.states
    assert window.line.currentMessage() == real_session.words("message.read_only")
    press_notice(window, qtbot)
    press(window, qtbot, Qt.Key.Key_Space)
    assert list(real_session.controller.review.states.values()) == [RowState.READ]
    before = path.read_bytes()
    window.actions_["save_as"].trigger()
    assert path.read_bytes() == before, "what another has open is not overwritten"
    assert "이검토" in window.message.sentence


def test_a_changed_source_is_noticed_and_decisions_are_carried_over(
    window: MainWindow, real_session: Session, files: list[Path], questions: FakeQuestions, qtbot: QtBot
) -> None:
    controller = real_session.controller
    choose(window, real_session, "항구에서")
    press(window, qtbot, Qt.Key.Key_P, CTRL | SHIFT)
    settled(real_session, qtbot)
    assert controller.review is not None
    controller.do(SetComment("c1", Comment("c1", clause(real_session, "발효한다"), "날짜?")))
    controller.do(set_note(controller.review, next(iter(controller.found)), "서른인가"))
    changed = ENGLISH.replace("3. The two", "3. Fog horns sound at dusk.\n4. The two").replace("40 barrels", "30 barrels")
    files[1].write_text(changed.replace("4. This", "5. This"), encoding="utf-8")
    qtbot.waitUntil(lambda: window.message.isVisible(), timeout=10_000)
    assert "en.txt" in window.message.sentence
    press_notice(window, qtbot)
    settled(real_session, qtbot)
    assert clause(real_session, "Fog horns sound")
    assert link_of(real_session, "항구에서").origin is LinkOrigin.REVIEWER
    assert list(controller.review.comments) == ["c1"]
    press_notice(window, qtbot)
    assert [said for _, said in questions.shown] == ["서른인가"], "the finding is gone: the draft was corrected"
    window.actions_["undo"].trigger()
    assert "40 barrels" in " ".join(each.text for each in controller.texts[1].clauses)


def test_a_new_draft_takes_the_place_of_a_text(
    window: MainWindow, real_session: Session, questions: FakeQuestions, tmp_path: Path, qtbot: QtBot
) -> None:
    questions.draft = tmp_path / "draft2.txt"
    questions.draft.write_text(ENGLISH.replace("a harbour", "the main harbour"), encoding="utf-8")
    choose(window, real_session, "in a harbour")
    before = clause(real_session, "in a harbour")
    window.actions_["bring_in"].trigger()
    settled(real_session, qtbot)
    assert real_session.controller.texts[1].source.name == "draft2.txt"
    assert clause(real_session, "main harbour") == before
    questions.draft = tmp_path / "ko.txt"
    window.actions_["bring_in"].trigger()
    settled(real_session, qtbot)
    assert real_session.words("errors.other_language", file="ko.txt") == window.message.sentence


@pytest.fixture
def damage(window: MainWindow, real_session: Session, tmp_path: Path, qtbot: QtBot) -> Callable[[str], Path]:
    """Saves a review with a note, and changes something in its file."""

    def made(statement: str) -> Path:
        controller = real_session.controller
        assert controller.review is not None
        controller.do(set_note(controller.review, next(iter(controller.found)), "서른인가"))
        path = saved_review(window, real_session, tmp_path)
        with closing(sqlite3.connect(path)) as database:
            database.execute(statement)
            database.commit()
        return path

    return made


@pytest.mark.parametrize("statement", ["UPDATE comparisons SET content = '{'", "UPDATE places SET content = '{'"])
def test_of_a_damaged_review_the_rest_is_opened(
    window: MainWindow, real_session: Session, questions: FakeQuestions, damage: Callable[[str], Path], statement: str,
    qtbot: QtBot,
) -> None:  # fmt: skip
    path = damage(statement)
    before = path.read_bytes()
    window.open_files([path])
    qtbot.waitUntil(window.message.isVisible)
    press_notice(window, qtbot)
    qtbot.waitUntil(lambda: real_session.controller.path is None)
    notes = [place.entry.judgement.note for place in real_session.controller.found.values()]
    assert "서른인가" in notes
    qtbot.waitUntil(window.message.isVisible)
    press_notice(window, qtbot)
    assert questions.shown
    window.actions_["undo"].trigger()
    assert path.read_bytes() == before
    assert window.isWindowModified()


def test_places_of_the_sources_are_saved(window: MainWindow, real_session: Session, files: list[Path], tmp_path: Path) -> None:
    path = saved_review(window, real_session, tmp_path)
    assert dict(load_review(path).places) == {"t1": str(files[0]), "t2": str(files[1])}
