"""How the lines of a paragraph are joined again: with a space, without one, or without the hyphen at the line's end.

English breaks lines between words, or at a hyphen. Korean is broken between words (Word) or anywhere (Hancom, LibreOffice).
Which of the two a document does is decided by its own words: where single particles begin lines, or the last and the first
word of two lines, put together, are a word that stands elsewhere in the document, lines end inside words. Then each line's
end is decided by the words that the document has inside its lines; where they say nothing, by particles and endings.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Protocol

_PARTICLES = frozenset(
    """
    은 는 을 를 의 에 와 과 로 으로 에서 에게 부터 까지 에는 에도 로서 으로서 로써 으로써 써 에의 와의 과의
    로의 으로의 라고 이라고 이라 라 라는 이라는 가 만 인 고 다고 적인 적으로 적이고 적이며 들은 들을 들의 들이
    이며 이고 니다 합니다 습니다 입니다 는다 였다 었다 았다 다 며 여
    """.split()
)
"""What never begins a word: particles, and the endings of verbs."""
_WORDS_TOO = frozenset("은 의 가 만 인 고 다 여 며 들은 들을 들의 들이 이고 이라".split())
"""Those of them that words are written like too: 만 18세, 인 홍길동, 이라 (the name of a state)."""
_ALONE = frozenset("및 또는 혹은 각 그 등 간의 대한 관한 따라 위한 위하여 있는 있다 없는 없다".split())
"""What is always a word of its own."""
_MADE_OF_NOUNS = re.compile(
    r"하(?:여|고|며|는|기|지|다|도록|거나)|한다?|한다는|할|함[을에과]?|했다|하였다|된다?|되[는어지며고]|될|됨[을에]?|되었다|시[키킨]\S*"
)
"""Verbs that stand behind a noun as one word with it, and behind a particle as a word of their own."""
_ENDS_A_WORD = re.compile(
    r"(?:(?<=[가-힣])[은는을를의에와과로서도만며고게지라야록한할된될해]|하여|하기|부터|까지|및|또는|(?<=[가-힣])[간등]|경우|바에|따라"
    r"|(?<=[가-힣])[다기]|되어|[가-힣]{2}[가이인]|^[그각이할한될된])[,.;:”’」』)]*$"
)
_LONGEST_WORD = 60
_STRIPPED = "()[]{}<>「」『』〈〉《》“”‘’\"'.,;:·ㆍ…"
_LEAST_INSIDE = 0.2
"""Lines end inside words if one line's end in five that the words decide does."""
_OPENING, _CLOSING = "([{「『〈《【“‘", ")]}」』〉》】”’.,;:!?%·ㆍ‧…、。"
_KEEPS_HYPHEN = frozenset("non self co anti multi inter counter cross semi quasi ex all vice pre post sub well".split())


class BrokenLine(Protocol):
    """A line of a paragraph: its words, and whether the file has a space behind them."""

    @property
    def text(self) -> str: ...

    @property
    def space_behind(self) -> bool: ...


@dataclass(slots=True)
class Words:
    """The words that stand inside a document's lines, where no line's end can have cut them."""

    whole: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    beginnings: set[str] = field(default_factory=set)
    opening: Counter[tuple[str, bool]] = field(default_factory=Counter)
    inside_words: bool = False

    def add(self, text: str, *, begins: bool, ends: bool) -> None:
        """Counts the words of a line; its first and last word only where a paragraph begins or ends with them."""
        found = [_plain(word) for word in text.split()]
        inside = found[0 if begins else 1 : None if ends else -1]
        self.whole.update(inside)
        self.pairs.update(pairwise(inside))
        self.opening.update((mark, before == " ") for before, mark in pairwise(text) if mark in _OPENING)

    def knows(self, word: str) -> int:
        return self.whole[_plain(word)]


def words_of(paragraphs: Iterable[Sequence[BrokenLine]]) -> Words:
    """The words of a document's paragraphs."""
    words = Words()
    ends: list[tuple[str, str]] = []
    for lines in paragraphs:
        for number, line in enumerate(lines):
            words.add(line.text, begins=number == 0, ends=number == len(lines) - 1)
        ends += [(before.text, after.text) for before, after in pairwise(lines)]
    words.beginnings = {word[:end] for word in words.whole for end in range(2, min(len(word), _LONGEST_WORD) + 1)}
    words.inside_words = _lines_end_inside_words(ends, words)
    return words


def _plain(word: str) -> str:
    """A word as it is counted: without punctuation around it, numbers alike."""
    return re.sub(r"\d+", "0", word.strip(_STRIPPED)).lower()


