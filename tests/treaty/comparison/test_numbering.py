"""Numbers of clauses that lie: they stand twice, are skipped, or go back. Lists that begin anew do not."""

from __future__ import annotations

import pytest

from tests.treaty.comparison.made import link
from treaty.comparison import find_findings
from treaty.comparison.rules import ComparisonRules
from treaty.model import Relation
from treaty.reading import Pasted, read_treaty


def faults(words: str, rules: ComparisonRules) -> list[str]:
    """What is said of the numbers of a text that is compared with itself, without the text's name."""
    (left,), (right,) = (read_treaty(Pasted("등대", words), first=number) for number in (1, 2))
    numbers = range(1, len(left.clauses) + 1)
    links = [link(left, right, [number], [number]) for number in numbers]
    found = find_findings(links, left, right, Relation.COUNTERPART, rules=rules)
    return [finding.message.en for finding in found if finding.kind == "numbering" and finding.left]


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ("123", []),
        ("1223", ["The number 2. stands twice"]),
        ("124", ["A number before 4. is missing"]),
        ("12312", ["The numbers go back to 1."]),
        ("12432", ["A number before 4. is missing", "The numbers go back to 3.", "The numbers go back to 2."]),
    ],
)
def test_a_number_that_does_not_follow_is_named(numbers: str, said: list[str], rules: ComparisonRules) -> None:
    lines = [f"{number}. 양측은 {place}번째 등대를 함께 지킨다." for place, number in enumerate(numbers)]
    found = faults("\n".join(["제1조(등대)", *lines]), rules)
    assert len(found) == len(said)
    assert all(map(str.startswith, found, said))


@pytest.mark.parametrize(
    "between",
    ["심지에 관한 사항", "제2조(심지)", "양측은 심지에 관하여 또한 다음과 같이 정한다.", "부속서 1"],
)
def test_a_list_begins_anew_behind_a_heading_an_article_or_a_paragraph(between: str, rules: ComparisonRules) -> None:
    items = ["1. 양측은 등대를 함께 지킨다.", "2. 양측은 기름을 서로 나눈다."]
    assert faults("\n".join(["제1조(등대)", *items, between, *items]), rules) == []


def test_a_list_goes_on_behind_a_list_of_the_same_numbers_within_it(rules: ComparisonRules) -> None:
    words = ["1. The Parties keep the lamps:", "1. at night;", "2. in fog.", "2. The Parties share the oil."]
    assert faults("\n".join(["Article 1", *words]), rules) == []


@pytest.mark.parametrize("articles", [("제1조", "제1조의2", "제2조"), ("제5.1조", "제5.2조", "제6.1조")])
def test_inserted_articles_and_articles_counted_by_chapter_are_no_faults(
    articles: tuple[str, ...], rules: ComparisonRules
) -> None:
    words = (f"{article}(등대)\n양측은 {place}번째 등대를 지킨다." for place, article in enumerate(articles))
    assert faults("\n".join(words), rules) == []


def test_a_roman_one_behind_the_letter_h_is_no_letter(rules: ComparisonRules) -> None:
    letters = [f"({letter}) keep lamp {letter} alight;" for letter in "abcdefgh"]
    assert faults("\n".join(["Article 1", "The Parties shall:", *letters, "(i) at night;", "(ii) in fog."]), rules) == []
    assert faults("\n".join(["Article 1", "The Parties shall:", *letters, "(i) rest;", "(j) wake."]), rules) == []
