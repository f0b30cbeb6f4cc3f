"""Differences between two versions: readable, whole, and exact to the character."""

from __future__ import annotations

import string
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources import path_of
from treaty.language.quantities import load_units
from treaty.language.tokens import Tokenizer
from treaty.language.word_changes import ChangeWeight, WordChange, word_changes
from treaty.model import Language

ENDINGS = sorted("은 는 이 가 을 를 의 에서 에 와 하여야 하도록 한다 으로".split(), key=len, reverse=True)


def stem(word: str) -> str:
    """A word without its ending, for the few endings of these tests."""
    return next((word.removesuffix(end) for end in ENDINGS if word.endswith(end) and len(word) - len(end) >= 2), word)


TOKENIZER = Tokenizer(load_units(path_of("rules")), stem)


def changes(old: str, new: str, language: Language = Language.KOREAN) -> list[tuple[str, str, ChangeWeight]]:
    return [(c.old.of(old), c.new.of(new), c.weight) for c in word_changes(old, new, language, TOKENIZER)]


def taken(old: str, new: str, found: Sequence[WordChange]) -> str:
    """The old passage with all changes taken."""
    parts, position = [], 0
    for change in found:
        parts += [old[position : change.old.start], change.new.of(new)]
        position = change.old.end
    return "".join([*parts, old[position:]])


def refused(old: str, new: str, found: Sequence[WordChange]) -> str:
    """The new passage with all changes refused."""
    parts, position = [], 0
    for change in found:
        parts += [new[position : change.new.start], change.old.of(old)]
        position = change.new.end
    return "".join([*parts, new[position:]])


WORDS = st.sampled_from(
    "양측은|양측이|협력을|협력의|30일|45일|이내에|통보한다|통보하여야|수|있다|「|」|2.5%|제3조|é|가".split("|")
    + "the|Parties|shall|notify|30 days|,|.|(a)| |  |\u00a0|\n".split("|")
)
PASSAGES = st.lists(WORDS, max_size=14).map(" ".join) | st.lists(WORDS, max_size=14).map("".join) | st.text(max_size=40)


@given(PASSAGES, PASSAGES, st.sampled_from(Language))
def test_taking_all_changes_gives_the_new_passage_and_refusing_all_the_old(old: str, new: str, language: Language) -> None:
    found = word_changes(old, new, language, TOKENIZER)
    assert taken(old, new, found) == new
    assert refused(old, new, found) == old
    assert (found == ()) == (old == new)


@given(PASSAGES, st.sampled_from(Language))
def test_tokens_hold_every_character(passage: str, language: Language) -> None:
    assert "".join(token.span.of(passage) for token in TOKENIZER.tokens(passage, language)) == passage


def test_a_figure_is_changed_whole_with_its_unit() -> None:
    assert changes("통보 후 30일 이내에 답한다.", "통보 후 35일 이내에 답한다.") == [("30일", "35일", ChangeWeight.WORDS)]
    english = changes("within 1,250 tonnes a year", "within 1,350 tonnes a year", Language.ENGLISH)
    assert english == [("1,250 tonnes", "1,350 tonnes", ChangeWeight.WORDS)]


def test_a_particle_that_changed_is_light_and_its_word_stays() -> None:
    assert changes("품목은 위원회가 정한다.", "품목은 위원회에서 정한다.") == [("가", "에서", ChangeWeight.ENDINGS)]


def test_a_stem_that_changed_is_one_change_of_words() -> None:
    assert changes("양측은 자료를 제공한다.", "양측은 정보를 제공한다.") == [("자료", "정보", ChangeWeight.WORDS)]


def test_changes_with_one_syllable_between_them_are_one() -> None:
    assert changes("이를 거부할 수 있다.", "이를 승인할 수 없다.") == [("거부할 수 있다", "승인할 수 없다", ChangeWeight.WORDS)]


@pytest.mark.parametrize(("old", "new"), [("협력 사업을 한다.", "협력사업을 한다."), ("연구, 교육을", "연구·교육을")])
def test_blanks_and_signs_are_lighter_than_words(old: str, new: str) -> None:
    assert [weight for _, _, weight in changes(old, new)] == [ChangeWeight.SIGNS]


def test_words_put_in_leave_the_words_around_them_alone() -> None:
    found = changes(
        "The Parties shall notify each other.", "The Parties shall endeavour to notify each other.", Language.ENGLISH
    )
    assert found == [("", "endeavour to ", ChangeWeight.WORDS)]


def test_a_very_long_passage_is_compared_too() -> None:
    words = [first + second + third for first in "bcdfghjklmnp" for second in "aeiou" for third in string.ascii_lowercase]
    old = " ".join(words)
    new = old.replace(words[700], "other").replace(words[-1], "last")
    assert changes(old, new, Language.ENGLISH) == [
        (words[700], "other", ChangeWeight.WORDS),
        (words[-1], "last", ChangeWeight.WORDS),
    ]
