"""Pairs of texts that were aligned are kept for who asks for their links again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.treaty.alignment.test_align_lists import ENGLISH, KOREAN
from treaty.alignment import AlignedPair, align
from treaty.alignment.kept_pairs import KeptPairs
from treaty.glossary import Glossary
from treaty.language.meaning import SentenceEncoder
from treaty.model import Link, Relation, TreatyText
from treaty.review.assembly import Instruments, assemble_review, linked_again

Read = Callable[..., list[TreatyText]]


@pytest.fixture(scope="module")
def texts(read: Read) -> tuple[TreatyText, TreatyText]:
    (left,) = read("\n".join(KOREAN), name="kept.ko.txt")
    (right,) = read("\n".join(ENGLISH), name="kept.en.txt", first=2)
    return left, right


def test_a_pair_is_found_by_what_it_was_made_from(texts: tuple[TreatyText, TreatyText], encoder: SentenceEncoder) -> None:
    (left, right), terms, kept = texts, Glossary(), KeptPairs()
    pair = AlignedPair(left, right, encoder=encoder, glossary=terms)
    kept.keep(pair)
    assert kept.find(left, right, terms, encoder) is pair
    assert kept.find(replace(left, title="새 제목"), right, terms, encoder) is None
    assert kept.find(left, right, Glossary(), encoder) is None


def test_the_oldest_of_more_than_four_is_given_up(texts: tuple[TreatyText, TreatyText], encoder: SentenceEncoder) -> None:
    kept, glossaries = KeptPairs(), [Glossary() for _ in range(5)]
    for terms in glossaries:
        kept.keep(AlignedPair(*texts, encoder=encoder, glossary=terms))
    assert [kept.find(*texts, terms, encoder) is not None for terms in glossaries] == [False, True, True, True, True]


def test_links_made_again_are_those_made_from_the_beginning(
    texts: tuple[TreatyText, TreatyText], instruments: Instruments
) -> None:
    """With one pin after the other, a pin taken back, and a text changed between."""
    review, tools = assemble_review(texts, Relation.TRANSLATION, instruments), instruments
    first, second = Link(("t1.c2",), ("t2.c3",), 1.0), Link(("t1.c5", "t1.c6"), ("t2.c6",), 1.0)
    for pins in ((first,), (first, second), (second,), ()):
        fresh = align(*texts, glossary=tools.glossary, pinned=pins, encoder=tools.encoder)
        assert linked_again(review, 0, pins, tools).links == tuple(fresh)
    shorter = replace(texts[1], clauses=texts[1].clauses[:-2])
    again = assemble_review([texts[0], shorter], Relation.TRANSLATION, tools)
    fresh = align(texts[0], shorter, glossary=tools.glossary, pinned=[first], encoder=tools.encoder)
    assert linked_again(again, 0, [first], tools).links == tuple(fresh)
