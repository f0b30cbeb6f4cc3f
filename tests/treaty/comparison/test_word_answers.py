"""What lights up when a reader points at a word."""

from __future__ import annotations

import pytest

from resources import path_of
from treaty.comparison.word_answers import Counterpart, CounterpartKind, LinkedSide, Lookup, counterparts
from treaty.glossary import Glossary, GlossaryTerm
from treaty.language.lexicon import load_lexicon
from treaty.language.name_tables import load_names
from treaty.language.quantities import UnitTable
from treaty.model import Language

Answers = dict[CounterpartKind, list[tuple[list[str], list[str]]]]


@pytest.fixture(scope="module")
def lookup(units: UnitTable) -> Lookup:
    glossary = Glossary((GlossaryTerm(("등대지기",), ("lamp keeper", "keeper of the lamps")),))
    lexicon = load_lexicon(path_of("lexicon"), path_of("language"))
    return Lookup.of(units, load_names(path_of("names")), glossary, lexicon)


def answers(korean: list[str], english: list[str], lookup: Lookup) -> Answers:
    sides = [
        LinkedSide(language, tuple((f"{language}{number}", text) for number, text in enumerate(texts)))
        for language, texts in ((Language.KOREAN, korean), (Language.ENGLISH, english))
    ]
    texts = dict(sides[0].clauses) | dict(sides[1].clauses)

    def words(side: tuple[object, ...]) -> list[str]:
        return [place.span.of(texts[place.clause]) for place in side]  # type: ignore[attr-defined]

    found: Answers = {}
    for each in counterparts(sides[0], sides[1], lookup):
        assert isinstance(each, Counterpart)
        found.setdefault(each.kind, []).append((words(each.left), words(each.right)))
    return found


def test_figures_answer_by_value_and_what_nothing_answers_stands_alone(lookup: Lookup) -> None:
    found = answers(["28일 이내에 등대 3개를 고친다."], ["Within four weeks, repair 5 lighthouses."], lookup)
    quantities = found[CounterpartKind.QUANTITY]
    assert (["3개"], []) in quantities or (["3"], []) in quantities
    assert ([], ["5"]) in quantities


def test_dates_answer_across_clauses_of_a_link(lookup: Lookup) -> None:
    found = answers(["2029년 6월 30일까지 한다.", "등대를 켠다."], ["They shall light it.", "By 30 June 2029."], lookup)
    assert (["2029년 6월 30일"], ["30 June 2029"]) in found[CounterpartKind.QUANTITY]


def test_names_answer_by_their_row(lookup: Lookup) -> None:
    found = answers(["국제연합은 등불을 켠다."], ["The United Nations lights the lamp; the UN shall."], lookup)
    left, right = found[CounterpartKind.NAME][0]
    assert left == ["국제연합"]
    assert right[0].endswith("United Nations")
    assert right[1] == "UN"


def test_terms_of_the_glossary_answer_in_any_rendering(lookup: Lookup) -> None:
    found = answers(["등대지기는 쉰다. 큰등대지기도 쉰다."], ["Lamp keepers rest."], lookup)
    assert found[CounterpartKind.TERM] == [(["등대지기"], ["Lamp keepers"])]


def test_words_of_the_lexicon_answer_with_the_longest_place(lookup: Lookup) -> None:
    found = answers(["현장 훈련을 한다."], ["They hold field training."], lookup)
    assert (["훈련"], ["training"]) in found[CounterpartKind.WORD]


def test_within_one_language_only_figures_and_names_are_told(lookup: Lookup) -> None:
    side = LinkedSide(Language.ENGLISH, (("a", "The training takes 4 weeks."),))
    other = LinkedSide(Language.ENGLISH, (("b", "The training takes 4 weeks."),))
    assert {each.kind for each in counterparts(side, other, lookup)} == {CounterpartKind.QUANTITY}
