"""How strongly agreements promise something, theme by theme: clauses at each level of commitment and on each axis of acts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from treaty.comparison.commitment import Commitment, commitment_of, status_of
from treaty.comparison.commitment_rules import LEVELS, OBLIGING, Status
from treaty.comparison.phrases import lowered
from treaty.comparison.rules import ComparisonRules
from treaty.comparison.speech_act_rules import Axis
from treaty.model import Clause, TreatyText
from treaty.themes.overview import ThemeRow


@dataclass(frozen=True, slots=True)
class Profile:
    """The clauses of one text that deal with a theme (None: all of them) by what they promise.

    `levels` counts them by the level of their strongest commitment, 0 to 6; those that commit to nothing are in none.
    `axes` counts the clauses with an act on each axis; a clause with acts on two is counted twice.
    """

    text: str
    status: Status
    theme: str | None
    clauses: int
    levels: tuple[int, ...]
    axes: dict[Axis, int]

    @property
    def obligation(self) -> float:
        """The share of clauses that oblige (levels 4 to 6) among those that commit at all; 0 where none does."""
        committed = sum(self.levels)
        return sum(self.levels[level] for level in OBLIGING) / committed if committed else 0.0


def commitment_profiles(texts: Sequence[TreatyText], themes: Sequence[ThemeRow], rules: ComparisonRules) -> list[Profile]:
    """For each text its profile as a whole, then that of each theme which it deals with, in the order of `themes`."""
    return [profile for place, text in enumerate(texts) for profile in _profiles(text, place, themes, rules)]


@dataclass(frozen=True, slots=True)
class Said:
    """What one clause promises, None where it commits to nothing, and the axes of the acts in it."""

    commitment: Commitment | None
    axes: frozenset[Axis]


def said_in(text: TreatyText, rules: ComparisonRules) -> dict[str, Said]:
    """What each clause of a text says, by clause id; headings say nothing and are left out."""
    status = status_of(text, rules.commitment)
    return {clause.id: _said(clause, text, status, rules) for clause in text.clauses if clause.text and not clause.kind.heads}


def _profiles(text: TreatyText, place: int, themes: Sequence[ThemeRow], rules: ComparisonRules) -> Iterator[Profile]:
    status, said = status_of(text, rules.commitment), said_in(text, rules)
    yield _profile(text, status, None, list(said.values()))
    for row in themes:
        dealing = [said[clause] for clause in row.clauses[place] if clause in said]
        if dealing:
            yield _profile(text, status, row.theme.id, dealing)


def _said(clause: Clause, text: TreatyText, status: Status, rules: ComparisonRules) -> Said:
    commitment = commitment_of(clause, text.language, status, rules.commitment, rules.predicates)
    acts = rules.speech_acts.acts(lowered(clause.text), text.language)
    return Said(commitment, frozenset(act.readings[0].axis for act in acts))


def _profile(text: TreatyText, status: Status, theme: str | None, said: Sequence[Said]) -> Profile:
    counts = Counter(one.commitment.level for one in said if one.commitment)
    axes = Counter(axis for one in said for axis in one.axes)
    levels = tuple(counts[level] for level in LEVELS)
    return Profile(text.id, status, theme, len(said), levels, {axis: axes[axis] for axis in Axis if axes[axis]})
