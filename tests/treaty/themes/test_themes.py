"""Themes of clauses: from their own words, their heading, their list, the agreement's subject; and the table behind them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from resources import path_of
from tests.treaty.comparison.made import clause, text
from treaty.errors import RuleTableError
from treaty.language.meaning import SentenceEncoder
from treaty.model import Clause, ClauseKind, Language, TreatyText
from treaty.themes.clause_themes import themes_of
from treaty.themes.overview import find_themes
from treaty.themes.table import ThemeTable, load_themes


@pytest.fixture(scope="module")
def table() -> ThemeTable:
    return load_themes(path_of("themes"))


def themes(words: str, table: ThemeTable) -> tuple[str, ...]:
    """The themes of a clause that stands alone."""
    made = text("t1", [words])
    return themes_of(made, table)["t1.c1"]


CLAUSES = [
    ("양측은 핵심광물 공급망의 회복력을 강화한다.", {"critical_minerals", "supply_chains"}),
    ("The two sides will strengthen the resilience of critical mineral supply chains.", {"critical_minerals", "supply_chains"}),
    ("이 협정은 서명일에 발효하며 5년간 유효하다.", {"final_provisions"}),
    ("This Agreement shall enter into force on the date of signature.", {"final_provisions"}),
    ("공동위원회는 매년 회의를 개최한다.", {"institutional_dialogue"}),
    ("각 당사국은 자국이 지출한 비용을 부담한다.", {"funding_costs"}),
    ("The Parties shall promote quantum computing and artificial intelligence.", {"ai_digital"}),
    ("양국은 우주 상황 인식 정보를 교환한다.", {"space"}),
]


@pytest.mark.parametrize(("words", "expected"), CLAUSES)
def test_the_clauses_own_words_show_its_themes(words: str, expected: set[str], table: ThemeTable) -> None:
    assert set(themes(words, table)) == expected


GUARDED = [
    ("양자 간 협력을 강화한다.", "ai_digital"),
    ("The two sides will discuss by means of videoconference.", "purpose_definitions_principles"),
    ("Cyberspace shall remain open.", "space"),
    ("장관은 따뜻한 환대(hospitality)에 사의를 표하였다. Thanks for the hospitality.", "health_bio"),
    ("선박의 안전과 우선순위를 정한다.", "space"),
]


@pytest.mark.parametrize(("words", "theme"), GUARDED)
def test_words_that_only_look_like_a_term_show_nothing(words: str, theme: str, table: ThemeTable) -> None:
    assert theme not in themes(words, table)


def headed(*parts: tuple[ClauseKind, int, str]) -> TreatyText:
    clauses: list[Clause] = []
    for number, (kind, level, words) in enumerate(parts, start=1):
        made = clause(f"t1.c{number}", words, kind, number)
        clauses.append(Clause(made.id, kind, level, made.label, made.path, words, made.sentences, made.source))
    return text("t1", clauses, Language.KOREAN)


def test_items_take_over_the_theme_that_leads_their_list_in(table: ThemeTable) -> None:
    made = headed(
        (ClauseKind.PARAGRAPH, 0, "양측은 다음의 보건 분야에서 협력한다."),
        (ClauseKind.ITEM, 1, "백신의 공동 연구개발"),
        (ClauseKind.ITEM, 1, "그 밖에 양측이 정하는 분야"),
    )
    found = themes_of(made, table)
    assert set(found["t1.c2"]) == {"health_bio", "research_development"}
    assert found["t1.c3"] == ("health_bio",)


def test_a_clause_without_a_theme_of_its_own_has_that_of_its_heading(table: ThemeTable) -> None:
    made = headed((ClauseKind.ARTICLE, 0, "지식재산권"), (ClauseKind.PARAGRAPH, 1, "세부 사항은 별도로 정한다."))
    assert themes_of(made, table) == {"t1.c2": ("intellectual_property",)}


def test_nearness_in_meaning_decides_only_where_words_do_not(table: ThemeTable, encoder: SentenceEncoder) -> None:
    made = text("t1", ["양측은 서로 다르게 이해하는 점을 상의하여 푼다.", "공동위원회는 매년 회의를 개최한다."])
    assert themes_of(made, table)["t1.c1"] == ()
    found = themes_of(made, table, encoder)
    assert found["t1.c1"] == ("dispute_settlement",)
    assert found["t1.c2"] == ("institutional_dialogue",)


def test_the_matrix_names_the_clauses_of_every_text(table: ThemeTable) -> None:
    texts = [
        text("t1", ["공동위원회는 매년 회의를 개최한다.", "비용은 각자 부담한다."]),
        text("t2", ["The committee shall meet annually."]),
    ]
    rows = {row.theme.id: row.clauses for row in find_themes(texts, themes=table)}
    assert rows["institutional_dialogue"] == (("t1.c1",), ("t2.c1",))
    assert rows["funding_costs"] == (("t1.c2",), ())
    assert set(rows) == {"institutional_dialogue", "funding_costs"}


def test_the_ids_that_other_programs_rely_on_are_there(table: ThemeTable) -> None:
    assert len(table.themes) == 25
    assert {"semiconductors", "purpose_definitions_principles", "people_to_people"} <= table.themes.keys()


@pytest.mark.parametrize(
    ("file", "line", "code"),
    [
        ("themes.tsv", "space\t우주\tSpace\tsubject", "row_twice"),
        ("themes.tsv", "new\t새\tNew\tsubject", "missing_rows"),
        ("themes.tsv", "new\t새\tNew\todd", "bad_choice"),
        ("terms.tsv", "spice\ten\t2\tpepper\t-", "bad_choice"),
        ("terms.tsv", "space\ten\t5\tpepper\t-", "bad_choice"),
        ("examples.tsv", "spice\tPepper grows.", "bad_choice"),
    ],
)
def test_a_faulty_line_is_named(file: str, line: str, code: str, tmp_path: Path) -> None:
    folder = tmp_path / "themes"
    shutil.copytree(path_of("themes"), folder)
    path = folder / file
    path.write_text(f"{path.read_text(encoding='utf-8').rstrip()}\n{line}\n", encoding="utf-8")
    with pytest.raises(RuleTableError) as caught:
        load_themes(folder)
    assert caught.value.code == code
