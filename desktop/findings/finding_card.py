"""The card of the current finding: what differs, the two values as read, why; below it what the reviewer says of it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.findings.judgement_form import JudgementForm
from desktop.look import Look, font
from desktop.look.gravity_signs import draw_gravity
from desktop.open_review.review_controller import ReviewController
from desktop.widgets.page_parts import label, rule
from resources.wording_table import Wording
from treaty.model import Language, Place, Severity
from treaty.review.review import OWN_RULE
from treaty.review.rows import RowFinding

LONGEST_VALUE, LONGEST_WORDS = 28, 160
FRAME_WIDTH = 16


class GravitySign(QWidget):
    """The sign of a severity as a widget."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._severity = Severity.INFO
        self.setFixedSize(QSize(16, 18))

    def show_severity(self, severity: Severity) -> None:
        self._severity = severity
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_gravity(painter, self._severity, QPointF(7, 10), self._look.tokens.of(self._severity))
        painter.end()


class FramedWords(QLabel):
    """Words in a frame that is as wide as they are, up to the room there is; then they wrap. They can be selected."""

    def __init__(self) -> None:
        # Words of a treaty are never markup.
        super().__init__(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.setFont(font(12.5))
        self.setProperty("role", "ink")
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + FRAME_WIDTH, super().sizeHint().height())


@dataclass(frozen=True, slots=True)
class SideLine:
    """One side of a finding: its language, its words, and what was read there."""

    language: QLabel
    words: QLabel
    value: QLabel


class FindingCard(QFrame):
    """Shows the controller's current finding."""

    def __init__(self, look: Look, words: Wording, controller: ReviewController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._look, self._words, self._controller = look, words, controller
        self._finding = ""
        self._sign, self._what = GravitySign(look), label("", 14, "title")
        self._facts, self._why = label("", 11.5, "caption"), label("", 12.5, "ink")
        self._values = QGridLayout()
        self._sides = [self._side_line(row) for row in (1, 3)]
        self.form = JudgementForm(look, words, controller)
        self._empty = label("", 12.5, "caption")
        self._body = QWidget()
        self._lay_out()
        controller.current_changed.connect(self.show_finding)
        controller.changed.connect(self._show_judgement)
        controller.rows_changed.connect(self._show_again)
        self.show_finding(controller.current)

    def show_finding(self, finding: str) -> None:
        """Shows another finding; first keeps the note on the one before."""
        self.commit_note()
        self._finding = finding
        self._body.setVisible(bool(finding))
        self._empty.setVisible(not finding)
        self._empty.setText(self._words("message.choose_finding" if self._controller.found else "message.no_findings_short"))
        if finding:
            self._show_contents(self._controller.found[finding].entry)
            self._show_judgement()

    def _show_again(self) -> None:
        """Shows the finding as it is among other rows: with another number, or beside other words."""
        if self._finding and self._finding == self._controller.current:
            self._show_contents(self._controller.found[self._finding].entry)
            self._show_judgement()

    @property
    def note(self) -> QPlainTextEdit:
        return self.form.note

    def commit_note(self) -> None:
        """Keeps what stands in the fields."""
        self.form.commit()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show):
            self._fit_height()
        return handled

    def _fit_height(self) -> None:
        """Asks for the height that the wrapped words need: a splitter does not know that it depends on the width."""
        if layout := self.layout():
            self.setMinimumHeight(layout.totalHeightForWidth(self.width()))

    def _show_contents(self, entry: RowFinding) -> None:
        finding = entry.finding
        own = finding.rule == OWN_RULE
        self._what.setText(self._words(f"kind.{finding.kind}" if own else f"message.what_{finding.kind}"))
        paths = " — ".join(path for path in self._controller.shown.paths_of(finding.id) if path)
        known_as = self._words("window.own_rule") if own else self._words("window.rule", rule=finding.rule)
        facts = (
            self._words("window.finding_number", number=entry.number),
            paths,
            known_as,
            "" if own else self._words("window.confidence", confidence=f"{finding.confidence:.2f}"),
        )
        self._facts.setText(" · ".join(fact for fact in facts if fact))
        self._why.setText(finding.message.in_language(Language(self._words.language)))

    def _show_values(self, entry: RowFinding) -> None:
        finding = entry.finding
        for line, text, side in zip(self._sides, self._controller.texts, (finding.left, finding.right), strict=True):
            line.language.setText(self._words(self._controller.name_of(text)))
            line.value.setText(self._value(side))
            self._show_words(line.words, entry.severity, side)

    def _show_words(self, shown: QLabel, severity: Severity, side: Place | None) -> None:
        if side is None or not side.text:
            shown.setStyleSheet("")
            shown.setText(self._words("window.no_words"))
            return
        tokens = self._look.tokens
        ground, frame = tokens.tint(severity) or tokens.paper, tokens.of(severity)
        shown.setStyleSheet(
            f"background: {ground.name()}; border: 1px solid {frame.name()}; border-radius: 2px; padding: 0 3px;"
        )
        text = " ".join(side.text.split())
        shown.setText(text if len(text) <= LONGEST_WORDS else f"{text[:LONGEST_WORDS]}…")

    def _value(self, side: Place | None) -> str:
        """What was read, where it says more than the words themselves."""
        value = side.value.in_language(Language(self._words.language)) if side else ""
        return value if side and value != side.text and len(value) <= LONGEST_VALUE else ""

    def _show_judgement(self) -> None:
        if not self._finding or self._finding not in self._controller.found:
            self.form.show_entry(None)
            return
        entry = self._controller.found[self._finding].entry
        self._sign.show_severity(entry.severity)
        self._show_values(entry)
        self.form.show_entry(entry)

    def _side_line(self, row: int) -> SideLine:
        """Two labels and a rule over them in the grid of values."""
        line = SideLine(label("", 11.5, "caption"), FramedWords(), label("", 12.5, "strong", wraps=False))
        self._values.addWidget(rule(), row - 1, 0, 1, 3)
        self._values.addWidget(line.language, row, 0, Qt.AlignmentFlag.AlignTop)
        self._values.addWidget(line.words, row, 1, Qt.AlignmentFlag.AlignLeft)
        self._values.addWidget(line.value, row, 2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        return line

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._what, 1)
        self._values.addWidget(rule(), 4, 0, 1, 3)
        self._values.setVerticalSpacing(4)
        self._values.setHorizontalSpacing(12)
        self._values.setColumnMinimumWidth(0, 26)
        self._values.setColumnStretch(1, 1)
        self._values.setContentsMargins(0, 0, 0, 0)
        lines = QVBoxLayout(self._body)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(7)
        for part in (head, self._facts, self._values, self._why, self.form):
            lines.addWidget(part) if isinstance(part, QWidget) else lines.addLayout(part)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(14, 11, 14, 8)
        outer.addWidget(self._empty)
        outer.addWidget(self._body)
        outer.addStretch(1)
