"""Answers in place of the dialogs, for programs that run the window by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from desktop.operations.desk import OwnFinding
from treaty.review.recovery import Unfinished


class Answers:
    """Opens and writes files in one folder, prints into a file there, and throws away what is not saved."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: list[Path] = []
        self.export = folder / "window.md"

    def files_to_open(self) -> list[Path]:
        return self.files

    def file_to_save(self, proposed: str) -> Path | None:
        return self.folder / proposed

    def file_to_export(self, proposed: str) -> Path | None:
        return self.export

    def file_to_read(self) -> Path | None:
        return None

    def may_recover(self, work: Unfinished) -> bool | None:
        return None

    def may_discard(self) -> bool | None:
        return True

    def may_forget(self) -> bool:
        return True

    def words(self, title: str, about: str, given: str, *, one_line: bool = False) -> str | None:
        return f"{given} 확인"

    def own_finding(self, words: str) -> OwnFinding | None:
        return None

    def show_list(self, title: str, entries: Sequence[tuple[str, str]]) -> None: ...

    def workbook(self) -> Path | None:
        return None

    def corrections(self, proposed: str) -> Path | None:
        return self.folder / "정오표.docx"

    def tracked(self, proposed: str) -> Path | None:
        return None

    def original(self) -> Path | None:
        return None

    def copy(self, original: Path) -> Path | None:
        return None

    def may_print(self, printer: QPrinter) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.folder / "printed.pdf"))
        printer.setResolution(72)
        return True