def _lines_end_inside_words(ends: Iterable[tuple[str, str]], words: Words) -> bool:
    inside = between = 0
    for before, after in ends:
        if not (_is_korean(before[-1]) and _is_korean(after[0])):
            continue
        last, first = before.split()[-1], after.split()[0]
        whole, parts = words.knows(last + first), min(words.knows(last), words.knows(first))
        if whole > parts or _cannot_begin(last, first):
            inside += 1
        elif parts > whole:
            between += 1
    return inside > (1 if between else 0) and inside > _LEAST_INSIDE * (inside + between)


def cut_word(before: str, after: str) -> bool:
    """Whether a line's end certainly cut a word in two: a syllable before it, behind it a particle that is no word as well."""
    first = after.split(maxsplit=1)[0]
    return _is_korean(before[-1]) and first in _PARTICLES - _WORDS_TOO


def _cannot_begin(last: str, first: str) -> bool:
    """Whether the first word of a line cannot be a word of its own behind the last one of the line before."""
    made_of_noun = _MADE_OF_NOUNS.fullmatch(_plain(first)) and not _ENDS_A_WORD.search(last)
    subject = _plain(first) == "이" and _ends_in_consonant(last[-1]) and not _ENDS_A_WORD.search(last)
    return subject or _plain(first) in _PARTICLES or bool(made_of_noun)


def _ends_in_consonant(character: str) -> bool:
    """Whether a Hangul syllable has a consonant at its end, as is so before the particle 이."""
    return "가" <= character <= "힣" and (ord(character) - ord("가")) % 28 != 0


def joined(texts: Sequence[BrokenLine], words: Words) -> str:
    """The text of a paragraph from its lines."""
    text, spaced = "", False
    for line in texts:
        text = _together(text, line.text, words, spaced) if text else line.text
        spaced = line.space_behind
    return text


def _together(before: str, after: str, words: Words, spaced: bool) -> str:
    if spaced:
        return f"{before} {after}"
    if before[-1] in "-‐" and before[-2:-1].isalnum():
        return _hyphenated(before, after, words)
    return before + (" " if _apart(before, after, words) else "") + after


def _hyphenated(before: str, after: str, words: Words) -> str:
    """Two lines of which the first ends with a hyphen: it stays where it belongs to the word."""
    last, first = before.split()[-1], after.split()[0]
    without, with_it = words.knows(last[:-1] + first), words.knows(last + first)
    half = _plain(re.split(r"[-(“\"/]", last[:-1])[-1])
    both = words.whole[half] and words.knows(first)
    belongs = not (half.isascii() and half.isalpha()) or not first[0].islower() or half in _KEEPS_HYPHEN
    stays = with_it > without or (with_it == without == 0 and (belongs or both))
    return (before if stays else before[:-1]) + after


def _apart(before: str, after: str, words: Words) -> bool:
    """Whether a space stood between two lines in the text that was printed."""
    last, first = before[-1], after[0]
    if last in _OPENING or first in _CLOSING or (last in "/·ㆍ‧" and before[-2:-1] != " "):
        return False
    if last in "–—" and before[-2:-1].isalnum():
        return False
    if first in _OPENING and _is_korean(last):
        return words.opening[first, True] >= words.opening[first, False]
    if _is_korean(first) and (_is_korean(last) or last.isalnum() or last in _CLOSING + "\"'"):
        return _korean_apart(before.split()[-1], after.split()[0], words)
    if last == "월" and first.isdigit():
        return True
    if _is_korean(last) and first.isalnum():
        return not words.knows(before.split()[-1] + after.split()[0])
    return True


def _korean_apart(last: str, first: str, words: Words) -> bool:
    """Whether a space stood between the last word of a line and the first of the next, one of them Korean."""
    if not words.inside_words:
        return True
    whole, pair = words.knows(last + first), words.pairs[_plain(last), _plain(first)]
    if whole or pair:
        return pair >= whole
    if last[-1] in ",.;:":
        return True
    if _plain(first) in _ALONE:
        return True
    if _cannot_begin(last, first):
        return False
    return bool(_MADE_OF_NOUNS.fullmatch(_plain(first))) or _likelier_apart(last, first, words)


def _likelier_apart(last: str, first: str, words: Words) -> bool:
    """Whether two words that the document has nowhere side by side are likelier two words than the halves of one."""
    start, rest = _plain(last), _plain(first)
    if words.whole[start] and words.whole[rest]:
        return True
    if any(start + rest[:end] in words.beginnings for end in range(len(rest), 0, -1)):
        return False
    if _ENDS_A_WORD.search(last):
        return True
    return bool(words.whole[start]) or (bool(words.whole[rest]) and len(rest) > 1 and len(start) > 1)


def _is_korean(character: str) -> bool:
    """Whether a character is Hangul or Hanja: those are the characters between which lines can end inside a word."""
    return unicodedata.east_asian_width(character) == "W" and unicodedata.category(character) == "Lo"
