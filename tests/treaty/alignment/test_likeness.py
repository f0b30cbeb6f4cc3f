"""Two texts that have nothing to do with each other are told from two that lack a half."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from tests.conftest import SAMPLES
from treaty.alignment.likeness import hardly_alike, likeness
from treaty.language.meaning import SentenceEncoder
from treaty.model import Relation, TreatyText
from treaty.reading import read_treaty
from treaty.reading.rules import ReadingRules

Read = Callable[..., list[TreatyText]]
Sample = Callable[[str, str], TreatyText]


@pytest.fixture
def sample(reading_rules: ReadingRules) -> Sample:
    def read_sample(name: str, language: str) -> TreatyText:
        (text,) = read_treaty(SAMPLES / f"{name}.{language}.txt", rules=reading_rules)
        return text

    return read_sample


@pytest.mark.parametrize("name", ["health_mou", "critical_minerals_agreement"])
def test_a_translation_is_like_its_original(sample: Sample, encoder: SentenceEncoder, name: str) -> None:
    assert likeness(sample(name, "ko"), sample(name, "en"), encoder) > 0.6


def test_another_treaty_is_hardly_alike(sample: Sample, encoder: SentenceEncoder) -> None:
    measured = likeness(sample("health_mou", "ko"), sample("critical_minerals_agreement", "en"), encoder)
    assert hardly_alike(measured, Relation.TRANSLATION)


@pytest.mark.parametrize("half", [slice(None, 12), slice(12, None)])
def test_half_of_a_treaty_is_still_that_treaty(sample: Sample, encoder: SentenceEncoder, half: slice) -> None:
    whole, other = sample("critical_minerals_agreement", "ko"), sample("critical_minerals_agreement", "en")
    part = replace(other, clauses=other.clauses[half])
    for measured in (likeness(whole, part, encoder), likeness(part, whole, encoder)):
        assert not hardly_alike(measured, Relation.TRANSLATION)


def test_of_very_short_texts_nothing_is_said(read: Read, encoder: SentenceEncoder) -> None:
    (left,) = read("1. 곡물은 실기 전에 검사한다.\n2. 우편물은 하루 안에 통관한다.")
    (right,) = read("1. Students of music receive scholarships.\n2. An archive of maps is built.")
    assert likeness(left, right, encoder) == 1.0


def test_different_agreements_may_differ_more_than_versions() -> None:
    assert hardly_alike(0.15, Relation.REVISION)
    assert not hardly_alike(0.15, Relation.COUNTERPART)


@pytest.mark.slow
def test_every_wrong_pairing_of_real_treaties_is_seen_and_no_right_one(
    shared: Path, read: Read, encoder: SentenceEncoder
) -> None:
    texts: dict[str, list[TreatyText]] = {}
    for path in sorted((shared / "texts" / "gold").glob("*.json")):
        if "." not in path.stem or path.stem == "cc-by-4.0":
            texts[path.stem] = [_of(json.loads(path.read_text(encoding="utf-8")), side, read) for side in ("ko", "en")]
    right = {name: likeness(*pair, encoder) for name, pair in texts.items()}
    wrong = {(a, b): likeness(texts[a][0], texts[b][1], encoder) for a, b in permutations(texts, 2)}
    assert [name for name, measured in right.items() if hardly_alike(measured, Relation.TRANSLATION)] == []
    assert [names for names, measured in wrong.items() if not hardly_alike(measured, Relation.TRANSLATION)] == []


def _of(gold: dict[str, list[str]], side: str, read: Read) -> TreatyText:
    (text,) = read("하나\n둘" if side == "ko" else "one\ntwo")
    return replace(text, clauses=tuple(replace(text.clauses[0], id=f"c{n}", text=words) for n, words in enumerate(gold[side])))
