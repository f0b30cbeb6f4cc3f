"""Sentences inside links, each trap of docs/tricky-cases.md with an example of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.quality.gold import text_of
from treaty.alignment.sentences import with_sentences
from treaty.language.meaning import SentenceEncoder
from treaty.model import Language, Link, SentencePlace, TreatyText

Pairs = list[tuple[list[str], list[str]]]
Linked = Callable[[str, str], Pairs]


@pytest.fixture
def linked(encoder: SentenceEncoder) -> Linked:
    """The sentences of one Korean and one English clause as they are linked, by their words."""

    def link(korean: str, english: str) -> Pairs:
        texts = text_of("l", Language.KOREAN, [korean]), text_of("r", Language.ENGLISH, [english])
        found = with_sentences(Link(("l.0",), ("r.0",), 1.0), *texts, encoder)
        return [(words(pair.left, texts[0]), words(pair.right, texts[1])) for pair in found.sentences]

    return link


def words(places: tuple[SentencePlace, ...], text: TreatyText) -> list[str]:
    return [place.span.of(text.clause(place.clause).text) for place in places]


class TestLeadIn:
    """Korean makes a sentence of its own of what English appends as "including"."""

    KOREAN = "당사국은 어선의 안전을 위하여 필요한 조치를 취한다. 이러한 조치에는 다음의 사항이 포함된다."

    def test_it_belongs_to_the_sentence_before(self, linked: Linked) -> None:
        found = linked(
            self.KOREAN,
            "The Parties shall take the measures necessary for the safety of fishing vessels. These include the following:",
        )
        assert [tuple(map(len, pair)) for pair in found] == [(1, 1), (1, 1)]
        found = linked(
            self.KOREAN, "The Parties shall take the measures necessary for the safety of fishing vessels, including by:"
        )
        assert [tuple(map(len, pair)) for pair in found] == [(2, 1)]


class TestGuest:
    """A sentence whose counterpart is missing is not taken along by the sentence beside it."""

    ENGLISH = "The harbour is closed to warships. The harbour master may grant exceptions with the consent of the Council."

    def test_it_stands_alone(self, linked: Linked) -> None:
        assert linked("항만장은 이사회의 동의를 얻어 예외를 허용할 수 있다.", self.ENGLISH) == [
            (
                ["항만장은 이사회의 동의를 얻어 예외를 허용할 수 있다."],
                ["The harbour master may grant exceptions with the consent of the Council."],
            ),
            ([], ["The harbour is closed to warships."]),
        ]

    def test_one_sentence_that_says_both_keeps_both(self, linked: Linked) -> None:
        found = linked("항구에는 군함이 들어올 수 없으며, 항만장은 이사회의 동의를 얻어 예외를 허용할 수 있다.", self.ENGLISH)
        assert [tuple(map(len, pair)) for pair in found] == [(1, 2)]


def test_many_sentences_may_face_one(linked: Linked) -> None:
    places = ["harbour", "lighthouse", "quay", "beacon", "canal", "lock", "dry dock", "breakwater", "pilot station"]
    korean = "당사국은 항구, 등대, 부두, 항로표지, 운하, 갑문, 건선거, 방파제, 도선사 사무소를 각각 유지한다."
    found = linked(korean, " ".join(f"Each Party shall maintain its {place}." for place in places))
    assert [tuple(map(len, pair)) for pair in found] == [(1, len(places))]


def test_nothing_is_said_of_a_clause_that_faces_a_heading(encoder: SentenceEncoder) -> None:
    left, right = text_of("l", Language.KOREAN, ["등대의 보호"]), text_of("r", Language.ENGLISH, ["Protection of lighthouses"])
    heading = replace(right, clauses=(replace(right.clauses[0], sentences=()),))
    assert with_sentences(Link(("l.0",), ("r.0",), 1.0), left, heading, encoder).sentences == ()


def test_a_clause_without_counterpart_keeps_its_sentences_together(encoder: SentenceEncoder) -> None:
    left, right = text_of("l", Language.KOREAN, ["등대를 고친다. 등불을 켠다."]), text_of("r", Language.ENGLISH, [])
    (pair,) = with_sentences(Link(("l.0",), (), 1.0), left, right, encoder).sentences
    assert (words(pair.left, left), pair.right) == (["등대를 고친다.", "등불을 켠다."], ())
