"""Names in both languages lead to the same rows; words that only look like names do not."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from resources import path_of
from treaty.errors import RuleTableError
from treaty.language.name_tables import load_names
from treaty.language.names import NameForm, NameFound, Names, NameTable, names_in, unanswered
from treaty.model import Language

Row = tuple[str, str]


@pytest.fixture(scope="module")
def names() -> Names:
    return load_names(path_of("names"))


def in_korean(text: str, names: Names) -> list[NameFound]:
    return names_in(text, Language.KOREAN, names)


def in_english(text: str, names: Names) -> list[NameFound]:
    return names_in(text, Language.ENGLISH, names)


def rows(found: list[NameFound]) -> set[Row]:
    return {(name.table.value, name.id) for name in found if name.sure}


def states(found: list[NameFound]) -> list[str]:
    return [name.id for name in found if name.table is NameTable.STATES and name.sure]


SAME: list[tuple[str, str]] = [
    ("대한민국과 네덜란드 왕국", "the Republic of Korea and the Kingdom of the Netherlands"),
    ("덴마크왕국 정부", "Government of the Kingdom of Denmark"),
    ("한-네덜란드", "Korea–Netherlands"),
    ("한·미·일", "Korea-U.S.-Japan"),
    ("한미", "ROK-US"),
    ("파푸아뉴기니의", "Papua New Guinea's"),
    ("니제르와 나이지리아", "Niger and Nigeria"),
    ("콩고민주공화국", "the Democratic Republic of the Congo"),
    ("도미니카연방", "the Commonwealth of Dominica"),
    ("튀르키예공화국", "Republic of Turkey"),
    ("코트디부아르", "Cote d’Ivoire"),
    ("유엔 안전보장이사회", "the UN Security Council"),
    ("국제연합안전보장이사회", "United Nations Security Council"),
    ("유엔해양법협약에 따라", "pursuant to UNCLOS"),
    ("해양법에 관한 국제연합 협약", "the United Nations Convention on the Law of the Sea"),
    ("국제해사기구는", "INTERNATIONAL MARITIME ORGANIZATION"),
    ("헤이그에서", "in The Hague"),
    ("트롬쇠", "Tromsø"),
    ("호르무즈 해협", "the Straits of Hormuz"),
    ("산업통상자원부", "Ministry of Trade, Industry\nand Energy"),
    ("특명전권대사", "Ambassador Extraordinary and Plenipotentiary"),
    ("비정부기구들", "NGOs"),
    ("서반아어본", "Castilian text"),
]


@pytest.mark.parametrize(("korean", "english"), SAME)
def test_both_languages_lead_to_one_row(names: Names, korean: str, english: str) -> None:
    found = rows(in_korean(korean, names))
    assert found
    assert found & rows(in_english(english, names)) == found


@pytest.mark.parametrize(
    "text",
    [
        "미래의 계획",
        "3년 미만",
        "회의 중 한 국가",
        "중·장기 계획",
        "범죄인 인도",
        "인도적 지원",
        "호주제",
        "외교관계",
        "본 협정은",
        "일어나다",
    ],
)
def test_ordinary_korean_words_are_no_names(names: Names, text: str) -> None:
    assert in_korean(text, names) == []


@pytest.mark.parametrize("text", ["a turkey", "who is it", "New Jersey", "New England", "we must meet", "an acid", "theus"])
def test_ordinary_english_words_are_no_names(names: Names, text: str) -> None:
    assert in_english(text, names) == []


@pytest.mark.parametrize(
    ("text", "state", "sure"),
    [
        ("모든 수단을 동원하여", "sd", False),
        ("수단 정부는", "sd", True),
        ("한-인도 정상회담", "in", True),
        ("한국과 인도 간", "in", True),
        ("물건의 인도 장소", "in", False),
    ],
)
def test_words_that_may_be_no_names_are_doubtful(names: Names, text: str, state: str, sure: bool) -> None:
    found = [name for name in in_korean(text, names) if name.id == state]
    assert [name.sure for name in found] == ([sure] if found or sure else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Democratic People's Republic of Korea", ["kp"]),
        ("People’s Republic of China", ["cn"]),
        ("Equatorial Guinea, Guinea-Bissau and Guinea", ["gq", "gw", "gn"]),
        ("the Gulf of Guinea", []),
        ("the South Sudanese side", ["ss"]),
        ("North American partners", []),
    ],
)
def test_the_longest_name_counts(names: Names, text: str, expected: list[str]) -> None:
    assert states(in_english(text, names)) == expected


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("the Republic of Peru", NameForm.OFFICIAL),
        ("Peru", NameForm.SHORT),
        ("the Peruvian side", NameForm.ADJECTIVE),
        ("the UAE", NameForm.ACRONYM),
    ],
)
def test_the_form_is_told(names: Names, text: str, form: NameForm) -> None:
    assert [name.form for name in in_english(text, names)] == [form]


def test_press_forms_name_each_state(names: Names) -> None:
    text = "한·중·일 협력과 한미 동맹, 미측의 제안"
    found = in_korean(text, names)
    assert [(name.span.of(text), name.id) for name in found] == [
        ("한", "kr"), ("중", "cn"), ("일", "jp"), ("한미", "kr"), ("한미", "us"), ("미측", "us"),
    ]  # fmt: skip
    assert {name.form for name in found} == {NameForm.PRESS}


def test_spans_are_those_of_the_text_as_it_is(names: Names) -> None:
    text = "at  the Ministry  of\nForeign Affairs’ office in Montego  Bay"
    assert [name.span.of(text) for name in in_english(text, names)] == ["Ministry  of\nForeign Affairs", "Montego  Bay"]


def test_a_name_behind_a_name_is_found(names: Names) -> None:
    text = "주네덜란드대사는 한국외교부장관과"
    sure = [name.span.of(text) for name in in_korean(text, names) if name.sure]
    assert sure == ["네덜란드", "대사", "한국", "외교부장관"]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("the Statute of the International Court of Justice", ["International Court of Justice"]),
        ("the Democratic People's Republic of Korea", []),
    ],
)
def test_a_name_inside_a_name_of_another_table_is_doubtful(names: Names, text: str, inner: list[str]) -> None:
    assert [name.span.of(text) for name in in_english(text, names) if not name.sure] == inner


def test_a_shared_form_is_found_for_each_row(names: Names) -> None:
    found = in_english("the Korean text", names)
    assert {(name.table, name.id) for name in found} == {(NameTable.STATES, "kr"), (NameTable.LANGUAGES, "Korean")}
    assert len({name.span for name in found}) == 1


@pytest.mark.parametrize(
    ("korean", "english", "lacking"),
    [
        ("한미 양국은", "The Republic of Korea and the United States", []),
        ("한미 양국은", "The Republic of Korea and Japan", ["us"]),
        ("한국 측은", "The Korean side", []),
        ("총리는", "The Prime Minister", []),
        ("총리는", "The President", ["Prime Minister"]),
        ("국제해사기구", "the International Labour Organization", ["International Maritime Organization"]),
        ("모든 수단을 통하여", "by all means", []),
    ],
)
def test_what_the_other_side_does_not_name(names: Names, korean: str, english: str, lacking: list[str]) -> None:
    assert [name.id for name in unanswered(in_korean(korean, names), in_english(english, names))] == lacking


def test_every_guard_is_about_a_name(names: Names) -> None:
    forms = {(language, form) for row in names.rows for language in Language for form, _ in row.forms[language]}
    assert names.guards.by_word.keys() <= forms


def test_every_row_is_found_by_its_preferred_names(names: Names) -> None:
    lost = [
        (row.id, language)
        for row in names.rows
        for language in Language
        if (row.table, row.id) not in {name.row for name in names_in(row.preferred(language), language, names)}
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("table", "line", "code"),
    [
        ("states", "kr\tKorea\t-\t-\t한국\t-\t-", "name_twice"),
        ("states", "zz\t-\t-\t-\t가상국\t-\t-", "no_name"),
        ("languages", "Fictional", "bad_row"),
        ("joined", "한가\tkr|zz", "bad_choice"),
        ("tails", "verb\t하다", "bad_choice"),
        ("states", "zz\tFictionland\t-\t-\t가상국\t-\t미", "name_twice"),
        ("guards", "ko\t수단\tperhaps\tafter\t.", "bad_choice"),
        ("guards", "ko\t수단\tdrop\tafter\t(", "bad_pattern"),
    ],
)
def test_a_faulty_row_is_named(tmp_path: Path, table: str, line: str, code: str) -> None:
    folder = tmp_path / "names"
    shutil.copytree(path_of("names"), folder)
    path = folder / f"{table}.tsv"
    path.write_text(f"{path.read_text(encoding='utf-8').rstrip()}\n{line}\n", encoding="utf-8")
    with pytest.raises(RuleTableError) as problem:
        load_names(folder)
    assert problem.value.code == code
    assert problem.value.places["file"] == f"{table}.tsv"
    assert int(problem.value.places["line"]) == len(path.read_text(encoding="utf-8").splitlines())


def test_names_of_one_side_are_found_on_the_other(shared: Path, names: Names) -> None:
    """At least nine in ten, in the pairs whose links were checked by hand."""
    answered = asked = 0
    for path in sorted((shared / "texts" / "gold").glob("*.json")):
        pair = json.loads(path.read_text(encoding="utf-8"))
        for korean, english in pair["gold"] if "." not in path.stem else ():
            left = in_korean(" ".join(pair["ko"][place] for place in korean), names)
            right = in_english(" ".join(pair["en"][place] for place in english), names)
            answers = {name.row for name in left}
            asked += len(sure := [name for name in right if name.sure])
            answered += sum(name.row in answers for name in sure)
    assert answered > 0.9 * asked > 0
