"""Our own hand-linked texts are whole, and the aligner links them."""

from __future__ import annotations

import pytest

from tests.quality.gold import OWN, Gold, gold_files, read_gold
from treaty.alignment import align
from treaty.language.meaning import SentenceEncoder

TEXTS = [path for path in gold_files() if path.parent == OWN]


@pytest.fixture(params=TEXTS, ids=lambda path: path.stem)
def gold(request: pytest.FixtureRequest) -> Gold:
    return read_gold(request.param)


def test_there_are_two() -> None:
    assert len(TEXTS) == 2


def test_every_clause_is_linked_once(gold: Gold) -> None:
    for side, text in (("left", gold.left), ("right", gold.right)):
        linked = [clause for link in gold.links for clause in getattr(link, side)]
        assert sorted(linked) == sorted(clause.id for clause in text.clauses)
        assert 60 <= len(linked) <= 120


def test_they_hold_what_makes_linking_hard(gold: Gold) -> None:
    shapes = {(len(link.left), len(link.right)) for link in gold.links}
    assert {(1, 0), (0, 1), (1, 2)} <= shapes
    columns = [link.right[0] for link in gold.two_sided]
    assert columns != sorted(columns, key=lambda clause: int(clause.partition(".")[2]))


def test_the_aligner_finds_nearly_all_links(gold: Gold, encoder: SentenceEncoder) -> None:
    found = {(link.left, link.right) for link in align(gold.left, gold.right, encoder=encoder)}
    wanted = {(link.left, link.right) for link in gold.two_sided}
    assert len(found & wanted) >= 0.9 * len(wanted)
