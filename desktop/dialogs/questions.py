"""The questions that actions ask, as Qt's own dialogs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop.dialogs.asking import ListDialog, WordsDialog
from desktop.dialogs.letting_go import let_go
from desktop.dialogs.own_finding import OwnFindingDialog
from desktop.headless.file_endings import EXPORTS, READABLE, REVIEW
from desktop.operations.desk import OwnFinding
from desktop.traces.settings import Settings
from resources.wording_table import Wording
from treaty.review.recovery import Unfinished


class DialogQuestions:
    """Asks in dialogs over one window."""

    def __init__(self, words: Wording, settings: Settings, parent: QWidget) -> None:
        self._words, self._settings, self._parent = words, settings, parent

    def files_to_open(self) -> list[Path]:
        patterns = " ".join(f"*.{ending}" for ending in (*READABLE, REVIEW))
        filters = f"{self._words('window.documents_and_reviews')} ({patterns});;{self._words('window.all_files')} (*)"
        title = self._words("window.open_title")
        chosen, _ = QFileDialog.getOpenFileNames(self._parent, title, self._settings.last_folder, filters)
        if chosen:
            self._settings.last_folder = str(Path(chosen[0]).parent)
        return [Path(name) for name in chosen]

    def file_to_save(self, proposed: str) -> Path | None:
        filters = f"{self._words('window.review_file')} (*.{REVIEW})"
        return self._file_to_write(self._words("window.save_title"), proposed, filters)

    def file_to_export(self, proposed: str) -> Path | None:
        filters = ";;".join(f"{ending.upper()} (*.{ending})" for ending in EXPORTS)
        return self._file_to_write(self._words("window.export_title"), proposed, filters)

    def file_to_read(self) -> Path | None:
        patterns = " ".join(f"*.{ending}" for ending in READABLE)
        filters = f"{self._words('window.documents')} ({patterns});;{self._words('window.all_files')} (*)"
        title = self._words("window.reread_title")
        name, _ = QFileDialog.getOpenFileName(self._parent, title, self._settings.last_folder, filters)
        return Path(name) if name else None

    def words(self, title: str, about: str, given: str, *, one_line: bool = False) -> str | None:
        with let_go(WordsDialog(self._words, title, about, given, one_line, self._parent)) as dialog:
            return dialog.said() if dialog.exec() else None

    def own_finding(self, words: str) -> OwnFinding | None:
        with let_go(OwnFindingDialog(self._words, words, self._parent)) as dialog:
            return dialog.said() if dialog.exec() else None

    def show_list(self, title: str, entries: Sequence[tuple[str, str]]) -> None:
        with let_go(ListDialog(self._words, title, entries, self._parent)) as dialog:
            dialog.exec()

    def may_recover(self, work: Unfinished) -> bool | None:
        """Asks what to do with work that a crash interrupted: True takes it up, False throws it away, None leaves it."""
        box = QMessageBox(self._parent)
        box.setText(self._words("message.may_recover", title=work.title, at=work.at.replace("T", " ")))
        recover = box.addButton(self._words("window.recover"), QMessageBox.ButtonRole.AcceptRole)
        forget = box.addButton(self._words("window.throw_away"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(self._words("window.later"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(recover)
        with let_go(box):
            box.exec()
            clicked = box.clickedButton()
        return True if clicked is recover else False if clicked is forget else None

    def may_discard(self) -> bool | None:
        """Asks what to do with unsaved work: True discards it, False means save it first, None stay."""
        box = QMessageBox(self._parent)
        box.setText(self._words("message.unsaved"))
        button = QMessageBox.StandardButton
        box.setStandardButtons(button.Save | button.Discard | button.Cancel)
        box.setDefaultButton(button.Save)
        with let_go(box):
            return {button.Save: False, button.Discard: True}.get(button(box.exec()))

    def may_forget(self) -> bool:
        """Asks whether to take away what the program kept on this computer."""
        box = QMessageBox(QMessageBox.Icon.Warning, "", self._words("message.may_forget"), parent=self._parent)
        forget = box.addButton(self._words("window.forget"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        with let_go(box):
            box.exec()
            return box.clickedButton() is forget

    def _file_to_write(self, title: str, proposed: str, filters: str) -> Path | None:
        start = str(Path(self._settings.last_folder) / proposed)
        name, chosen = QFileDialog.getSaveFileName(self._parent, title, start, filters)
        if not name:
            return None
        path = Path(name)
        self._settings.last_folder = str(path.parent)
        ending = chosen.rpartition("*.")[2].rstrip(")")
        return path if path.suffix else path.with_suffix(f".{ending}")
