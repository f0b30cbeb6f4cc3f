"""Every page, strip and dialog of the window opened, and what does not fit or is not said in the language of the window.

`python -m tests.desktop.every_screen` does it in a process of its own, so that it can be scaled (QT_SCALE_FACTOR).
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QToolButton,
    QWidget,
)  # fmt: skip

from desktop.application import SAMPLES, Session, build_application
from desktop.importing.recognised import first_guess
from desktop.main_window import MainWindow
from desktop.studying.themes.themes_panel import View
from desktop.traces.places import traces
from desktop.traces.settings import Settings
from desktop.widgets.key_button import KeyButton
from tests.desktop.fakes import FakeComparer, FakeEarlier, FakeQuestions, FakeWriter
from tests.example_review import example_review
from treaty.model import Language

SMALLEST_SCREEN = QSize(960, 540)
"""A full-HD screen at 200 %: no dialog may need more."""
HANGUL = re.compile(r"[가-힣]")
OWN_NAMES = {"한국어", "English"}
ROOM = 2


def screens(session: Session) -> dict[str, Callable[[], QWidget]]:
    """Everything that can be opened, by name."""
    window = session.window

    def opened(action: str) -> QWidget:
        before = set(_shown(window))
        window.actions_[action].trigger()
        return next(dialog for dialog in _shown(window) if dialog not in before)

    def importing() -> QWidget:
        window.importing_dialog.show_recognised(first_guess(example_review().texts))
        return window.importing_dialog

    def searching() -> QWidget:
        window.toolbar.search.setText("4")
        window.find_strip.search_wanted.emit()
        return window

    def guided() -> QWidget:
        window.guide.begin()
        return window

    return {
        "welcome": lambda: window,
        "import": importing,
        "review": lambda: _review(session),
        "search": searching,
        "guide": guided,
        "themes": lambda: _panel(session, "themes_dock"),
        "commitments": lambda: _themes_view(session, View.LEVELS),
        "acts": lambda: _themes_view(session, View.ACTS),
        "likeness": lambda: _themes_view(session, View.ALIKE),
        "proposals": lambda: _themes_view(session, View.PROPOSALS),
        "terms": lambda: _panel(session, "terms_dock"),
        "precedents": lambda: _precedents(session),
        "library": lambda: _library(session),
        "agreements": lambda: opened("agreements"),
        "jump": lambda: opened("jump"),
        "why": lambda: opened("why_linked"),
        "settings": lambda: opened("settings"),
        "keys": lambda: opened("keys"),
        "paste": lambda: opened("pasted"),
        "journal": lambda: opened("journal"),
        "set aside": lambda: opened("set_aside"),
    }


def faults(session: Session) -> list[str]:
    """What is wrong on any screen."""
    found = []
    for name, screen in screens(session).items():
        shown = screen()
        for tab in _tabs(shown):
            tab()
            QApplication.processEvents()
            found += [f"{name}: {fault}" for fault in _faults_of(shown, Language(session.words.language))]
        if isinstance(shown, QDialog):
            shown.close()
    return found


def _review(session: Session) -> MainWindow:
    session.controller.open(example_review())
    session.controller.select("f2")
    return session.window


def _panel(session: Session, dock: str) -> MainWindow:
    """The window with a panel in front, when what it shows is there."""
    session.window.actions_[dock].setChecked(True)
    _wait_for_panels(session)
    return session.window


def _themes_view(session: Session, view: View) -> MainWindow:
    panel = session.window.study_panels.themes.panel
    panel.show_view(view)
    panel.matrix.setCurrentIndex(panel.matrix.cells.index(0, 0))
    panel.chart.setCurrentIndex(panel.chart.bars.index(0, 0))
    return _panel(session, "themes_dock")


def _precedents(session: Session) -> MainWindow:
    _panel(session, "precedents_dock").study_panels.precedents.ask("48")
    return _panel(session, "precedents_dock")


def _library(session: Session) -> QDialog:
    dialog = session.window.study_panels.precedents.agreements
    dialog.show()
    _wait_for_panels(session)
    return dialog


def _wait_for_panels(session: Session) -> None:
    until = monotonic() + 20
    while session.errands.running and monotonic() < until:
        QApplication.processEvents()
    for _ in range(5):
        QApplication.processEvents()


def _shown(window: QWidget) -> list[QDialog]:
    return [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]


def _tabs(shown: QWidget) -> Iterator[Callable[[], None]]:
    """Ways to bring each tab of a dialog to the front; one that does nothing where there are no tabs."""
    bars = shown.findChildren(QTabBar) if isinstance(shown, QDialog) else []
    if not bars:
        yield lambda: None
    for bar in bars:
        for index in range(bar.count()):
            yield lambda bar=bar, index=index: bar.setCurrentIndex(index)  # type: ignore[misc]


def _faults_of(shown: QWidget, language: Language) -> Iterator[str]:
    if isinstance(shown, QDialog):
        least = shown.minimumSizeHint()
        if least.width() > SMALLEST_SCREEN.width() or least.height() > SMALLEST_SCREEN.height():
            yield f"needs {least.width()}x{least.height()}"
        yield from _spoken_faults(shown.windowTitle(), language)
    for widget in shown.findChildren(QWidget):
        if widget.isVisible() and not isinstance(widget.window(), QMenu) and widget.window() is shown:
            yield from _fit_faults(widget)
            for words in _words_of(widget):
                yield from _spoken_faults(words, language)


def _fit_faults(widget: QWidget) -> Iterator[str]:
    """Whether the words of a widget have the room that they need."""
    if isinstance(widget, KeyButton):
        needed, words = widget.minimumSizeHint().width(), widget.text()
    elif isinstance(widget, QLabel) and widget.text() and not widget.wordWrap():
        needed, words = widget.fontMetrics().horizontalAdvance(widget.text()), widget.text()
    elif isinstance(widget, QLabel) and widget.text():
        needed, words = 0, widget.text()
        if widget.heightForWidth(widget.width()) > widget.height() + ROOM:
            yield f"{words!r} is cut off below"
    elif isinstance(widget, QAbstractButton) and widget.text() and not _only_icon(widget):
        icon = widget.iconSize().width() if not widget.icon().isNull() else 0
        needed, words = widget.fontMetrics().horizontalAdvance(widget.text().replace("&", "")) + icon, widget.text()
    elif isinstance(widget, QComboBox) and widget.sizeAdjustPolicy() is QComboBox.SizeAdjustPolicy.AdjustToContentsOnFirstShow:
        needed, words = widget.fontMetrics().horizontalAdvance(widget.currentText()) + 34, widget.currentText()
    else:
        return
    if needed > widget.width() + ROOM:
        yield f"{words!r} needs {needed} of {widget.width()}"


def _only_icon(button: QAbstractButton) -> bool:
    return isinstance(button, QToolButton) and not button.toolButtonStyle().name.startswith("ToolButtonText")


def _words_of(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit) and not isinstance(widget.parent(), QAbstractSpinBox | QComboBox):
        yield widget.placeholderText()
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(index) for index in range(widget.count()))
    yield widget.toolTip()
    yield widget.accessibleName()


def _spoken_faults(words: str, language: Language) -> Iterator[str]:
    """Whether words are in the window's language: Korean has Hangul, English none, but for what is quoted from texts."""
    bare = words.replace("&", "").strip()
    if bare in OWN_NAMES or _quoted(bare):
        return
    if language is Language.ENGLISH and HANGUL.search(bare):
        yield f"{bare!r} is Korean"
    if language is Language.KOREAN and not HANGUL.search(bare) and re.search(r"[a-z]{4,}", bare) and not _is_key(bare):
        yield f"{bare!r} is not Korean"


