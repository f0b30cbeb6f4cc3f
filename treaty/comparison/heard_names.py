"""Names that no table has, known by their sound: which Hangul word is which Latin one (Ferda, 페르다), learned from both texts.

A name that stands where its counterpart does not, and a name spelt otherwise than elsewhere, are findings (CHECKS C14, C16).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial

from treaty.comparison.names_by_sound import KnownNames, LearnedNames, respells
from treaty.comparison.pair import Pair, Side
from treaty.language.spellings import same_name
from treaty.model import Bilingual, Clause, Finding, Language, Place, Span

_CAPITALISED = re.compile(r"(?<![A-Za-z'’-])[A-Z][a-zà-ÿ]{2,}(?![A-Za-z-])")
_SMALL = re.compile(r"(?<![A-Za-z])[a-zà-ÿ]{3,}")
_HANGUL = re.compile(r"[가-힣]{2,}")


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a clause that may be a name."""

    side: Side
    clause: Clause
    span: Span

    @property
    def text(self) -> str:
        return self.span.of(self.clause.text)

    def place(self, length: int | None = None) -> Place:
        span = Span(self.span.start, self.span.start + length) if length else self.span
        words = span.of(self.clause.text)
        return self.side.place(self.clause, span, Bilingual(words, words))


@dataclass(frozen=True, slots=True, eq=False)
class _Names:
    """The words of one language in a link that may be names, and how they are spelt."""

    words: tuple[_Word, ...]
    spelt: tuple[str, ...]


def find_heard_names(pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Findings on all links, learned from the whole of both texts."""
    two_sided = [pair for pair in pairs if not pair.link.one_sided]
    if not two_sided or pairs[0].left.language is pairs[0].right.language:
        return
    small = frozenset[str]().union(*(pair.once(_small_words) for pair in two_sided))
    latin = {pair.index: _latin(pair, small) for pair in two_sided}
    hangul = {pair.index: pair.once(_hangul) for pair in two_sided}
    learned = pairs[0].texts.of(LearnedNames, lambda: LearnedNames(pairs[0].rules.sounds))
    names = learned.learn(*({link: of.spelt for link, of in side.items()} for side in (latin, hangul)))
    for pair in two_sided:
        words = latin[pair.index], hangul[pair.index]
        yield from pair.facts.of(find_heard_names, partial(_misplaced, pair, *words, names), (names, *words))


def _latin(pair: Pair, small: Set[str]) -> _Names:
    """The words with a capital letter that the texts have nowhere without one."""
    words, low = pair.once(_capitalised)
    common = small & low
    return pair.facts.of(_latin, lambda: _names(word for word in words if word.text.lower() not in common), common)


def _capitalised(pair: Pair) -> tuple[tuple[_Word, ...], frozenset[str]]:
    """The words with a capital letter that the lexicon does not know, and how these are written without."""
    knows = pair.rules.meaning.lexicon.entry
    words = tuple(word for word in _words(_english(pair), _CAPITALISED) if not knows(word.text.lower()).rows)
    return words, frozenset(word.text.lower() for word in words)


def _hangul(pair: Pair) -> _Names:
    return _names(_stem(word, pair) for word in _words(_korean(pair), _HANGUL))


def _names(words: Iterable[_Word]) -> _Names:
    kept = tuple(words)
    return _Names(kept, tuple(word.text for word in kept))


def _korean(pair: Pair) -> Side:
    return pair.left if pair.left.language is Language.KOREAN else pair.right


def _english(pair: Pair) -> Side:
    return pair.right if pair.left.language is Language.KOREAN else pair.left


def _words(side: Side, pattern: re.Pattern[str]) -> Iterator[_Word]:
    for clause in side.clauses:
        yield from (_Word(side, clause, Span(*match.span())) for match in pattern.finditer(clause.text))


def _stem(word: _Word, pair: Pair) -> _Word:
    """A Hangul word without its particles."""
    stem = pair.rules.term_words.tail.sub("", word.text)
    return _Word(word.side, word.clause, Span(word.span.start, word.span.start + len(stem)))


def _small_words(pair: Pair) -> frozenset[str]:
    return frozenset(word for clause in _english(pair).clauses for word in _SMALL.findall(clause.text))


def _misplaced(pair: Pair, latin: _Names, hangul: _Names, names: KnownNames) -> list[Finding]:
    """Names of either side whose counterparts are not there."""
    here = " ".join(hangul.spelt)
    lacking = [word for word in latin.words if word.text in names.hangul and names.hangul[word.text] not in here]
    strange = _strange(latin, hangul, names)
    found = []
    for word in lacking:
        usual = names.hangul[word.text]
        respelt = next((other for other in hangul.words if respells(other.text[: len(usual)], usual)), None)
        if respelt:
            found.append(_misspelt(pair, _korean(pair), respelt.place(len(usual)), word.place(), usual))
        elif strange:
            mine, english = strange[0]
            form = names.hangul[english]
            words = {"value": Bilingual(form, form), "label": Bilingual(usual, english)}
            return [*found, _on_both(pair, "exchanged", mine.place(len(form)), word.place(), words)]
    for mine, english in strange:
        respelt = next((o for o in latin.words if o.text not in names.hangul and _respells_latin(o.text, english)), None)
        if respelt:
            found.append(_misspelt(pair, _english(pair), mine.place(len(names.hangul[english])), respelt.place(), english))
    return found


def _strange(latin: _Names, hangul: _Names, names: KnownNames) -> list[tuple[_Word, str]]:
    """Hangul words that begin with a name that the English side has not, by the names, and those names."""
    found = [
        (place, number, name)
        for number, word in enumerate(hangul.spelt)
        for place, name in names.begun_by(word)
        if name not in latin.spelt
    ]
    return [(hangul.words[number], name) for _, number, name in sorted(found)]


def _respells_latin(word: str, usual: str) -> bool:
    """Whether a word is another spelling of a name, and not the adjective made of it (Sorelian)."""
    return same_name(word, usual, Language.ENGLISH) and not word.startswith(usual)


def _misspelt(pair: Pair, side: Side, korean: Place, english: Place, usual: str) -> Finding:
    value = korean.value if side.language is Language.KOREAN else english.value
    words = {"name": side.name, "label": Bilingual(usual, usual), "value": value}
    return _on_both(pair, "name_misspelt", korean, english, words)


def _on_both(pair: Pair, check: str, korean: Place, english: Place, words: Mapping[str, Bilingual]) -> Finding:
    left, right = (korean, english) if pair.left.language is Language.KOREAN else (english, korean)
    return pair.finding(check, left=left, right=right, confidence=0.85, words=words)
