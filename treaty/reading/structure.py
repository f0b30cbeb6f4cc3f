"""The tree that labels span: which number stands under which, and the full label from the top."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from treaty.reading.numbering import Numbered, Rank, letter_twin

_DIVISIONS = ("part", "chapter", "section")
_DEEPEST = 24
"""How deep numbers may stand in one another; treaties stay below 8, so what is deeper is no list within a list."""
_ORDERED_BULLETS = ("□■", "ㅇ○◯●◦")
_PARAGRAPHS = frozenset({"①", "1.", "1/"})
_ITEMS = frozenset({"가.", "가)", "(가)", "(a)", "a.", "(i)", "i.", "1)", "(1)"})
"""Schemes that number the paragraphs of an article, and those that number what is listed in them."""


@dataclass(frozen=True, slots=True)
class Step:
    """One number on the way from the top to a clause; `bullet` is the ornament of a bullet, else empty."""

    scheme: str
    rank: Rank
    value: int
    piece: str
    bullet: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a clause stands: the steps from the top, its depth (0 for articles and top paragraphs), its full label."""

    steps: tuple[Step, ...]

    @property
    def depth(self) -> int:
        return max(0, sum(step.rank is not Rank.DIVISION for step in self.steps) - 1)

    @property
    def path(self) -> str:
        """The full label; divisions are left out where an article, whose numbers run through the text, stands below them."""
        has_article = any(step.rank is Rank.ARTICLE for step in self.steps)
        steps = [step for step in self.steps if not (has_article and step.rank is Rank.DIVISION)]
        path = ""
        for previous, step in zip([None, *steps], steps, strict=False):
            path += _separator(previous, step) + step.piece
        return path


def _separator(previous: Step | None, step: Step) -> str:
    if previous is None:
        return ""
    if step.piece.startswith("("):
        return ""
    korean = "제" in previous.piece or "가" <= step.piece[:1] <= "힣"
    after_english_article = previous.rank is Rank.ARTICLE and not korean and step.piece[:1].isdigit()
    return "." if after_english_article else " "


class NumberTree:
    """Follows the labels of a text from top to bottom and tells where each stands."""

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._begun: set[str] = set()
        self._bullets: Counter[tuple[Step, ...]] = Counter()

    @property
    def position(self) -> Position:
        return Position(tuple(self._steps))

    def place(self, readings: Sequence[Numbered]) -> tuple[Numbered, Position] | None:
        """Takes the next label of the text: the reading that fits what came before, and where it puts the clause.

        None where the label is of a kind that is believed only in sequence, and is not: then it is no label.
        """
        if not readings:
            return None
        fits = {reading.scheme.name: self._fit(reading) for reading in readings}
        best = max(readings, key=lambda reading: fits[reading.scheme.name])
        if best.scheme.unsure and fits[best.scheme.name] < 2:
            return None
        self._steps = self._steps_to(best)
        self._begun = {*(() if best.scheme.rank in (Rank.DIVISION, Rank.ARTICLE) else self._begun), best.scheme.name}
        return best, self.position

    def leave_items(self) -> None:
        """Goes back up to the article or division: a heading without a number ends the lists before it."""
        self._steps = [step for step in self._steps if step.rank is not Rank.BULLET]

    def _fit(self, reading: Numbered) -> float:
        """3: continues a sequence; 2: starts one (a Roman i sooner than a letter); 1: skips ahead in one; 0: neither."""
        known = [step.value for step in self._steps if step.scheme == reading.scheme.name]
        if reading.value and reading.value - 1 in known:
            return 3
        if reading.value == 1:
            return 2.5 if letter_twin(reading.scheme.name) else 2
        return 1 if known and reading.value > known[-1] else 0

    def _steps_to(self, reading: Numbered) -> list[Step]:
        rank, name = reading.scheme.rank, reading.scheme.name
        if rank is Rank.DIVISION:
            above = self._divisions_above(name)
        elif rank is Rank.ARTICLE:
            above = [step for step in self._steps if step.rank is Rank.DIVISION]
        elif rank is Rank.BULLET:
            above = self._above(name, reading.label.printed)
        elif name in _PARAGRAPHS - self._begun and reading.value > 1:
            above = list(takewhile(lambda step: step.scheme not in _ITEMS, self._steps))
        else:
            above = self._above(name, "")
        return [*above[:_DEEPEST], self._step(reading, above[:_DEEPEST])]

    def _divisions_above(self, name: str) -> list[Step]:
        if name not in _DIVISIONS:
            return []
        higher = _DIVISIONS[: _DIVISIONS.index(name)]
        return [step for step in self._steps if step.scheme in higher or step.scheme == "annex"]

    def _above(self, name: str, bullet: str) -> list[Step]:
        """The steps over a label: those over the last label of its scheme, or all, where it opens a list of its own."""
        for index in reversed(range(len(self._steps))):
            if self._steps[index].scheme == name and self._steps[index].bullet == bullet:
                return self._steps[:index]
        if bullet:
            return [step for step in self._steps if not step.bullet or _bullet_order(step.bullet) <= _bullet_order(bullet)]
        return [step for step in self._steps if step.rank is not Rank.BULLET or step is self._steps[-1]]

    def _step(self, reading: Numbered, above: Sequence[Step]) -> Step:
        printed = reading.label.printed
        step = Step(reading.scheme.name, reading.scheme.rank, reading.value, _path_piece(reading))
        if reading.scheme.rank is not Rank.BULLET or reading.label.number:
            return step
        key = (*above, replace(step, bullet=printed))
        self._bullets[key] += 1
        return replace(step, bullet=printed, piece=f"{printed}{self._bullets[key]}")


def _bullet_order(bullet: str) -> int:
    """The place of a bullet in the order of Korean offices, □ over ○ over all others, which nest as they come."""
    return next((order for order, bullets in enumerate(_ORDERED_BULLETS) if bullet in bullets), len(_ORDERED_BULLETS))


def _path_piece(reading: Numbered) -> str:
    printed = " ".join(reading.label.printed.split())
    return printed if printed.startswith("(") else printed.rstrip(" ./):")
