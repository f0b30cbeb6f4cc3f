"""Acts of statements that became other acts: agreed or discussed, noted or welcomed, affirmed or reaffirmed (CHECKS C27)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treaty.comparison.passages import Linked
from treaty.comparison.speech_act_rules import Act, SpeechActs
from treaty.model import Finding, Language


def find_different_acts(linked: Linked, rules: SpeechActs) -> Iterator[Finding]:
    """Findings on acts that stand at the same place between the acts that agree, and differ in axis or strength.

    Only where just one act is left on either side there: with more, it is not known which answers which.
    """
    korean = rules.acts(linked.korean.lowered, Language.KOREAN)
    english = rules.acts(linked.english.lowered, Language.ENGLISH)
    for mine, theirs in _betweenagreeing(korean, english):
        # "Shall decide" is a duty, which modality is asked about, and no act of the statement.
        if len(mine) == len(theirs) == 1 and not theirs[0].ordered:
            yield _difference(linked, mine[0], theirs[0])


def _difference(linked: Linked, korean: Act, english: Act) -> Finding:
    distance = korean.distance(english)
    check = "act_changed" if distance is None else "act_stronger" if distance > 0 else "act_weaker"
    return linked.finding(check, korean=korean.span, english=english.span, confidence=0.9)


def _betweenagreeing(korean: Sequence[Act], english: Sequence[Act]) -> Iterator[tuple[Sequence[Act], Sequence[Act]]]:
    """The runs of acts before, between and behind those that agree, which are as many as can be in order."""
    start, other = 0, 0
    for here, there in [*agreeing(korean, english), (len(korean), len(english))]:
        yield korean[start:here], english[other:there]
        start, other = here + 1, there + 1


def agreeing(korean: Sequence[Act], english: Sequence[Act]) -> list[tuple[int, int]]:
    """The longest common subsequence of acts with a common reading, as places in both lists."""
    longest: list[list[list[tuple[int, int]]]] = [[[] for _ in range(len(english) + 1)] for _ in range(len(korean) + 1)]
    for here in range(len(korean) - 1, -1, -1):
        for there in range(len(english) - 1, -1, -1):
            skipped = max(longest[here + 1][there], longest[here][there + 1], key=len)
            taken = [(here, there), *longest[here + 1][there + 1]]
            agrees = korean[here].distance(english[there]) == 0
            longest[here][there] = taken if agrees and len(taken) >= len(skipped) else skipped
    return longest[0][0]
