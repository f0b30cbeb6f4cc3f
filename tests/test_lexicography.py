"""The tools for those who write the lexicon: what linked texts suggest, and what they show to be missing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from lexicography.candidates import candidates
from lexicography.linked_texts import LinkedClauses, LinkedText, read_linked_text
from lexicography.measures import shares, uncovered_words, wrong_links
from resources import path_of
from treaty.language.content_words import Coverage
from treaty.language.english_words import load_english_forms
from treaty.language.korean_words import load_korean_forms
from treaty.language.lexicon import Lexicon, LexiconRow, build_lexicon
from treaty.model import Language

LINKS = (
    LinkedClauses("파수꾼는 안개를 통보한다.", "The keeper notifies fog."),
    LinkedClauses("파수꾼는 등불을 살핀다.", "The keeper watches lamps."),
    LinkedClauses("항해사는 안개를 두려워한다.", "The navigator dreads fog."),
    LinkedClauses("파수꾼는 항해사를 부른다.", "The keeper hails the navigator."),
    LinkedClauses("선장은 안개를 본다.", "The skipper meets fog."),
)


@pytest.fixture
def table() -> Lexicon:
    rows = [LexiconRow(("notify",), ("통보",)), LexiconRow(("navigator",), ("항해사",)), LexiconRow(("lamp",), ("전등",))]
    return build_lexicon(rows, load_english_forms(path_of("language")), load_korean_forms(path_of("language")))


def test_words_that_go_together_are_suggested_once_and_known_ones_not(table: Lexicon) -> None:
    found = {(one.english, one.korean) for one in candidates(table, LINKS, least=2)}
    assert found == {("keeper", "파수꾼"), ("fog", "안개")}


def test_missing_words_are_listed_with_an_example(table: Lexicon) -> None:
    found = list(uncovered_words(table, [LinkedText("lights", LINKS)], Language.ENGLISH, Coverage.MISSING))
    assert [(word.stem, word.times, word.example) for word in found] == [("lamp", 1, LINKS[1])]


def test_right_links_are_covered_better_than_wrong_ones(table: Lexicon) -> None:
    right, wrong = shares(table, LINKS, Language.ENGLISH), shares(table, wrong_links(LINKS), Language.ENGLISH)
    assert right.words == wrong.words
    assert right.share(Coverage.COVERED) > wrong.share(Coverage.COVERED)


def test_the_command_reads_linked_texts_and_prints(tmp_path: Path) -> None:
    linked = {
        "ko": ["통보한다.", "협의한다."],
        "en": ["They notify.", "They consult."],
        "gold": [[[0], [0]], [[1], [1]], [[1], []]],
    }
    path = tmp_path / "own.json"
    path.write_text(json.dumps(linked), encoding="utf-8")
    assert len(read_linked_text(path).links) == 2
    command = [sys.executable, "-m", "lexicography", "coverage", str(path)]
    done = subprocess.run(command, cwd=Path(__file__).parents[1], capture_output=True, text=True, check=True)
    assert [line.split()[:4] for line in done.stdout.splitlines()[1:]] == [
        ["own", "ko", "2", "1.000"],
        ["own", "en", "2", "1.000"],
    ]
