"""Links between two versions of one text: clauses that share hardly any words are not one clause that changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import LCSseq

from treaty.model import Link, LinkOrigin, TreatyText

_WORDS = re.compile(r"(?<![가-힣])[가-힣]{1,2}|[^\W_가-힣]+")
"""Words; of Korean ones the first two syllables, so that particles and endings count little."""
_LONG = 12  # words
_LEAST_OF_SHORT, _LEAST_OF_LONG, _LEAST_ELSEWHERE = 0.2, 0.4, 0.5
"""The share of words that two versions of a clause have in common at least, in order: of a short clause and of a long one that
stayed where they were, and of one that moved."""


def links_of_versions(links: Sequence[Link], left: TreatyText, right: TreatyText) -> list[Link]:
    """The links with those taken apart whose clauses have too few words in common; what the reviewer linked stays linked.

    A clause that is alone on the right goes behind the link that holds the clause before it, and behind what is gone there.
    """
    words = {clause.id: clause.text.casefold() for text in (left, right) for clause in text.clauses}
    kept: list[Link] = []
    lonely: list[Link] = []
    for link in links:
        if _belongs(link, words):
            kept.append(link)
        else:
            kept += _alone(link.left, link, on_left=True)
            lonely += _alone(link.right, link, on_left=False)
    before = {clause.id: previous.id for previous, clause in zip(right.clauses, right.clauses[1:], strict=False)}
    order = {clause.id: number for number, clause in enumerate(right.clauses)}
    for link in sorted(lonely, key=lambda link: order[link.right[0]]):
        previous = before.get(link.right[0])
        place = 1 + next((index for index, other in enumerate(kept) if previous in other.right), -1)
        while place < len(kept) and not kept[place].right:
            place += 1
        kept.insert(place, link)
    return kept


def _belongs(link: Link, words: dict[str, str]) -> bool:
    if link.one_sided or link.origin is LinkOrigin.REVIEWER:
        return True
    mine, theirs = (_WORDS.findall(" ".join(words[i] for i in side)) for side in (link.left, link.right))
    least = _LEAST_OF_LONG if min(len(mine), len(theirs)) >= _LONG else _LEAST_OF_SHORT
    if link.moved:
        least = _LEAST_ELSEWHERE
    return not (mine and theirs) or LCSseq.normalized_similarity(mine, theirs) >= least


def _alone(ids: Sequence[str], link: Link, *, on_left: bool) -> Iterator[Link]:
    """Each clause in a link of its own."""
    for clause_id in ids:
        yield Link((clause_id,), (), link.confidence) if on_left else Link((), (clause_id,), link.confidence)
