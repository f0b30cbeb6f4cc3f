"""The page that is shown while nothing is open: two places to drop documents on, and the samples."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.headless.file_endings import READABLE, REVIEW
from desktop.look import Look, font
from desktop.operations.opening import review_among
from desktop.widgets.drop_zone import DropZone
from desktop.widgets.key_button import KeyButton
from desktop.widgets.page_parts import column, label, rule
from resources.wording_table import Wording

SIDE_WIDTH = 300
RECENT_SHOWN = 5
SAMPLE_ENDINGS = tuple(f".{ending}" for ending in (*READABLE, REVIEW))


class Emblem(QWidget):
    """The program's sign: two columns of lines, one of which differs."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedSize(QSize(46, 34))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), self._look.tokens
        for line in range(4):
            y = 1 + line * 9.0
            painter.fillRect(QRectF(1, y, 16, 2.5), tokens.ink)
            painter.fillRect(QRectF(27, y, 16, 2.5), tokens.critical if line == 2 else tokens.ink)
        for x in (19.0, 22.0, 25.0):
            painter.fillRect(QRectF(x, 19, 1.5, 2.5), tokens.accent)
        painter.end()


class WelcomePage(QWidget):
    """`files_chosen`, `sample_chosen` and `recent_chosen` carry the files to compare; `open_wanted`, `side_wanted` (for one
    side) and `paste_wanted` ask for dialogs; `text_dropped` carries a side and the text dropped there."""

    files_chosen = Signal(object)
    sample_chosen = Signal(object)
    recent_chosen = Signal(object)
    open_wanted = Signal()
    side_wanted = Signal(str)
    paste_wanted = Signal()
    text_dropped = Signal(str, str)

    def __init__(
        self, look: Look, words: Wording, samples: Path, recent: Sequence[Sequence[Path]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._words = look, words
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._files: dict[str, Path] = {}
        self._zones = {side: DropZone(look, words, side) for side in ("left", "right")}
        self._choose = KeyButton(look, words("window.choose_files"), "Ctrl O", "folder-open")
        self._choose.clicked.connect(self.open_wanted)
        self._paste = KeyButton(look, words("window.pasted"), "Ctrl Shift V", "clipboard-paste")
        self._paste.clicked.connect(self.paste_wanted)
        self._start = KeyButton(look, words("window.compare"), "Enter")
        self._start.setProperty("role", "primary")
        self._start.clicked.connect(self._compare)
        for side, zone in self._zones.items():
            zone.text_dropped.connect(partial(self.text_dropped.emit, side))
            zone.dropped.connect(lambda files, side=side: self.put(side, files))
            zone.clicked.connect(lambda side=side: self.side_wanted.emit(side))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._recent = QVBoxLayout()
        whole.addWidget(self._side(samples))
        whole.addWidget(self._page(), 1)
        for before, after in pairwise([self, *self._zones.values(), self._choose, self._paste, self._start]):
            self.setTabOrder(before, after)
        self._show_files()
        self.show_recent(recent)

    def put(self, side: str, files: Sequence[Path]) -> None:
        """Puts a document on a side; two fill both sides. A review, and more than two documents, are opened at once."""
        if len(files) > 2 or review_among(files):
            self.files_chosen.emit(list(files))
            return
        self._files |= dict(zip(self._zones if len(files) == 2 else [side], files, strict=False))
        self._show_files()
        if len(self._files) == 2:
            self._start.setFocus()

    def take_over(self, before: WelcomePage) -> None:
        """Takes the documents that were put on the sides of another window's page."""
        self._files = dict(before._files)
        self._show_files()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus; on any other place it starts."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        chosen = self.focusWidget()
        button = chosen if isinstance(chosen, QPushButton) and chosen.hasFocus() else self._start
        button.click()

    def _compare(self) -> None:
        self.files_chosen.emit([self._files[side] for side in self._zones if side in self._files])

    def _show_files(self) -> None:
        for side, zone in self._zones.items():
            zone.hold(self._files.get(side))
        self._start.setEnabled(bool(self._files))

    def _side(self, samples: Path) -> QFrame:
        side, lines = column("side", (30, 34, 26, 28), 8)
        side.setFixedWidth(SIDE_WIDTH)
        lines.addWidget(Emblem(self._look))
        lines.addWidget(label(self._words("window.name"), 34, "title"))
        lines.addWidget(label(self._words("message.tagline"), 12.5))
        lines.addSpacing(12)
        lines.addWidget(rule())
        lines.addSpacing(6)
        self._add_samples(lines, samples)
        lines.addSpacing(10)
        lines.addLayout(self._recent)
        lines.addStretch(1)
        lines.addLayout(self._offline_note())
        return side

    def _add_samples(self, lines: QVBoxLayout, folder: Path) -> None:
        samples = sample_files(folder)
        if samples:
            lines.addWidget(label(self._words("window.samples"), 12.5, "strong"))
        for name, files in samples.items():
            known = f"window.sample_{name}"
            button = QPushButton(self._words(known) if known in self._words else name.replace("_", " "))
            button.setProperty("role", "sample")
            button.setFont(font(12.5))
            button.setIcon(self._look.icons.icon("file-text", "ink2", 16))
            button.setToolTip("\n".join(file.name for file in files))
            button.clicked.connect(lambda _=False, files=files: self.sample_chosen.emit(files))
            lines.addWidget(button)

    def show_recent(self, recent: Sequence[Sequence[Path]]) -> None:
        """Offers what was opened last and is still there."""
        while item := self._recent.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        there = [list(files) for files in recent if all(file.exists() for file in files)]
        self._recent.addWidget(label(self._words("window.recent"), 12.5, "strong"))
        if not there:
            self._recent.addWidget(label(self._words("message.no_recent"), 11.5, "caption"))
        for files in there[:RECENT_SHOWN]:
            name = " · ".join(file.name for file in files)
            button = QPushButton()
            button.setProperty("role", "sample")
            button.setFont(font(12.5))
            button.setText(button.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, SIDE_WIDTH - 96))
            button.setAccessibleName(name)
            button.setIcon(self._look.icons.icon("folder-open", "ink2", 16))
            button.setToolTip("\n".join(str(file) for file in files))
            button.clicked.connect(lambda _=False, files=files: self.recent_chosen.emit(files))
            self._recent.addWidget(button)

    def _offline_note(self) -> QHBoxLayout:
        note = QHBoxLayout()
        note.setSpacing(9)
        sign = QLabel()
        sign.setPixmap(self._look.icons.pixmap("wifi-off", "ink2", 15, self.devicePixelRatioF()))
        note.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(label(self._words("message.offline"), 11.5), 1)
        return note

    def _page(self) -> QFrame:
        page, lines = column("paper", (44, 34, 44, 34), 14)
        lines.addWidget(label(self._words("window.new_comparison"), 16, "title"))
        zones = QHBoxLayout()
        zones.setSpacing(20)
        for zone in self._zones.values():
            zones.addWidget(zone, 1)
        lines.addLayout(zones)
        lines.addLayout(self._buttons())
        lines.addSpacing(10)
        lines.addWidget(label(self._words("message.one_file_hint"), 12.5))
        lines.addStretch(1)
        return page

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self._choose)
        line.addWidget(self._paste)
        line.addStretch(1)
        line.addWidget(self._start)
        return line


def sample_files(folder: Path) -> dict[str, list[Path]]:
    """The samples by name. Files that differ in language alone ("mou.ko.txt", "mou.en.txt") belong together, Korean first."""
    groups: dict[str, list[Path]] = {}
    documents = (path for path in folder.glob("*.*") if path.suffix in SAMPLE_ENDINGS)
    for path in sorted(documents, key=lambda path: (path.name.split(".")[0], ".ko." not in path.name)):
        groups.setdefault(path.name.split(".")[0], []).append(path)
    return groups
