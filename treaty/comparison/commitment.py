"""How strongly a clause commits: the level of its strongest predicate on one scale for both languages (CHECKS 2.1)."""

from __future__ import annotations

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


def status_of(text: TreatyText, rules: CommitmentRules) -> Status:
    """Whether a text binds its parties: by its title, else by whether it has articles."""
    titles = lowered(" ".join([text.title, *(clause.text for clause in text.clauses[:1])]))
    for instrument in rules.instruments:
        if instrument.language is text.language and instrument.pattern.search(titles):
            return instrument.status
    has_articles = any(clause.kind is ClauseKind.ARTICLE for clause in text.clauses)
    return Status.BINDING if has_articles else Status.POLITICAL


def commitment_of(
    clause: Clause, language: Language, status: Status, rules: CommitmentRules, predicates: PredicateRules
) -> Commitment | None:
    """The strongest commitment of a clause, the first of those whose verb is not soft; None where it commits to nothing, as a
    heading does."""
    if clause.kind.heads:
        return None
    found = _commitments(clause.text, language, status, rules, predicates)
    return max(found, key=lambda commitment: (commitment.level, not commitment.soft), default=None)


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
