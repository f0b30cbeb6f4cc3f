"""Our own bilingual documents: what they are measured with must itself be right."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from resources import path_of
from tests.quality.planted import DOCUMENTS, HALVES
from tests.quality.planting.dates import dates
from tests.quality.planting.figures import figures
from tests.quality.planting.linked_text import LinkedText, read_document
from treaty.comparison.numbering import find_numbering_faults
from treaty.comparison.pair import pairs_of
from treaty.comparison.rules import load_comparison_rules
from treaty.model import ClauseKind, Language, Relation

FILES = sorted(DOCUMENTS.glob("*.txt"))


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def document(request: pytest.FixtureRequest) -> LinkedText:
    return read_document(request.param)


def test_every_document_belongs_to_one_half() -> None:
    halves = Counter(name for names in HALVES.values() for name in names)
    assert {path.stem for path in FILES} <= halves.keys()
    assert set(halves.values()) == {1}


def test_every_clause_is_linked_once(document: LinkedText) -> None:
    for side, text in (("left", document.korean), ("right", document.english)):
        linked = [clause for link in document.links for clause in getattr(link, side)]
        assert linked == [clause.id for clause in text.clauses]


def test_each_side_is_in_its_language(document: LinkedText) -> None:
    for korean, english in document.pairs():
        assert re.search("[가-힣]", korean.text)
        assert not re.search("[가-힣]", english.text)


def test_numbers_are_in_order(document: LinkedText) -> None:
    rules = load_comparison_rules(path_of("rules"))
    pairs = pairs_of(document.links, document.korean, document.english, Relation.TRANSLATION, rules)
    assert [finding.message.en for pair in pairs for finding in find_numbering_faults(pair)] == []


def test_labels_agree(document: LinkedText) -> None:
    for korean, english in document.pairs():
        assert (korean.label is None) == (english.label is None)


def test_dates_are_the_same_on_both_sides(document: LinkedText) -> None:
    for korean, english in document.pairs():
        sides = (dates(korean.text, Language.KOREAN), dates(english.text, Language.ENGLISH))
        found = [Counter(frozenset((name, part.value) for name, part in date.items()) for date in side) for side in sides]
        assert found[0] == found[1], korean.text


def test_large_figures_and_percentages_are_the_same_on_both_sides(document: LinkedText) -> None:
    for korean, english in document.pairs():
        if korean.kind is ClauseKind.TITLE:
            continue
        sides = (figures(korean.text, Language.KOREAN), figures(english.text, Language.ENGLISH))
        values = [
            Counter(figure.value for figure in side if figure.value > 31 or figure.kind in ("percentage", "reference"))
            for side in sides
        ]
        assert values[0] == values[1], korean.text


def test_a_block_that_is_no_pair_is_named(tmp_path: Path) -> None:
    file = tmp_path / "faulty.txt"
    file.write_text("state: 가 = A\n\n= paragraph\n국문뿐이다.\n", encoding="utf-8")
    with pytest.raises(ValueError, match="faulty: a block"):
        read_document(file)
