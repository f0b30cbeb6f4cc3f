"""Draws the window into a picture, without a display."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QGuiApplication

from desktop.application import Session, build_application
from desktop.headless.protocols import Comparer
from desktop.main_window import MainWindow
from desktop.traces.settings import Settings, Theme
from exporters import write_report
from treaty.model import Language
from treaty.progress import SilentProgress
from treaty.whole_file import whole_file


def grab(
    files: Sequence[Path], out: Path, size: tuple[int, int], toolkit: Comparer, language: Language | None,
    theme: Theme = Theme.LIGHT,
) -> None:  # fmt: skip
    """Draws the window on these files into a picture. Raises the TreatyError that the window would show."""
    app = build_application()
    with TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "daejo.ini")
        settings.theme = theme
        session = Session(app, toolkit, write_report, settings, language)
        window = session.window
        window.resize(QSize(*size))
        window.show()
        if files:
            session.controller.open(toolkit.compare_files(list(files), None, SilentProgress()))
            session.controller.select(session.controller.shown.next_open(1, "", 0))
        _settle()
        _save_picture(window, out)
        session.close()


def _save_picture(window: MainWindow, out: Path) -> None:
    picture = QBuffer()
    picture.open(QIODevice.OpenModeFlag.WriteOnly)
    window.grab().save(picture, "PNG")
    with whole_file(out) as part:
        part.write_bytes(picture.data().data())


def _settle() -> None:
    """Lets layouts that wait for the event loop be done."""
    for _ in range(20):
        QGuiApplication.processEvents()
