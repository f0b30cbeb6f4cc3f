"""Links between two texts: reasons, confidence, moves, the reviewer's pins, the sentences inside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.treaty.alignment.test_align_lists import ENGLISH, KOREAN
from treaty.alignment import align
from treaty.errors import Cancelled
from treaty.language.meaning import SentenceEncoder
from treaty.model import Link, LinkOrigin, TreatyText
from treaty.reading import read_treaty
from treaty.reading.rules import ReadingRules

Read = Callable[..., list[TreatyText]]
REASONS = {"number", "dates", "figures", "names", "terms", "meaning", "length", "position"}


@pytest.fixture
def texts(read: Read) -> tuple[TreatyText, TreatyText]:
    """Eight paragraphs in each language."""
    (left,) = read("\n".join(f"{number}/ {words}" for number, words in enumerate(KOREAN, start=1)), name="ko.txt")
    (right,) = read("\n".join(f"{number}/ {words}" for number, words in enumerate(ENGLISH, start=1)), name="en.txt", first=2)
    return left, right


def reordered(read: Read, order: Sequence[int]) -> TreatyText:
    """The English paragraphs in another order, numbered anew."""
    lines = [f"{number}/ {ENGLISH[place]}" for number, place in enumerate(order, start=1)]
    (text,) = read("\n".join(lines), name="en.txt", first=2)
    return text


def numbers(links: Sequence[Link]) -> list[tuple[list[int], list[int]]]:
    """Links by the place of their clauses."""
    return [([int(i.split("c")[1]) for i in link.left], [int(i.split("c")[1]) for i in link.right]) for link in links]


def test_links_come_in_order_with_reasons_and_confidence(
    texts: tuple[TreatyText, TreatyText], encoder: SentenceEncoder
) -> None:
    links = align(*texts, encoder=encoder)
    assert numbers(links) == [([n], [n]) for n in range(1, 9)]
    for link in links:
        assert link.origin is LinkOrigin.COMPUTED
        assert 0.5 < link.confidence <= 1
        assert link.reasons
        assert set(link.reasons) <= REASONS
        assert not link.moved
    assert "number" in links[0].reasons
    assert "meaning" in links[0].reasons


@pytest.mark.parametrize("bodies", ["NATO 및 OSCE 본부", "NATO와 OSCE의 본부"])
def test_reasons_name_what_both_sides_share(read: Read, encoder: SentenceEncoder, bodies: str) -> None:
    (left,) = read("\n".join([*KOREAN, f"회의는 2031년 3월 4일 {bodies}에서 열렸다."]), name="ko.txt")
    meeting = "The meeting was held at the seat of NATO and OSCE on 4 March 2031."
    (right,) = read("\n".join([meeting, *ENGLISH]), name="en.txt", first=2)
    links = {link.left: link for link in align(left, right, encoder=encoder)}
    assert links["t1.c9",].right == ("t2.c1",)
    assert {"dates", "names"} <= set(links["t1.c9",].reasons)
    assert not {"dates", "names"} & set(links["t1.c1",].reasons)


def test_the_same_texts_give_the_same_links(texts: tuple[TreatyText, TreatyText], encoder: SentenceEncoder) -> None:
    assert align(*texts, encoder=encoder) == align(*texts, encoder=SentenceEncoder())


def test_moved_clauses_say_so_and_the_others_do_not(
    read: Read, texts: tuple[TreatyText, TreatyText], encoder: SentenceEncoder
) -> None:
    right = reordered(read, [0, 4, 5, 6, 7, 1, 2, 3])
    links = align(texts[0], right, encoder=encoder)
    assert numbers(links) == [([1], [1]), ([2], [6]), ([3], [7]), ([4], [8]), ([5], [2]), ([6], [3]), ([7], [4]), ([8], [5])]
    assert [link.moved for link in links] == [False, True, True, True, False, False, False, False]


def test_what_only_the_right_text_has_stands_behind_its_predecessor(read: Read, encoder: SentenceEncoder) -> None:
    (left,) = read("\n".join([*KOREAN[:2], *KOREAN[4:6]]), name="ko.txt")
    (right,) = read("\n".join(ENGLISH[:6]), name="en.txt", first=2)
    assert numbers(align(left, right, encoder=encoder)) == [
        ([1], [1]), ([2], [2]), ([], [3]), ([], [4]), ([3], [5]), ([4], [6]),
    ]  # fmt: skip


class TestPins:
    """The reviewer's links are kept, and part what is before them from what is behind them."""

    def test_a_pin_is_kept_exactly(self, texts: tuple[TreatyText, TreatyText], encoder: SentenceEncoder) -> None:
        pin = Link(("t1.c3",), ("t2.c5",), 0.3)
        links = align(*texts, encoder=encoder, pinned=[pin])
        (kept,) = [link for link in links if "t1.c3" in link.left]
        assert (kept.left, kept.right) == (pin.left, pin.right)
        assert kept.origin is LinkOrigin.REVIEWER
        assert kept.confidence == 1
        assert [link.origin for link in links].count(LinkOrigin.REVIEWER) == 1

    def test_no_computed_link_takes_a_pinned_clause(
        self, texts: tuple[TreatyText, TreatyText], encoder: SentenceEncoder
    ) -> None:
        pins = [Link(("t1.c1", "t1.c2"), ("t2.c1",), 1.0), Link(("t1.c8",), (), 1.0), Link((), ("t2.c8",), 1.0)]
        links = align(*texts, encoder=encoder, pinned=pins)
        assert sorted(i for link in links for i in link.left) == [clause.id for clause in texts[0].clauses]
        assert sorted(i for link in links for i in link.right) == [clause.id for clause in texts[1].clauses]
        for pin in pins:
            assert (pin.left, pin.right) in [(link.left, link.right) for link in links if link.origin is LinkOrigin.REVIEWER]

    @pytest.mark.parametrize(("pinned", "partner"), [("t2.c2", "t2.c1"), ("t2.c4", "t2.c3")])
    def test_a_pin_parts_the_texts(self, read: Read, encoder: SentenceEncoder, pinned: str, partner: str) -> None:
        """Of two like clauses the aligner takes the one on the pin's own side."""
        (left,) = read(f"{KOREAN[7]}\n{KOREAN[0]}\n{KOREAN[6]}", name="ko.txt")
        (right,) = read("\n".join([ENGLISH[7], ENGLISH[0], ENGLISH[7], ENGLISH[0], ENGLISH[6]]), name="en.txt", first=2)
        links = align(left, right, encoder=encoder, pinned=[Link(("t1.c2",), (pinned,), 1.0)])
        (first,) = [link for link in links if "t1.c1" in link.left]
        assert first.right[-1] <= partner

    @pytest.mark.parametrize(
        ("mine", "theirs"),
        [
            (1, 1),
            (8, 8),
            (1, 2),
            (1, 8),
            (8, 7),
            (4, 6),
            (7, 2),
        ],
    )
    def test_any_two_clauses_can_be_pinned(
        self, texts: tuple[TreatyText, TreatyText], encoder: SentenceEncoder, mine: int, theirs: int
    ) -> None:
        pin = Link((f"t1.c{mine}",), (f"t2.c{theirs}",), 1.0)
        links = align(*texts, encoder=encoder, pinned=[pin])
        assert (pin.left, pin.right) in [(link.left, link.right) for link in links]
        assert sorted(i for link in links for i in link.right) == [clause.id for clause in texts[1].clauses]

    def test_the_only_clause_can_be_pinned(self, read: Read, encoder: SentenceEncoder) -> None:
        (left,) = read(KOREAN[0], name="ko.txt")
        (right,) = read(f"{ENGLISH[0]}\n{ENGLISH[1]}", name="en.txt", first=2)
        links = align(left, right, encoder=encoder, pinned=[Link(("t1.c1",), ("t2.c1",), 1.0)])
        assert numbers(links) == [([1], [1]), ([], [2])]

    def test_no_computed_link_reaches_across_a_pin(self, read: Read, encoder: SentenceEncoder) -> None:
        (left,) = read(f"{KOREAN[0]}\n{KOREAN[6]}\n{KOREAN[1]}", name="ko.txt")
        (right,) = read(f"{ENGLISH[0]} {ENGLISH[1]}\n{ENGLISH[6]}", name="en.txt", first=2)
        links = align(left, right, encoder=encoder, pinned=[Link(("t1.c2",), ("t2.c2",), 1.0)])
        assert ("t1.c1", "t1.c3") not in [link.left for link in links]

    def test_pinning_what_was_computed_changes_no_link(
        self, texts: tuple[TreatyText, TreatyText], encoder: SentenceEncoder
    ) -> None:
        links = align(*texts, encoder=encoder)
        again = align(*texts, encoder=encoder, pinned=links[2:5])
        assert numbers(again) == numbers(links)


