"""Clauses: numbering schemes, full labels, kinds, and places that only look like numbers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from treaty.model import TreatyText

Read = Callable[..., list[TreatyText]]


def outline(read: Read, content: str) -> list[tuple[str, str, str]]:
    """The clauses of a text of one version: kind, full label, words."""
    (text,) = read(content)
    return [(str(clause.kind), clause.path, clause.text) for clause in text.clauses]


LISTS = [
    ("1/ 양측은 만났다.\n2/ 양측은 말하였다.", ["1", "2"], ["1/", "2/"], "paragraph"),
    ("1. 양측은 만났다.\n2. 양측은 말하였다.", ["1", "2"], ["1.", "2."], "paragraph"),
    ("1.양측은 만났다.\n2.양측은 말하였다.", ["1", "2"], ["1.", "2."], "paragraph"),
    ("1) 양측은 만났다.\n2) 양측은 말하였다.", ["1", "2"], ["1)", "2)"], "paragraph"),
    ("(1) 양측은 만났다.\n(2) 양측은 말하였다.", ["(1)", "(2)"], ["(1)", "(2)"], "paragraph"),
    ("① 양측은 만났다.\n② 양측은 말하였다.", ["①", "②"], ["①", "②"], "paragraph"),
    ("가. 양측은 만났다.\n나. 양측은 말하였다.", ["가", "나"], ["가.", "나."], "item"),
    ("가) 양측은 만났다.\n나) 양측은 말하였다.", ["가", "나"], ["가)", "나)"], "item"),
    ("(a) the sides met.\n(b) the sides spoke.", ["(a)", "(b)"], ["(a)", "(b)"], "item"),
    ("(i) the sides met.\n(ii) the sides spoke.", ["(i)", "(ii)"], ["(i)", "(ii)"], "item"),
    ("(A) The sides met.\n(B) The sides spoke.", ["(A)", "(B)"], ["(A)", "(B)"], "item"),
    ("a. The sides met.\nb. The sides spoke.", ["a", "b"], ["a.", "b."], "item"),
    ("I. The sides met.\nII. The sides spoke.", ["I", "II"], ["I.", "II."], "item"),
    ("1.1 The sides met.\n1.2 The sides spoke.", ["1.1", "1.2"], ["1.1", "1.2"], "paragraph"),
    ("ㅇ 양측은 만났다.\nㅇ 양측은 말하였다.", ["ㅇ1", "ㅇ2"], ["ㅇ", "ㅇ"], "item"),
    ("• The sides met.\n• The sides spoke.", ["•1", "•2"], ["•", "•"], "item"),
    ("▲ 양측은 만났다.\n▲ 양측은 말하였다.", ["▲1", "▲2"], ["▲", "▲"], "item"),
    ("- The sides met.\n- The sides spoke.", ["-1", "-2"], ["-", "-"], "item"),
]


@pytest.mark.parametrize(("content", "paths", "printed", "kind"), LISTS, ids=lambda part: part if isinstance(part, str) else "")
def test_every_scheme_of_lists(read: Read, content: str, paths: list[str], printed: list[str], kind: str) -> None:
    (text,) = read(content)
    assert [clause.path for clause in text.clauses] == paths
    assert [clause.label.printed for clause in text.clauses if clause.label] == printed
    assert {clause.kind for clause in text.clauses} == {kind}
    korean = "양측" in content
    words = [clause.text.casefold() for clause in text.clauses]
    assert words == (["양측은 만났다.", "양측은 말하였다."] if korean else ["the sides met.", "the sides spoke."])


ARTICLES = [
    ("제1조(목적)\n이 협정은 우호를 증진한다.", "제1조", "목적"),
    ("제1조 목적\n이 협정은 우호를 증진한다.", "제1조", "목적"),
    ("제 1 조 (목적)\n이 협정은 우호를 증진한다.", "제 1 조", "목적"),
    ("제1조의2(정의)\n이 협정은 우호를 증진한다.", "제1조의2", "정의"),
    ("제1항 (목적)\n이 각서는 우호를 증진한다.", "제1항", "목적"),
    ("Article 1 (Purpose)\nThis Agreement promotes friendship.", "Article 1", "Purpose"),
    ("ARTICLE 1\nPurpose\nThis Agreement promotes friendship.", "ARTICLE 1", "Purpose"),
    ("Article I – Purpose\nThis Agreement promotes friendship.", "Article I", "Purpose"),
    ("Article 5.1 Purpose\nThis Agreement promotes friendship.", "Article 5.1", "Purpose"),
    ("Section 2: Purpose\nThis Agreement promotes friendship.", "Section 2", "Purpose"),
    ("Paragraph 1 (Purpose)\nThis Memorandum promotes friendship.", "Paragraph 1", "Purpose"),
]


@pytest.mark.parametrize(("content", "path", "heading"), ARTICLES, ids=lambda part: part)
def test_articles_have_headings_and_their_only_paragraph_shares_their_label(
    read: Read, content: str, path: str, heading: str
) -> None:
    article, paragraph = outline(read, content)
    assert article == ("article", path, heading)
    assert paragraph[:2] == ("paragraph", path)
    assert paragraph[2].endswith(("증진한다.", "friendship."))


KOREAN_AGREEMENT = """\
한빛공화국과 가온공화국 간의 등대 협력 협정
두 나라의 정부는,
서로 돕기를 희망하여,
다음과 같이 합의하였다.
제1장 총칙
제1조(정의)
1. 등대란 불을 켜는 탑을 말한다.
가. 바다의 탑
나. 강의 탑
1) 작은 탑
2. 등대지기란 탑을 지키는 사람을 말한다.
제2장 협력
제2조(교류) ① 양측은 등대지기를 교류한다.
② 양측은 다음을 나눈다.
ㅇ 기름
ㅇ 심지
제3조(비용)
각 측은 비용을 부담한다.
각 측은 이를 알린다.
이상의 증거로, 아래 서명자가 이 협정에 서명하였다.
한빛공화국을 대표하여          가온공화국을 대표하여
부속서 1
등대 목록
1. 북쪽 등대
2. 남쪽 등대
"""


def test_a_korean_agreement_from_title_to_annex(read: Read) -> None:
    assert outline(read, KOREAN_AGREEMENT) == [
        ("title", "한빛공화국과 가온공화국 간의 등대 협력 협정", "한빛공화국과 가온공화국 간의 등대 협력 협정"),
        ("preamble", "전문 ¶1", "두 나라의 정부는,"),
        ("preamble", "전문 ¶2", "서로 돕기를 희망하여,"),
        ("preamble", "전문 ¶3", "다음과 같이 합의하였다."),
        ("heading", "제1장", "총칙"),
        ("article", "제1조", "정의"),
        ("paragraph", "제1조 1", "등대란 불을 켜는 탑을 말한다."),
        ("item", "제1조 1 가", "바다의 탑"),
        ("item", "제1조 1 나", "강의 탑"),
        ("item", "제1조 1 나 1", "작은 탑"),
        ("paragraph", "제1조 2", "등대지기란 탑을 지키는 사람을 말한다."),
        ("heading", "제2장", "협력"),
        ("article", "제2조", "교류"),
        ("paragraph", "제2조 ①", "양측은 등대지기를 교류한다."),
        ("paragraph", "제2조 ②", "양측은 다음을 나눈다."),
        ("item", "제2조 ② ㅇ1", "기름"),
        ("item", "제2조 ② ㅇ2", "심지"),
        ("article", "제3조", "비용"),
        ("paragraph", "제3조 ¶1", "각 측은 비용을 부담한다."),
        ("paragraph", "제3조 ¶2", "각 측은 이를 알린다."),
        ("signature", "서명 1", "이상의 증거로, 아래 서명자가 이 협정에 서명하였다."),
        ("signature", "서명 2", "한빛공화국을 대표하여          가온공화국을 대표하여"),
        ("annex", "부속서 1", "등대 목록"),
        ("paragraph", "부속서 1 1", "북쪽 등대"),
        ("paragraph", "부속서 1 2", "남쪽 등대"),
    ]


ENGLISH_AGREEMENT = """\
Agreement between the Republic of Hanbit and the Republic of Gaon on Lighthouses

