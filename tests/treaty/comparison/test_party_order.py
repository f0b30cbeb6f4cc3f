"""The order in which two parties are named: in title, preamble and signatures, and between the languages."""

from __future__ import annotations

import pytest

from tests.treaty.comparison.made import clause, link, text
from treaty.comparison import find_findings
from treaty.comparison.rules import ComparisonRules
from treaty.model import ClauseKind, Finding, Relation, Severity

KINDS = (ClauseKind.TITLE, ClauseKind.PREAMBLE, ClauseKind.PARAGRAPH, ClauseKind.SIGNATURE, ClauseKind.SIGNATURE)
KOREAN = (
    "가온공화국 정부와 한빛왕국 정부 간의 등대에 관한 협정",
    "가온공화국 정부와 한빛왕국 정부(이하 “당사국”이라 한다)는,",
    "등대를 지킨다.",
    "가온공화국 정부를 대표하여",
    "한빛왕국 정부를 대표하여",
)
ENGLISH = (
    "Agreement between the Government of the Republic of Gaon and the Government of the Kingdom of Hanbit on Lighthouses",
    "The Government of the Republic of Gaon and the Government of the Kingdom of Hanbit (hereinafter the “Parties”),",
    "They shall keep the lighthouse.",
    "FOR THE GOVERNMENT OF THE REPUBLIC OF GAON",
    "FOR THE GOVERNMENT OF THE KINGDOM OF HANBIT",
)


def orders(korean: tuple[str, ...], english: tuple[str, ...], rules: ComparisonRules) -> list[Finding]:
    left, right = (
        text(name, [clause(f"{name}.c{n}", said, kind, n) for n, (said, kind) in enumerate(zip(of, KINDS, strict=False), 1)])
        for name, of in (("t1", korean), ("t2", english))
    )
    links = [link(left, right, [number], [number]) for number in range(1, len(korean) + 1)]
    found = find_findings(links, left, right, Relation.TRANSLATION, rules=rules)
    return [finding for finding in found if finding.rule == "C12"]


def test_one_order_throughout_is_silent(rules: ComparisonRules) -> None:
    assert orders(KOREAN, ENGLISH, rules) == []


def test_a_preamble_in_another_order_than_the_title(rules: ComparisonRules) -> None:
    turned = "한빛왕국 정부와 가온공화국 정부(이하 “당사국”이라 한다)는,"
    (finding,) = orders((KOREAN[0], turned, *KOREAN[2:]), ENGLISH, rules)
    assert (finding.link, finding.severity, finding.right) == (1, Severity.MINOR, None)
    assert finding.left is not None
    assert finding.left.text == "한빛왕국 정부와 가온공화국 정부"
    assert "‘가온공화국 정부’" in finding.message.ko


def test_signatures_in_another_order_than_the_title(rules: ComparisonRules) -> None:
    (finding,) = orders(KOREAN, (*ENGLISH[:3], ENGLISH[4], ENGLISH[3]), rules)
    assert (finding.link, finding.severity, finding.left) == (3, Severity.MINOR, None)
    assert finding.right is not None
    assert finding.right.text == "GOVERNMENT OF THE KINGDOM OF HANBIT"


def test_parties_named_shortly_in_another_order_deserve_a_look(rules: ComparisonRules) -> None:
    english = ("Agreement between the Republic of Peru and the Republic of Korea on Lamps", "Peru and Korea agree.")
    korean = ("페루공화국과 대한민국 간의 등불에 관한 협정", "한국과 페루는 합의하였다.")
    (finding,) = orders(korean, english, rules)
    assert (finding.link, finding.severity, finding.potential) == (1, Severity.INFO, Severity.MINOR)


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        (
            "대한민국과 페루공화국 간의 등불에 관한 협정",
            "Agreement between the Republic of Peru and the Republic of Korea on Lamps",
        ),
        ("한-페루 등불 협정", "Peru–Korea Lamp Agreement"),
        (
            "대한민국 외교부와 페루공화국 외교부 간의 양해각서",
            "MOU between the Foreign Ministry of the Republic of Peru and the Foreign Ministry of the Republic of Korea",
        ),
    ],
)
def test_languages_with_an_order_each_deserve_a_look(korean: str, english: str, rules: ComparisonRules) -> None:
    (finding,) = orders((korean,), (english,), rules)
    assert (finding.link, finding.severity) == (0, Severity.INFO)


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("대한민국과 페루공화국 간의 등불 협정", "Lamp Agreement between the Republic of Korea and the Republic of Peru"),
        ("페루 대통령의 한국 방문 계기 공동성명", "Joint Statement on the Visit to Korea of the President of Peru"),
        ("한·미·일 정상회의 결과", "Outcome of the Summit of Japan, the United States and Korea"),
    ],
)
def test_titles_in_one_order_and_of_no_two_parties_are_silent(korean: str, english: str, rules: ComparisonRules) -> None:
    assert orders((korean,), (english,), rules) == []


def test_languages_with_an_order_each_are_told_of_once(rules: ComparisonRules) -> None:
    korean = ("대한민국과 페루공화국 간의 등불에 관한 협정", "대한민국과 페루공화국은 합의하였다.")
    english = ("Agreement between the Republic of Peru and the Republic of Korea on Lamps", "Peru and Korea agree.")
    (finding,) = orders(korean, english, rules)
    assert (finding.link, finding.severity) == (0, Severity.INFO)
