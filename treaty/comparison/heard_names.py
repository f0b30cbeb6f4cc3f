"""Names that no table has, known by their sound: which Hangul word is which Latin one (Ferda, 페르다), learned from both texts.

A name that stands where its counterpart does not, and a name spelt otherwise than elsewhere, are findings (CHECKS C14, C16).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from treaty.comparison.pair import Pair, Side
from treaty.language.spellings import same_name
from treaty.language.transliteration import Sounds
from treaty.model import Bilingual, Clause, Finding, Language, Place, Span

_CAPITALISED = re.compile(r"(?<![A-Za-z'’-])[A-Z][a-zà-ÿ]{2,}(?![A-Za-z-])")
_SMALL = re.compile(r"(?<![A-Za-z])[a-zà-ÿ]{3,}")
_HANGUL = re.compile(r"[가-힣]{2,}")
_LONGEST_NAME = 8
_ALIKE = 0.85
_LEAST_LINKS = 1
_USUAL = 0.5
_MOST_LINKS = 8
"""A pair of names is known where a link has both, as at least half of the first eight do that have the Latin one."""


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


class _Ear:
    """Hears which beginning of a Hangul word sounds like a Latin one; remembers what it heard."""

    def __init__(self, sounds: Sounds) -> None:
        self._sounds = sounds
        self._begins: dict[tuple[str, str], bool] = {}
        self._heard: dict[tuple[str, str], str] = {}

    def beginning(self, hangul: str, latin: str) -> str:
        """The longest beginning that sounds most like the Latin word; empty where none does."""
        key = hangul[:_LONGEST_NAME], latin
        if key not in self._heard:
            self._heard[key] = self._listen(*key)
        return self._heard[key]

    def _listen(self, hangul: str, latin: str) -> str:
        begins = hangul[0], latin[:3]
        if begins not in self._begins:
            self._begins[begins] = self._sounds.sounds_like(hangul[0], latin[:3]) > 0 or latin[0] in "AEIOUY"
        if not self._begins[begins]:
            return ""
        scored = [(self._sounds.sounds_like(hangul[:end], latin), end) for end in range(2, len(hangul) + 1)]
        score, end = max(scored)
        return hangul[:end] if score >= _ALIKE else ""


def find_heard_names(pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Findings on all links, learned from the whole of both texts."""
    two_sided = [pair for pair in pairs if not pair.link.one_sided]
    if not two_sided or pairs[0].left.language is pairs[0].right.language:
        return
    small = {word for pair in two_sided for word in _small_words(_english(pair))}
    latin = {
        pair.index: [word for word in _words(_english(pair), _CAPITALISED) if word.text.lower() not in small]
        for pair in two_sided
    }
    hangul = {pair.index: [_stem(word, pair) for word in _words(_korean(pair), _HANGUL)] for pair in two_sided}
    ear = _Ear(pairs[0].rules.sounds)
    names = _learned(latin, hangul, ear)
    for pair in two_sided:
        yield from _misplaced(pair, latin[pair.index], hangul[pair.index], names, ear)


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


def _small_words(side: Side) -> Iterator[str]:
    for clause in side.clauses:
        yield from _SMALL.findall(clause.text)


def _learned(latin: Mapping[int, Sequence[_Word]], hangul: Mapping[int, Sequence[_Word]], ear: _Ear) -> dict[str, str]:
    """Latin names with the Hangul that stands for each."""
    links_of: defaultdict[str, set[int]] = defaultdict(set)
    for link, words in latin.items():
        for word in words:
            links_of[word.text].add(link)
    texts = {link: " ".join(word.text for word in words) for link, words in hangul.items()}
    names: dict[str, str] = {}
    for name, found in links_of.items():
        links = sorted(found)[:_MOST_LINKS]
        heard = Counter(form for link in links for form in {ear.beginning(word.text, name) for word in hangul[link]} if form)
        best = max(heard, key=lambda form: (heard[form], len(form)), default="")
        spelt = sum(count for form, count in heard.items() if form == best or _respells(form, best))
        if spelt >= max(_LEAST_LINKS, _USUAL * len(links)) and heard[best] >= _USUAL * sum(
            best in text for text in texts.values()
        ):
            names[name] = best
    return names


def _misplaced(
    pair: Pair, latin: Sequence[_Word], hangul: Sequence[_Word], names: Mapping[str, str], ear: _Ear
) -> Iterator[Finding]:
    """Names of either side whose counterparts are not there."""
    here = " ".join(word.text for word in hangul)
    there = {word.text for word in latin}
    lacking = [word for word in latin if word.text in names and names[word.text] not in here]
    strange = [
        (word, name) for name, form in names.items() if name not in there for word in hangul if word.text.startswith(form)
    ]
    for word in lacking:
        usual = names[word.text]
        respelt = next((other for other in hangul if _respells(other.text[: len(usual)], usual)), None)
        if respelt:
            yield _misspelt(pair, _korean(pair), respelt.place(len(usual)), word.place(), usual)
        elif strange:
            mine, english = strange[0]
            form = names[english]
            words = {"value": Bilingual(form, form), "label": Bilingual(usual, english)}
            yield _on_both(pair, "exchanged", mine.place(len(form)), word.place(), words)
            return
    for mine, english in strange:
        respelt = next((other for other in latin if other.text not in names and _respells_latin(other.text, english)), None)
        if respelt:
            yield _misspelt(pair, _english(pair), mine.place(len(names[english])), respelt.place(), english)


def _respells(word: str, usual: str) -> bool:
    return len(word) == len(usual) and same_name(word, usual, Language.KOREAN)


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
