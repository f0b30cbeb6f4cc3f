"""Linking what belongs together: clauses of two texts, then the sentences inside each link."""

from __future__ import annotations

from collections.abc import Sequence

from treaty.alignment.evidence import Evidence, Side, Unit
from treaty.alignment.labels import clause_number, label_number
from treaty.alignment.links import links_of
from treaty.alignment.pins import without_pinned
from treaty.alignment.search import best_groups
from treaty.alignment.sentences import with_sentences
from treaty.glossary import Glossary
from treaty.language.meaning import Encoder, SentenceEncoder
from treaty.model import Clause, Language, Link, TreatyText
from treaty.progress import Progress, SilentProgress

__all__ = ["align", "align_lists"]


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
    encoder = encoder or SentenceEncoder()
    free = without_pinned(left, right, pinned)
    progress.report(0, 3, "progress.align")
    mine = Side([_unit(clause, left.language) for clause in free.left], encoder)
    progress.report(1, 3, "progress.align")
    theirs = Side([_unit(clause, right.language) for clause in free.right], encoder)
    progress.report(2, 3, "progress.align")
    evidence = Evidence(mine, theirs, glossary.pairs(left.language, right.language))
    groups = best_groups(evidence, free.fences)
    links = links_of(groups, evidence, free, left, right)
    found = [with_sentences(link, left, right, encoder) for link in links]
    progress.report(3, 3, "progress.align")
    return found


def align_lists(
    left: Sequence[str],
    right: Sequence[str],
    *,
    left_language: str = "ko",
    right_language: str = "en",
    left_labels: Sequence[str] | None = None,
    right_labels: Sequence[str] | None = None,
) -> list[tuple[list[int], list[int]]]:
    """Aligns two lists of clause texts; returns groups of indexes, one-sided ones included.

    Labels, where given, are clause numbers as printed ("제3조 1.", "2.", ""); they count as weak evidence.
    """
    encoder = SentenceEncoder()
    mine = Side(_units(left, Language(left_language), left_labels), encoder)
    theirs = Side(_units(right, Language(right_language), right_labels), encoder)
    return [(list(group.left), list(group.right)) for group in best_groups(Evidence(mine, theirs))]


def _units(texts: Sequence[str], language: Language, labels: Sequence[str] | None) -> list[Unit]:
    numbers = [label_number(label) for label in labels] if labels else [None] * len(texts)
    return [Unit(text, language, number) for text, number in zip(texts, numbers, strict=True)]


def _unit(clause: Clause, language: Language) -> Unit:
    """A clause as the aligner sees it; one without words of its own is known by its number."""
    return Unit(clause.text or clause.path, language, clause_number(clause), clause.kind.heads)
