"""The treaty lexicon: its tables, and which words of a pair of clauses it finds rendered."""

from __future__ import annotations

from pathlib import Path

import pytest

from resources import path_of
from treaty.errors import RuleTableError
from treaty.language.content_words import ContentWord, Coverage
from treaty.language.coverage import coverage
from treaty.language.english_words import load_english_forms
from treaty.language.korean_words import load_korean_forms
from treaty.language.lexicon import Lexicon, LexiconRow, build_lexicon, load_lexicon

FORMS = path_of("language")


@pytest.fixture(scope="module")
def bundled() -> Lexicon:
    return load_lexicon(path_of("lexicon"), FORMS)


def lexicon(**rows: str) -> Lexicon:
    """A lexicon of a few rows, "|" between renderings; "_" in a headword's name stands for a blank."""
    made = [LexiconRow((word.replace("_", " "),), tuple(korean.split("|"))) for word, korean in rows.items()]
    return build_lexicon(made, load_english_forms(FORMS), load_korean_forms(FORMS))


def states(words: tuple[ContentWord, ...], text: str) -> dict[str, str]:
    return {word.span.of(text): str(word.coverage) for word in words}


def english_states(table: Lexicon, korean: str, english: str) -> dict[str, str]:
    return states(coverage(table, korean, english).english, english)


def korean_states(table: Lexicon, korean: str, english: str) -> dict[str, str]:
    return states(coverage(table, korean, english).korean, korean)


def test_a_rendering_covers_its_headword_whatever_the_inflection() -> None:
    table = lexicon(notify="통보|통고", vessel="선박")
    assert english_states(table, "선박들은 통고하여야 한다.", "Vessels notified") == {
        "Vessels": "covered",
        "notified": "covered",
    }


def test_a_word_whose_renderings_are_all_absent_is_missing_and_one_without_row_unknown() -> None:
    table = lexicon(notify="통보", vessel="선박")
    found = english_states(table, "등대는 통보한다.", "Vessels notify lighthouses.")
    assert found == {"Vessels": "missing", "notify": "covered", "lighthouses": "unknown"}


def test_the_korean_side_is_judged_likewise() -> None:
    table = lexicon(notify="통보", vessel="선박")
    found = korean_states(table, "선박은 통보하고 안개를 살핀다.", "They notify.")
    assert found == {"선박": "missing", "통보": "covered", "안개": "unknown", "살핀": "unknown"}


def test_words_say_what_was_looked_for_and_where_it_was_found() -> None:
    korean, english = "협력을 증진하고 협력한다.", "They cooperate."
    word = coverage(lexicon(cooperate="협력|협조"), korean, english).english[0]
    assert word.renderings == ("협력", "협조")
    assert [span.of(korean) for span in word.counterparts] == ["협력", "협력"]


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("해양협력체계를 둔다", "cooperation"),
        ("협력국들에게는", "co-operative"),
        ("협력하였으며", "cooperating"),
        ("상호협력", "cooperates"),
    ],
)
def test_compounds_endings_hyphens_and_derived_words_do_not_hide_a_rendering(korean: str, english: str) -> None:
    assert set(english_states(lexicon(cooperate="협력"), korean, english).values()) == {"covered"}


@pytest.mark.parametrize("korean", ["상호운용성을 높인다", "상호 운용성을 높인다", "상호의 운용성"])
def test_a_blank_in_a_rendering_may_stand_or_not(korean: str) -> None:
    assert english_states(lexicon(interoperability="상호 운용성"), korean, "interoperability") == {
        "interoperability": "covered"
    }


def test_parts_of_a_rendering_across_a_comma_do_not_count() -> None:
    assert english_states(lexicon(human_rights="인권"), "개인, 권리", "human rights") == {"human rights": "missing"}


def test_a_compound_is_taken_apart_into_the_words_that_the_other_side_has() -> None:
    table = lexicon(national_security="국가안보", nation="국가", security="안보", policy="정책")
    found = korean_states(table, "국가안보정책", "the security policy of the nation")
    assert found == {"국가": "covered", "안보": "covered", "정책": "covered"}


def test_a_part_of_a_word_that_is_known_in_part_only_is_not_called_missing() -> None:
    assert korean_states(lexicon(current="현행"), "현행범", "an offender") == {"현행": "unknown"}


def test_one_syllable_counts_as_a_word_but_not_within_one() -> None:
    table = lexicon(law="법", domestic="국내")
    assert english_states(table, "법에 따른다", "law") == {"law": "covered"}
    assert english_states(table, "국내법은", "law") == {"law": "covered"}
    assert english_states(table, "방법으로", "law") == {"law": "missing"}


def test_a_verb_is_found_in_its_forms_and_only_at_the_beginning_of_a_word() -> None:
    table = lexicon(help="돕다", follow="따르다")
    assert english_states(table, "도와주고 따랐다", "helped, followed") == {"helped": "covered", "followed": "covered"}
    assert english_states(table, "잇따른", "followed") == {"followed": "missing"}


def test_a_phrase_is_one_word_where_its_own_rendering_stands_and_its_parts_otherwise() -> None:
    table = lexicon(armed_forces="군대", armed="무장", forces="병력")
    assert english_states(table, "군대는", "armed forces") == {"armed forces": "covered"}
    assert english_states(table, "무장 병력은", "armed forces") == {"armed": "covered", "forces": "covered"}
    assert english_states(table, "무장 선박은", "armed forces") == {"armed forces": "missing"}


def test_either_spelling_serves() -> None:
    found = english_states(lexicon(organization="기구", harbour="항구"), "기구와 항구", "organisations, harbors")
    assert found == {"organisations": "covered", "harbors": "covered"}


