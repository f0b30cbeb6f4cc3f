"""The list of findings, drawn in two lines each."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.findings.findings_model import FindingsModel, GroupHead, ListedFinding
from desktop.look import Look, font
from desktop.look.gravity_signs import draw_gravity
from desktop.look.list_lines import draw_chosen, draw_elided
from desktop.widgets.line_list import LineList
from resources.wording_table import Wording
from treaty.review.review import Verdict

HEAD_HEIGHT, LINE_HEIGHT = 34, 44
GLYPH_X, WORDS_X, RIGHT = 19.0, 38.0, 12.0
SIGN = 18.0
SIGNS = {
    Verdict.ERROR: "check",
    Verdict.ACCEPTED_DIFFERENCE: "x",
    Verdict.QUERY: "message-circle-question-mark",
    Verdict.FALSE_ALARM: "x",
}


class FindingDelegate(QStyledItemDelegate):
    """Draws group heads and findings."""

    def __init__(self, look: Look, model: FindingsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._model = look, model
        self._usual, self._name, self._head, self._small = font(12.5), font(12.5, 500), font(12.5, 500), font(11.5)
        self._struck = font(12.5)
        self._struck.setStrikeOut(True)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, LINE_HEIGHT if self._model.finding(index.row()) else HEAD_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        painter.save()
        line = self._model.line(index.row())
        box = QRectF(option.rect)
        if isinstance(line, GroupHead):
            self._draw_head(painter, box, line)
        else:
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            self._draw_finding(painter, box, line, selected)
        painter.restore()

    def _draw_head(self, painter: QPainter, box: QRectF, head: GroupHead) -> None:
        tokens = self._look.tokens
        box = box.adjusted(0, 6, 0, 0)
        x = GLYPH_X - 5
        if head.severity:
            draw_gravity(painter, head.severity, QPointF(box.left() + GLYPH_X, box.center().y()), tokens.of(head.severity))
            x = WORDS_X - 6
        painter.setFont(self._head)
        painter.setPen(tokens.ink)
        painter.drawText(box.adjusted(x, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, head.words)
        painter.setFont(self._small)
        painter.setPen(tokens.ink3)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(box.adjusted(0, 0, -RIGHT, 0), right, head.counts)

    def _draw_finding(self, painter: QPainter, box: QRectF, line: ListedFinding, selected: bool) -> None:
        tokens, entry = self._look.tokens, line.place.entry
        if selected:
            draw_chosen(painter, box, tokens)
        grey = entry.dismissed
        severity = entry.severity
        colour = tokens.ink3 if grey else tokens.of(severity)
        draw_gravity(painter, severity, QPointF(box.left() + GLYPH_X, box.top() + 14), colour)
        upper = QRectF(box.left() + WORDS_X, box.top() + 3, box.width() - WORDS_X - RIGHT - SIGN - 6, 20)
        lower = upper.translated(0, 18)
        where = f"{line.where} · {entry.number}" if line.where else str(entry.number)
        taken = self._draw_where(painter, upper, where)
        painter.setFont(self._struck if grey else self._name)
        painter.setPen(tokens.ink3 if grey else tokens.ink)
        draw_elided(painter, upper.adjusted(0, 0, -taken - 8, 0), line.kind)
        painter.setFont(self._struck if grey else self._usual)
        painter.setPen(tokens.ink3 if grey else tokens.ink2)
        draw_elided(painter, lower, line.values)
        if entry.judgement.verdict:
            sign = self._look.icons.for_painter(painter, SIGNS[entry.judgement.verdict], "ink2", 16)
            painter.drawPixmap(QPointF(box.right() - RIGHT - 16, box.center().y() - 8), sign)

    def _draw_where(self, painter: QPainter, box: QRectF, where: str) -> float:
        metrics = QFontMetricsF(self._small)
        shown = metrics.elidedText(where, Qt.TextElideMode.ElideMiddle, box.width() / 2)
        painter.setFont(self._small)
        painter.setPen(self._look.tokens.ink3)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)
        return metrics.horizontalAdvance(shown)


class FindingsList(LineList):
    """The list. `chosen` carries the id of a finding that the user went to."""

    chosen = Signal(str)

    def __init__(self, look: Look, words: Wording, model: FindingsModel, parent: QWidget | None = None) -> None:
        super().__init__(words("window.findings_list"), parent)
        self._findings = model
        self.setModel(model)
        self.setItemDelegate(FindingDelegate(look, model, self))
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_finding(self, finding: str) -> None:
        """Selects a finding and brings it into sight; none where it is not listed."""
        place = self._findings.place(finding)
        if place is None:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        elif self.currentIndex().row() != place:
            self.setCurrentIndex(self._findings.index(place))

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid() and (finding := self._findings.finding(index.row())):
            self.chosen.emit(finding)
