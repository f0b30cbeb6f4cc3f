"""Every screen in both languages at 100 % and 200 %: all is said in the window's language, has a name, fits, can be read."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)  # fmt: skip

from desktop.application import Session
from desktop.dialogs.asking import WordsDialog
from desktop.look.palette import DARK, LIGHT, Tokens
from desktop.look.strength_ramp import FRAMED
from desktop.main_window import MainWindow
from tests.desktop.every_screen import HANGUL, faults, screens
from treaty.comparison.commitment_rules import OBLIGING
from treaty.model import Language, Severity

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("language", list(Language))
def test_every_screen_speaks_its_language_and_fits(open_session: Callable[[Language], Session], language: Language) -> None:
    session = open_session(language)
    session.window.resize(1280, 800)
    assert not faults(session)


def test_every_screen_fits_at_200_per_cent() -> None:
    environment = os.environ | {"QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.desktop.every_screen"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300, check=False)
    assert done.stdout == ""
    assert done.returncode == 0, done.stderr


CELLS = (QAccessible.Role.Cell, QAccessible.Role.ListItem, QAccessible.Role.TreeItem)
INTERACTIVE = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView)


def nameless(shown: QWidget) -> list[str]:
    """The controls of a screen that a screen reader could not name. Signs inside fields are no controls."""
    controls = [each for each in shown.findChildren(QWidget) if each.isVisible() and isinstance(each, INTERACTIVE)]
    return [
        f"{type(each).__name__} {each.objectName()}"
        for each in controls
        if not isinstance(each.parent(), QLineEdit | QComboBox)
        and not QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)
    ]


@pytest.fixture
def screen_reader() -> Iterator[None]:
    """Without a screen reader Qt does not keep what it remembers of cells in step with their models."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.mark.usefixtures("screen_reader")
def test_every_control_has_a_name_and_every_cell_speaks(session: Session) -> None:
    for name, screen in screens(session).items():
        shown = screen()
        QApplication.processEvents()
        assert not nameless(shown), name
        for view in shown.findChildren(QAbstractItemView):
            if view.isVisible() and view.model() and not isinstance(view.parent(), QComboBox):
                assert not silent_cells(view), name
        if shown is not session.window:
            shown.close()


def silent_cells(view: QAbstractItemView) -> list[int]:
    """The cells of a view, as a screen reader walks them, that have no name; controls in cells have their own."""
    spoken = QAccessible.queryAccessibleInterface(view)
    cells = [(number, spoken.child(number)) for number in range(min(spoken.childCount(), 120))]
    return [
        number
        for number, cell in cells
        if cell and cell.role() in CELLS and not cell.text(QAccessible.Text.Name) and not cell.childCount()
    ]


def test_tab_reaches_every_part_of_the_window(window: MainWindow, session: Session) -> None:
    session.controller.select("f1")
    window.activateWindow()
    reached = set()
    for _ in range(80):
        focused = window.focusWidget()
        assert focused is not None
        reached.add(focused)
        window.focusNextChild()
    for part in (window.toolbar.search, window.page.table, window.findings.list, window.findings.text_filter,
                 window.documents.outline, window.findings.card.note):  # fmt: skip
        assert part in reached


def luminance(colour: QColor) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


SURFACES = ("paper", "panel", "chrome", "heading", "empty", "sel", "accent_tint")
WORDS_ON = [
    *((ink, surface) for ink in ("ink", "ink2") for surface in (*SURFACES, "pair", "critical_tint", "major_tint")),
    *(("ink3", surface) for surface in ("paper", "panel", "heading", "sel", "accent_tint")),
    *(("accent", surface) for surface in ("paper", "panel", "sel", "accent_tint")),
    *((severity.value, surface) for severity in Severity for surface in ("paper", "panel", "sel")),
    *(("paper", severity.value) for severity in Severity),
    ("on_accent", "button"),
    *(("ink", f"level_{level}") for level in FRAMED),
    *(("paper", f"level_{level}") for level in OBLIGING),
]


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("words", "ground"), WORDS_ON)
def test_words_can_be_read_on_every_ground(tokens: Tokens, words: str, ground: str) -> None:
    assert contrast(getattr(tokens, words), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "panel", "chrome"])
def test_frames_and_focus_can_be_seen(tokens: Tokens, ground: str) -> None:
    for frame in (tokens.edge, tokens.accent, tokens.level_frame):
        assert contrast(frame, getattr(tokens, ground)) >= 3.0


@pytest.mark.parametrize("language", list(Language))
def test_qts_own_buttons_speak_the_language_too(open_session: Callable[[Language], Session], language: Language) -> None:
    session = open_session(language)
    standard = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(
        standard.Save | standard.Discard | standard.Cancel | standard.Ok | standard.Close | standard.Yes | standard.No
    )
    texts = [button.text() for button in box.buttons()]
    assert all(bool(HANGUL.search(text)) is (language is Language.KOREAN) for text in texts), texts
    message = QMessageBox(session.window)
    message.setStandardButtons(QMessageBox.StandardButton.Save | QMessageBox.StandardButton.Discard)
    assert all(bool(HANGUL.search(each.text())) is (language is Language.KOREAN) for each in message.buttons())


def test_enter_never_leaves_a_dialog_unasked(session: Session) -> None:
    for name, screen in screens(session).items():
        shown = screen()
        if not isinstance(shown, QDialog):
            continue
        QApplication.processEvents()
        pressed = [each.text() for each in shown.findChildren(QPushButton) if each.isDefault() and each.isVisible()]
        assert session.words("window.cancel") not in pressed, name
        assert name != "import" or pressed == [session.words("window.compare")]
        shown.close()
    asking = WordsDialog(session.words, "제목", "", "제3조", True, session.window)
    asking.show()
    QTest.keyClick(asking.findChild(QLineEdit), Qt.Key.Key_Return)
    assert asking.result() == QDialog.DialogCode.Accepted
