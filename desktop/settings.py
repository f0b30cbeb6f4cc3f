"""What the window remembers from one day to the next. Never anything about a document."""

from __future__ import annotations

import getpass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from treaty.model import Language

TEXT_SIZES = range(12, 21)
USUAL_TEXT_SIZE = 14


class Theme(StrEnum):
    """Which colours the user wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Settings:
    """The settings in one INI file."""

    def __init__(self, path: Path) -> None:
        self._store = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def language(self) -> Language | None:
        """The language chosen in the window; None as long as none was."""
        stored = self._text("language")
        return Language(stored) if stored in list(Language) else None

    @language.setter
    def language(self, language: Language | None) -> None:
        self._store.setValue("language", language.value if language else "")

    @property
    def theme(self) -> Theme:
        stored = self._text("theme")
        return Theme(stored) if stored in list(Theme) else Theme.SYSTEM

    @theme.setter
    def theme(self, theme: Theme) -> None:
        self._store.setValue("theme", theme.value)

    @property
    def text_size(self) -> int:
        stored = self._text("text_size")
        return int(stored) if stored.isdigit() and int(stored) in TEXT_SIZES else USUAL_TEXT_SIZE

    @text_size.setter
    def text_size(self, pixels: int) -> None:
        self._store.setValue("text_size", pixels)

    @property
    def reviewer(self) -> str:
        """The name that stands by what the reviewer says; his name on this computer as long as he gave no other."""
        return self._text("reviewer") or _user()

    @reviewer.setter
    def reviewer(self, name: str) -> None:
        self._store.setValue("reviewer", name.strip())

    @property
    def last_folder(self) -> str:
        return self._text("last_folder")

    @last_folder.setter
    def last_folder(self, folder: str) -> None:
        self._store.setValue("last_folder", folder)

    def layout(self, name: str) -> QByteArray:
        """How the window or one of its parts was laid out; empty the first time."""
        stored = self._store.value(f"layout/{name}")
        return stored if isinstance(stored, QByteArray) else QByteArray()

    def keep_layout(self, name: str, layout: QByteArray) -> None:
        self._store.setValue(f"layout/{name}", layout)

    def _text(self, name: str) -> str:
        return str(self._store.value(name, ""))


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
