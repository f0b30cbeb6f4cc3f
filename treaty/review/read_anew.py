"""A text read anew in place of the text before: clauses that are the same keep their ids, and what the reviewer set aside, or
took back in, stays so."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from treaty.model import Clause, SetAside, SetAsideReason, TreatyText
from treaty.reading.rules import ReadingRules
from treaty.review.same_clauses import fingerprint, with_ids_kept
from treaty.review.text_changes import with_clause_set_aside, with_part_taken_back

_SAME_WORDS = 75.0
"""A clause that says something else now is the one set aside if three quarters of its words are the same (in per cent)."""


def read_anew(before: TreatyText, after: TreatyText, rules: ReadingRules) -> TreatyText:
    """The text `after` under the id of the text `before`, with what the reviewer decided about its parts.

    A clause that he set aside is set aside again, also where its words have changed a little; a part that he took back in is
    taken in. A clause that is not found again is compared like any other.
    """
    text = after
    for part in _taken_back(before, after):
        text = with_part_taken_back(text, part, rules)
    for part in before.set_aside:
        clause = _set_aside_before(part, text, before) if part.reason is SetAsideReason.REVIEWER else None
        if clause and len(text.clauses) > 1:
            text = with_clause_set_aside(text, clause.id)
    return with_ids_kept(before, text)


def _taken_back(before: TreatyText, after: TreatyText) -> Iterator[SetAside]:
    """The parts that the reader set aside, and whose words were in clauses before."""
    aside, now = {_key(part) for part in before.set_aside}, {_key(clause) for clause in after.clauses}
    taken = "".join(key for clause in before.clauses if (key := _key(clause)) not in now)
    return (part for part in after.set_aside if _key(part) and _key(part) in taken and _key(part) not in aside)


def _set_aside_before(part: SetAside, text: TreatyText, before: TreatyText) -> Clause | None:
    """The clause that the reviewer set aside: of the same words, else the likest of those that were not there before."""
    same = next((clause for clause in text.clauses if _key(clause) == _key(part)), None)
    if same or _key(part) in {_key(other) for other in text.set_aside}:
        return same
    known = {_key(clause) for clause in before.clauses}
    likeness = {clause.id: fuzz.ratio(_words(clause), part.text) for clause in text.clauses if _key(clause) not in known}
    likest = max(likeness, key=likeness.__getitem__, default=None)
    return text.clause(likest) if likest and likeness[likest] >= _SAME_WORDS else None


def _key(words: Clause | SetAside) -> str:
    return fingerprint(_words(words))


def _words(part: Clause | SetAside) -> str:
    """The words of a part or a clause, its number before them."""
    if isinstance(part, SetAside) or part.label is None:
        return part.text
    return f"{part.label.printed} {part.text}".strip()
