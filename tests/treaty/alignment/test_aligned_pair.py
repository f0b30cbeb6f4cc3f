"""A pair of texts that is asked for its links again and again, each time with other pins."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.treaty.alignment.test_align_lists import ENGLISH, KOREAN
from treaty.alignment import AlignedPair, align
from treaty.language.meaning import SentenceEncoder
from treaty.model import Link, LinkOrigin, TreatyText

Read = Callable[..., list[TreatyText]]
Ids = tuple[tuple[str, ...], tuple[str, ...]]
PLACES = [("새별", "Saebyeol"), ("오르반", "Orvane"), ("테센", "Tessen"), ("마레사", "Maressa"), ("한들", "Handeul")]
REPAIRED = [
    (
        f"{korean} 항구의 등대 {5 * n}기를 {n + 6}일 이내에 고친다.",
        f"The {5 * n} lighthouses of {english} shall be repaired within {n + 6} days.",
    )
    for n, (korean, english) in enumerate(PLACES * 4, start=1)
]
CLAUSES = 8 + len(REPAIRED)


@pytest.fixture(scope="module")
def texts(read: Read) -> tuple[TreatyText, TreatyText]:
    """Eight clauses about different things, and twenty that say nearly the same."""
    (left,) = read("\n".join([*KOREAN, *(korean for korean, _ in REPAIRED)]), name="long.ko.txt")
    (right,) = read("\n".join([*ENGLISH, *(english for _, english in REPAIRED)]), name="long.en.txt", first=2)
    return left, right


@pytest.fixture(scope="module")
def pair(texts: tuple[TreatyText, TreatyText], encoder: SentenceEncoder) -> AlignedPair:
    return AlignedPair(*texts, encoder=encoder)


def groups(links: Sequence[Link]) -> set[Ids]:
    return {(link.left, link.right) for link in links}


def pin(left: Sequence[int], right: Sequence[int]) -> Link:
    return Link(tuple(f"t1.c{n}" for n in left), tuple(f"t2.c{n}" for n in right), 0.5)


def test_without_pins_it_gives_what_align_gives(
    pair: AlignedPair, texts: tuple[TreatyText, TreatyText], encoder: SentenceEncoder
) -> None:
    assert groups(pair.links()) == {((f"t1.c{n}",), (f"t2.c{n}",)) for n in range(1, CLAUSES + 1)}
    assert pair.links() == align(*texts, encoder=encoder)


places = st.integers(1, CLAUSES)
runs = st.builds(lambda start, size: list(range(start, min(start + size, CLAUSES + 1))), places, st.integers(0, 3))


@st.composite
def pins_without_overlap(draw: st.DrawFn) -> list[Link]:
    made: list[Link] = []
    for left, right in draw(st.lists(st.tuples(runs, runs), max_size=4)):
        one = pin(left, right)
        taken = {clause for other in made for clause in (*other.left, *other.right)}
        if (left or right) and not taken & {*one.left, *one.right}:
            made.append(one)
    return made


@settings(max_examples=60)
@given(pins_without_overlap())
def test_pins_come_out_exactly_and_every_clause_once(pair: AlignedPair, pins: list[Link]) -> None:
    links = pair.links(pins)
    kept = [link for link in links if link.origin is LinkOrigin.REVIEWER]
    assert sorted(map(repr, groups(kept))) == sorted(map(repr, groups(pins)))
    assert all(link.confidence == 1 for link in kept)
    assert sorted(i for link in links for i in link.left) == sorted(f"t1.c{n}" for n in range(1, CLAUSES + 1))
    assert sorted(j for link in links for j in link.right) == sorted(f"t2.c{n}" for n in range(1, CLAUSES + 1))
    assert pair.links(pins) == links


@settings(max_examples=40)
@given(places, st.integers(-3, 3))
def test_links_far_from_a_pin_stay(pair: AlignedPair, place: int, off: int) -> None:
    beside = min(CLAUSES, max(1, place + off))
    changed = groups(pair.links()) ^ groups(pair.links([pin([place], [beside])]))
    touched = {int(clause.split("c")[1]) for sides in changed for side in sides for clause in side}
    assert all(min(place, beside) - 5 <= number <= max(place, beside) + 5 for number in touched)


def test_a_pin_to_a_clause_far_away_moves_that_clause_alone(pair: AlignedPair) -> None:
    links = pair.links([pin([2], [27])])
    (moved,) = [link for link in links if link.left == ("t1.c2",)]
    assert moved.right == ("t2.c27",)
    assert moved.moved
    unmoved = {((f"t1.c{n}",), (f"t2.c{n}",)) for n in range(1, CLAUSES + 1) if n not in (2, 27)}
    assert unmoved <= groups(links)


def test_what_a_pin_sets_free_is_linked_anew(read: Read, encoder: SentenceEncoder) -> None:
    """The reviewer joins what the aligner took for an omission; the clause beside it finds its own counterpart again."""
    (left,) = read("\n".join([*KOREAN[:4], KOREAN[4], *KOREAN[5:]]), name="free.ko.txt")
    (right,) = read("\n".join([*ENGLISH[:4], ENGLISH[4], *ENGLISH[5:]]), name="free.en.txt", first=2)
    pair = AlignedPair(left, right, encoder=encoder)
    wrong = pair.links([pin([3], [4])])
    assert (("t1.c4",), ("t2.c4",)) not in groups(wrong)
    assert groups(pair.links()) == {((f"t1.c{n}",), (f"t2.c{n}",)) for n in range(1, 9)}
    assert groups(pair.links([pin([3], [4]), pin([4], [3])])) >= {(("t1.c5",), ("t2.c5",))}


def test_texts_that_have_nothing_in_common_get_little_confidence(read: Read, encoder: SentenceEncoder) -> None:
    (left,) = read("\n".join(KOREAN), name="apart.ko.txt")
    soup = ["Peel the onions.", "Melt the butter in a pan.", "Add a pinch of salt.", "Stir until golden.", "Serve with bread."]
    (right,) = read("\n".join(soup), name="apart.en.txt", first=2)
    assert all(link.confidence < 0.5 for link in align(left, right, encoder=encoder) if not link.one_sided)
