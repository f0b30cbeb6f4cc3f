"""What was recognised in documents, as it can be corrected: the texts, which two are compared, and as what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from treaty.model import Relation, SetAside, TreatyText
from treaty.review.text_changes import with_clause_set_aside

TakeBack = Callable[[TreatyText, SetAside], TreatyText]
"""Reads a part that was set aside into clauses of its text."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """The texts that were read; the places among them of the left and the right one; what they are to each other, None while
    the program finds that out itself."""

    texts: tuple[TreatyText, ...]
    left: int = 0
    right: int = 1
    relation: Relation | None = None

    @property
    def compared(self) -> tuple[TreatyText, ...]:
        """The texts that will be compared, the left one first; fewer than two where there are not two to choose from."""
        return tuple(self.texts[place] for place in (self.left, self.right) if place < len(self.texts))

    @property
    def ready(self) -> bool:
        return len(self.compared) == 2 and self.left != self.right and all(text.clauses for text in self.compared)

    @property
    def relations(self) -> tuple[Relation, ...]:
        """What the two texts can be to each other."""
        across = len({text.language for text in self.compared}) > 1
        return (Relation.TRANSLATION, Relation.COUNTERPART) if across else (Relation.REVISION, Relation.COUNTERPART)

    def with_left(self, place: int) -> Recognised:
        """With another text on the left; the one that was there goes to the right if that would be the same."""
        return replace(self, left=place, right=self.left if place == self.right else self.right, relation=None)

    def with_right(self, place: int) -> Recognised:
        return replace(self, right=place, left=self.right if place == self.left else self.left, relation=None)

    def with_relation(self, relation: Relation | None) -> Recognised:
        return replace(self, relation=relation)

    def with_part(self, text: int, part: SetAside, take_back: TakeBack) -> Recognised:
        """With a part that was set aside taken into its text."""
        return self._with_text(text, take_back(self.texts[text], part))

    def without_clause(self, text: int, clause: str) -> Recognised:
        """With a clause set aside, unless it is the last of its text."""
        before = self.texts[text]
        return self._with_text(text, with_clause_set_aside(before, clause)) if len(before.clauses) > 1 else self

    def _with_text(self, place: int, text: TreatyText) -> Recognised:
        return replace(self, texts=(*self.texts[:place], text, *self.texts[place + 1 :]))


def first_guess(texts: Sequence[TreatyText]) -> Recognised:
    """The first text with the first of another language beside it; with the second where there is none."""
    other = next((place for place, text in enumerate(texts) if place and text.language is not texts[0].language), 1)
    return Recognised(tuple(texts), 0, other)
