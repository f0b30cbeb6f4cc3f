"""Pairs of clauses made by hand, linked without an encoder, and what the comparison finds on them."""

from __future__ import annotations

from collections.abc import Sequence

from treaty.comparison import find_findings
from treaty.comparison.rules import ComparisonRules
from treaty.language.script import language_of
from treaty.language.sentences import sentence_spans
from treaty.model import (
    Clause,
    ClauseKind,
    Finding,
    Label,
    Language,
    Link,
    Relation,
    SentenceLink,
    SentencePlace,
    SourceFile,
    Span,
    TreatyText,
)  # fmt: skip


def clause(clause_id: str, words: str, kind: ClauseKind = ClauseKind.PARAGRAPH, number: int = 1) -> Clause:
    """A clause that says `words`; number 0 leaves it without a number."""
    language = language_of(words) or Language.KOREAN
    label = Label(f"{number}.", str(number), "1.") if number else None
    return Clause(clause_id, kind, 0, label, str(number or "¶1"), words, sentence_spans(words, language), Span(0, len(words)))


def text(text_id: str, clauses: Sequence[str | Clause], language: Language | None = None) -> TreatyText:
    """A text of these clauses, numbered from 1; its language is that of the first."""
    made = [
        said if isinstance(said, Clause) else clause(f"{text_id}.c{number}", said, number=number)
        for number, said in enumerate(clauses, start=1)
    ]
    spoken = language or language_of(made[0].text) or Language.KOREAN
    source = SourceFile(f"{text_id}.txt", "0" * 64, "")
    return TreatyText(text_id, source, "Lamps", spoken, "Lamps", "", tuple(made), ())


def link(left: TreatyText, right: TreatyText, mine: Sequence[int] = (1,), theirs: Sequence[int] = (1,), **kept: bool) -> Link:
    """A link between clauses by number; their sentences are paired in order, what is left over stands alone."""
    places = [
        [SentencePlace(of.clauses[number - 1].id, span) for number in numbers for span in of.clauses[number - 1].sentences]
        for of, numbers in ((left, mine), (right, theirs))
    ]
    count = max(map(len, places))
    pairs = [SentenceLink(*(tuple(side[number : number + 1]) for side in places)) for number in range(count)]
    ids = [tuple(of.clauses[number - 1].id for number in numbers) for of, numbers in ((left, mine), (right, theirs))]
    return Link(ids[0], ids[1], 0.9, sentences=tuple(pairs), **kept)


def found(korean: str, english: str, rules: ComparisonRules) -> list[Finding]:
    """The findings on one clause in each language."""
    left, right = text("t1", [korean]), text("t2", [english])
    return find_findings([link(left, right)], left, right, Relation.TRANSLATION, rules=rules)
