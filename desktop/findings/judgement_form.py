"""What the reviewer says of the current finding: verdict, weight, class, better wording, note; who said so and when."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.headless.signed import signed
from desktop.look import Look, font
from desktop.open_review.review_controller import ReviewController
from desktop.widgets.choice_box import ChoiceBox
from desktop.widgets.key_button import KeyButton
from resources.wording_table import Wording
from treaty.model import MinistryClass, Severity
from treaty.review.review import Verdict
from treaty.review.rows import RowFinding

VERDICTS = (
    (Verdict.ERROR, "accept", "1"),
    (Verdict.FALSE_ALARM, "dismiss", "2"),
    (Verdict.QUERY, "query", "3"),
    (Verdict.ACCEPTED_DIFFERENCE, "accept_difference", "4"),
)
NOTE_HEIGHT, SUGGESTION_HEIGHT = 50, 36


class JudgementForm(QWidget):
    """`verdict_given`, `severity_given` and `class_given` carry what was chosen, None for as it was."""

    verdict_given = Signal(object)
    severity_given = Signal(object)
    class_given = Signal(object)
    dismiss_like_wanted = Signal()
    next_wanted = Signal()
    left = Signal()

    def __init__(self, look: Look, words: Wording, controller: ReviewController) -> None:
        super().__init__()
        self._look, self._words, self._controller = look, words, controller
        self._entry: RowFinding | None = None
        self._verdicts = {verdict: self._verdict_button(verdict, name, key) for verdict, name, key in VERDICTS}
        self.severity = ChoiceBox(words("window.severity"), ((each, words(f"severity.{each}")) for each in Severity))
        classes = ((each, words(f"ministry_class.{each}")) for each in MinistryClass)
        self.ministry_class = ChoiceBox(words("window.class"), classes)
        self.severity.activated.connect(self._give_severity)
        self.ministry_class.activated.connect(self._give_class)
        self.suggestion = self._field("window.suggestion", SUGGESTION_HEIGHT)
        self.note = self._field("window.note", NOTE_HEIGHT)
        self._signature = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._signature.setFont(font(11.5))
        self._signature.setProperty("role", "caption")
        self._lay_out()

    @property
    def finding(self) -> str:
        return self._entry.finding.id if self._entry else ""

    def show_entry(self, entry: RowFinding | None) -> None:
        """Shows what was said of another finding, or anew of this one. `commit` keeps what stood in the fields before."""
        self._entry = entry
        if entry is None:
            return
        judgement = entry.judgement
        for verdict, button in self._verdicts.items():
            button.setChecked(verdict is judgement.verdict)
        self._make_primary(judgement.verdict or Verdict.ERROR)
        self.severity.choose(entry.severity)
        # The ministry's classes are those of translations.
        self.ministry_class.setVisible(not self._controller.versions)
        self.ministry_class.choose(entry.ministry_class)
        for field, said in ((self.note, judgement.note), (self.suggestion, judgement.suggestion)):
            if field.toPlainText().strip() != said:
                field.setPlainText(said)
        self._signature.setText(signed(judgement.author, judgement.at))
        self._signature.setVisible(bool(self._signature.text()))

    def commit(self) -> None:
        """Keeps what stands in the fields."""
        if self.finding in self._controller.found:
            # Read both before either is kept: what is kept is shown again.
            finding, note, suggestion = self.finding, self.note.toPlainText(), self.suggestion.toPlainText()
            self._controller.set_note(finding, note)
            self._controller.set_suggestion(finding, suggestion)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.commit()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.commit()
            self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def _give_severity(self) -> None:
        if self._entry:
            chosen = Severity(self.severity.currentData())
            self.severity_given.emit(chosen if chosen is not self._entry.finding.severity else None)

    def _give_class(self) -> None:
        if self._entry:
            chosen = MinistryClass(self.ministry_class.currentData())
            self.class_given.emit(chosen if chosen is not self._entry.finding.ministry_class else None)

    def _make_primary(self, chosen: Verdict) -> None:
        """Fills one button: the verdict given, or accepting while none is."""
        for verdict, button in self._verdicts.items():
            button.setProperty("role", "primary" if verdict is chosen else "")
            button.style().unpolish(button)
            button.style().polish(button)

    def _verdict_button(self, verdict: Verdict, name: str, key: str) -> KeyButton:
        button = KeyButton(self._look, self._words(f"menu.{name}"), key)
        button.setCheckable(True)
        button.clicked.connect(lambda checked: self.verdict_given.emit(verdict if checked else None))
        return button

    def _field(self, name: str, height: int) -> QPlainTextEdit:
        field = QPlainTextEdit()
        field.setFixedHeight(height)
        field.setPlaceholderText(self._words(name))
        field.setAccessibleName(self._words(name))
        field.setTabChangesFocus(True)
        field.document().setDocumentMargin(2)
        field.installEventFilter(self)
        return field

    def _lay_out(self) -> None:
        verdicts, weights, foot = QGridLayout(), QHBoxLayout(), QHBoxLayout()
        verdicts.setSpacing(6)
        for place, button in enumerate(self._verdicts.values()):
            verdicts.addWidget(button, place // 2, place % 2)
        weights.setSpacing(6)
        weights.addWidget(self.severity, 1)
        weights.addWidget(self.ministry_class, 1)
        alike = self._link("window.dismiss_like", "Ctrl Shift D", self.dismiss_like_wanted)
        further = self._link("menu.next_finding", "F8", self.next_wanted)
        foot.addWidget(alike)
        foot.addStretch(1)
        foot.addWidget(further)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        for part in (verdicts, weights, self.suggestion, self.note, self._signature, foot):
            lines.addWidget(part) if isinstance(part, QWidget) else lines.addLayout(part)

    def _link(self, name: str, key: str, wanted: SignalInstance) -> KeyButton:
        button = KeyButton(self._look, self._words(name), key)
        button.setFont(font(11.5))
        button.setProperty("role", "link")
        button.clicked.connect(wanted)
        return button
