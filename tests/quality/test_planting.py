"""Planted errors: real changes, in their place, the same for the same seed."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from tests.quality.planted import DOCUMENTS
from tests.quality.planting.change import Change, ClausePair, Surroundings
from tests.quality.planting.dates import changed_dates
from tests.quality.planting.figures import numeral_value
from tests.quality.planting.hits import KINDS, Located, is_hit
from tests.quality.planting.letters import changed_acronyms, changed_names, slipped_particles
from tests.quality.planting.linked_text import LinkedText, read_document
from tests.quality.planting.particles import agreed
from tests.quality.planting.passages import changed_lists, lost_sentences
from tests.quality.planting.planter import CLAUSE_LOST, NUMBERING, Plant, Planter
from tests.quality.planting.quantities import changed_magnitudes, changed_values
from tests.quality.planting.wording import changed_words
from treaty.model import Bilingual, Clause, Finding, Language, MinistryClass, Place, Severity, Span

TEXTS = [read_document(path) for path in sorted(DOCUMENTS.glob("*.txt"))]
KOREAN, ENGLISH = Language.KOREAN, Language.ENGLISH


def draw() -> random.Random:
    return random.Random(1)


def words(pair: ClausePair, change: Change) -> str:
    return change.applied(pair.text(change.language)).text


@pytest.fixture(params=TEXTS, ids=lambda text: text.name)
def text(request: pytest.FixtureRequest) -> LinkedText:
    found: LinkedText = request.param
    return found


def test_the_same_seed_plants_the_same(text: LinkedText) -> None:
    assert Planter("a").plant(text, 0) == Planter("a").plant(text, 0)
    assert Planter("a").plant(text, 0).plants != Planter("b").plant(text, 0).plants


def test_each_plant_changes_one_clause_of_its_own(text: LinkedText) -> None:
    planted = Planter("a").plant(text, 0)
    assert len({plant.link for plant in planted.plants}) == len(planted.plants) >= len(text.links) // 4
    before, after = _clauses(text), _clauses(planted.text)
    changed = {name for name, clause in before.items() if after.get(name) != clause}
    assert changed == {plant.clause for plant in planted.plants}


def test_a_plant_stands_where_it_says(text: LinkedText) -> None:
    planted = Planter("a").plant(text, 0)
    before, after = _clauses(text), _clauses(planted.text)
    for plant in planted.plants:
        if plant.error_class == CLAUSE_LOST:
            assert plant.clause not in after
        elif plant.error_class == NUMBERING:
            assert after[plant.clause].label != before[plant.clause].label
            assert after[plant.clause].text == before[plant.clause].text
        else:
            assert plant.span.of(after[plant.clause].text) == plant.new
            assert after[plant.clause].text != before[plant.clause].text
            assert plant.old.strip(" ,") in before[plant.clause].text


def test_no_error_is_planted_twice(text: LinkedText) -> None:
    planter = Planter("a")
    plants = [plant for number in range(4) for plant in planter.plant(text, number).plants]
    said = [(plant.link, plant.language, plant.error_class, plant.span, plant.old, plant.new) for plant in plants]
    assert [one for one, times in Counter(said).items() if times > 1] == []


def test_links_that_may_not_be_touched_are_left_alone(text: LinkedText) -> None:
    assert {plant.link for plant in Planter("a").plant(text, 0, frozenset(range(9))).plants}.isdisjoint(range(9))


def test_every_class_says_which_findings_find_it() -> None:
    planter = Planter("a")
    plants = [plant for one in TEXTS for number in range(4) for plant in planter.plant(one, number).plants]
    assert {plant.error_class for plant in plants} == KINDS.keys()


def test_left_out_clauses_leave_their_link_one_sided() -> None:
    planter = Planter("a")
    rounds = [planter.plant(one, number) for one in TEXTS for number in range(4)]
    lost = [(planted, plant) for planted in rounds for plant in planted.plants if plant.error_class == CLAUSE_LOST]
    assert lost
    assert all(planted.text.links[plant.link].one_sided for planted, plant in lost)


@pytest.mark.parametrize(
    ("word", "following", "expected"),
    [
        ("도란공화국", "는 간다", "은 간다"),
        ("에스테리아", "은 간다", "는 간다"),
        ("서울", "으로 간다", "로 간다"),
        ("페루", "을 본다", "를 본다"),
        ("3", "과 같다", "과 같다"),
        ("국", "이하로", "이하로"),
        ("기구", "을 위하여", "를 위하여"),
    ],
)
def test_particles_agree_with_the_word_before(word: str, following: str, expected: str) -> None:
    assert agreed(word, following) == expected


@pytest.mark.parametrize(
    ("numeral", "language", "value"),
    [
        ("1천8백억", KOREAN, 180_000_000_000),
        ("35만5천", KOREAN, 355_000),
        ("4천5백만", KOREAN, 45_000_000),
        ("1,200", KOREAN, 1200),
        ("1.5 million", ENGLISH, 1_500_000),
        ("eighty-five million", ENGLISH, 85_000_000),
        ("ninety", ENGLISH, 90),
    ],
)
def test_numerals_have_their_value(numeral: str, language: Language, value: float) -> None:
    assert numeral_value(numeral, language) == value


def test_a_figure_changes_only_where_both_sides_have_it() -> None:
    pair = ClausePair("등대지기 12명이 30일간 일한다.", "Twelve keepers work for 40 days.")
    changes = list(changed_values(pair, draw()))
    assert {(change.language, change.span.of(pair.text(change.language))) for change in changes} == {
        (KOREAN, "12"),
        (ENGLISH, "Twelve"),
    }
    assert all(numeral_value(change.new, change.language) not in (12, 30, 40) for change in changes)


def test_numbers_of_provisions_are_no_figures() -> None:
    assert {change.error_class for change in changed_values(ClausePair("5, 6, 7조", "Sections 5, 6 and 7"), draw())} <= {
        "cross_reference"
    }
    assert list(changed_values(ClausePair("2(4)조", "Section 2(4)"), draw())) == []


def test_magnitudes_change_by_their_scale() -> None:
    pair = ClausePair("기름 5천만 리터를 산다.", "They buy 50 million litres of oil.")
    assert {words(pair, change) for change in changed_magnitudes(pair, draw())} == {
        "기름 5백만 리터를 산다.",
        "They buy 50 billion litres of oil.",
    }


def test_dates_change_in_one_part() -> None:
    pair = ClausePair("2029년 5월 17일에 켠다.", "It is lit on 17 May 2029.")
    changes = list(changed_dates(pair, draw()))
    assert [change.span.of(pair.text(change.language)) for change in changes] == ["2029", "2029", "5", "May", "17", "17"]
    assert list(changed_dates(ClausePair(pair.ko, "It is lit on 18 May 2029."), draw())) == []


def test_words_change_only_where_both_sides_have_them() -> None:
    pair = ClausePair("지기는 30일 이상 일하여야 한다.", "The keeper shall work for at least 30 days.")
    found = {(change.error_class, words(pair, change)) for change in changed_words(pair, draw())}
    assert ("boundary", "지기는 30일 초과 일하여야 한다.") in found
    assert ("modality_down", "The keeper may work for at least 30 days.") in found
    alone = ClausePair("지기는 30일간 일한다.", "The keeper works for at least 30 days.")
    assert not [change for change in changed_words(alone, draw()) if change.error_class == "boundary"]


def test_an_omission_leaves_a_clean_sentence() -> None:
    pair = ClausePair("양측은 필요한 경우 만난다.", "The sides will, where necessary, meet.")
    lost = {words(pair, change) for change in changed_words(pair, draw()) if change.error_class == "hedge_lost"}
    assert lost == {"양측은 만난다.", "The sides will meet."}


@pytest.mark.parametrize(
    ("en", "expected"),
    [
        ("It is lit. In particular, the keeper sleeps.", "It is lit. The keeper sleeps."),
        ("The lamp, in particular, is lit.", "The lamp is lit."),
        ("In particular the lamp is lit.", "The lamp is lit."),
    ],
)
def test_an_omission_leaves_no_comma_behind(en: str, expected: str) -> None:
    pair = ClausePair("특히 등대를 켠다.", en)
    lost = {words(pair, change) for change in changed_words(pair, draw()) if change.error_class == "hedge_lost"}
    assert lost == {"등대를 켠다.", expected}


def test_acronyms_are_transposed() -> None:
    pair = ClausePair("등대위원회(LKC)를 둔다.", "A Lighthouse Keepers Committee (LKC) is set up.")
    assert {change.new for change in changed_acronyms(pair, draw())} == {"LCK"}


def test_names_are_misspelt_or_replaced_by_one_of_their_kind() -> None:
    around = Surroundings(places=(("카르덴", "Carden"), ("오르벨", "Orbell")), persons=(("한서윤", "Han Seoyun"),))
    pair = ClausePair("카르덴은 멀다.", "Carden is far.", around)
    found = [(change.error_class, words(pair, change)) for change in changed_names(pair, draw())]
    assert ("name_replaced", "오르벨은 멀다.") in found
    assert ("name_misspelt", "Cerden is far.") in found
    assert not any("한서윤" in said for _, said in found)


def test_items_are_lost_between_the_first_and_the_last() -> None:
    pair = ClausePair("등대는 기름, 심지 및 유리를 쓴다.", "The lamp uses oil, wicks and glass.")
    found = {(change.error_class, words(pair, change)) for change in changed_lists(pair, draw())}
    assert ("list_item_lost", "등대는 기름 및 유리를 쓴다.") in found
    assert ("list_item_lost", "The lamp uses oil and glass.") in found


def test_a_sentence_is_lost_with_its_blank() -> None:
    pair = ClausePair("등대를 켠다. 지기는 잔다.", "The lamp is lit. The keeper sleeps.")
    assert {words(pair, change) for change in lost_sentences(pair, draw())} == {"등대를 켠다.", "The lamp is lit."}


def test_particles_slip_behind_objects() -> None:
    pair = ClausePair("지기는 등대를 켠다.", "The keeper lights the lamp.")
    assert [words(pair, change) for change in slipped_particles(pair, draw())] == ["지기는 등대을 켠다."]


def _clauses(text: LinkedText) -> dict[str, Clause]:
    return {clause.id: clause for side in (text.korean, text.english) for clause in side.clauses}


def finding(kind: str, left: tuple[int, str] | None, right: tuple[int, str] | None) -> Finding:
    places = [
        Place("c", Span(spot[0], spot[0] + len(spot[1])), spot[1], Bilingual("", "")) if spot else None
        for spot in (left, right)
    ]
    return Finding(
        "f", kind, Severity.MAJOR, MinistryClass.MISTRANSLATION, 0, places[0], places[1], "C01", Bilingual("", ""), 1.0
    )


NUMBER = Plant("number", KOREAN, 0, "c", Span(5, 7), "12", "13", "등대지기 13명", Span(0, 6))
LOST = Plant("qualifier_lost", KOREAN, 0, "c", Span(4, 4), "서면으로", "", "이를 통보한다.", Span(10, 20))


@pytest.mark.parametrize(
    ("plant", "said", "located"),
    [
        (NUMBER, finding("number", (5, "13명"), (0, "Twelve")), Located.TIGHT),
        (NUMBER, finding("meaning", (5, "13명"), (0, "Twelve")), Located.MISSED),
        (NUMBER, finding("number", (0, "등대지기"), None), Located.MISSED),
        (NUMBER, finding("number", None, (0, "Twelve")), Located.TIGHT),
        (NUMBER, finding("number", (0, "등대지기 13명이 " * 5), None), Located.FOUND),
        (LOST, finding("omission", None, (10, "in writing")), Located.TIGHT),
        (LOST, finding("omission", None, (40, "the keeper")), Located.MISSED),
    ],
)
def test_a_hit_has_the_right_kind_in_the_right_place(plant: Plant, said: Finding, located: Located) -> None:
    assert is_hit(plant, [said]) is located
