"""What exporting, printing and reading back ask the user, as Qt's own dialogs."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.dialogs.letting_go import let_go
from desktop.headless.annotating import ANNOTATABLE
from desktop.traces.settings import Settings
from resources.wording_table import Wording

CORRECTIONS = ("docx", "xlsx")


class ReportQuestions(Protocol):
    """None, or False, where the user turned away."""

    def workbook(self) -> Path | None: ...

    def corrections(self, proposed: str) -> Path | None: ...

    def tracked(self, proposed: str) -> Path | None: ...

    def original(self) -> Path | None: ...

    def copy(self, original: Path) -> Path | None: ...

    def may_print(self, printer: QPrinter) -> bool: ...


class ReportDialogs:
    """Asks in dialogs over one window."""

    def __init__(self, words: Wording, settings: Settings, parent: QWidget) -> None:
        self._words, self._settings, self._parent = words, settings, parent

    def workbook(self) -> Path | None:
        """The exported workbook to read judgements from."""
        title = self._words("menu.read_back").rstrip("…")
        name, _ = QFileDialog.getOpenFileName(self._parent, title, self._settings.last_folder, "XLSX (*.xlsx)")
        return self._remembered(name)

    def corrections(self, proposed: str) -> Path | None:
        """The file to write the correction table to."""
        title = self._words("menu.corrections").rstrip("…")
        filters = ";;".join(f"{ending.upper()} (*.{ending})" for ending in CORRECTIONS)
        start = str(Path(self._settings.last_folder) / proposed)
        name, chosen = QFileDialog.getSaveFileName(self._parent, title, start, filters)
        path = self._remembered(name)
        if path is None or path.suffix:
            return path
        return path.with_suffix(f".{chosen.rpartition('*.')[2].rstrip(')')}")

    def tracked(self, proposed: str) -> Path | None:
        """The file to write two versions to, as tracked changes."""
        title = self._words("menu.tracked").rstrip("…")
        start = str(Path(self._settings.last_folder) / proposed)
        name, _ = QFileDialog.getSaveFileName(self._parent, title, start, "DOCX (*.docx)")
        path = self._remembered(name)
        return path.with_suffix(".docx") if path and not path.suffix else path

    def original(self) -> Path | None:
        """The compared document of which to write a copy."""
        title = self._words("window.original")
        patterns = " ".join(f"*.{ending}" for ending in ANNOTATABLE)
        name, _ = QFileDialog.getOpenFileName(self._parent, title, self._settings.last_folder, f"DOCX, PDF ({patterns})")
        return self._remembered(name)

    def copy(self, original: Path) -> Path | None:
        """The file to write the copy to."""
        proposed = original.with_stem(self._words("window.copy_name", name=original.stem))
        title, kind = self._words("window.copy"), original.suffix.lstrip(".")
        name, _ = QFileDialog.getSaveFileName(self._parent, title, str(proposed), f"{kind.upper()} (*.{kind})")
        return self._remembered(name)

    def may_print(self, printer: QPrinter) -> bool:
        """Lets the user choose printer, copies and pages."""
        with let_go(QPrintDialog(printer, self._parent)) as dialog:
            return bool(dialog.exec())

    def _remembered(self, name: str) -> Path | None:
        if not name:
            return None
        self._settings.last_folder = str(Path(name).parent)
        return Path(name)