def test_words_of_grammar_and_figures_are_not_judged() -> None:
    found = coverage(lexicon(), "제3조에 따라 30일 이내에 및", "of the and within")
    assert found.korean == found.english == ()


def test_a_derived_word_without_row_is_covered_or_unknown_but_never_missing() -> None:
    table = lexicon(depart="출발")
    assert english_states(table, "부서는", "department") == {"department": "unknown"}


def test_spans_are_those_of_the_text_as_given() -> None:
    korean, english = "“협력”(協力) 및\n협정 — 협력체계", "Co-operation, ‘Agreements’ and co-operation"
    found = coverage(lexicon(cooperation="협력", agreement="협정"), korean, english)
    assert [word.span.of(english) for word in found.english] == ["Co-operation", "Agreements", "co-operation"]
    assert [word.span.of(korean) for word in found.korean][:3] == ["협력", "협정", "협력"]


def test_empty_texts_have_no_words() -> None:
    assert coverage(lexicon(), "", "").korean == coverage(lexicon(), "", "").english == ()


FAULTS = {
    "english\t": ("empty_cell", 2),
    "a lone cell": ("bad_row", 2),
    "협력\t협력": ("not_english", 2),
    "cooperate\tcooperation": ("not_korean", 2),
    "cooperate\t협력/협조": ("not_korean", 2),
    "cooperate\t협력|다": ("not_korean", 2),
    "cooperate\t협력\nagree\t합의\nCooperate|collaborate\t협조": ("headword_twice", 4),
}


@pytest.mark.parametrize("content", FAULTS)
def test_a_faulty_row_is_named_by_file_and_line(tmp_path: Path, content: str) -> None:
    (tmp_path / "own.tsv").write_text(f"# A table.\n{content}\n", encoding="utf-8")
    with pytest.raises(RuleTableError) as caught:
        load_lexicon(tmp_path, FORMS)
    assert (caught.value.code, caught.value.places["file"], caught.value.places["line"]) == (
        FAULTS[content][0],
        "own.tsv",
        str(FAULTS[content][1]),
    )


def test_a_headword_in_two_files_has_the_renderings_of_both(tmp_path: Path) -> None:
    for name, rendering in (("one.tsv", "당사국"), ("two.tsv", "정당")):
        (tmp_path / name).write_text(f"party\t{rendering}\n", encoding="utf-8")
    table = load_lexicon(tmp_path, FORMS)
    for rendering in ("당사국은", "정당은"):
        assert english_states(table, rendering, "parties") == {"parties": "covered"}


def test_the_bundled_lexicon_has_thousands_of_headwords(bundled: Lexicon) -> None:
    assert len(bundled.english) >= 5000
    assert all(row.english and row.korean for row in bundled.rows)


PAIRS = [
    (
        "당사국은 협정의 발효에 필요한 국내 절차를 완료하였음을 외교경로로 통보한다.",
        "The Parties shall notify each other through diplomatic channels that they have completed the domestic procedures "
        "necessary for the entry into force of the Agreement.",
    ),
    (
        "공동위원회는 공급망의 회복력과 핵심광물에 관한 협력을 검토한다.",
        "The joint committee shall review cooperation on supply chain resilience and critical minerals.",
    ),
    (
        "선원의 건강과 안전을 보호하기 위한 조치를 취한다.",
        "Measures shall be taken to protect the health and safety of seafarers.",
    ),
    ("비자 심사 기간을 단축하고 수수료를 인하한다.", "Visa processing times shall be shortened and fees reduced."),
]


@pytest.mark.parametrize(("korean", "english"), PAIRS)
def test_faithful_clauses_have_no_missing_word(bundled: Lexicon, korean: str, english: str) -> None:
    found = coverage(bundled, korean, english)
    assert [word.stem for word in (*found.korean, *found.english) if word.coverage is Coverage.MISSING] == []


WRONG_WORDS = [
    ("치료제의 개발을 지원한다.", "They shall support the development of diagnostics.", "diagnostics"),
    ("해군의 훈련을 실시한다.", "They shall conduct exercises of the coast guard.", "coast guard"),
    ("남부 지역의 어업을 규율한다.", "They shall regulate fishing in the northern area.", "northern"),
    ("협정은 서명일에 발효한다.", "The agreement shall enter into force on the date of notification.", "notification"),
    ("양측은 국립도서관을 방문하였다.", "The two sides visited the national museum.", "museum"),
    ("어떠한 우발적 체포도 금지된다.", "Any arbitrary arrest is prohibited.", "arbitrary"),
    ("휘발유의 수입을 제한한다.", "They shall restrict the import of kerosene.", "kerosene"),
    ("무선 통신망을 구축한다.", "They shall build a wired communication network.", "wired"),
]


@pytest.mark.parametrize(("korean", "english", "word"), WRONG_WORDS)
def test_a_wrong_word_of_the_same_field_is_missing(bundled: Lexicon, korean: str, english: str, word: str) -> None:
    assert english_states(bundled, korean, english)[word] == "missing"


def test_accents_and_curly_apostrophes_do_not_hide_a_headword() -> None:
    found = english_states(lexicon(agrement="아그레망", state="국가"), "국가의 아그레망", "the State’s agrément")
    assert found == {"State’s": "covered", "agrément": "covered"}


def test_an_expression_does_not_reach_across_a_comma() -> None:
    table = lexicon(road="도로", traffic="교통", road_traffic="도로교통")
    assert korean_states(table, "도로 교통", "road traffic") == {"도로 교통": "covered"}
    assert korean_states(table, "도로, 교통", "road, traffic") == {"도로": "covered", "교통": "covered"}
