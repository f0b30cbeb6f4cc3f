"""Linking what belongs together: clauses of two texts, then the sentences inside each link."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from treaty.alignment.clauses import clause_groups
from treaty.alignment.evidence import Evidence
from treaty.alignment.labels import label_number
from treaty.alignment.pair import AlignedPair
from treaty.alignment.units import Side, Unit
from treaty.glossary import Glossary
from treaty.language.meaning import Encoder, SentenceEncoder
from treaty.model import Language, Link, TreatyText
from treaty.progress import Progress, SilentProgress

__all__ = ["AlignedPair", "align", "align_lists"]


def align(
    left: TreatyText,
    right: TreatyText,
    *,
    glossary: Glossary = Glossary(),
    pinned: Sequence[Link] = (),
    encoder: Encoder | None = None,
    progress: Progress = SilentProgress(),
) -> list[Link]:
    """The links between two texts, in the order of the left one, with the sentences inside each.

    Links in `pinned` are kept exactly as they are, and the rest is aligned in the gaps between them. Every clause of both
    texts is in exactly one link; one that has no counterpart is alone in its own. The same input gives the same links.
    """
    pair = AlignedPair(left, right, encoder=encoder or _shared_encoder(), glossary=glossary, progress=progress)
    found = pair.links(pinned)
    progress.report(4, 4, "progress.align")
    return found


def align_lists(
    left: Sequence[str],
    right: Sequence[str],
    *,
    left_language: str = "ko",
    right_language: str = "en",
    left_labels: Sequence[str] | None = None,
    right_labels: Sequence[str] | None = None,
    encoder: Encoder | None = None,
) -> list[tuple[list[int], list[int]]]:
    """Aligns two lists of clause texts; returns groups of indexes, one-sided ones included.

    Labels, where given, are clause numbers as printed ("제3조 1.", "2.", ""); they count as weak evidence.
    """
    encoder = encoder or _shared_encoder()
    mine = Side(_units(left, Language(left_language), left_labels), encoder)
    theirs = Side(_units(right, Language(right_language), right_labels), encoder)
    return [(list(group.left), list(group.right)) for group in clause_groups(Evidence(mine, theirs), encoder)]


@cache
def _shared_encoder() -> SentenceEncoder:
    """The encoder of callers that bring none: it loads its model once, and remembers what it has encoded."""
    return SentenceEncoder()


def _units(texts: Sequence[str], language: Language, labels: Sequence[str] | None) -> list[Unit]:
    numbers = [label_number(label) for label in labels] if labels else [None] * len(texts)
    return [Unit(text, language, number) for text, number in zip(texts, numbers, strict=True)]
