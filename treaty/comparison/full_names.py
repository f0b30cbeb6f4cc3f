"""Persons' names of several words of which one word is another's: 마티아스 베르홀트 and Magnus Verholt (CHECKS C14)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from treaty.comparison.pair import Pair, Side
from treaty.language.names import NameTable, names_in
from treaty.language.transliteration import SOUNDS_ALIKE
from treaty.model import Bilingual, Clause, Finding, Language, Place, Span

_LATIN_NAME = re.compile(r"(?<![\w’'-])[A-Z][a-zà-ÿ]{2,} [A-Z][a-zà-ÿ]{2,}(?![\w’'-])")
_HANGUL_NAME = re.compile(r"(?<![가-힣])(?=(?P<name>[가-힣]{2,5} [가-힣]{2,6})(?![가-힣]))")
_NEAR = 12
"""How many characters before a name its office may begin; as many times two behind."""
_UNLIKE = 0.6
"""At most so much alike are the words of two names; those of one nearly always are `SOUNDS_ALIKE` at least."""


@dataclass(frozen=True, slots=True)
class _Name:
    """Two words of a clause that may be a person's name."""

    side: Side
    clause: Clause
    start: int
    words: tuple[str, str]

    def place(self) -> Place:
        said = " ".join(self.words)
        return self.side.place(self.clause, Span(self.start, self.start + len(said)), Bilingual(said, said))


def find_different_full_names(pair: Pair) -> Iterator[Finding]:
    """Findings on names of two words of which one sounds as on the other side, and for the other nothing there does; only
    where a person's office stands beside the Korean name, for places have names of two words too."""
    if pair.link.one_sided or pair.left.language is pair.right.language:
        return
    korean, english = pair.sides if pair.left.language is Language.KOREAN else pair.sides[::-1]
    written = list(_names(pair, english))
    hangul = list(_names(pair, korean)) if written else []
    for latin in written:
        if other := next(filter(partial(_half_the_same, pair, latin), hangul), None):
            places = other.place(), latin.place()
            left, right = places if korean is pair.left else places[::-1]
            yield pair.finding("name", left=left, right=right, confidence=0.85)


def _names(pair: Pair, side: Side) -> Iterator[_Name]:
    """The pairs of words of a side of which the lexicon knows neither."""
    lexicon, korean = pair.rules.meaning.lexicon, side.language is Language.KOREAN
    for clause in side.clauses:
        for match in (_HANGUL_NAME if korean else _LATIN_NAME).finditer(clause.text):
            first, second = (match["name"] if korean else match.group()).split(" ")
            last = pair.rules.term_words.tail.sub("", second) if korean else second
            known = (word in lexicon.korean if korean else lexicon.entry(word.lower()).rows for word in (first, last))
            if not any(known) and (not korean or _beside_an_office(pair, clause, match.start())):
                yield _Name(side, clause, match.start(), (first, last))


def _beside_an_office(pair: Pair, clause: Clause, start: int) -> bool:
    """Whether words of an office stand right before or right behind a name that begins at `start`."""
    offices = (
        name.span for name in names_in(clause.text, Language.KOREAN, pair.rules.names) if name.table is NameTable.OFFICES
    )
    return any(-_NEAR <= office.start - start <= 2 * _NEAR for office in offices)


def _half_the_same(pair: Pair, latin: _Name, hangul: _Name) -> bool:
    alike = [pair.rules.sounds.sounds_like(*words) for words in zip(hangul.words, latin.words, strict=True)]
    if max(alike) < SOUNDS_ALIKE or min(alike) > _UNLIKE:
        return False
    unlike = alike.index(min(alike))
    runs = [word for clause in hangul.side.clauses for word in re.findall(r"[가-힣]{2,}", clause.text)]
    written = [word for clause in latin.side.clauses for word in re.findall(r"[A-Z][a-zà-ÿ]{2,}", clause.text)]
    heard = any(_sounds(pair, run, latin.words[unlike]) for run in runs)
    return not heard and all(pair.rules.sounds.sounds_like(hangul.words[unlike], word) < SOUNDS_ALIKE for word in written)


def _sounds(pair: Pair, hangul: str, latin: str) -> bool:
    """Whether a Hangul run, with or without its last syllables, may be a Latin name."""
    forms = (hangul[:end] for end in range(2, len(hangul) + 1))
    return any(pair.rules.sounds.sounds_like(form, latin) >= SOUNDS_ALIKE for form in forms)
