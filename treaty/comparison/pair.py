"""Linked clauses as the checks see them, and how a check's result becomes a finding."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from treaty.comparison.facts import Facts
from treaty.comparison.rules import ComparisonRules
from treaty.glossary import Glossary
from treaty.language.meaning import Encoder
from treaty.model import Bilingual, Clause, Finding, Gap, Language, Link, Place, Relation, Severity, Span, TreatyText

LANGUAGE_NAMES = {Language.KOREAN: Bilingual("국문", "Korean"), Language.ENGLISH: Bilingual("영문", "English")}
_OLD, _NEW = Bilingual("이전 본", "the earlier text"), Bilingual("새 본", "the new text")
_THIS, _OTHER = Bilingual("왼쪽 문서", "the left text"), Bilingual("오른쪽 문서", "the right text")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Side:
    """One text's clauses in a link, with the name that explanations give the text."""

    text: TreatyText
    clauses: tuple[Clause, ...]
    name: Bilingual

    @property
    def language(self) -> Language:
        return self.text.language

    def clause(self, clause_id: str) -> Clause:
        return next(clause for clause in self.clauses if clause.id == clause_id)

    def place(self, clause: Clause, span: Span, value: Bilingual | None = None) -> Place:
        """A span of one of the clauses as a finding's place."""
        return Place(clause.id, span, span.of(clause.text), value or Bilingual("", ""))

    def whole(self) -> Place:
        """The first clause from beginning to end."""
        clause = self.clauses[0]
        return self.place(clause, Span(0, len(clause.text)))

    def end(self) -> Gap:
        """The point behind the last clause, where words that it lacks would stand."""
        return Gap(self.clauses[-1].id, len(self.clauses[-1].text))


@dataclass(frozen=True, slots=True)
class Pair:
    """A link with its clauses, and the rules and the glossary to judge it by. `index` is the number that findings know the link
    by, another for each link of a comparison; without `encoder` the checks work without vectors. `facts` were read of this link
    in its two texts, `texts` of these texts whatever is linked; neither is part of the value."""

    index: int
    link: Link
    left: Side
    right: Side
    relation: Relation
    rules: ComparisonRules
    glossary: Glossary = Glossary()
    encoder: Encoder | None = None
    facts: Facts = field(default_factory=Facts, compare=False, repr=False)
    texts: Facts = field(default_factory=Facts, compare=False, repr=False)

    def once(self, read: Callable[[Pair], T]) -> T:
        """What a function reads of this pair, and of its texts as wholes; asked once."""
        return self.facts.of(read, lambda: read(self))

    def each(self, read: Callable[[Pair], Iterable[T]]) -> tuple[T, ...]:
        """All that a function yields of this pair; asked once."""
        return self.facts.of(read, lambda: tuple(read(self)))

    def of_text(self, side: Side, read: Callable[[TreatyText], T]) -> T:
        """What a function reads of the whole text of a side; asked once for all pairs."""
        return self.texts.of((read, side.text.id), lambda: read(side.text))

    @property
    def sides(self) -> tuple[Side, Side]:
        return self.left, self.right

    def other(self, side: Side) -> Side:
        return self.right if side is self.left else self.left

    @property
    def judged(self) -> Side:
        """The side that is held against the other: the Korean translation, or the newer of two versions."""
        across = self.left.language is not self.right.language
        return self.left if across and self.left.language is Language.KOREAN else self.right

    def finding(
        self,
        check: str,
        *,
        left: Place | None = None,
        right: Place | None = None,
        gap: Gap | None = None,
        confidence: float = 0.95,
        words: Mapping[str, Bilingual] | None = None,
        doubtful: bool = False,
    ) -> Finding:
        """A finding of one of the checks; its explanation is filled with the values read, the texts' names and `words`.

        A `doubtful` one is only worth a look: it becomes INFO, with the check's severity as its potential.
        """
        row = self.rules.checks[check]
        named = {"left_name": self.left.name, "right_name": self.right.name, **(words or {})}
        if left and right:
            named = {"left": left.value, "right": right.value, **named}
        message = Bilingual(
            row.explanation.ko.format(**{name: value.ko for name, value in named.items()}),
            _sentence(row.explanation.en.format(**{name: value.en for name, value in named.items()})),
        )
        return Finding(
            id=self._identity(row.rule, left, right),
            kind=row.kind,
            severity=Severity.INFO if doubtful else row.severity,
            ministry_class=row.ministry_class,
            link=self.index,
            left=left,
            right=right,
            rule=row.rule,
            message=message,
            confidence=confidence,
            potential=row.potential or (row.severity if doubtful else None),
            gap=gap,
            mqm=row.mqm,
        )

    def finding_on(
        self,
        side: Side,
        place: Place,
        check: str,
        *,
        gap: Gap | None = None,
        confidence: float = 0.95,
        doubtful: bool = False,
        **words: Bilingual,
    ) -> Finding:
        """A finding on words of one side alone; `gap` is where the other lacks them, if it does."""
        filled = {"name": side.name, "other": self.other(side).name, "value": place.value, **words}
        left, right = (place, None) if side is self.left else (None, place)
        return self.finding(check, left=left, right=right, gap=gap, confidence=confidence, words=filled, doubtful=doubtful)

    def placed(self, finding: Finding, left: Place | None, right: Place | None, gap: Gap | None) -> Finding:
        """A finding of this pair on other words."""
        identity = self._identity(finding.rule, left, right)
        return replace(finding, id=identity, left=left, right=right, gap=gap)

    def _identity(self, rule: str, left: Place | None, right: Place | None) -> str:
        """An id that stays the same when the texts are compared anew: from the rule, the clauses' labels and the words."""
        labels = [clause.path for side in self.sides for clause in side.clauses]
        spots = [f"{place.span.start}:{place.text}" if place else "" for place in (left, right)]
        digest = hashlib.sha256("\x1f".join([rule, *labels, *spots]).encode()).hexdigest()
        return f"{rule}-{digest[:12]}"


def _sentence(words: str) -> str:
    """The words with a capital letter first: an explanation may begin with the name of a text ("the new text")."""
    return words[:1].upper() + words[1:]


def pairs_of(
    links: Sequence[Link],
    left: TreatyText,
    right: TreatyText,
    relation: Relation,
    rules: ComparisonRules,
    glossary: Glossary = Glossary(),
    encoder: Encoder | None = None,
) -> list[Pair]:
    """The links with their clauses, in order, numbered by their places."""
    texts = Facts()
    known = {clause.id: clause for text in (left, right) for clause in text.clauses}
    names = _names(left, right, relation)
    return [
        Pair(
            index,
            link,
            Side(left, tuple(known[clause_id] for clause_id in link.left), names[0]),
            Side(right, tuple(known[clause_id] for clause_id in link.right), names[1]),
            relation,
            rules,
            glossary,
            encoder,
            texts=texts,
        )
        for index, link in enumerate(links)
    ]


def _names(left: TreatyText, right: TreatyText, relation: Relation) -> tuple[Bilingual, Bilingual]:
    """What explanations call the texts: different agreements by their place, versions by age, translations by language."""
    if relation is Relation.COUNTERPART:
        return _THIS, _OTHER
    if left.language is right.language:
        return _OLD, _NEW
    return LANGUAGE_NAMES[left.language], LANGUAGE_NAMES[right.language]
