"""Saying where linked clauses do not say the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from treaty.comparison.clause_numbers import find_different_numbers
from treaty.comparison.completeness import find_incomplete
from treaty.comparison.concepts import find_excluded_concepts
from treaty.comparison.force import find_different_force
from treaty.comparison.names import find_different_acronyms
from treaty.comparison.numbering import find_numbering_faults
from treaty.comparison.pair import Pair, pairs_of
from treaty.comparison.quantities import find_different_quantities
from treaty.comparison.rules import ComparisonRules
from treaty.comparison.status import find_words_that_bind
from treaty.comparison.strength import find_strength
from treaty.glossary import Glossary
from treaty.model import Finding, Link, Relation, Span, TreatyText
from treaty.progress import Progress, SilentProgress

__all__ = ["find_findings"]

FAMILIES: tuple[Callable[[Pair], Iterator[Finding]], ...] = (
    find_incomplete,
    find_different_quantities,
    find_different_force,
    find_different_acronyms,
    find_excluded_concepts,
)
"""The families of checks that judge one link at a time, each a function from a link to its findings."""
TEXT_FAMILIES: tuple[Callable[[Sequence[Pair]], Iterator[Finding]], ...] = (
    find_numbering_faults,
    find_different_numbers,
    find_words_that_bind,
)
"""The families that look at both texts as a whole, each a function from all links to findings on them."""
COUNTERPART_FAMILIES: tuple[Callable[[Pair], Iterator[Finding]], ...] = (find_strength,)
"""What is said of links between different agreements, which are not expected to say the same."""
_STEP = 20


def find_findings(
    links: Sequence[Link],
    left: TreatyText,
    right: TreatyText,
    relation: Relation,
    *,
    rules: ComparisonRules,
    glossary: Glossary = Glossary(),
    progress: Progress = SilentProgress(),
) -> list[Finding]:
    """The findings on all links, in reading order. `glossary` is for the checks of terms."""
    pairs = pairs_of(links, left, right, relation, rules)
    counterparts = relation is Relation.COUNTERPART
    families, text_families = (COUNTERPART_FAMILIES, ()) if counterparts else (FAMILIES, TEXT_FAMILIES)
    of_texts: dict[int, list[Finding]] = {}
    for finding in (finding for family in text_families for finding in family(pairs)):
        of_texts.setdefault(finding.link, []).append(finding)
    found: list[Finding] = []
    for done, pair in enumerate(pairs):
        if done % _STEP == 0:
            progress.report(done, len(pairs), "progress.compare")
        of_pair = [finding for family in families for finding in family(pair)]
        found.extend(sorted(rules.precedence.distinct([*of_texts.get(pair.index, ()), *of_pair]), key=_reading_place))
    progress.report(len(pairs), len(pairs), "progress.compare")
    return found


def _reading_place(finding: Finding) -> tuple[bool, str, Span, str]:
    """Where a finding begins: on the left if it stands there, else on the right."""
    place = finding.left or finding.right
    assert place is not None
    return finding.left is None, place.clause, place.span, finding.rule
