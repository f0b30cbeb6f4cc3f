"""Several language versions in one file, and what stands around them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from treaty.model import Language, SetAsideReason, TreatyText

Read = Callable[..., list[TreatyText]]

LEAD = "한빛의 마루 장관은 어제 가온에서 등대 회의를 열었다.\n두 나라는 앞으로 자주 만나기로 하였으며, 이번 회의는 두 번째이다."
KOREAN = "1/ 양측은 등대를 함께 짓기로 합의하였다.\n2/ 양측은 기름을 나누기로 하였다.\n3/ 양측은 다시 만나기로 하였다."
ENGLISH = (
    "1/ The sides agreed to build a lighthouse together.\n2/ The sides decided to share oil.\n3/ The sides will meet again."
)


def paths(text: TreatyText) -> list[str]:
    return [clause.path for clause in text.clauses]


@pytest.mark.parametrize(
    ("korean_marker", "english_marker"),
    [
        ("(비공식 국문 번역본)", "(영문본)"),
        ("[국문]", "[영문]"),
        ("<국문본>", "<영문본>"),
        ("※ 국문 번역", "※ 영문"),
        ("(Unofficial Korean Translation)", "(English Text)"),
    ],
)
def test_lines_that_announce_versions_split_the_file(read: Read, korean_marker: str, english_marker: str) -> None:
    korean, english = read(f"{LEAD}\n{korean_marker}\n{KOREAN}\n{english_marker}\n{ENGLISH}")
    assert (korean.language, english.language) == (Language.KOREAN, Language.ENGLISH)
    assert (korean.id, english.id) == ("t1", "t2")
    assert paths(korean) == paths(english) == ["1", "2", "3"]
    assert korean.label == korean_marker.strip("()[]<>※ ")
    assert english.label == english_marker.strip("()[]<>※ ")


def test_what_stands_before_the_first_announced_version_is_a_press_lead(read: Read) -> None:
    korean, english = read(f"{LEAD}\n(국문본)\n{KOREAN}\n(영문본)\n{ENGLISH}")
    asides = [(part.reason, part.text) for part in korean.set_aside]
    assert asides == [
        *((SetAsideReason.PRESS_LEAD, line) for line in LEAD.splitlines()),
        (SetAsideReason.VERSION_MARKER, "(국문본)"),
    ]
    assert [(part.reason, part.text) for part in english.set_aside] == [(SetAsideReason.VERSION_MARKER, "(영문본)")]


@pytest.mark.parametrize("first_is_korean", [True, False])
def test_without_markers_the_change_of_language_splits_the_file(read: Read, first_is_korean: bool) -> None:
    first, second = (KOREAN, ENGLISH) if first_is_korean else (ENGLISH, KOREAN)
    texts = read(f"{first}\n{second}")
    assert [text.language for text in texts] == (["ko", "en"] if first_is_korean else ["en", "ko"])
    assert [paths(text) for text in texts] == [["1", "2", "3"], ["1", "2", "3"]]


def test_languages_that_alternate_line_by_line_are_sorted_out(read: Read) -> None:
    lines = [line for pair in zip(KOREAN.splitlines(), ENGLISH.splitlines(), strict=True) for line in pair]
    korean, english = read("\n".join(lines))
    assert "\n".join(f"{clause.path}/ {clause.text}" for clause in korean.clauses) == KOREAN
    assert "\n".join(f"{clause.path}/ {clause.text}" for clause in english.clauses) == ENGLISH


def test_a_note_under_the_title_that_names_the_whole_makes_no_lead(read: Read) -> None:
    (text,) = read(f"Joint Statement on Lighthouses\n(Unofficial English Translation)\n{ENGLISH}")
    assert text.title == "Joint Statement on Lighthouses"
    assert text.label == "Unofficial English Translation"
    assert [part.reason for part in text.set_aside] == [SetAsideReason.VERSION_MARKER]


def test_a_bare_unofficial_translation_under_the_title_makes_no_lead(read: Read) -> None:
    (text,) = read(f"Joint Statement on Lighthouses\n(Unofficial translation)\n{ENGLISH}")
    assert text.title == "Joint Statement on Lighthouses"
    assert not any(part.reason is SetAsideReason.PRESS_LEAD for part in text.set_aside)


@pytest.mark.parametrize(
    ("content", "language"),
    [
        (KOREAN + "\n4/ 양측은 “Lighthouse Keepers of the World” 회의에 참석한다.", "ko"),
        (ENGLISH + "\n4/ The sides thank Mr. Maru (마루) and the keepers of 한들.", "en"),
    ],
)
def test_a_citation_of_the_other_language_is_no_version(read: Read, content: str, language: str) -> None:
    (text,) = read(content)
    assert text.language == language
    assert len(text.clauses) == 4


def test_tabs_between_the_languages_make_two_texts(read: Callable[..., list[TreatyText]]) -> None:
    korean, english = read(
        "등대 협정\tLighthouse Agreement\n"
        "제1조 목적\tArticle 1 Purpose\n"
        "양측은 불을 나눈다.\tThe two sides share the light.\n"
        "제2조 기름\tArticle 2 Oil\n"
        "양측은 기름을 보낸다.\tThe two sides send oil.\n"
    )
    assert [clause.path for clause in korean.clauses if clause.label] == ["제1조", "제2조"]
    assert english.clauses[-1].text == "The two sides send oil."


def test_tabs_that_only_indent_part_nothing(read: Callable[..., list[TreatyText]]) -> None:
    (text,) = read("등대 협정\n제1조\n\t1.\t양측은 불을 나눈다.\n\t\t(a)\t기름을 보낸다.\n")
    assert [clause.path for clause in text.clauses if clause.label] == ["제1조", "제1조 1", "제1조 1(a)"]
