"""The items of enumerations: which stands where, and which has no counterpart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.quality.gold import text_of
from treaty.alignment.items import ItemLink, item_links
from treaty.language.items import item_spans
from treaty.language.meaning import SentenceEncoder
from treaty.model import Language, SentenceLink, SentencePlace, Span, TreatyText

Linked = Callable[[str, str], list[tuple[str | None, str | None]]]
KOREAN, ENGLISH = Language.KOREAN, Language.ENGLISH


@pytest.mark.parametrize(
    ("language", "text", "items"),
    [
        (ENGLISH, "open, secure and interoperable networks", ["open", "secure", "interoperable networks"]),
        (ENGLISH, "(a) tuna; (b) squid; and (c) crab", ["tuna", "squid", "crab"]),
        (ENGLISH, "the 1,500 buoys and/or lamps", ["the 1,500 buoys", "lamps"]),
        (ENGLISH, "standards for landlords", ["standards for landlords"]),
        (KOREAN, "개방되고 안전하며 상호운용 가능한 통신망", ["개방되고", "안전하며", "상호운용 가능한 통신망"]),
        (KOREAN, "참치, 오징어, 새우 및 게", ["참치", "오징어", "새우"]),
        (KOREAN, "어업과 양식업 또는 가공업", ["어업과", "양식업", "가공업"]),
        (KOREAN, "연구·개발·교육", ["연구", "개발", "교육"]),
        (KOREAN, "1,500개의 부표", ["1,500개의 부표"]),
        (KOREAN, "연안국과 협의한다", ["연안국과", "협의한다"]),
        (KOREAN, "양국 정부가 정한다", ["양국 정부가 정한다"]),
    ],
)
def test_where_items_begin_and_end(language: Language, text: str, items: list[str]) -> None:
    assert [span.of(text) for span in item_spans(text, language)] == items


@pytest.fixture
def linked(encoder: SentenceEncoder) -> Linked:
    """The words of the items that are linked in two sentences; None where a side has none."""

    def link(korean: str, english: str) -> list[tuple[str | None, str | None]]:
        left, right = text_of("l", KOREAN, [korean]), text_of("r", ENGLISH, [english])
        found = item_links(whole(left, right), left, right, encoder)
        return [(words(item.left, left), words(item.right, right)) for item in found]

    return link


def whole(left: TreatyText, right: TreatyText) -> SentenceLink:
    sides = [tuple(SentencePlace(one.id, Span(0, len(one.text))) for one in text.clauses) for text in (left, right)]
    return SentenceLink(sides[0], sides[1])


def words(place: SentencePlace | None, text: TreatyText) -> str | None:
    return place.span.of(text.clause(place.clause).text) if place else None


FISHERY = (
    "당사국은 수산자원 평가, 불법어업 감시, 선원의 안전 및 항만 시설에 관하여 협력한다.",
    "The Parties shall cooperate on fish stock assessment, surveillance of illegal fishing, the safety of crews and"
    " port facilities.",
)
NETWORKS = (
    "양측은 개방되고 안전하며 상호운용 가능한 통신망을 증진하기로 하였다.",
    "Both sides decided to promote open, secure and interoperable networks.",
)


class TestFaithfulSentences:
    def test_items_are_linked_by_what_they_mean(self, linked: Linked) -> None:
        found = linked(*FISHERY)
        assert ("불법어업 감시", "surveillance of illegal fishing") in found
        assert ("선원의 안전", "the safety of crews") in found

    def test_items_may_stand_in_another_order(self, linked: Linked) -> None:
        found = linked("새별은 쌀, 강철, 목재와 석탄을 보낸다.", "Saebyeol sends coal, timber, rice and steel.")
        assert ("강철", "steel.") in found
        assert ("목재와", "timber") in found

    @pytest.mark.parametrize(
        "sentences",
        [
            FISHERY,
            NETWORKS,
            ("당사국은 이 협정의 규정을 존중한다.", "The Parties shall respect and observe the terms of this Agreement."),
            ("대표단은 교섭하고 서명한다.", "The delegations shall negotiate, and sign, the text."),
            ("가. 쌀 나. 강철 다. 목재", "(a) rice; (b) steel; and (c) timber"),
        ],
    )
    def test_no_item_is_alone(self, linked: Linked, sentences: tuple[str, str]) -> None:
        assert None not in {side for pair in linked(*sentences) for side in pair}


class TestItemsLeftOut:
    @pytest.mark.parametrize(
        ("sentences", "cut", "alone"),
        [
            (FISHERY, ", 불법어업 감시", (None, "surveillance of illegal fishing")),
            (FISHERY, ", surveillance of illegal fishing", ("불법어업 감시", None)),
            (NETWORKS, ", secure", ("안전하며", None)),
        ],
    )
    def test_the_other_side_says_which(
        self, linked: Linked, sentences: tuple[str, str], cut: str, alone: tuple[str | None, str | None]
    ) -> None:
        korean, english = (words.replace(cut, "") for words in sentences)
        assert [pair for pair in linked(korean, english) if None in pair] == [alone]

    def test_who_asks_for_less_surety_is_told_more(self, encoder: SentenceEncoder) -> None:
        left, right = text_of("l", KOREAN, [NETWORKS[0].replace("안전하며 ", "")]), text_of("r", ENGLISH, [NETWORKS[1]])
        found = [item_links(whole(left, right), left, right, encoder, least=least) for least in (0.95, 0.6)]
        assert [[words(link.right, right) for link in links if link.left is None] for links in found] == [[], ["secure"]]


def test_spans_count_in_the_clause_and_not_in_the_sentence(encoder: SentenceEncoder) -> None:
    left = text_of("l", KOREAN, ["서문이다. 쌀, 강철 및 목재를 보낸다."])
    right = text_of("r", ENGLISH, ["This is the preamble. It sends rice, steel and timber."])
    places = [SentencePlace(text.clauses[0].id, text.clauses[0].sentences[1]) for text in (left, right)]
    found = item_links(SentenceLink((places[0],), (places[1],)), left, right, encoder)
    assert ("강철", "steel") in [(words(item.left, left), words(item.right, right)) for item in found]


def test_a_side_without_words_has_no_items(encoder: SentenceEncoder) -> None:
    left, right = text_of("l", KOREAN, ["쌀과 강철"]), text_of("r", ENGLISH, ["rice and steel"])
    assert item_links(replace(whole(left, right), right=()), left, right, encoder) == []


def test_the_same_sentences_give_the_same_items(encoder: SentenceEncoder) -> None:
    left, right = text_of("l", KOREAN, [FISHERY[0]]), text_of("r", ENGLISH, [FISHERY[1]])
    found = item_links(whole(left, right), left, right, encoder)
    assert all(isinstance(item, ItemLink) for item in found)
    assert found == item_links(whole(left, right), left, right, SentenceEncoder())