The Governments of the two countries,
Wishing to help each other,
Have agreed as follows:

CHAPTER I
General
Article 1 (Definitions)
1. A lighthouse is a tower with a lamp:
(a) a tower at sea; or
(b) a tower on a river, which is
(i) small; or
(ii) large.
2. A keeper is a person who keeps a tower.
PART TWO
Article 2
Exchange
The sides exchange keepers. They do so every year.
IN WITNESS WHEREOF, the undersigned have signed this Agreement.
For the Government of Hanbit          For the Government of Gaon
Annex A
1. The northern lighthouse
2. The southern lighthouse
"""


def test_an_english_agreement_from_title_to_annex(read: Read) -> None:
    found = outline(read, ENGLISH_AGREEMENT)
    assert [(kind, path) for kind, path, _ in found] == [
        ("title", "Agreement between the Republic of Hanbit and the Republic of Gaon on Lighthouses"),
        ("preamble", "Preamble ¶1"),
        ("preamble", "Preamble ¶2"),
        ("preamble", "Preamble ¶3"),
        ("heading", "CHAPTER I"),
        ("article", "Article 1"),
        ("paragraph", "Article 1.1"),
        ("item", "Article 1.1(a)"),
        ("item", "Article 1.1(b)"),
        ("item", "Article 1.1(b)(i)"),
        ("item", "Article 1.1(b)(ii)"),
        ("paragraph", "Article 1.2"),
        ("heading", "PART TWO"),
        ("article", "Article 2"),
        ("paragraph", "Article 2"),
        ("signature", "Signature 1"),
        ("signature", "Signature 2"),
        ("annex", "Annex A"),
        ("paragraph", "Annex A 1"),
        ("paragraph", "Annex A 2"),
    ]


def test_sentences_of_a_clause_are_spans_of_its_words(read: Read) -> None:
    (text,) = read(ENGLISH_AGREEMENT)
    clause = next(clause for clause in text.clauses if clause.text.startswith("The sides exchange"))
    assert [span.of(clause.text) for span in clause.sentences] == ["The sides exchange keepers.", "They do so every year."]


def test_levels_count_the_numbered_clauses_above(read: Read) -> None:
    (text,) = read(KOREAN_AGREEMENT)
    levels = {clause.path: clause.level for clause in text.clauses if clause.kind == "item" or clause.path == "제1조 1"}
    assert levels["제1조 1"] == 1
    assert levels["제1조 1 가"] == 2
    assert levels["제1조 1 나 1"] == 3


def test_ids_run_through_with_the_number_of_the_text(read: Read) -> None:
    (text,) = read("One.\nTwo.\nThree.", first=4)
    assert text.id == "t4"
    assert [clause.id for clause in text.clauses] == ["t4.c1", "t4.c2", "t4.c3"]


PATHS = [
    ("제3조(교류)\n① 다음을 나눈다.\n가. 기름\n나. 심지", "기름", "제3조 ① 가"),
    ("Article 3 (Exchange)\n1. They share:\n(a) oil;\n(b) wicks.", "oil;", "Article 3.1(a)"),
    ("1/ 만났다.\n4/ 다음을 나눈다.\nㅇ 기름\nㅇ 심지", "심지", "4 ㅇ2"),
    ("하나는 밝다.\n둘은 어둡다.\n셋은 크다.\n넷은 작다.\n다섯은 멀다.", "다섯은 멀다.", "¶5"),
    ("Article 5.1 (Exchange)\n1. They share:\n(a) oil;\n(b) wicks.", "wicks.", "Article 5.1.1(b)"),
    ("4/ 다음을 나눈다.\nㅇ 기름\n▲ 고래 기름\n▲ 콩 기름\nㅇ 심지", "콩 기름", "4 ㅇ1 ▲2"),
    ("4/ 다음을 나눈다.\nㅇ 기름\n▲ 고래 기름\nㅇ 심지", "심지", "4 ㅇ2"),
    ("제1조(정의)\n1. 탑이란 다음과 같다.\n가. 바다의 탑\n2. 강은 물이다.\n가. 큰 강", "큰 강", "제1조 2 가"),
]


@pytest.mark.parametrize(("content", "words", "path"), PATHS, ids=lambda part: part)
def test_full_labels_from_the_top(read: Read, content: str, words: str, path: str) -> None:
    assert {clause[1] for clause in outline(read, content) if clause[2] == words} == {path}


def test_an_i_after_h_is_a_letter_and_an_i_under_b_is_roman(read: Read) -> None:
    letters = "".join(f"({letter}) lamp number {letter};\n" for letter in "abcdefghijk")
    found = outline(read, "Article 1 (Lamps)\n1. The lamps are:\n" + letters)
    assert [path for kind, path, _ in found if kind == "item"] == [f"Article 1.1({letter})" for letter in "abcdefghijk"]
    found = outline(read, "Article 1 (Lamps)\n1. The lamps are:\n(a) red:\n(i) large;\n(ii) small;\n(b) green.")
    assert [path for kind, path, _ in found if kind == "item"] == [
        "Article 1.1(a)",
        "Article 1.1(a)(i)",
        "Article 1.1(a)(ii)",
        "Article 1.1(b)",
    ]


def test_a_number_that_is_left_out_keeps_its_own_label(read: Read) -> None:
    assert [path for _, path, _ in outline(read, "1/ 만났다.\n2/ 말하였다.\n4/ 헤어졌다.")] == ["1", "2", "4"]


def test_headings_without_numbers_stand_over_what_follows(read: Read) -> None:
    found = outline(read, "두 나라의 공동선언\n안보\n양측은 바다를 함께 지킨다.\n경제\n양측은 등대의 기름을 함께 산다.")
    assert found == [
        ("title", "두 나라의 공동선언", "두 나라의 공동선언"),
        ("heading", "안보", "안보"),
        ("paragraph", "¶1", "양측은 바다를 함께 지킨다."),
        ("heading", "경제", "경제"),
        ("paragraph", "¶2", "양측은 등대의 기름을 함께 산다."),
    ]


def test_a_heading_on_the_articles_own_line_is_parted_from_the_words_behind_it(read: Read) -> None:
    assert outline(read, "제4조(비용) 각 측은 비용을 스스로 부담한다.\n제5조(발효) 이 협정은 서명한 날에 발효한다.") == [
        ("article", "제4조", "비용"),
        ("paragraph", "제4조", "각 측은 비용을 스스로 부담한다."),
        ("article", "제5조", "발효"),
        ("paragraph", "제5조", "이 협정은 서명한 날에 발효한다."),
    ]


TRAPS = [
    "1.5 트랙 대화를 계속하기로 하였다.",
    "6.4.(목) 등대에서 회의를 열었다.",
    "제5조에 따라 양측은 서로 알린다.",
    "제2조 및 제3조는 이 협정의 일부이다.",
    "제2조 또는 제3조에 따른 비용은 나눈다.",
    "제1항의 기간은 늘릴 수 있다.",
    "2031년 3월 4일 회의가 열렸다.",
    "10 명의 등대지기가 참석하였다.",
    "가나의 등대지기가 참석하였다.",
    "Article 5 of the Convention applies to lamps.",
    "Articles 5 and 6 apply to lamps.",
    "Article 7 and Article 8 apply to lamps.",
    "Paragraph 2 of this Memorandum applies to lamps.",
    "J. Lampert and his keepers attended the meeting.",
    "A. Lampert and his keepers attended the meeting.",
    "1.5 million lamps were lit on that day.",
    "10 keepers attended the meeting.",
    "I am grateful to the keepers of the lamps.",
    "(see the Annex) The keepers light the lamps.",
]


@pytest.mark.parametrize("line", TRAPS)
def test_what_only_looks_like_a_number_stays_in_the_words(read: Read, line: str) -> None:
    korean = any("가" <= character <= "힣" for character in line)
    around = ("등대는 바다를 비춘다.", "불은 밤에 켠다.") if korean else ("The lamp lights the sea.", "It is lit at night.")
    (text,) = read("\n".join((around[0], line, around[1])))
    assert [(clause.label, clause.text) for clause in text.clauses] == [(None, words) for words in (around[0], line, around[1])]


def test_a_citation_at_the_beginning_of_a_paragraph_opens_no_article(read: Read) -> None:
    found = outline(read, "제1조(정의)\n탑은 높다.\n제2조(비용)\n제1조에 따라 비용을 나눈다.\n제3조(발효)\n협정은 발효한다.")
    assert [path for kind, path, _ in found if kind == "article"] == ["제1조", "제2조", "제3조"]
    assert ("paragraph", "제2조", "제1조에 따라 비용을 나눈다.") in found
