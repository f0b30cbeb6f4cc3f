"""Spans of Python characters as UTF-16 units, with characters outside the basic plane."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.side_by_side.text_offsets import TextOffsets
from treaty.model import Span


def test_characters_of_the_basic_plane_count_one() -> None:
    assert TextOffsets("제3조 (a)").units(Span(2, 5)) == (2, 5)


def test_a_character_outside_it_counts_two() -> None:
    text = "가𠀀나😀다"
    offsets = TextOffsets(text)
    assert offsets.units(Span(0, 1)) == (0, 1)
    assert offsets.units(Span(1, 2)) == (1, 3)
    assert offsets.units(Span(2, 5)) == (3, 7)
    assert offsets.character(3) == 2
    assert offsets.character(2) == 1, "inside the pair"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])), st.data())
def test_there_and_back(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    offsets = TextOffsets(text)
    assert offsets.unit(place) == len(text[:place].encode("utf-16-le")) // 2
    assert offsets.character(offsets.unit(place)) == place
