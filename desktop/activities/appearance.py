"""The window's part that says in which language and colours it speaks, and what else the user can set."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.dialogs.help_dialog import HelpDialog
from desktop.dialogs.settings_dialog import SettingsDialog
from desktop.look import Look
from desktop.operations.desk import Desk
from desktop.traces.settings import Settings, Theme
from desktop.window.actions import Actions
from treaty.model import Language


class Appearance(QObject):
    """Connects the actions of language, theme, settings and help. `changed` says that the window is to be built anew."""

    changed = Signal()

    def __init__(self, window: QWidget, look: Look, desk: Desk, settings: Settings, actions: Actions) -> None:
        super().__init__(window)
        self._window, self._look, self._desk, self._settings, self._actions = window, look, desk, settings, actions
        for theme in Theme:
            actions[f"theme_{theme}"].triggered.connect(partial(self._choose_theme, theme))
            actions[f"theme_{theme}"].setChecked(theme is settings.theme)
        for language in Language:
            actions[f"language_{language}"].triggered.connect(partial(self._choose_language, language))
            actions[f"language_{language}"].setChecked(language == desk.words.language)
        actions["settings"].triggered.connect(self._choose_settings)
        actions["keys"].triggered.connect(lambda: HelpDialog(look, desk.words, window).show())
        actions["about"].triggered.connect(self._show_about)

    def show_state(self) -> None:
        for name, action in self._actions.items():
            if name.startswith(("theme_", "language_")):
                action.setEnabled(not self._desk.jobs.running)

    def _choose_theme(self, theme: Theme) -> None:
        self._settings.theme = theme
        self.changed.emit()

    def _choose_language(self, language: Language) -> None:
        self._settings.language = language
        self.changed.emit()

    def _choose_settings(self) -> None:
        rules = self._desk.comparer.rules_offered()
        dialog = SettingsDialog(self._look, self._desk.words, self._settings, rules, self._window)
        dialog.accepted.connect(self.changed)
        dialog.open()

    def _show_about(self) -> None:
        QMessageBox.about(self._window, self._desk.words("menu.about"), self._desk.words("message.about"))
