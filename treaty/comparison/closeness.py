"""How near words and whole sides of a link come to each other in meaning, by sentence vectors."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from treaty.comparison.uncovered import LinkWords, SideWords
from treaty.language.meaning import Encoder
from treaty.model import Span

_MOST_RENDERINGS = 8
_MOST_EXCHANGED = 3
"""How many renderings of a word are tried in its place."""
_EMPTY_VERBS = ("하다", "되다", "시키다")


class Closeness:
    """Cosines between the words of linked clauses."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    def nearest(self, link: LinkWords, side: SideWords, number: int) -> float:
        """The cosine of a word to the nearest word of the other side."""
        other = link.other(side)
        return self._nearest([side.words[number].span.of(side.text)], [word.span.of(other.text) for word in other.words])

    def gain(self, link: LinkWords, side: SideWords, number: int) -> float:
        """How much nearer the two sides come to each other when a word is taken out of one."""
        span, other = side.printed(number), link.other(side).text
        without = f"{side.text[: span.start].rstrip()} {side.text[span.end :].lstrip()}".strip()
        return self._nearest([without], [other]) - self._nearest([side.text], [other])

    def likeness(self, link: LinkWords, korean: int, english: int) -> float:
        """The highest cosine between one of two words and a rendering of the other, or that one itself."""
        mine, theirs = link.korean.words[korean], link.english.words[english]
        of_theirs = [*theirs.renderings[:_MOST_RENDERINGS], theirs.span.of(link.english.text)]
        return max(self._nearest([mine.stem], of_theirs), self._nearest([theirs.stem], mine.renderings[:_MOST_RENDERINGS]))

    def swap(self, link: LinkWords, korean: int, english: int) -> float:
        """How much nearer the sides come to each other when a rendering of one word stands in the place of the other: both
        ways together, each by its best rendering."""
        mine, theirs = link.korean.words[korean], link.english.words[english]
        nouns = [noun for noun in map(_noun, theirs.renderings[:_MOST_RENDERINGS]) if noun]
        there = self._exchanged(link.korean, mine.span, nouns, link.english)
        return there + self._exchanged(link.english, theirs.span, mine.renderings, link.korean)

    def _exchanged(self, side: SideWords, span: Span, words: Sequence[str], other: SideWords) -> float:
        chosen = list(dict.fromkeys(words))[:_MOST_EXCHANGED]
        changed = [side.text[: span.start] + word + side.text[span.end :] for word in chosen]
        return self._nearest(changed, [other.text]) - self._nearest([side.text], [other.text]) if changed else 0.0

    def _nearest(self, texts: Sequence[str], others: Sequence[str]) -> float:
        """The highest cosine between any of some texts and any of others; 0 where there are none."""
        return float(np.max(self._encoder.encode(texts) @ self._encoder.encode(others).T)) if texts and others else 0.0


def _noun(rendering: str) -> str | None:
    """A Korean rendering as it can stand in the place of a noun; None for a verb that has no noun."""
    for verb in _EMPTY_VERBS:
        if rendering.endswith(verb):
            return rendering.removesuffix(verb) or None
    return None if rendering.endswith("다") else rendering
