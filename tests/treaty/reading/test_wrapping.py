"""Plain text whose lines are no paragraphs: broken at a width, cut inside a word, a list run into the words before it."""

from __future__ import annotations

import pytest

from treaty.model import ClauseKind, TreatyText
from treaty.reading import Pasted, read_treaty
from treaty.reading.ledger import ledger_of

MAIL = """\
AGREEMENT ON LIGHTHOUSES BETWEEN
THE REPUBLIC OF ARDEN AND THE
KINGDOM OF BELMAR

The Republic of Arden and the Kingdom of Belmar,
Desiring to share the light of the lighthouses on
both coasts,
Have agreed as follows:

Article 1
Purpose

The purpose of this Agreement is to share the light
of all lighthouses that stand on the coasts of the
Parties, in accordance with
Article 3 and the Annex.

Article 2
Oil

1. Each Party shall send to the other Party every
year 1,250 barrels of oil. It shall do so before
30 June.
2. The oil shall be:
   (a) clean, and of a quality that the competent
       authorities accept; and
   (b) delivered free of charge.
"""


def read(words: str) -> TreatyText:
    (text,) = read_treaty(Pasted("mail", words))
    assert ledger_of([text]).unaccounted == 0
    return text


def test_lines_broken_at_a_width_are_put_together() -> None:
    text = read(MAIL)
    assert text.title == "AGREEMENT ON LIGHTHOUSES BETWEEN THE REPUBLIC OF ARDEN AND THE KINGDOM OF BELMAR"
    assert [(clause.path, clause.text) for clause in text.clauses[1:]] == [
        ("Preamble ¶1", "The Republic of Arden and the Kingdom of Belmar,"),
        ("Preamble ¶2", "Desiring to share the light of the lighthouses on both coasts,"),
        ("Preamble ¶3", "Have agreed as follows:"),
        ("Article 1", "Purpose"),
        (
            "Article 1",
            "The purpose of this Agreement is to share the light of all lighthouses that stand on the coasts of the Parties, in"
            " accordance with Article 3 and the Annex.",
        ),
        ("Article 2", "Oil"),
        (
            "Article 2.1",
            "Each Party shall send to the other Party every year 1,250 barrels of oil. It shall do so before 30 June.",
        ),
        ("Article 2.2", "The oil shall be:"),
        ("Article 2.2(a)", "clean, and of a quality that the competent authorities accept; and"),
        ("Article 2.2(b)", "delivered free of charge."),
    ]


def test_korean_lines_broken_at_a_width_are_put_together() -> None:
    text = read(
        "제1조(목적)\n이 협정은 양측의 해안에 서 있는 모든 등대의 불을 나누어 밝히는\n것을 목적으로 한다.\n"
        "제2조(기름)\n① 양측은 매년 기름 1,250통을 서로에게 보내며, 이는 해마다 6월\n30일 전까지 이루어져야 한다.\n"
        "② 기름은 깨끗하여야 하며, 양측의 권한 있는 당국이 받아들이는\n품질이어야 한다.\n"
    )
    assert [clause.text for clause in text.clauses if not clause.kind.heads] == [
        "이 협정은 양측의 해안에 서 있는 모든 등대의 불을 나누어 밝히는 것을 목적으로 한다.",
        "양측은 매년 기름 1,250통을 서로에게 보내며, 이는 해마다 6월 30일 전까지 이루어져야 한다.",
        "기름은 깨끗하여야 하며, 양측의 권한 있는 당국이 받아들이는 품질이어야 한다.",
    ]


def test_paragraphs_of_a_line_each_stay_apart() -> None:
    lines = ["이 협정은 등대의 불을 나눈다", "만 18세 이상인 사람이 등대를 지킨다", "이 사람은 해마다 기름을 받는다"]
    assert [clause.text for clause in read("\n".join(["등대에 관한 글", *lines])).clauses[1:]] == lines


def test_a_word_cut_by_a_line_end_is_whole_again() -> None:
    text = read("제1조(등대)\n1. 등대를 지키는 사람은 스스\n로의 뜻에 따라 불을 끈다.\n2. 이 사람은 기름을 받는다.\n")
    assert text.clauses[1].text == "등대를 지키는 사람은 스스로의 뜻에 따라 불을 끈다."


def test_the_first_item_of_a_list_is_cut_from_the_words_that_open_the_list() -> None:
    text = read("제1조(등대)\n이를 위하여 당사국은, 가. 기름을 보낸다.\n나. 심지를 보낸다.\n")
    assert [(clause.path, clause.text) for clause in text.clauses[1:]] == [
        ("제1조", "이를 위하여 당사국은,"),
        ("제1조 가", "기름을 보낸다."),
        ("제1조 나", "심지를 보낸다."),
    ]


@pytest.mark.parametrize(
    ("words", "paths"),
    [
        (
            "제1조(등대)\n당사국은 다음을 한다: 가. 기름을 보낸다. 나. 심지를 보낸다. 다. 유리를 보낸다.",
            ["제1조", "제1조", "제1조 가", "제1조 나", "제1조 다"],
        ),
        (
            "Article 1\nThe Parties shall: (a) send oil; (b) send wicks; and (c) send glass.",
            ["Article 1", "Article 1", "Article 1(a)", "Article 1(b)", "Article 1(c)"],
        ),
        ("Article 1\nThe Parties shall: (a) send oil.", ["Article 1", "Article 1"]),
    ],
)
def test_a_list_within_one_line_is_cut_at_its_numbers(words: str, paths: list[str]) -> None:
    assert [clause.path for clause in read(words).clauses] == paths


def test_articles_within_one_line_are_cut_and_citations_of_them_are_not() -> None:
    text = read(
        "제1조(등대) 이 협정은 등대의 불을 나눈다. 제2조(기름)에 따라 기름을 보낸다. 제2조(기름) 기름은 깨끗하다."
        " 제3조에 따라 심지를 보낸다. 제3조(심지) 심지는 길다."
    )
    assert [(clause.path, clause.text) for clause in text.clauses if clause.kind.heads] == [
        ("제1조", "등대"),
        ("제2조", "기름"),
        ("제3조", "심지"),
    ]
    assert text.clauses[1].text == "이 협정은 등대의 불을 나눈다. 제2조(기름)에 따라 기름을 보낸다."


@pytest.mark.parametrize(
    ("line", "path", "heading"),
    [
        ("[별표 1] 세율표", "[별표 1]", "세율표"),
        ("[별표 제2호 서식] 신청서", "[별표 제2호 서식]", "신청서"),
        ("부속서 2-가 관세", "부속서 2-가", "관세"),
        ("Annex 2-A: Tariffs", "Annex 2-A", "Tariffs"),
    ],
)
def test_annexes_as_laws_and_trade_agreements_number_them(line: str, path: str, heading: str) -> None:
    first = read(f"{line}\n1. 등유 세율\n2. 심지 세율").clauses[0]
    assert (first.kind, first.path, first.text) == (ClauseKind.ANNEX, path, heading)


def test_a_number_of_the_list_that_the_clause_is_in_opens_no_list() -> None:
    text = read("제1조(등대)\n1. 당사국은 다음과 같이 한다: 1. 기름을 보낸다.\n2. 심지를 보낸다.\n")
    assert text.clauses[1].text == "당사국은 다음과 같이 한다: 1. 기름을 보낸다."
