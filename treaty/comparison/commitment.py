"""How strongly a clause commits: the level of its strongest predicate on one scale for both languages (CHECKS 2.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from treaty.comparison.commitment_rules import CommitmentRules, Status
from treaty.comparison.modality import main_predicates
from treaty.comparison.phrases import lowered
from treaty.comparison.predicate_rules import PredicateRules
from treaty.model import Clause, ClauseKind, Language, Span, TreatyText


@dataclass(frozen=True, slots=True)
class Commitment:
    """A level from 0 to 6, and the words of the clause that show it; `soft` where its verb is one of soft_verbs.tsv, `denied`
    where it is a promise not to do something."""

    level: int
    span: Span
    soft: bool = False
    denied: bool = False


_ITSELF = re.compile(r"(?:(?<![가-힣])(?:이|본) ?|\bth(?:is|e present) )(\w+)")
"""What a text calls itself."""
_LONGEST_TITLE = 200
"""Characters; a longer first clause is a preamble, which may name any instrument."""


def status_of(text: TreatyText, rules: CommitmentRules) -> Status:
    """Whether a text binds its parties: by its title, else by what it calls itself, else by whether it has articles."""
    first = [clause.text for clause in text.clauses[:1] if clause.kind.heads or len(clause.text) <= _LONGEST_TITLE]
    titles = lowered(" ".join([text.title, *first]))
    names = " ".join(name for clause in text.clauses for name in _ITSELF.findall(lowered(clause.text)))
    for words in (titles, names):
        for instrument in rules.instruments:
            if instrument.language is text.language and instrument.pattern.search(words):
                return instrument.status
    has_articles = any(clause.kind is ClauseKind.ARTICLE for clause in text.clauses)
    return Status.BINDING if has_articles else Status.POLITICAL


def commitment_of(
    clause: Clause, language: Language, status: Status, rules: CommitmentRules, predicates: PredicateRules
) -> Commitment | None:
    """The strongest commitment of a clause, the first of those whose verb is not soft; None where it commits to nothing, as a
    heading does."""
    found = commitments_of(clause, language, status, rules, predicates)
    return max(found, key=lambda commitment: (commitment.level, not commitment.soft), default=None)


def commitments_of(
    clause: Clause, language: Language, status: Status, rules: CommitmentRules, predicates: PredicateRules
) -> list[Commitment]:
    """All commitments of a clause, in order."""
    return [] if clause.kind.heads else list(_commitments(clause.text, language, status, rules, predicates))


def _commitments(
    text: str, language: Language, status: Status, rules: CommitmentRules, predicates: PredicateRules
) -> Iterator[Commitment]:
    said = lowered(text)
    empty = [Span(*match.span()) for match in rules.nothing[language].finditer(said)]
    for predicate in main_predicates(said, language, predicates):
        level = rules.levels.get((language, predicate.meaning, status))
        if level is not None and not any(phrase.overlaps(predicate.span) for phrase in empty):
            soft = rules.soft_verbs.govern(said, predicate.span, language)
            yield Commitment(level, predicate.span, soft, predicate.meaning.denied)
