"""The first column: how a row's clauses were linked, how sure that is, and which findings the row has."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from desktop.look import Look, font
from desktop.look.gravity_signs import draw_gravity
from desktop.side_by_side.doubtful_links import SURE, is_unsure
from resources.wording_table import Wording
from treaty.model import LinkOrigin, Severity
from treaty.review.review import RowState
from treaty.review.rows import Row, RowFinding, RowKind

BAR_WIDTHS = {Severity.CRITICAL: 5.0, Severity.MAJOR: 3.0, Severity.MINOR: 1.5}
ABOVE, LEFT, RIGHT, LINE = 9.0, 14.0, 8.0, 22.0
FINDING_LINE = 19.0
FINDING_WIDTH = 28.0
CHECK, CHIP_ICON = 18.0, 13.0
FINDINGS_SHOWN = 4
QUIET = ("change.same", "four_way.same")
TOGETHER = "four_way.both"
SMALL_LINE = 18.0
REASONS_SHOWN = 2
METER_WIDTH, METER_HEIGHT, METER_ROOM = 26.0, 4.0, 18.0
STATE_SIGNS = {
    RowState.READ: ("check", "ink3"),
    RowState.AGREED: ("check-check", "accent"),
    RowState.TO_DISCUSS: ("messages-square", "major"),
}
"""How far the reviewer is with a row: an icon and its colour."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A small framed word: what is unusual about a link."""

    words: str
    colour: QColor
    icon: str = ""
    icon_colour: str = ""
    dashed: bool = False


