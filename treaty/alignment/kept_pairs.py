"""The pairs of texts that were aligned last, kept for the reviewer who pins one link after the other."""

from __future__ import annotations

from treaty.alignment.pair import AlignedPair
from treaty.glossary import Glossary
from treaty.language.meaning import Encoder
from treaty.model import TreatyText

_MOST = 4
"""As many as two versions in two languages make."""


class KeptPairs:
    """Aligned pairs for whoever asks again for the links of the same texts; of more than four the oldest is given up."""

    def __init__(self) -> None:
        self._pairs: list[AlignedPair] = []

    def find(self, left: TreatyText, right: TreatyText, glossary: Glossary, encoder: Encoder) -> AlignedPair | None:
        """The pair made from these very objects, if it is kept: texts and glossaries never change, a changed one is another."""
        wanted = left, right, glossary, encoder
        for pair in self._pairs:
            made_from = pair.left, pair.right, pair.glossary, pair.encoder
            if all(mine is theirs for mine, theirs in zip(made_from, wanted, strict=True)):
                return pair
        return None

    def keep(self, pair: AlignedPair) -> None:
        self._pairs = [pair, *self._pairs][:_MOST]
