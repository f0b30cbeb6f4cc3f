"""Two versions in one language: each hunk of changed words is one finding, classed by the gravest thing that changed in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from enum import StrEnum

from treaty.comparison.changed_force import find_changed_force, find_changed_reserves
from treaty.comparison.changed_words import check_of_words
from treaty.comparison.hunks import Hunk, hunks_of
from treaty.comparison.pair import Pair
from treaty.comparison.restructured import find_restructured
from treaty.language.word_changes import ChangeWeight
from treaty.model import Bilingual, Finding, Place, Severity


class RevisionRule(StrEnum):
    """The rules of checks/revisions.toml that views and exports treat in a way of their own."""

    ENDINGS = "V03"
    SIGNS = "V04"
    PUT_IN = "V05"
    LEFT_OUT = "V06"
    WEAKER = "V10"
    STRONGER = "V11"
    SOFTER = "V13"
    FIRMER = "V14"


LIGHT_RULES = frozenset({RevisionRule.ENDINGS, RevisionRule.SIGNS})
"""The rules of changes that are shown, but do not count as changes of what a clause says."""
STRUCTURE_KINDS = frozenset({"clause_added", "clause_omitted", "clause_moved", "clause_merged", "clause_number"})
"""The kinds of finding of a revision that speak of clauses as wholes, and of no hunk."""


def find_changes(
    pair: Pair,
    families: Iterable[Callable[[Pair], Iterator[Finding]]],
    *,
    moved_along: bool = False,
) -> Iterator[Finding]:
    """The findings on one link of a revision. What the families find is kept where it says what changed in a hunk.
    `moved_along`: the clause moved with the one before it, whose finding tells of that."""
    yield from find_restructured(pair, moved_along=moved_along)
    if pair.link.one_sided:
        return
    hunks = hunks_of(pair)
    if hunks:
        of_pair = [finding for family in (*families, find_changed_reserves) for finding in family(pair)]
        exchanged = {(hunk.new.words.strip(), hunk.old.words.strip()) for hunk in hunks if hunk.weight is ChangeWeight.WORDS}
        yield from (finding for hunk in hunks for finding in _classed(pair, hunk, of_pair, exchanged))


def _classed(pair: Pair, hunk: Hunk, of_pair: Sequence[Finding], exchanged: Set[tuple[str, str]]) -> Iterator[Finding]:
    """The finding on a hunk: what is gravest of all that is known of its words, and of equals the most specific; none where
    all rules that speak of it are off. `exchanged`: what stands in another's place where the same link has the reverse too."""
    places = hunk.old.place(pair.left), hunk.new.place(pair.right)
    known = [finding for finding in of_pair if hunk.old.holds(finding.left) or hunk.new.holds(finding.right)]
    known += find_changed_force(pair, hunk)
    swapped = (hunk.old.words.strip(), hunk.new.words.strip()) in exchanged
    check = "words_exchanged" if swapped else check_of_words(pair, hunk)
    known.append(pair.finding(check, left=places[0], right=places[1]))
    known = [finding for finding in known if finding.rule not in pair.rules.off]
    if not known:
        return
    order, grades = pair.rules.precedence.order, list(Severity)
    chosen = min(known, key=lambda finding: (grades.index(finding.severity), order[finding.kind], -finding.confidence))
    left, right = (_with_value(place, of) for place, of in zip(places, (chosen.left, chosen.right), strict=True))
    yield pair.placed(chosen, left, right, hunk.gap)


def _with_value(place: Place | None, read: Place | None) -> Place | None:
    """A hunk's place with the value that a check read there."""
    if place is None or read is None or read.value == Bilingual("", ""):
        return place
    return Place(place.clause, place.span, place.text, read.value)
