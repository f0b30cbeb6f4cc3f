"""Saying where linked clauses do not say the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from treaty.comparison.acronyms import find_different_acronyms, find_unexplained_acronyms
from treaty.comparison.act_habits import find_inconsistent_acts
from treaty.comparison.choices import find_different_choices
from treaty.comparison.clause_numbers import find_different_numbers
from treaty.comparison.completeness import find_incomplete
from treaty.comparison.concepts import find_excluded_concepts
from treaty.comparison.exchanges import find_inconsistent_words
from treaty.comparison.force import find_different_force
from treaty.comparison.form import find_different_rows, find_varying_titles
from treaty.comparison.full_names import find_different_full_names
from treaty.comparison.heard_names import find_heard_names
from treaty.comparison.kept_texts import Basis, KeptTexts
from treaty.comparison.labels import find_different_labels
from treaty.comparison.leftovers import find_leftovers
from treaty.comparison.meaning import find_different_meaning
from treaty.comparison.names import find_different_names, find_names_alone
from treaty.comparison.numbering import find_numbering_faults
from treaty.comparison.pair import Pair
from treaty.comparison.party_order import find_order_of_parties
from treaty.comparison.quantities import find_different_quantities
from treaty.comparison.references import find_lost_references
from treaty.comparison.restructured import moved_along
from treaty.comparison.revisions import find_changes
from treaty.comparison.rules import ComparisonRules
from treaty.comparison.spelling import find_slips
from treaty.comparison.status import find_words_that_bind
from treaty.comparison.strength import find_strength
from treaty.comparison.terms import find_term_faults
from treaty.glossary import Glossary
from treaty.language.meaning import Encoder
from treaty.model import Finding, Link, Relation, Span, TreatyText
from treaty.progress import Progress, SilentProgress

__all__ = ["find_findings"]

Family = Callable[[Pair], Iterator[Finding]]
TextFamily = Callable[[Sequence[Pair]], Iterator[Finding]]
Judge = Callable[[Pair], Iterable[Finding]]

OF_WORDS: tuple[Family, ...] = (
    find_different_quantities,
    find_different_force,
    find_different_acronyms,
    find_different_labels,
    find_excluded_concepts,
    find_leftovers,
    find_different_rows,
    find_different_choices,
    find_different_full_names,
)
"""The families whose findings may say what changed between two versions; `revisions` itself says what is new or gone."""
OF_ONE_TEXT: tuple[Family, ...] = (find_numbering_faults, find_slips, find_lost_references)
"""The families that see a fault in one text alone, whatever it is held against."""
FAMILIES = (*OF_ONE_TEXT, find_term_faults, find_different_names, find_incomplete, *OF_WORDS)
"""The families of checks that judge one link at a time, each a function from a link to its findings; of two findings that are
equals in all but their words, that of the first stays."""
TEXT_FAMILIES: tuple[TextFamily, ...] = (
    find_different_numbers,
    find_words_that_bind,
    find_names_alone,
    find_order_of_parties,
    find_inconsistent_words,
    find_inconsistent_acts,
    find_heard_names,
    find_unexplained_acronyms,
    find_varying_titles,
    find_different_meaning,
)
"""The families that look at both texts as a whole, each a function from all links to findings on them."""
COUNTERPART_FAMILIES = (find_strength, *OF_ONE_TEXT)
"""What is said of links between different agreements, which are not expected to say the same."""
VERSION_FAMILIES = (find_slips, *OF_WORDS)
"""What is asked of links between two versions."""
_STEP = 20


def find_findings(
    links: Sequence[Link],
    left: TreatyText,
    right: TreatyText,
    relation: Relation,
    *,
    rules: ComparisonRules,
    glossary: Glossary = Glossary(),
    encoder: Encoder | None = None,
    kept: KeptTexts | None = None,
    progress: Progress = SilentProgress(),
) -> list[Finding]:
    """The findings on all links, in reading order. `glossary` is for the checks of terms; without an `encoder`
    meanings are judged by words alone. Where the same texts were compared with what is `kept`, links that are as they were
    are not read again; the findings are the same."""
    texts = (kept or KeptTexts()).on(Basis(left, right, relation, rules, glossary, encoder))
    with texts.linked(links) as pairs:
        versions = relation is Relation.REVISION and left.language is right.language
        judge = _judge_of_versions(pairs) if versions else _judge(pairs, counterparts=relation is Relation.COUNTERPART)
        return _judged(pairs, judge, progress)


def _judged(pairs: Sequence[Pair], judge: Judge, progress: Progress) -> list[Finding]:
    """What is said of all links, each by its place among them."""
    found: list[Finding] = []
    for done, pair in enumerate(pairs):
        if done % _STEP == 0:
            progress.report(done, len(pairs), "progress.compare")
        of_pair = _wanted(judge(pair), pair.rules)
        found += [
            finding if finding.link == done else replace(finding, link=done) for finding in sorted(of_pair, key=_reading_place)
        ]
    progress.report(len(pairs), len(pairs), "progress.compare")
    return found


def _judge(pairs: Sequence[Pair], *, counterparts: bool) -> Judge:
    """Says of a link what the families find, once for each difference."""
    families, of_texts = (COUNTERPART_FAMILIES, {}) if counterparts else (FAMILIES, _by_link(pairs, TEXT_FAMILIES))

    def judge(pair: Pair) -> list[Finding]:
        of_pair = pair.facts.of(families, lambda: _wanted((each for family in families for each in family(pair)), pair.rules))
        found = [*of_texts.get(pair.index, ()), *of_pair]
        return pair.facts.of(_judge, lambda: pair.rules.precedence.distinct(found), found) if found else []

    return judge


def _judge_of_versions(pairs: Sequence[Pair]) -> Judge:
    """Says of a link of two versions what its hunks are, and what became of its clauses as wholes."""
    along = moved_along(pairs)

    def judge(pair: Pair) -> list[Finding]:
        moved = pair.index in along
        return pair.facts.of(
            _judge_of_versions, lambda: list(find_changes(pair, VERSION_FAMILIES, moved_along=moved)), basis=moved
        )

    return judge


def _by_link(pairs: Sequence[Pair], families: Iterable[TextFamily]) -> dict[int, list[Finding]]:
    """What families that look at whole texts find, by link."""
    found: dict[int, list[Finding]] = {}
    for family in families:
        for finding in _wanted(family(pairs), pairs[0].rules) if pairs else ():
            found.setdefault(finding.link, []).append(finding)
    return found


def _wanted(findings: Iterable[Finding], rules: ComparisonRules) -> list[Finding]:
    """The findings of rules that are not switched off."""
    return [finding for finding in findings if finding.rule not in rules.off]


def _reading_place(finding: Finding) -> tuple[bool, str, Span, str]:
    """Where a finding begins: on the left if it stands there, else on the right."""
    place = finding.left or finding.right
    assert place is not None
    return finding.left is None, place.clause, place.span, finding.rule