class TestSentences:
    """Inside a link each sentence is linked once."""

    def test_an_omitted_sentence_stands_alone(self, read: Read, encoder: SentenceEncoder) -> None:
        (left,) = read(f"1/ {KOREAN[0]} {KOREAN[2]}\n2/ {KOREAN[7]}", name="ko.txt")
        (right,) = read(f"1/ {ENGLISH[0]} {ENGLISH[6]} {ENGLISH[2]}\n2/ {ENGLISH[7]}", name="en.txt", first=2)
        link = align(left, right, encoder=encoder)[0]
        said = [(len(pair.left), [place.span.of(right.clauses[0].text) for place in pair.right]) for pair in link.sentences]
        assert sorted(said) == sorted([(1, [ENGLISH[0]]), (0, [ENGLISH[6]]), (1, [ENGLISH[2]])])

    def test_every_sentence_is_in_one_pair(self, texts: tuple[TreatyText, TreatyText], encoder: SentenceEncoder) -> None:
        links = align(*texts, encoder=encoder)
        for side, text in zip(("left", "right"), texts, strict=True):
            found = [(p.clause, p.span) for link in links for pair in link.sentences for p in getattr(pair, side)]
            assert sorted(found) == sorted((clause.id, span) for clause in text.clauses for span in clause.sentences)


def test_work_that_is_stopped_stops(texts: tuple[TreatyText, TreatyText], encoder: SentenceEncoder) -> None:
    class Stop:
        def report(self, done: int, total: int, what: str) -> None:
            assert 0 <= done <= total
            assert what == "progress.align"
            raise Cancelled

    with pytest.raises(Cancelled):
        align(*texts, encoder=encoder, progress=Stop())


def test_the_first_seed_has_ten_items_one_to_one(shared: Path, reading_rules: ReadingRules, encoder: SentenceEncoder) -> None:
    (path,) = (shared / "texts" / "seeds").glob("000_*.txt")
    left, right = read_treaty(path, rules=reading_rules)
    labels = {clause.id: clause.label.number for text in (left, right) for clause in text.clauses if clause.label}
    links = align(left, right, encoder=encoder)
    pairs = [(labels[link.left[0]], labels[link.right[0]]) for link in links if set(link.left) & labels.keys()]
    assert pairs == [(str(n), str(n)) for n in range(1, 11)]
    assert all(len(link.left) == len(link.right) == 1 for link in links if set(link.left + link.right) & labels.keys())
