"""`python -m tests.pictures` draws the guide's screens in both languages into docs/pictures, so that they are never older than
the window. `python -m tests.pictures FOLDER [SCREEN …]` draws all screens, or those named, elsewhere, in both themes."""

from __future__ import annotations

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

import tests  # noqa: F401  (sets the number of threads before numpy is loaded)
from desktop.application import SAMPLES, Session, build_application
from desktop.dialogs.help_dialog import HelpDialog
from desktop.dialogs.settings_dialog import SettingsDialog
from desktop.findings.grouping import Grouping
from desktop.importing.recognised import first_guess
from desktop.main_window import MainWindow
from desktop.side_by_side.row_filter import RowFilter
from desktop.studying.themes.themes_panel import View
from desktop.toolkit import Toolkit, load_toolkit
from desktop.traces.settings import Settings, Theme
from exporters import write_report
from tests.four_texts import write_four_texts
from treaty.model import Language
from treaty.progress import SilentProgress

OUT = Path(__file__).parents[2] / "docs" / "pictures"
MANUAL = {"welcome", "import", "review", "themes", "terms", "pivot", "four_way", "report"}
SIZE = (1440, 900)
OTHERS = [SAMPLES / name for name in ("health_mou.ko.txt", "fisheries_protocol.docx", "joint_statement.txt")]
KOREAN_TEXTS = (0, 3, 2, 5)
"""The places of the samples' Korean texts among those under study."""
FILES = [SAMPLES / f"critical_minerals_agreement.{language}.txt" for language in ("ko", "en")]


class Studio:
    """One session, put into one state after another."""

    def __init__(self, toolkit: Toolkit, session: Session) -> None:
        self._toolkit, self._session = toolkit, session

    @property
    def window(self) -> MainWindow:
        return self._session.window

    def open_sample(self) -> None:
        self._session.controller.open(self._toolkit.compare_files(FILES, None, SilentProgress()))
        self._session.controller.select(self._session.controller.shown.next_open(1, "", 0))

    def screens(self) -> dict[str, Callable[[], QWidget]]:
        """The screens by name, in the order in which they are drawn."""
        return {
            "welcome": lambda: self.window,
            "import": self._import,
            "review": self._review,
            "counterparts": self._counterparts,
            "themes": self._themes,
            "terms": self._terms,
            "precedents": self._precedents,
            "agreements": lambda: self._agreements(View.THEMES),
            "commitments": lambda: self._agreements(View.LEVELS),
            "likeness": lambda: self._agreements(View.ALIKE),
            "pivot": self._pivot,
            "find": self._find,
            "unlinked": self._unlinked,
            "families": self._families,
            "jump": self._jump,
            "why": self._why,
            "settings": lambda: self._settings(1),
            "rules": lambda: self._settings(3),
            "keys": self._keys,
            "set_aside": self._set_aside,
            "report": self._report,
            "full_screen": self._full_screen,
            "four_way": self._four_way,
        }

    def _import(self) -> QDialog:
        texts = self._toolkit.read_files([SAMPLES / "joint_statement.txt"])
        self.window.importing_dialog.show_recognised(first_guess(texts))
        return self.window.importing_dialog

    def _review(self) -> QMainWindow:
        self.open_sample()
        return self.window

    def _counterparts(self) -> QMainWindow:
        _wait(lambda: self._session.loader.lookup() is not None)
        self.window.actions_["next_value"].trigger()
        return self.window

    def _themes(self) -> QMainWindow:
        self.window.actions_["themes_dock"].setChecked(True)
        _wait(lambda: self.window.study_panels.study.overview is not None)
        matrix = self.window.study_panels.themes.panel.matrix
        matrix.setCurrentIndex(matrix.cells.index(0, 0))
        return self.window

    def _terms(self) -> QMainWindow:
        self.window.actions_["terms_dock"].setChecked(True)
        dock = self.window.study_panels.terms
        _wait(lambda: dock.terms.passages.rowCount() > 0)
        dock.terms.setCurrentIndex(dock.terms.passages.index(1, 0))
        return self.window

    def _precedents(self) -> QMainWindow:
        """The library of the picture's session holds the other samples."""
        self.window.actions_["precedents_dock"].setChecked(True)
        self.window.study_panels.precedents.add(OTHERS)
        _wait(lambda: not self._session.errands.running)
        self.window.page.go_to(18, 1)
        self.window.actions_["find_precedents"].trigger()
        _wait(lambda: not self._session.errands.running)
        return self.window

    def _agreements(self, view: View) -> QDialog:
        study, dialog = self.window.study_panels.study, self.window.study_panels.agreements
        if not study.added:
            study.add(OTHERS)
            _wait(lambda: bool(study.added))
        dialog.tabs.setCurrentIndex(0)
        dialog.panel.show_view(view)
        dialog.show()
        _wait(lambda: study.overview is not None)
        dialog.panel.matrix.setCurrentIndex(dialog.panel.matrix.cells.index(2, 3))
        if view is View.LEVELS:
            dialog.panel.chart.setCurrentIndex(dialog.panel.chart.bars.index(2, 0))
        return dialog

    def _pivot(self) -> QDialog:
        dialog = self.window.study_panels.agreements
        dialog.show()
        dialog.tabs.setCurrentIndex(1)
        for place, box in enumerate((dialog.pivot.pivot, *dialog.pivot.beside)):
            box.setCurrentIndex(KOREAN_TEXTS[place] + bool(place))
        dialog.pivot.align.click()
        _wait(lambda: dialog.pivot.model.rowCount() > 0)
        return dialog

    def _find(self) -> QMainWindow:
        field = self.window.toolbar.search
        field.setText("핵심광물")
        self.window.find_strip.search_wanted.emit()
        return self.window

    def _unlinked(self) -> QMainWindow:
        self.window.find_strip.end()
        self.window.page.show_rows(RowFilter.DIFFERENT)
        return self.window

    def _families(self) -> QMainWindow:
        self.window.page.show_rows(RowFilter.ALL)
        self.window.findings.group_by(Grouping.FAMILY)
        self.window.guide.begin()
        return self.window

    def _jump(self) -> QDialog:
        self.window.findings.group_by(Grouping.SEVERITY)
        self.window.guide.end()
        self.window.actions_["jump"].trigger()
        self.window.finder.jump.field.setText("3")
        return self.window.finder.jump

    def _why(self) -> QDialog:
        self.window.actions_["why_linked"].trigger()
        return self.window.answering.why

    def _settings(self, tab: int) -> QDialog:
        self.window.actions_["settings"].trigger()
        dialog = self._opened(SettingsDialog)
        assert isinstance(dialog, SettingsDialog)
        dialog.tabs.setCurrentIndex(tab)
        return dialog

    def _keys(self) -> QDialog:
        self.window.actions_["keys"].trigger()
        return self._opened(HelpDialog)

    def _set_aside(self) -> QDialog:
        self.window.set_aside.show()
        return self.window.set_aside

    def _full_screen(self) -> QMainWindow:
        self.window.actions_["full_screen"].trigger()
        return self.window

    def _report(self) -> QDialog:
        dialog = self.window.reports
        dialog.open()
        _wait(lambda: dialog.preview.pages > 0)
        return dialog

    def _four_way(self) -> QDialog:
        with TemporaryDirectory() as folder:
            self._session.controller.open(self._toolkit.compare_files(write_four_texts(Path(folder)), None, SilentProgress()))
        self.window.actions_["full_screen"].setChecked(False)
        self.window.actions_["four_way"].trigger()
        return self.window.four_way

    def _opened(self, kind: type[QDialog]) -> QDialog:
        return next(dialog for dialog in self.window.findChildren(kind) if dialog.isVisible())


