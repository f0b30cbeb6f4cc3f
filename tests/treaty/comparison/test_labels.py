"""Labels: given in one language alone, or covering more in one language than in the other."""

from __future__ import annotations

import pytest

from tests.treaty.comparison.made import found
from treaty.comparison.rules import ComparisonRules
from treaty.model import Finding


def labels(korean: str, english: str, rules: ComparisonRules) -> list[Finding]:
    return [finding for finding in found(korean, english, rules) if finding.rule == "C18"]


@pytest.mark.parametrize(
    ("korean", "english", "left", "right"),
    [
        ("한국(이하 “양측”)과 칠레는 합의하였다.", "Korea and Chile (hereinafter “the Sides”) agreed.", "양측", "the Sides"),
        ("한국과 칠레(이하 “양측”이라 한다)는", "Korea (hereinafter “the Sides”) and Chile", "양측", "the Sides"),
        (
            "가온공화국 정부(이하 “당사국”이라 한다)와 한빛왕국 정부는",
            "The Government of Gaon and the Government of Hanbit (hereinafter referred to as the “Parties”)",
            "당사국",
            "Parties",
        ),
        (
            "가온공화국 정부와 한빛왕국 정부(이하 “당사국”이라 한다)는",
            "The Government of Gaon (hereinafter referred to as the “Parties”) and the Government of Hanbit",
            "당사국",
            "Parties",
        ),
        ("가온과 한빛은", "Gaon and Hanbit (hereinafter “the Sides”)", None, "the Sides"),
        (
            "가온(이하 “은행”이라 한다)과 한빛(이하 “차주”라 한다)은",
            "Gaon and Hanbit (hereinafter referred to as the “Borrower”)",
            "은행",
            None,
        ),
    ],
)
def test_labels_that_differ(korean: str, english: str, left: str | None, right: str | None, rules: ComparisonRules) -> None:
    (finding,) = labels(korean, english, rules)
    assert (finding.left and finding.left.text, finding.right and finding.right.text) == (left, right)


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("가온과 한빛(이하 “양측”이라 한다)은", "Gaon and Hanbit (hereinafter “the Sides”)"),
        ("칠레와 대한민국(이하 “한국”이라 한다)은", "The Republic of Korea (hereinafter “Korea”) and Chile"),
        ("미국(이하 “미국”이라 한다)과 한국은", "Korea and the United States (hereinafter “the United States”)"),
        (
            "한국 장관은 칠레 외교장관 및 통상장관(이하 “장관들”)과 회담하였다.",
            "Korea's Minister and Chile's (“the Ministers”) met.",
        ),
        (
            "외교장관과 통상장관(이하 “장관들”)은 소호진에서 만났다.",
            "The Foreign Minister and the Trade Minister (hereinafter “the Ministers”) and Officials met in Sohojin.",
        ),
        (
            "가온부와 한빛부(이하 개별적으로 “일방”, 공동으로 “양측”이라 한다)는",
            "Gaon and Hanbit (hereinafter individually a “Side” and jointly the “Sides”)",
        ),
        (
            "가온은행(이하 “은행”)과 한빛국(이하 “차주”)은",
            "Gaon Bank (hereinafter the “Bank”) and Hanbit (hereinafter the “Borrower”)",
        ),
    ],
)
def test_labels_that_cover_the_same_are_silent(korean: str, english: str, rules: ComparisonRules) -> None:
    assert labels(korean, english, rules) == []