class LinkColumn:
    """Draws the link cell of a row."""

    def __init__(self, look: Look, words: Wording) -> None:
        self._look, self._words = look, words
        self._small = font(11.5)
        self._struck = font(11.5)
        self._struck.setStrikeOut(True)

    def height(self, row: Row) -> float:
        """The least height of a row that shows its chips and findings."""
        metered = row.confidence < SURE and row.kind is RowKind.CLAUSES and not row.change
        lines = len(self.chips(row)) + (1 if metered else 0)
        findings = min(len(row.findings), FINDINGS_SHOWN)
        change = 2 * SMALL_LINE if is_alarm(row) else 0.0
        return 2 * ABOVE + max(LINE, lines * LINE - 4, findings * FINDING_LINE, change)

    def chips(self, row: Row) -> list[Chip]:
        """What is unusual about the row's link; nothing for a sure one-to-one link."""
        tokens, made = self._look.tokens, []
        if row.kind is RowKind.POINTER:
            return []
        if row.origin is LinkOrigin.REVIEWER:
            made.append(Chip(self._words("window.pinned"), tokens.accent, "pin", "accent"))
        if row.moved:
            made.append(Chip(self._words("window.moved"), tokens.accent, "arrow-up-down", "accent"))
        if is_unsure(row):
            made.append(Chip(self._words("window.unsure"), tokens.major, dashed=True))
        sizes = [len(cell.clauses) for cell in row.cells]
        told_by_change = row.change and 0 in sizes
        if any(size != 1 for size in sizes) and not told_by_change:
            made.append(Chip(" : ".join(map(str, sizes)), tokens.edge))
        return made

    def draw_bar(self, painter: QPainter, box: QRectF, row: Row) -> None:
        """The bar at the row's left edge: as wide as its gravest open matter is grave."""
        gravest = row.gravest
        if gravest in BAR_WIDTHS:
            painter.fillRect(QRectF(box.left(), box.top(), BAR_WIDTHS[gravest], box.height()), self._look.tokens.of(gravest))

    def draw(self, painter: QPainter, box: QRectF, row: Row, selected: bool) -> None:
        """Everything in the cell but its ground."""
        painter.save()
        painter.setFont(self._small)
        self.draw_bar(painter, box, row)
        above = ABOVE if row.kind is not RowKind.HEADING else 5.5
        self._draw_findings(painter, box, row, above)
        if row.kind is RowKind.CLAUSES:
            self._draw_link(painter, box, row, selected)
        elif row.kind is RowKind.HEADING and row.change not in ("", *QUIET):
            self._draw_change(painter, QRectF(box.left() + LEFT, box.top() + above, box.width() - LEFT - RIGHT, LINE), row)
        painter.restore()

    def _draw_link(self, painter: QPainter, box: QRectF, row: Row, selected: bool) -> None:
        x, y = box.left() + LEFT, box.top() + ABOVE
        chips = self.chips(row)
        if row.state:
            beside = not chips or x + CHECK + self._chip_width(chips[0]) < box.right() - RIGHT - FINDING_WIDTH
            corner = QPointF(x - 1, y + 4) if beside else QPointF(box.right() - RIGHT - 14, y + FINDING_LINE + 4)
            painter.drawPixmap(corner, self._look.icons.for_painter(painter, *STATE_SIGNS[row.state], 14))
            x += CHECK if beside else 0
        for chip in chips:
            self._draw_chip(painter, QPointF(x, y), chip)
            y += LINE
        if not chips:
            room = box.right() - x - RIGHT - (30 if row.findings else 0)
            (self._draw_change if row.change else self._draw_reasons)(painter, QRectF(x, y, room, LINE), row)
            y += LINE
        if not row.change and (row.confidence < SURE or (selected and y + METER_ROOM <= box.bottom())):
            self._draw_meter(painter, QPointF(box.left() + LEFT, y + 6), row.confidence)

    def _draw_reasons(self, painter: QPainter, box: QRectF, row: Row) -> None:
        """The strongest reasons, as many as there is room for."""
        metrics, shown = QFontMetricsF(self._small), ""
        for reason in row.reasons[:REASONS_SHOWN]:
            longer = "·".join(filter(None, (shown, self._words(f"reason.{reason}"))))
            shown = longer if not shown or metrics.horizontalAdvance(longer) <= box.width() else shown
        painter.setPen(self._look.tokens.ink3)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _draw_change(self, painter: QPainter, box: QRectF, row: Row) -> None:
        """What became of the clause between two versions; where one language did not follow the other, as an alarm."""
        tokens, quiet, alarm = self._look.tokens, row.change in QUIET, is_alarm(row)
        if quiet or alarm:
            sign = ("triangle-alert", "major") if alarm else ("check", "ink3")
            painter.drawPixmap(box.topLeft() + QPointF(-1, 4), self._look.icons.for_painter(painter, *sign, 14))
            box = box.adjusted(CHECK, 0, 0, SMALL_LINE if alarm else 0)
        painter.setFont(self._small)
        painter.setPen(tokens.major if alarm else tokens.ink3 if quiet else tokens.ink2)
        upright = Qt.AlignmentFlag.AlignTop if alarm else Qt.AlignmentFlag.AlignVCenter
        flags = Qt.AlignmentFlag.AlignLeft | upright | (Qt.TextFlag.TextWordWrap if alarm else Qt.TextFlag.TextSingleLine)
        painter.drawText(box.adjusted(0, 3 if alarm else 0, 0, 0), flags, self._words(row.change))

    def _draw_chip(self, painter: QPainter, corner: QPointF, chip: Chip) -> None:
        width = self._chip_width(chip)
        box = QRectF(corner.x() + 0.5, corner.y() + 1.5, round(width), 19)
        pen = QPen(chip.colour, 1)
        if chip.dashed:
            pen.setStyle(Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([3, 2])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.drawRoundedRect(box, 3, 3)
        if chip.icon:
            icon = self._look.icons.for_painter(painter, chip.icon, chip.icon_colour, 12)
            painter.drawPixmap(box.topLeft() + QPointF(4, 3.5), icon)
        painter.setPen(self._look.tokens.ink2 if chip.colour == self._look.tokens.edge else chip.colour)
        room = CHIP_ICON if chip.icon else 0.0
        painter.drawText(box.adjusted(6 + room, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, chip.words)

    def _chip_width(self, chip: Chip) -> float:
        return QFontMetricsF(self._small).horizontalAdvance(chip.words) + (CHIP_ICON if chip.icon else 0) + 11

    def _draw_meter(self, painter: QPainter, corner: QPointF, confidence: float) -> None:
        tokens = self._look.tokens
        box = QRectF(corner.x(), corner.y(), METER_WIDTH, METER_HEIGHT)
        painter.fillRect(box, tokens.line)
        painter.fillRect(QRectF(box.topLeft(), box.bottomLeft() + QPointF(METER_WIDTH * confidence, 0)), tokens.ink3)
        painter.setPen(tokens.ink3)
        painter.drawText(box.adjusted(METER_WIDTH + 8, -8, 40, 8), Qt.AlignmentFlag.AlignVCenter, f"{confidence:.2f}")

    def _draw_findings(self, painter: QPainter, box: QRectF, row: Row, above: float) -> None:
        y = box.top() + above
        shown = row.findings[: FINDINGS_SHOWN - 1] if len(row.findings) > FINDINGS_SHOWN else row.findings
        for entry in shown:
            self._draw_finding(painter, QRectF(box.right() - RIGHT - 44, y, 44, LINE), entry)
            y += FINDING_LINE
        if len(shown) < len(row.findings):
            painter.setPen(self._look.tokens.ink3)
            rest = QRectF(box.right() - RIGHT - 44, y, 44, LINE)
            painter.drawText(
                rest, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"+{len(row.findings) - len(shown)}"
            )

    def _draw_finding(self, painter: QPainter, box: QRectF, entry: RowFinding) -> None:
        tokens = self._look.tokens
        severity = entry.severity
        colour = tokens.ink3 if entry.dismissed else tokens.of(severity)
        number = str(entry.number)
        type_ = self._struck if entry.dismissed else self._small
        width = QFontMetricsF(type_).horizontalAdvance(number)
        painter.setFont(type_)
        painter.setPen(tokens.ink3 if entry.dismissed else tokens.ink2)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number)
        painter.setFont(self._small)
        draw_gravity(painter, severity, QPointF(box.right() - width - 11, box.center().y() + 0.5), colour)


def is_alarm(row: Row) -> bool:
    """Whether one language changed and the other did not follow."""
    return row.change.startswith("four_way.") and row.change not in (*QUIET, TOGETHER)
