"""Words that stand once where another stands everywhere else in the same text (CHECKS C17, C19)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from treaty.comparison.pair import Pair
from treaty.comparison.renderings import Renderings
from treaty.comparison.word_index import WordIndex
from treaty.model import Bilingual, Finding, Language, Place

_LEAST_USES = 4
_USUAL = 0.75
"""A word is usual where it stands in so many links, and in this share of those in which the other text has its counterpart."""
_CERTAIN_USES = 5
_USES_A_SLIP = 10
_RARE = 2
"""In how many links a word may stand that is taken for a slip."""
_LEAST_SHARED = 2
_AND = re.compile(r"(?<![가-힣])및(?![가-힣])|\band\b")
"""What is listed is no term."""


@dataclass(frozen=True, slots=True)
class _Habit:
    """`usual` stands in one language where the other text has `kept`; `deviating` are the links where it does not."""

    language: Language
    kept: str
    usual: str
    uses: int
    deviating: tuple[int, ...]


def term_drift(pairs: Sequence[Pair], index: WordIndex, renderings: Renderings) -> Iterator[Finding]:
    """Places where one text has its usual word and the other a word that only resembles its own usual one.

    Nearly certain only in Korean, where few links deviate from a habit of many; elsewhere only a known synonym deserves a look.
    """
    pair_of = {pair.index: pair for pair in pairs}
    seen: set[tuple[int, Language]] = set()
    for habit in sorted(_habits(index, renderings), key=lambda habit: (-habit.uses, -len(habit.usual), habit.usual)):
        for link in habit.deviating:
            variant = _slip(pair_of[link], habit, index)
            if variant and (link, habit.language) not in seen:
                seen.add((link, habit.language))
                certain = _is_certain(habit)
                if certain or index.words.may_stand_for(variant, habit.usual, habit.language):
                    yield _finding(pair_of[link], habit, variant, index, certain=certain)


def _habits(index: WordIndex, renderings: Renderings) -> Iterator[_Habit]:
    for english, (korean, together) in renderings.items():
        for language, kept, usual in ((Language.KOREAN, english, korean), (Language.ENGLISH, korean, english)):
            uses = index.other(language).links_of[kept]
            if len(uses) >= _LEAST_USES and 0 < len(uses) - together <= len(uses) * (1 - _USUAL):
                here = index.text(language)
                deviating = tuple(link for link in uses if usual not in here.words[link])
                yield _Habit(language, kept, usual, len(uses), deviating)


def _slip(pair: Pair, habit: _Habit, index: WordIndex) -> str | None:
    """The first rare word of a link that can stand for the usual one."""
    rare = index.text(habit.language).seldom(pair.index, _RARE)
    asked = term_drift, habit.usual, habit.language
    return pair.facts.of(asked, lambda: next((word for word in rare if _is_slip(word, habit, index)), None), rare)


def _is_slip(word: str, habit: _Habit, index: WordIndex) -> bool:
    """Whether a rare word stands for the usual one: a known synonym of it, or a term of as many words that resembles it."""
    if index.words.may_stand_for(word, habit.usual, habit.language):
        return True
    alike = len(word.split()) == len(habit.usual.split()) and not _AND.search(word)
    return alike and _resembles(word, habit.usual, habit.language)


def _resembles(variant: str, usual: str, language: Language) -> bool:
    """Whether two terms share a part: a word of several in English, two syllables at either end in Korean."""
    mine, theirs = variant.split(), usual.split()
    if language is Language.ENGLISH:
        return len(mine) == len(theirs) > 1 and (mine[-1] == theirs[-1] or mine[0] == theirs[0])
    joined, usual_joined = "".join(mine), "".join(theirs)
    if min(len(joined), len(usual_joined)) <= _LEAST_SHARED or joined in usual_joined or usual_joined in joined:
        return False
    return joined[:_LEAST_SHARED] == usual_joined[:_LEAST_SHARED] or joined[-_LEAST_SHARED:] == usual_joined[-_LEAST_SHARED:]


def _is_certain(habit: _Habit) -> bool:
    few = len(habit.deviating) <= max(1, habit.uses // _USES_A_SLIP)
    return habit.language is Language.KOREAN and few and habit.uses >= _CERTAIN_USES


def _finding(pair: Pair, habit: _Habit, variant: str, index: WordIndex, *, certain: bool) -> Finding:
    mine = index.text(habit.language).places(pair.index, variant)[0]
    theirs = index.other(habit.language).places(pair.index, habit.kept)[0]
    on_left = pair.left.language is habit.language
    words = {
        "name": (pair.left if on_left else pair.right).name,
        "value": mine.value,
        "label": Bilingual(habit.usual, habit.usual),
    }
    left, right = _ordered(mine, theirs, on_left=on_left)
    return pair.finding("term_drift", left=left, right=right, confidence=0.7, words=words, doubtful=not certain)


def _ordered(mine: Place, theirs: Place, *, on_left: bool) -> tuple[Place, Place]:
    return (mine, theirs) if on_left else (theirs, mine)
