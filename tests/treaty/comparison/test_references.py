"""References that point nowhere, to the preceding paragraph, and to lettered annexes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.treaty.comparison.made import link, text
from treaty.comparison import find_findings
from treaty.comparison.rules import ComparisonRules
from treaty.model import Finding, Link, Relation, TreatyText

ARTICLES = "가온과 한빛의 협정\n\n제1조\n등대를 지킨다.\n\n제2조\n{}\n\n제3조\n기름을 나눈다.\n"
ENGLISH_ARTICLES = (
    "Agreement of Gaon and Hanbit\n\nArticle 1\nThey keep lamps.\n\nArticle 2\n{}\n\nArticle 3\nThey share oil.\n"
)


def nowhere(read: Callable[..., list[TreatyText]], words: str, rules: ComparisonRules, frame: str) -> list[str]:
    """The references of a text of three articles that point nowhere."""
    (one,) = read(frame.format(words))
    other = text("t9", ["Nothing."])
    links = [Link((clause.id,), (), 1.0) for clause in one.clauses] + [Link((), (other.clauses[0].id,), 1.0)]
    findings = find_findings(links, one, other, Relation.REVISION, rules=rules)
    return [finding.left.text for finding in findings if finding.kind == "cross_reference" and finding.left]


@pytest.mark.parametrize("words", ["제7조에 따라 불을 켠다.", "이 협정 제7조에 따라 불을 켠다.", "불은 제7조의 기름으로 켠다."])
def test_an_article_that_is_not_there(words: str, read: Callable[..., list[TreatyText]], rules: ComparisonRules) -> None:
    assert nowhere(read, words, rules, ARTICLES) == ["제7조"]


@pytest.mark.parametrize("words", ["They act under Article 7.", "They act under Article 7 of this Agreement."])
def test_an_english_article_that_is_not_there(
    words: str, read: Callable[..., list[TreatyText]], rules: ComparisonRules
) -> None:
    assert nowhere(read, words, rules, ENGLISH_ARTICLES) == ["Article 7"]


@pytest.mark.parametrize(
    "words",
    [
        "제3조에 따라 불을 켠다.",
        "등대협약 제7조에 따라 불을 켠다.",
        "「등대보호에 관한 협약」 제7조 및 제8조에 따라 불을 켠다.",
        "등대헌장의 제7조에 따른다.",
    ],
)
def test_other_instruments_are_silent(words: str, read: Callable[..., list[TreatyText]], rules: ComparisonRules) -> None:
    assert nowhere(read, words, rules, ARTICLES) == []


@pytest.mark.parametrize("words", ["They act under Article 3.", "They act under Articles 7 and 8 of the Lamp Convention."])
def test_other_english_instruments_are_silent(
    words: str, read: Callable[..., list[TreatyText]], rules: ComparisonRules
) -> None:
    assert nowhere(read, words, rules, ENGLISH_ARTICLES) == []


def differences(korean: str, english: str, rules: ComparisonRules) -> list[Finding]:
    left = text("t1", ["불을 켠다.", "기름을 나눈다.", korean])
    right = text("t2", ["They burn lamps.", "They share oil.", english])
    links = [link(left, right, [number], [number]) for number in (1, 2, 3)]
    found = find_findings(links, left, right, Relation.TRANSLATION, rules=rules)
    return [finding for finding in found if finding.kind == "cross_reference"]


def test_the_preceding_paragraph_counts_from_its_own(rules: ComparisonRules) -> None:
    assert differences("제2항의 기름을 쓴다.", "They use the oil of the preceding paragraph.", rules) == []
    assert differences("전항의 기름을 쓴다.", "They use the oil of paragraph 2.", rules) == []
    (finding,) = differences("제1항의 기름을 쓴다.", "They use the oil of the preceding paragraph.", rules)
    assert (finding.left and finding.left.text, finding.right and finding.right.text) == ("제1항", "the preceding paragraph")


def test_lettered_annexes_count_from_their_letter(rules: ComparisonRules) -> None:
    assert differences("부속서 나에 적는다.", "It is written in Annex B.", rules) == []
    (finding,) = differences("부속서 가에 적는다.", "It is written in Annex B.", rules)
    assert (finding.left and finding.left.text, finding.right and finding.right.text) == ("부속서 가", "Annex B")
