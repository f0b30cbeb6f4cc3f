"""Clauses of different agreements on the same subject: many to many, in any order, only where that is clear."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.quality.counterparts import COUNTERPARTS, ENGLISH, KOREAN, counterpart_scores, read_pair
from treaty.alignment.counterparts import counterparts
from treaty.errors import Cancelled
from treaty.language.meaning import SentenceEncoder
from treaty.model import Link, LinkOrigin, Relation, TreatyText
from treaty.review.assembly import Instruments, assemble_review
from treaty.review.rows import RowKind, rows

Texts = tuple[TreatyText, TreatyText]
FISHERY, SCIENCE = (COUNTERPARTS / f"{name}.json" for name in ("fishery-protocol", "science-agreement"))


@pytest.fixture(params=[(KOREAN, KOREAN), (ENGLISH, ENGLISH), (KOREAN, ENGLISH)], ids="–".join)
def texts(request: pytest.FixtureRequest) -> Texts:
    return read_pair(SCIENCE, *request.param)[:2]


def between(texts: Texts, links: list[Link]) -> set[tuple[str, str]]:
    return {(texts[0].clause(link.left[0]).text, texts[1].clause(link.right[0]).text) for link in links if not link.one_sided}


def test_the_same_subject_is_found_in_another_place(encoder: SentenceEncoder) -> None:
    texts = read_pair(SCIENCE, ENGLISH, ENGLISH)[:2]
    found = between(texts, counterparts(*texts, encoder=encoder))
    assert (
        "Pre-existing intellectual property will remain with its holder.",
        "Intellectual property rights held by a Party before this Agreement shall not be affected.",
    ) in found
    assert ("Joint Committee", "Joint Committee on Science and Technology") in found


def test_every_clause_is_in_a_link(texts: Texts, encoder: SentenceEncoder) -> None:
    links = counterparts(*texts, encoder=encoder)
    assert {clause for link in links for clause in link.left} == {clause.id for clause in texts[0].clauses}
    assert {clause for link in links for clause in link.right} == {clause.id for clause in texts[1].clauses}
    assert len({(link.left, link.right) for link in links}) == len(links)


def test_what_has_a_counterpart_is_not_alone_as_well(texts: Texts, encoder: SentenceEncoder) -> None:
    links = counterparts(*texts, encoder=encoder)
    for side in (0, 1):
        alone = [(link.left, link.right)[side] for link in links if link.one_sided]
        linked = [(link.left, link.right)[side] for link in links if not link.one_sided]
        assert not set(filter(None, alone)) & set(linked)


def test_a_clause_may_have_several_counterparts(encoder: SentenceEncoder) -> None:
    texts = read_pair(SCIENCE, KOREAN, KOREAN)[:2]
    partners: dict[str, list[str]] = {}
    for left, right in between(texts, counterparts(*texts, encoder=encoder)):
        partners.setdefault(right, []).append(left)
    assert {"양자 계산과 양자 통신", "양자기술"} <= set(partners["양자 정보과학"])


def test_links_stand_in_order_of_the_left_agreement(texts: Texts, encoder: SentenceEncoder) -> None:
    place = {clause.id: number for number, clause in enumerate(texts[0].clauses)}
    order = [place[link.left[0]] for link in counterparts(*texts, encoder=encoder) if link.left]
    assert order == sorted(order)


def test_headings_are_linked_with_headings_alone(texts: Texts, encoder: SentenceEncoder) -> None:
    for link in counterparts(*texts, encoder=encoder):
        if not link.one_sided:
            assert texts[0].clause(link.left[0]).kind.heads == texts[1].clause(link.right[0]).kind.heads


def test_headings_with_linked_clauses_below_are_the_likelier_ones(
    read: Callable[..., list[TreatyText]], encoder: SentenceEncoder
) -> None:
    """The same two headings, above clauses on one subject and above clauses on two."""
    (left,) = read("제1조(나포)\n어선을 억류하면 대사관에 통보한다.\n제2조(음악)\n음악을 가르친다.")

    def confidence(below: str) -> float:
        (right,) = read(f"제1조(승선 검사와 억류)\n{below}\n제2조(음악)\n음악을 배운다.", first=2)
        linked = {(link.left, link.right): link.confidence for link in counterparts(left, right, encoder=encoder)}
        return linked.get(((left.clauses[0].id,), (right.clauses[0].id,)), 0.0)

    assert confidence("어선을 억류한 때에는 대사관에 알린다.") > confidence("선원의 임금은 매달 지급한다.")


def test_a_title_has_no_counterpart_but_a_title(texts: Texts, encoder: SentenceEncoder) -> None:
    titles = [text.clauses[0].id for text in texts]
    linked = [link for link in counterparts(*texts, encoder=encoder) if {*link.left, *link.right} & set(titles)]
    assert [(link.left, link.right) for link in linked] == [((titles[0],), (titles[1],))]


def test_articles_that_are_numbers_only_are_linked_by_what_stands_in_them(
    read: Callable[..., list[TreatyText]], encoder: SentenceEncoder
) -> None:
    costs, disputes = (
        "각 당사자는 자국이 수행하는 활동의 비용을 부담한다.",
        "이 협정의 해석에 관한 분쟁은 협의를 통하여 해결한다.",
    )
    (left,) = read(f"제1조\n{costs}\n제2조\n{disputes}\n제3조\n이 협정은 서명한 날에 발효한다.")
    (right,) = read(f"제1조\n{disputes}\n제2조\n어선은 등불을 켠다.\n제3조\n{costs}", first=2)
    links = [link for link in counterparts(left, right, encoder=encoder) if not link.one_sided]
    bare = {
        (left.clause(link.left[0]).path, right.clause(link.right[0]).path) for link in links if link.reasons == ("heading",)
    }
    assert bare == {("제1조", "제3조"), ("제2조", "제1조")}


def test_every_link_says_why(texts: Texts, encoder: SentenceEncoder) -> None:
    for link in counterparts(*texts, encoder=encoder):
        if not link.one_sided:
            assert set(link.reasons) <= {"meaning", "heading", "terms", "names", "position", "clauses"}
            assert link.reasons
            assert 0 < link.confidence < 1


def test_a_shared_acronym_is_a_reason(read: Callable[..., list[TreatyText]], encoder: SentenceEncoder) -> None:
    (left,) = read("1. The Parties follow the rules of the ORBO on fisheries.\n2. Fees are due in May.\n3. Ships carry lamps.")
    (right,) = read("1. Grain is inspected.\n2. The rules of the ORBO on fisheries apply.\n3. Students learn music.", first=2)
    links = [link for link in counterparts(left, right, encoder=encoder) if not link.one_sided]
    assert [(link.left[0][-1], link.right[0][-1]) for link in links] == [("1", "2")]
    assert "names" in links[0].reasons


def test_clauses_between_counterparts_are_rather_counterparts(
    read: Callable[..., list[TreatyText]], encoder: SentenceEncoder
) -> None:
    """The same two clauses, between clauses on the same subjects and between others."""
    licence, board = "조업하려는 어선은 허가를 받는다.", "과학 옵서버는 승선하여 어획량을 기록한다."
    notice, told = "어선을 억류하면 대사관에 통보한다.", "나포한 때에는 상대국 공관에 알린다."
    (left,) = read(f"1. {licence}\n2. {notice}\n3. {board}\n4. 등대를 고친다.")

    def confidence(texts: str) -> float:
        (right,) = read(texts, first=2)
        wanted = next(clause.id for clause in right.clauses if told in clause.text)
        linked = {(link.left, link.right): link.confidence for link in counterparts(left, right, encoder=encoder)}
        return linked.get(((left.clauses[1].id,), (wanted,)), 0.0)

    between_them = confidence(f"1. 음악을 가르친다.\n2. {licence}\n3. {told}\n4. {board}")
    elsewhere = confidence(f"1. {licence}\n2. {board}\n3. 음악을 가르친다.\n4. {told}")
    assert between_them > elsewhere


def test_pinned_links_are_kept_and_not_made_twice(texts: Texts, encoder: SentenceEncoder) -> None:
    computed = counterparts(*texts, encoder=encoder)
    twin = next(link for link in computed if not link.one_sided)
    own = Link((texts[0].clauses[1].id,), (texts[1].clauses[-2].id,), 0.5)
    found = counterparts(*texts, encoder=encoder, pinned=[twin, own])
    reviewed = [(link.left, link.right) for link in found if link.origin is LinkOrigin.REVIEWER]
    assert sorted(reviewed) == sorted([(twin.left, twin.right), (own.left, own.right)])
    assert len({(link.left, link.right) for link in found}) == len(found)


def test_agreements_without_a_clause_in_common_have_no_links(
    read: Callable[..., list[TreatyText]], encoder: SentenceEncoder
) -> None:
    (left,) = read("1. 곡물은 실기 전에 검사한다.\n2. 우편물은 하루 안에 통관한다.\n3. 등대를 고친다.")
    (right,) = read("1. 음악을 배우는 학생은 장학금을 받는다.\n2. 수도에 지도 보관소를 짓는다.\n3. 회비는 5월에 낸다.", first=2)
    assert all(link.one_sided for link in counterparts(left, right, encoder=encoder))


def test_it_stops_when_told_to(texts: Texts, encoder: SentenceEncoder) -> None:
    class Stop:
        def report(self, done: int, total: int, what: str) -> None:
            if done:
                raise Cancelled

    with pytest.raises(Cancelled):
        counterparts(*texts, encoder=encoder, progress=Stop())


def test_a_review_of_counterparts_shows_every_link_as_a_row(texts: Texts, instruments: Instruments) -> None:
    review = assemble_review(texts, None if texts[0].language is texts[1].language else Relation.COUNTERPART, instruments)
    (comparison,) = review.comparisons
    shown = [row.link for row in rows(review) if row.kind is not RowKind.POINTER]
    assert comparison.relation is Relation.COUNTERPART
    assert shown == list(range(len(comparison.links)))


def test_most_hand_made_links_are_found(instruments: Instruments) -> None:
    scores = list(counterpart_scores(instruments))
    right = sum(score.right for score in scores)
    assert right > 0.9 * sum(score.made for score in scores)
    assert right > 0.88 * sum(score.wanted for score in scores)
    assert sum(score.strengths for score in scores) > 0.82 * right


def test_the_lexicon_finds_links_that_vectors_alone_do_not(
    texts: Texts, encoder: SentenceEncoder, instruments: Instruments
) -> None:
    without = between(texts, counterparts(*texts, encoder=encoder))
    links = counterparts(*texts, lexicon=instruments.rules.lexicon, encoder=encoder)
    assert between(texts, links) - without
    assert any("words" in link.reasons for link in links)
