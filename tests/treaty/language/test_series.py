"""Where the items of a series begin and end, in Korean and in English."""

from __future__ import annotations

import re

import pytest

from treaty.comparison.rules import ComparisonRules
from treaty.model import Language, Span

KOREAN, ENGLISH = Language.KOREAN, Language.ENGLISH


def series(text: str, language: Language, rules: ComparisonRules, *phrases: str) -> list[list[str]]:
    """The items of every series of a text, each word of which counts; `phrases` are single words."""
    words = [Span(*found.span()) for found in re.finditer("|".join([*phrases, r"\w+"]), text)]
    return [[item.of(text) for item in found] for found in rules.series.series(text, language, words)]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (ENGLISH, "They send rice, coal and timber.", [["They send rice", "coal", "timber."]]),
        (ENGLISH, "They send rice, coal, and/or timber", [["They send rice", "coal", "timber"]]),
        (ENGLISH, "rice and coal, which they sell", [["rice", "coal"], ["coal", "which they sell"]]),
        (ENGLISH, "rice; coal", []),
        (ENGLISH, "1,500 lamps", []),
        (ENGLISH, "They send rice. Coal and timber stay", [["Coal", "timber stay"]]),
        (KOREAN, "쌀, 석탄 및 목재를 보낸다", [["쌀", "석탄", "목재를 보낸다"]]),
        (KOREAN, "쌀·석탄·목재", [["쌀", "석탄", "목재"]]),
        (KOREAN, "석탄과 목재, 강철", [["석탄과", "목재", "강철"]]),
        (KOREAN, "쌀 및 석탄, 이를 파는 자", [["쌀", "석탄"], ["석탄", "이를 파는 자"]]),
        (KOREAN, "등대 또는 부표나 항로", [["등대", "부표나", "항로"]]),
        (KOREAN, "연안국 협의", []),
    ],
)
def test_where_items_begin_and_end(language: Language, text: str, found: list[list[str]], rules: ComparisonRules) -> None:
    assert series(text, language, rules) == found


def test_a_phrase_that_is_one_word_is_not_cut(rules: ComparisonRules) -> None:
    text = "lamps, terms and conditions and buoys"
    assert series(text, ENGLISH, rules, "terms and conditions") == [["lamps", "terms and conditions", "buoys"]]


def test_what_holds_no_words_is_no_item(rules: ComparisonRules) -> None:
    text = "lamps, the, and buoys"
    words = [Span(0, 5), Span(16, 21)]
    assert [[item.of(text) for item in found] for found in rules.series.series(text, ENGLISH, words)] == [["lamps", "buoys"]]