def _quoted(words: str) -> bool:
    """Whether words hold what stands in the example's texts, or a file's name."""
    return any(quote in words for quote in _quotes()) or "↔" in words


@cache
def _quotes() -> frozenset[str]:
    review = example_review()
    places = [place for finding in review.findings() for place in (finding.left, finding.right) if place]
    quoted = {
        *(words for text in review.texts for words in (text.source.name, text.label, text.title)),
        *(words for text in review.texts for clause in text.clauses for words in (clause.text, clause.path)),
        *(part.text for text in review.texts for part in text.set_aside),
        *(words for place in places for words in (place.text, place.value.ko, place.value.en)),
        *(words for finding in review.findings() for words in (finding.message.ko, finding.message.en)),
        *(file.name for file in SAMPLES.iterdir()),
        str(traces().library),
        FakeEarlier().agreement.title,
    }
    return frozenset(quote for quote in quoted if len(quote) > 2)


def _is_key(words: str) -> bool:
    return bool(re.fullmatch(r"[\w +↑↓←→,-]*(Ctrl|Shift|Home|Return|Space|Esc|Enter|Alt)[\w +↑↓←→,-]*", words))


def main() -> int:
    app = build_application()
    status = 0
    for language in Language:
        with TemporaryDirectory() as folder:
            settings = Settings(Path(folder) / "daejo.ini")
            questions = FakeQuestions(Path(folder))
            session = Session(app, FakeComparer(), FakeWriter(), settings, language, ask=lambda *_: questions)  # noqa: B023
            session.window.resize(1280, 800)
            session.window.show()
            for fault in faults(session):
                print(f"{language}: {fault}")
                status = 1
            session.close()
            session.window.hide()
    return status


if __name__ == "__main__":
    sys.exit(main())
