"""The commitment profile as a chart: for each agreement or theme a bar that is divided by what its clauses promise."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.headless.overview import Overview
from desktop.look import Look, font
from desktop.look.list_lines import draw_chosen
from desktop.look.strength_ramp import FRAMED, level_colour
from desktop.studying.themes.matrix import name_of
from desktop.widgets.line_list import Index, LineList, LinesModel
from resources.wording_table import Wording
from treaty.comparison.commitment_rules import LEVELS, OBLIGING
from treaty.model import Language
from treaty.themes.profile import Profile

LINE_HEIGHT, BAR_HEIGHT, LEFT, RIGHT = 52, 20.0, 14.0, 14.0
LEAST_FIGURE = 15.0
"""A part narrower than this shows no figure; the spoken text has it."""


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """A bar of the chart: its name, a word at its end, what a screen reader says, and its clauses at each level."""

    name: str
    told: str
    spoken: str
    profile: Profile


def lines_of(overview: Overview, text: str, words: Wording) -> list[ProfileLine]:
    """A bar for each agreement, or, of the agreement with this id, one for each theme."""
    language = Language(words.language)
    themes = {row.theme.id: row.theme.name.in_language(language) for row in overview.themes}
    numbers = {each.id: f"{number}. {name_of(each)}" for number, each in enumerate(overview.texts, start=1)}
    chosen = [each for each in overview.profiles if (each.text == text and each.theme if text else each.theme is None)]
    return [_line(themes[each.theme] if each.theme else numbers[each.text], each, overview, words) for each in chosen]


def _line(name: str, profile: Profile, overview: Overview, words: Wording) -> ProfileLine:
    language = Language(words.language)
    committed = sum(profile.levels)
    told = words("themes.commits_to_nothing", clauses=profile.clauses)
    if committed:
        told = words("themes.obliging_share", share=f"{profile.obligation:.0%}", count=committed, clauses=profile.clauses)
    named = [f"{overview.levels[level].in_language(language)} {profile.levels[level]}" for level in LEVELS]
    parts = [part for part, count in zip(named, profile.levels, strict=True) if count]
    status = words(f"cli.status_{profile.status}")
    return ProfileLine(name, told, ". ".join(filter(None, (name, status, told, ", ".join(parts)))), profile)


class ProfilesModel(LinesModel[ProfileLine]):
    """The bars."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid():
            return None
        spoken = role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        line = self._lines[index.row()]
        return line.spoken if spoken else line.name if role == Qt.ItemDataRole.DisplayRole else None


class ProfileDelegate(QStyledItemDelegate):
    """Draws a name, what is told of it, and the divided bar; a thick line stands where obligation begins."""

    def __init__(self, look: Look, model: ProfilesModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._model = look, model
        self._name, self._small = font(12.5), font(11.5)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, LINE_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        box, line = QRectF(option.rect), self._model.line(index.row())
        if option.state & QStyle.StateFlag.State_Selected:
            draw_chosen(painter, box, self._look.tokens)
        upper = QRectF(box.left() + LEFT, box.top() + 4, box.width() - LEFT - RIGHT, 20)
        painter.setFont(self._small)
        painter.setPen(self._look.tokens.ink3)
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, line.told)
        taken = QFontMetricsF(self._small).horizontalAdvance(line.told) + 12
        painter.setFont(self._name)
        painter.setPen(self._look.tokens.ink)
        shown = QFontMetricsF(self._name).elidedText(line.name, Qt.TextElideMode.ElideRight, upper.width() - taken)
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, shown)
        self._paint_bar(painter, QRectF(upper.left(), box.top() + 25, upper.width(), BAR_HEIGHT), line.profile)
        painter.restore()

    def _paint_bar(self, painter: QPainter, bar: QRectF, profile: Profile) -> None:
        """The parts from weak to strong, with the number of clauses in each."""
        tokens, committed = self._look.tokens, sum(profile.levels)
        if not committed:
            painter.setPen(QPen(tokens.edge, 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(bar.left(), bar.center().y()), QPointF(bar.right(), bar.center().y()))
            return
        x, border = bar.left(), None
        for level in LEVELS:
            width = bar.width() * profile.levels[level] / committed
            if level == OBLIGING[0]:
                border = x
            if width:
                self._paint_part(painter, QRectF(x, bar.top(), width, bar.height()), level, profile.levels[level])
            x += width
        if border is not None and profile.obligation:
            painter.fillRect(QRectF(round(border) - 1, bar.top() - 3, 2, bar.height() + 6), tokens.ink)

    def _paint_part(self, painter: QPainter, part: QRectF, level: int, count: int) -> None:
        tokens = self._look.tokens
        inner = part.adjusted(0, 0, -1, 0)
        painter.fillRect(inner, level_colour(tokens, level))
        if level in FRAMED:
            painter.setPen(QPen(tokens.level_frame, 1))
            painter.drawRect(inner.adjusted(0.5, 0.5, -0.5, -0.5))
        if part.width() >= LEAST_FIGURE:
            painter.setFont(self._small)
            painter.setPen(tokens.ink if level in FRAMED else tokens.paper)
            painter.drawText(inner.adjusted(5, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, str(count))


class ProfileChart(LineList):
    """The bars below each other."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.bars = ProfilesModel(self)
        self.setModel(self.bars)
        self.setItemDelegate(ProfileDelegate(look, self.bars, self))
