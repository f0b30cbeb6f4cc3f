"""The texts that were compared last, kept for the reviewer who corrects one link after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import accumulate
from threading import Lock

from treaty.comparison.facts import Facts
from treaty.comparison.pair import Pair, pairs_of
from treaty.comparison.rules import ComparisonRules
from treaty.errors import Cancelled
from treaty.glossary import Glossary
from treaty.language.meaning import Encoder
from treaty.model import Link, Relation, TreatyText

_MOST = 4
"""As many as two versions in two languages make."""
_MOST_CLAUSES = 6000
"""Of both sides, in all that is kept beside the texts compared last: some 20 kB each."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What findings rest on beside the links: two texts, what they are to each other, and what they are judged by."""

    left: TreatyText
    right: TreatyText
    relation: Relation
    rules: ComparisonRules
    glossary: Glossary = Glossary()
    encoder: Encoder | None = None

    def is_that_of(self, other: Basis) -> bool:
        """Whether both are of these very objects: none of them ever changes, a changed one is another."""
        mine, theirs = ((one.left, one.right, one.relation, one.rules, one.glossary, one.encoder) for one in (self, other))
        return all(first is second for first, second in zip(mine, theirs, strict=True))

    @property
    def size(self) -> int:
        """The clauses of both sides."""
        return len(self.left.clauses) + len(self.right.clauses)


@dataclass(slots=True)
class LinkedTexts:
    """Two texts with the pairs that were linked last: of a link that is made again, what was read of it is known."""

    basis: Basis
    _texts: Facts = field(default_factory=Facts)
    _pairs: dict[tuple[tuple[str, ...], tuple[str, ...]], Pair] = field(default_factory=dict)
    _numbers: int = 0
    _in_use: Lock = field(default_factory=Lock)

    @contextmanager
    def linked(self, links: Sequence[Link]) -> Iterator[list[Pair]]:
        """The links with their clauses, in order, for one thread at a time: work that was told to stop may still be running
        when the next begins. All is forgotten where work ends in another way than at its end or by being stopped."""
        with self._in_use:
            try:
                yield self._pairs_of(links)
            except Cancelled:
                raise
            except BaseException:
                self._texts, self._pairs = Facts(), {}
                raise

    def _pairs_of(self, links: Sequence[Link]) -> list[Pair]:
        """The pairs of links; each has the number it had last, a new one another that none has had."""
        known = [self._known(link) for link in links]
        on = self.basis
        new = [link for link, pair in zip(links, known, strict=True) if pair is None]
        made = iter(pairs_of(new, on.left, on.right, on.relation, on.rules, on.glossary, on.encoder))
        pairs = [pair or self._numbered(next(made)) for pair in known]
        self._pairs = {(pair.link.left, pair.link.right): pair for pair in pairs}
        return pairs

    def _known(self, link: Link) -> Pair | None:
        """The pair of a link that says the same, whoever made it and why."""
        found = self._pairs.pop((link.left, link.right), None)
        return found if found and (found.link is link or _looked_at(found.link) == _looked_at(link)) else None

    def _numbered(self, pair: Pair) -> Pair:
        self._numbers += 1
        return replace(pair, index=self._numbers - 1, texts=self._texts)


def _looked_at(link: Link) -> tuple[object, ...]:
    """What checks look at of a link beside its clauses."""
    return link.moved, link.sentences, link.strength


class KeptTexts:
    """Linked texts for whoever compares the same texts again; of more than four, or of very long
    ones, the oldest are given up."""

    def __init__(self) -> None:
        self._kept: list[LinkedTexts] = []
        self._in_use = Lock()

    def on(self, basis: Basis) -> LinkedTexts:
        """The texts that are kept on this basis, or new ones, kept from now on."""
        with self._in_use:
            found = next((texts for texts in self._kept if texts.basis.is_that_of(basis)), None) or LinkedTexts(basis)
            others = [texts for texts in self._kept if texts is not found][: _MOST - 1]
            sizes = accumulate(texts.basis.size for texts in others)
            self._kept = [found, *(texts for texts, size in zip(others, sizes, strict=True) if size <= _MOST_CLAUSES)]
        return found
