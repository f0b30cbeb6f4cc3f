"""The line at the window's foot: how far the review is, what was read under the pointer, and that nothing leaves."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QStatusBar, QWidget

from desktop.look import Look, font
from desktop.look.reading_type import USUAL_TEXT_SIZE
from desktop.open_review.review_controller import ReviewController
from resources.wording_table import Wording
from treaty.model import Language, Place

SAID_FOR = 8000


class StatusLine(QStatusBar):
    """Shows the controller's counts: rows read, findings decided."""

    def __init__(
        self, look: Look, words: Wording, controller: ReviewController, text_size: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words, self._controller = words, controller
        self.setSizeGripEnabled(False)
        self._shows_parts: bool | None = None
        self._links, self._open, self._read = self._label(), self._label(), self._label()
        self._reader = self._label()
        self._relation, self._saved, self._size = self._label(), self._label(), self._label()
        self._bar = QProgressBar(textVisible=False)
        self._bar.setFixedWidth(104)
        self._bar.setAccessibleName(words("window.rows_read"))
        for shown in (self._links, self._bar, self._open, self._read):
            self.addWidget(shown)
        for widget in (self._reader, self._relation, self._offline(look), self._saved, self._size):
            self.addPermanentWidget(widget)
        self.show_text_size(text_size)
        for signal in (controller.opened, controller.rows_changed, controller.changed, controller.saved_changed):
            signal.connect(self._show_counts)
        self._show_counts()

    def say(self, sentence: str) -> None:
        """Shows a sentence for a while."""
        self.showMessage(sentence, SAID_FOR)

    def show_read(self, finding: str) -> None:
        """Says what was read on both sides of a finding; "" says nothing."""
        if not finding:
            self._read.clear()
            return
        entry = self._controller.found[finding].entry.finding
        self._read.setText("  ·  ".join(self._reading(side) for side in (entry.left, entry.right)))

    def mark_private(self) -> None:
        """Says for as long as the window is open that this session keeps nothing."""
        private = self._label()
        private.setText(self._words("window.private"))
        private.setProperty("role", "private")
        self.addPermanentWidget(private)

    def show_words(self, sentence: str) -> None:
        """Says what was read of the words under the pointer."""
        self._read.setText(sentence)

    def show_text_size(self, pixels: int) -> None:
        self._size.setText(f"{round(100 * pixels / USUAL_TEXT_SIZE)}%")

    def _reading(self, side: Place | None) -> str:
        if side is None or not side.text:
            return self._words("window.no_words")
        words = side.text if len(side.text) <= 40 else f"{side.text[:40]}…"
        value = side.value.in_language(Language(self._words.language))
        return f"{words} = {value}" if value and value != side.text else words

    def _show_counts(self) -> None:
        controller = self._controller
        is_open = controller.review is not None
        self._show_parts(is_open)
        if not is_open:
            return
        read, rows = controller.shown.read, controller.shown.to_read
        self._links.setText(self._words("window.read_count", read=read, rows=rows))
        self._bar.setRange(0, max(1, rows))
        self._bar.setValue(read)
        total = len(controller.found)
        decided = total - controller.open_findings
        self._open.setText(self._words("window.decided_count", total=total, decided=decided))
        self._reader.setText(self._words("window.read_only") if controller.read_only else "")
        self._relation.setText(self._words(f"relation.{controller.comparison.relation}"))
        saved = "window.unsaved" if controller.unsaved else "window.saved"
        self._saved.setText(self._words(saved) if controller.unsaved or controller.path else "")

    def _show_parts(self, shown: bool) -> None:
        """Shows the counts while a review is open. Qt hides some of them while a sentence is said: they would stand over it if
        they were shown again for each edit."""
        if self._shows_parts is not shown:
            self._shows_parts = shown
            self.clearMessage()
            for widget in (self._links, self._bar, self._open, self._reader, self._relation, self._saved, self._size):
                widget.setVisible(shown)

    def _offline(self, look: Look) -> QWidget:
        whole, words, sign = QWidget(), self._label(), QLabel()
        words.setText(self._words("window.offline"))
        sign.setPixmap(look.icons.pixmap("wifi-off", "ink2", 14, self.devicePixelRatioF()))
        sign.setProperty("role", "sign")
        line = QHBoxLayout(whole)
        line.setContentsMargins(6, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(sign)
        line.addWidget(words)
        return whole

    def _label(self) -> QLabel:
        made = QLabel()
        made.setFont(font(11.5))
        return made
