"""What the window remembers from one day to the next. Of documents it keeps no words, only where the last ones are."""

from __future__ import annotations

import getpass
import json
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from desktop.look.reading_type import SIZE_STEPS, SPACINGS, TEXT_SIZES, USUAL_SPACING, USUAL_TEXT_SIZE, ReadingType
from desktop.traces.places import traces
from treaty.model import Language

MOST_RECENT = 8
MOST_VIEWS = 60


class Theme(StrEnum):
    """Which colours the user wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Settings:
    """The settings in one INI file."""

    def __init__(self, path: Path, *, private: bool = False) -> None:
        """`private`: which documents are opened is neither remembered nor shown."""
        self.private = private
        self._store = QSettings(str(path), QSettings.Format.IniFormat)
        self.choices_file = path.with_name("checks.tsv")
        """Where the user's own choices of rules are kept."""

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
    def spacing(self) -> float:
        """The height of a line as a multiple of the text's size."""
        stored = self._text("spacing")
        return next((spacing for spacing in SPACINGS if str(spacing) == stored), USUAL_SPACING)

    @spacing.setter
    def spacing(self, spacing: float) -> None:
        self._store.setValue("spacing", str(spacing))

    def size_step(self, language: Language) -> int:
        """By how many pixels a language is set larger than the text size says."""
        stored = self._text(f"size_step_{language}")
        return int(stored) if stored.lstrip("-").isdigit() and int(stored) in SIZE_STEPS else 0

    def set_size_step(self, language: Language, pixels: int) -> None:
        self._store.setValue(f"size_step_{language}", pixels)

    @property
    def reading_type(self) -> ReadingType:
        """How treaty texts are set."""
        return ReadingType(self.text_size, self.spacing, {language: self.size_step(language) for language in Language})

    def view_of(self, review: str) -> str:
        """How a review was last shown, as `keep_view` was told; "" for one that is not known."""
        return self._views().get(review, "")

    def keep_view(self, review: str, view: str) -> None:
        """Remembers how a review is shown: `review` names it, `view` is the text that says how. The last reviews are kept."""
        others = {name: kept for name, kept in self._views().items() if name != review}
        latest = [*others.items(), (review, view)][-MOST_VIEWS:]
        self._store.setValue("views", json.dumps(dict(latest), ensure_ascii=False))

    @property
    def glossary(self) -> str:
        """The path of the user's own glossary; "" for the bundled one."""
        return self._text("glossary")

    @glossary.setter
    def glossary(self, path: str) -> None:
        self._store.setValue("glossary", path)

    @property
    def library(self) -> Path:
        """The file of the user's library of earlier agreements."""
        stored = self._text("library")
        return Path(stored) if stored else traces().library

    @library.setter
    def library(self, path: Path) -> None:
        self._store.setValue("library", "" if path == traces().library else str(path))

    @property
    def recent(self) -> list[list[Path]]:
        """The documents and reviews opened last, latest first: each as its files."""
        if self.private:
            return []
        try:
            stored = json.loads(self._text("recent") or "[]")
            return [[Path(file) for file in files] for files in stored][:MOST_RECENT]
        except (ValueError, TypeError):
            return []

    def keep_recent(self, files: Sequence[Path]) -> None:
        """Puts files at the head of those opened last."""
        if self.private:
            return
        opened = [str(file.absolute()) for file in files]
        others = [[str(file) for file in before] for before in self.recent]
        kept = [opened, *(before for before in others if before != opened)][:MOST_RECENT]
        self._store.setValue("recent", json.dumps(kept, ensure_ascii=False))

    @property
    def guided(self) -> bool:
        """Whether the first guidance has been seen."""
        return self._text("guided") == "true"

    @guided.setter
    def guided(self, seen: bool) -> None:
        self._store.setValue("guided", "true" if seen else "")

    @property
    def looks_first(self) -> bool:
        """Whether what was recognised in documents is shown before they are compared."""
        return self._text("looks_first") != "false"

    @looks_first.setter
    def looks_first(self, wanted: bool) -> None:
        self._store.setValue("looks_first", "true" if wanted else "false")

    @property
    def last_folder(self) -> str:
        return self._text("last_folder")

    @last_folder.setter
    def last_folder(self, folder: str) -> None:
        if not self.private:
            self._store.setValue("last_folder", folder)

    def forget(self) -> None:
        """Everything is as on the first day."""
        self._store.clear()
        self._store.sync()

    def layout(self, name: str) -> QByteArray:
        """How the window or one of its parts was laid out; empty the first time."""
        stored = self._store.value(f"layout/{name}")
        return stored if isinstance(stored, QByteArray) else QByteArray()

    def keep_layout(self, name: str, layout: QByteArray) -> None:
        self._store.setValue(f"layout/{name}", layout)

    def _views(self) -> dict[str, str]:
        try:
            return {str(name): str(view) for name, view in json.loads(self._text("views") or "{}").items()}
        except (ValueError, AttributeError):
            return {}

    def _text(self, name: str) -> str:
        return str(self._store.value(name, ""))


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
