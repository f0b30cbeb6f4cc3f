"""A Korean word and a foreign name that sound alike are recognised, others are not."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from resources import path_of
from treaty.errors import RuleTableError
from treaty.language.name_tables import load_names
from treaty.language.names import NameTable
from treaty.language.transliteration import SOUNDS_ALIKE, Sounds, load_sounds
from treaty.model import Language


@pytest.fixture(scope="module")
def sounds() -> Sounds:
    return load_sounds(path_of("names/transliteration.tsv"))


@pytest.mark.parametrize(
    ("hangul", "latin"),
    [
        ("트롬쇠", "Tromsø"),
        ("헤이그", "Hague"),
        ("블루 코리도", "Blue Corridor"),
        ("프랑크푸르트", "Frankfurt"),
        ("바르샤바", "Warszawa"),
        ("다비드 반 베일", "David van Weel"),
        ("조태용", "Cho Tae-yong"),
        ("맥스웰", "Maxwell"),
        ("칠레", "Chile"),
    ],
)
def test_transliterations_sound_alike(sounds: Sounds, hangul: str, latin: str) -> None:
    assert sounds.sounds_like(hangul, latin) >= SOUNDS_ALIKE


@pytest.mark.parametrize(
    ("hangul", "latin"), [("트롬쇠", "Hague"), ("오슬로", "Prague"), ("리스본", "Copenhagen"), ("협정", "agreement")]
)
def test_other_names_do_not(sounds: Sounds, hangul: str, latin: str) -> None:
    assert sounds.sounds_like(hangul, latin) < SOUNDS_ALIKE


@pytest.mark.parametrize(
    ("hangul", "latin"), [("", "Oslo"), ("오슬로", ""), ("아이", "Oslo"), ("Oslo", "Oslo"), ("오슬로", "123")]
)
def test_without_consonants_nothing_is_heard(sounds: Sounds, hangul: str, latin: str) -> None:
    assert sounds.sounds_like(hangul, latin) == 0


def test_the_threshold_parts_right_pairs_from_shuffled_ones(sounds: Sounds) -> None:
    places = load_names(path_of("names")).of_table(NameTable.PLACES)[:250]
    pairs = [(place.preferred(Language.KOREAN), place.preferred(Language.ENGLISH)) for place in places]
    latin = [name for _, name in pairs]
    random.Random(1).shuffle(latin)
    right = [sounds.sounds_like(*pair) >= SOUNDS_ALIKE for pair in pairs]
    wrong = [
        sounds.sounds_like(hangul, name) >= SOUNDS_ALIKE
        for (hangul, own), name in zip(pairs, latin, strict=True)
        if own != name
    ]
    assert sum(right) > 0.9 * len(right)
    assert sum(wrong) < 0.1 * len(wrong)


def test_a_faulty_row_is_named(tmp_path: Path) -> None:
    path = tmp_path / "transliteration.tsv"
    path.write_text("# sounds\nmiddle\tㄱ\tk\n", encoding="utf-8")
    with pytest.raises(RuleTableError) as problem:
        load_sounds(path)
    assert problem.value.places["line"] == "2"
