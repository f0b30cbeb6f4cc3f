"""How words are rendered over a text pair, verbs among them."""

from __future__ import annotations

import pytest

from tests.treaty.comparison.made import link, text
from treaty.comparison.concordance import Concordance
from treaty.comparison.pair import pairs_of
from treaty.comparison.rules import ComparisonRules
from treaty.comparison.term_book import TermBook, term_book
from treaty.model import Relation

KOREAN = [
    "장관들은 양국의 협력을 확인하였다.",
    "장관들은 회의의 성과를 확인하고 이를 환영하였다.",
    "장관들은 공동의 목표를 확인하였다.",
    "장관들은 협력의 중요성을 재확인하였다.",
    "양측은 협력을 위하여 등탑을 짓는다.",
]
ENGLISH = [
    "The ministers affirmed the cooperation of the two countries.",
    "The ministers affirmed the results of the meeting and welcomed them.",
    "The ministers affirmed their common goals.",
    "The ministers affirmed the importance of cooperation.",
    "The two sides build a lighthouse for cooperation.",
]


@pytest.fixture(scope="module")
def book(rules: ComparisonRules) -> TermBook:
    left, right = text("t1", KOREAN), text("t2", ENGLISH)
    links = [link(left, right, [number], [number]) for number in range(1, len(KOREAN) + 1)]
    return term_book(pairs_of(links, left, right, Relation.TRANSLATION, rules))


def counted(found: list[Concordance]) -> list[tuple[str, int]]:
    return [(rendering.word, rendering.count) for one in found for rendering in one.renderings]


@pytest.mark.parametrize("asked", ["affirm", "affirmed", " Affirmed "])
def test_a_verb_is_found_in_all_its_forms_with_what_renders_it(book: TermBook, asked: str) -> None:
    assert counted(book.of(asked)) == [("확인", 3), ("재확인", 1)]
    assert book.of(asked)[0].unrendered == ()


@pytest.mark.parametrize(("asked", "count"), [("확인", 3), ("확인하였다", 3), ("재확인", 1)])
def test_a_korean_word_is_not_found_inside_another(book: TermBook, asked: str, count: int) -> None:
    (found,) = book.of(asked)
    assert (found.count, [rendering.word for rendering in found.renderings]) == (count, ["affirm"])


def test_every_place_stands_where_it_says(book: TermBook) -> None:
    for rendering in book.of("affirm")[0].renderings:
        for occurrence in rendering.occurrences:
            assert occurrence.place.text == "affirmed"
            assert occurrence.rendering
            assert rendering.word in occurrence.rendering.text


def test_the_list_has_words_that_are_used_often_by_their_headwords(book: TermBook) -> None:
    listed = {each.term: counted([each]) for each in book.all()}
    assert listed["affirm"] == [("확인", 3), ("재확인", 1)]
    assert listed["cooperation"] == [("협력", 3)]
    assert "lighthouse" not in listed


def test_what_stands_nowhere_is_not_found(book: TermBook) -> None:
    assert book.of("telescope") == book.of("망원경") == book.of("  ") == []


def test_two_texts_in_one_language_have_no_renderings(rules: ComparisonRules) -> None:
    left, right = text("t1", KOREAN), text("t2", KOREAN)
    links = [link(left, right, [1], [1])]
    book = term_book(pairs_of(links, left, right, Relation.REVISION, rules))
    assert (book.all(), book.of("확인")) == ([], [])
