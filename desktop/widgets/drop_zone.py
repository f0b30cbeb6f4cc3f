"""A place to drop a document or a text on, and what can be dropped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop.look import Look, font
from resources.wording_table import Wording

ZONE_HEIGHT = 148
OPENING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


def dropped_files(event: QDropEvent | QDragEnterEvent) -> list[Path]:
    """The local files that are dragged."""
    return [Path(address.toLocalFile()) for address in event.mimeData().urls() if address.isLocalFile()]


def dropped_text(event: QDropEvent | QDragEnterEvent) -> str:
    """The words that are dragged in from another program; "" where files or nothing but blanks are."""
    dragged = event.mimeData()
    if event.source() or dragged.hasUrls() or not dragged.text().strip():
        return ""
    return dragged.text()


class DropZone(QFrame):
    """A place for one document. `dropped` and `text_dropped` carry what was dropped; a click, Enter or Space asks for files."""

    dropped = Signal(object)
    text_dropped = Signal(str)
    clicked = Signal()

    def __init__(self, look: Look, words: Wording, side: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._words, self._side = look, words, side
        self.setProperty("role", "drop_zone")
        self.setFixedHeight(ZONE_HEIGHT)
        self.setAcceptDrops(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleDescription(words("message.zone_keys"))
        self._icon, self._title, self._under = QLabel(), QLabel(), QLabel()
        self._title.setProperty("role", "strong")
        self._under.setProperty("role", "caption")
        self._title.setFont(font(13.5, 500))
        self._under.setFont(font(11.5))
        column = QVBoxLayout(self)
        column.addStretch(1)
        for label in (self._icon, self._title, self._under):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addStretch(1)
        self.hold(None)

    def hold(self, file: Path | None) -> None:
        """Shows the file that was put here, or the invitation."""
        icon = "file-text" if file else "file-plus"
        self._icon.setPixmap(self._look.icons.pixmap(icon, "accent", 26, self.devicePixelRatioF()))
        self._title.setText(file.name if file else self._words(f"window.drop_{self._side}"))
        self._under.setText(self._words("window.change_file") if file else self._words("window.formats"))
        side = self._words(f"window.side_{self._side}")
        self.setAccessibleName(f"{side}: {file.name}" if file else self._words(f"window.drop_{self._side}"))
        self._mark(filled=bool(file), over=False)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event) or dropped_text(event):
            event.acceptProposedAction()
            self._mark(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mark(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._mark(over=False)
        event.acceptProposedAction()
        if files := dropped_files(event):
            self.dropped.emit(files)
        else:
            self.text_dropped.emit(dropped_text(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in OPENING_KEYS:
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()

    def _mark(self, **states: bool) -> None:
        for name, value in states.items():
            self.setProperty(name, "true" if value else "false")
        self.style().unpolish(self)
        self.style().polish(self)
