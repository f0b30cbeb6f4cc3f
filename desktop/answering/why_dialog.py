"""Why the clauses of a row are linked: what spoke for it, how sure that is, and the values that answer each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.side_by_side.doubtful_links import SURE, UNSURE
from desktop.widgets.key_button import KeyButton
from desktop.widgets.page_parts import column, label, line, rule, stack
from resources.wording_table import Wording
from treaty.model import Link, LinkOrigin
from treaty.review.rows import Row


class WhyDialog(QDialog):
    """Shows one link at a time."""

    def __init__(self, look: Look, words: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._area = QScrollArea(widgetResizable=True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        close = KeyButton(look, words("window.close"), "Esc")
        close.clicked.connect(self.close)
        foot, buttons = line("dialog_foot", (20, 10, 16, 10), 10)
        buttons.addStretch(1)
        buttons.addWidget(close)
        self.setWindowTitle(words("menu.why_linked"))
        self.resize(600, 460)
        stack(self, self._area, foot, growing=self._area)

    def tell(self, row: Row, link: Link, evidence: Sequence[str]) -> None:
        """Opens on a row with its link; `evidence` says which values answer each other."""
        page, lines = column("paper", (20, 16, 20, 16), 8)
        lines.addWidget(label(" — ".join(_paths(row)), 14, "title"))
        lines.addWidget(label(self._words(self._how(link)), 12.5, "ink"))
        lines.addLayout(self._sureness(link))
        if link.reasons:
            reasons = " · ".join(self._words(f"reason.{reason}") for reason in link.reasons)
            lines.addWidget(label(self._words("window.why_reasons", reasons=reasons), 12.5))
        lines.addSpacing(6)
        lines.addWidget(label(self._words("window.why_values"), 12.5, "strong"))
        self._add_evidence(lines, evidence)
        lines.addStretch(1)
        self._area.setWidget(page)
        self.open()

    def _how(self, link: Link) -> str:
        """The key of the sentence that says how the link came about."""
        if link.one_sided:
            return "message.why_one_sided"
        if link.origin is LinkOrigin.REVIEWER:
            return "message.why_pinned"
        return "message.why_moved" if link.moved else "message.why_computed"

    def _sureness(self, link: Link) -> QHBoxLayout:
        line_ = QHBoxLayout()
        line_.setSpacing(10)
        bar = QProgressBar(textVisible=False)
        bar.setRange(0, 100)
        bar.setValue(round(100 * link.confidence))
        bar.setFixedWidth(120)
        sure = "sure" if link.confidence >= SURE else ("likely" if link.confidence >= UNSURE else "unsure")
        said = self._words(f"window.why_{sure}", confidence=f"{link.confidence:.2f}")
        bar.setAccessibleName(said)
        line_.addWidget(bar)
        line_.addWidget(label(said, 11.5, "caption"), 1)
        return line_

    def _add_evidence(self, lines: QVBoxLayout, evidence: Sequence[str]) -> None:
        if not evidence:
            lines.addWidget(label(self._words("message.why_no_values"), 12.5, "caption"))
        for number, said in enumerate(evidence):
            if number:
                lines.addWidget(rule())
            shown = label(said, 12.5, "ink")
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            lines.addWidget(shown)


def _paths(row: Row) -> list[str]:
    """The labels of the clauses, a side each; a dash where a side has none."""
    return [", ".join(clause.path for clause in cell.clauses) or "–" for cell in row.cells]
