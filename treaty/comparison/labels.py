"""Labels ("hereinafter") that one language alone gives, and labels that cover more in one language (CHECKS C18)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from treaty.comparison.label_rules import LabelWords
from treaty.comparison.pair import Pair, Side
from treaty.comparison.said_in_words import is_said_in_words
from treaty.language.names import names_in
from treaty.model import Bilingual, Clause, Finding, Language, Place, Span

_ARTICLE = "the "
_FURTHEST_BRACKET = 80
_CLOSING = re.compile(r"[^()]{0,80}\)|[”\"’」']")
_WORD = {Language.KOREAN: re.compile(r"[가-힣]{2}(?=[^가-힣]*$)"), Language.ENGLISH: re.compile(r"\b[A-Z][a-z]+")}
"""What a name is known by that no table has: the last syllables in Korean (가온공화국), the nouns in English (Republic)."""
_REACH = {Language.KOREAN: 2, Language.ENGLISH: 40}
"""How far behind "and" a name may begin: "the Government of the Republic of"."""


@dataclass(frozen=True, slots=True)
class _Definition:
    """A label with the words that give it, from the bracket before it to the bracket behind."""

    side: Side
    clause: Clause
    label: Span
    whole: Span

    @property
    def words(self) -> str:
        return self.label.of(self.clause.text)

    def place(self) -> Place:
        return self.side.place(self.clause, self.label, Bilingual(self.words, self.words))


def find_different_labels(pair: Pair) -> Iterator[Finding]:
    """Findings on one link between two languages."""
    if pair.link.one_sided or pair.left.language is pair.right.language:
        return
    left, right = (_definitions(pair, side) for side in pair.sides)
    if len(left) == len(right):
        yield from (
            finding for mine, theirs in zip(left, right, strict=True) if (finding := _different_scope(pair, mine, theirs))
        )
    yield from _alone(pair, pair.left, left, right)
    yield from _alone(pair, pair.right, right, left)


def _definitions(pair: Pair, side: Side) -> list[_Definition]:
    """The labels that a side gives; of several in one bracket (together, and each) the first."""
    found: list[_Definition] = []
    for clause in side.clauses:
        for match in pair.rules.label_words[side.language].defined.finditer(clause.text):
            whole = _around(clause.text, Span(*match.span()))
            if not any(one.clause is clause and one.whole.overlaps(whole) for one in found):
                found.append(_Definition(side, clause, Span(*match.span("label")), whole))
    return found


def _around(text: str, words: Span) -> Span:
    """The words that give a label with the bracket around them, if there is one."""
    bracket = text.rfind("(", max(0, words.start - _FURTHEST_BRACKET), words.start)
    opened = bracket if bracket >= 0 and ")" not in text[bracket : words.start] else words.start
    closing = _CLOSING.match(text, words.end) if opened < words.start else None
    return Span(opened, closing.end() if closing else words.end)


def _different_scope(pair: Pair, left: _Definition, right: _Definition) -> Finding | None:
    """A label for several that stands in one language behind all names, in the other between them."""
    if not (_stands_for_several(pair, left) or _stands_for_several(pair, right)):
        return None
    for narrow, wide in ((left, right), (right, left)):
        if _goes_on(pair, narrow) and not _goes_on(pair, wide) and _covers_several(pair, wide):
            words = {"name": narrow.side.name, "other": wide.side.name}
            return pair.finding("label_scope", left=left.place(), right=right.place(), confidence=0.8, words=words)
    return None


def _words(pair: Pair, definition: _Definition) -> LabelWords:
    return pair.rules.label_words[definition.side.language]


def _stands_for_several(pair: Pair, definition: _Definition) -> bool:
    label = definition.words.removeprefix(_ARTICLE).removeprefix(_ARTICLE.title())
    several = _words(pair, definition).several.fullmatch(label)
    return several is not None and not names_in(label, definition.side.language, pair.rules.names)


def _covers_several(pair: Pair, definition: _Definition) -> bool:
    return _words(pair, definition).listed.search(definition.clause.text, 0, definition.whole.start) is not None


def _goes_on(pair: Pair, definition: _Definition) -> bool:
    """Whether "and" and another name stand right behind the label: one of the tables', or one like the name before it."""
    text, language = definition.clause.text, definition.side.language
    match = _words(pair, definition).followed.match(text, definition.whole.end)
    if not match:
        return False
    rest = text[match.end() : match.end() + _FURTHEST_BRACKET]
    before = text[max(0, definition.whole.start - _FURTHEST_BRACKET) : definition.whole.start]
    named = any(name.sure and name.span.start <= _REACH[language] for name in names_in(rest, language, pair.rules.names))
    return named or any(word in rest for word in _WORD[language].findall(before))


def _alone(pair: Pair, side: Side, mine: Sequence[_Definition], theirs: Sequence[_Definition]) -> Iterator[Finding]:
    """The first label that the other language does not give, where nothing but fewer labels is to be seen there."""
    other = pair.other(side)
    if len(mine) <= len(theirs) or _hints_elsewhere(pair, other, theirs):
        return
    if definition := next((one for one in mine if not _is_among(pair, one, theirs)), None):
        yield pair.finding_on(side, definition.place(), "label_alone", gap=other.end(), confidence=0.8)


def _hints_elsewhere(pair: Pair, side: Side, known: Sequence[_Definition]) -> bool:
    """Whether a side may give a label in words that are not read as such."""
    return any(
        not any(one.clause is clause and one.whole.overlaps(Span(*hint.span())) for one in known)
        for clause in side.clauses
        for hint in pair.rules.label_words[side.language].hints.finditer(clause.text)
    )


def _is_among(pair: Pair, definition: _Definition, others: Sequence[_Definition]) -> bool:
    """Whether one of the other language's labels renders this one."""
    language, label = definition.side.language, definition.words
    written = [(label, other.words) if language is Language.KOREAN else (other.words, label) for other in others]
    whole, lexicon = Span(0, len(label)), pair.rules.lexicon
    return any(is_said_in_words(whole, language, korean=ko, english=en, lexicon=lexicon) for ko, en in written)