def draw(out: Path, languages: list[Language], themes: list[Theme], wanted: set[str]) -> None:
    app, toolkit = build_application(), load_toolkit()
    out.mkdir(parents=True, exist_ok=True)
    for language in languages:
        for theme in themes:
            with TemporaryDirectory() as folder:
                _draw_all(app, toolkit, language, theme, Path(folder), out, wanted)


def _draw_all(
    app: QApplication, toolkit: Toolkit, language: Language, theme: Theme, folder: Path, out: Path, wanted: set[str]
) -> None:
    settings = Settings(folder / "daejo.ini")
    settings.theme, settings.reviewer, settings.guided = theme, "김검토", True
    settings.library = folder / "library.sqlite"
    session = Session(app, toolkit, write_report, settings, language)
    session.window.resize(*SIZE)
    session.window.show()
    studio = Studio(toolkit, session)
    for name, screen in studio.screens().items():
        shown = screen()
        _settle()
        if not wanted or name in wanted:
            _save(shown, out / f"{name}-{language}-{theme}.png")
        if isinstance(shown, QDialog):
            shown.close()
        _settle()
    session.close()
    session.window.deleteLater()


def _save(shown: QWidget, path: Path) -> None:
    """Saves a picture in the 256 colours that fit it best, a third as large: the window has hardly more."""
    content = QBuffer()
    content.open(QIODevice.OpenModeFlag.WriteOnly)
    shown.grab().save(content, "PNG")
    Image.open(BytesIO(content.data().data())).convert("RGB").quantize(256, dither=Image.Dither.NONE).save(path, optimize=True)


def _wait(done: Callable[[], bool]) -> None:
    until = monotonic() + 60
    while not done() and monotonic() < until:
        QApplication.processEvents()


def _settle() -> None:
    until = monotonic() + 0.25
    while monotonic() < until:
        QApplication.processEvents()


if __name__ == "__main__":
    arguments = sys.argv[1:]
    folder = Path(arguments[0]) if arguments else OUT
    themes = [Theme.LIGHT, Theme.DARK] if arguments else [Theme.LIGHT]
    draw(folder, list(Language), themes, set(arguments[1:]) if arguments else MANUAL)
