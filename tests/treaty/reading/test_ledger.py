"""Nothing that stands in a file gets lost on the way to its clauses."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treaty.model import TreatyText
from treaty.reading import read_treaty
from treaty.reading.ledger import ledger_of
from treaty.reading.rules import ReadingRules

LABELS = (
    ["", "1/ ", "2/ ", "1. ", "2.", "3) ", "(1) ", "① ", "② ", "가. ", "나. ", "가) ", "(a) ", "(b) ", "(i) ", "(ii) ", "a. "]
    + [
        "ㅇ ",
        "• ",
        "▲ ",
        "- ",
        "I. ",
        "II. ",
        "1.1 ",
        "1.5 ",
        "6.4.(목) ",
        "각주 1 ",
        "제1조(뜻)",
        "제2조 ",
        "제3조의2 ",
        "제1항 ",
    ]
    + [
        "제1장 ",
        "제5조에 따라 ",
        "Article 1 ",
        "Article 2 (Lamps) ",
        "Article 5.1",
        "CHAPTER II ",
        "Part 2 ",
        "Annex A ",
        "부속서 1 ",
    ]
    + [
        "Article 5 of the ",
        "(국문본)",
        "(영문본)",
        "(Unofficial translation)",
        "In witness whereof, ",
        "이상의 증거로, ",
        "- 7 -",
    ]
)
WORDS = (
    ["등대는", "불을", "켠다.", "양측은", "「바다」", "기름(油)을", "나누고,", "1,250명의", "3%", "보낸다", "목적", "및"]
    + ["The", "lamp", "burns.", "keepers", "“share”", "oil;", "USD", "1.5", "million,", "No.", "(b)", "Purpose", "and", "I"]
    + ["𝄞", "É.", "·", "…", "①", "제3조", "\u00a0", "\u3000", "\ufeff", "\u200b", "--", "***"]
)
BREAKS = ["\n", "\n\n", "\r\n", "\r", "\n \t\n", "\u2028", "\x0b", "\x85", "\n\u3000"]

lines = st.builds(
    lambda label, words, pause: label + " ".join(words) + pause,
    st.sampled_from(LABELS),
    st.lists(st.sampled_from(WORDS), max_size=9),
    st.sampled_from(BREAKS),
)
documents = st.lists(lines, min_size=1, max_size=24).map("".join).filter(lambda text: bool(text.strip("\ufeff\u200b \t\r\n")))

Read = Callable[..., list[TreatyText]]


def squeezed(text: str) -> str:
    """The characters of a text that are no blanks."""
    return re.sub(r"[\s\ufeff\u200b]+", "", text)


def check_that_nothing_is_lost(texts: list[TreatyText]) -> None:
    ledger = ledger_of(texts)
    assert [span.of(texts[0].source.text) for span in ledger.unaccounted_spans] == []
    assert ledger.unaccounted == 0
    assert ledger.blank + ledger.in_clauses + ledger.set_aside == ledger.total == len(texts[0].source.text)
    for text in texts:
        for clause in text.clauses:
            slice_of_source = clause.source.of(text.source.text)
            assert squeezed(clause.text) in squeezed(slice_of_source)
            if clause.label:
                assert squeezed(clause.label.printed) in squeezed(slice_of_source)
            for span in clause.sentences:
                assert span.of(clause.text).strip()
        for part in text.set_aside:
            assert part.source.of(text.source.text) == part.text


@given(documents)
def test_any_text_is_read_without_loss(read: Read, content: str) -> None:
    if squeezed(content):
        check_that_nothing_is_lost(read(content))


@given(documents)
def test_no_character_is_in_two_clauses(read: Read, content: str) -> None:
    if squeezed(content):
        spans = sorted(clause.source for text in read(content) for clause in text.clauses)
        assert all(first.end <= second.start for first, second in pairwise(spans))


@given(documents)
def test_sentences_hold_every_word_of_a_clause(read: Read, content: str) -> None:
    for text in read(content) if squeezed(content) else []:
        for clause in text.clauses:
            if not clause.kind.heads:
                assert squeezed("".join(span.of(clause.text) for span in clause.sentences)) == squeezed(clause.text)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60))
def test_even_nonsense_is_read_without_loss(read: Read, content: str) -> None:
    if squeezed(content):
        check_that_nothing_is_lost(read(content))


@pytest.mark.parametrize("number", range(5))
def test_the_seeds_are_read_without_loss(shared: Path, reading_rules: ReadingRules, number: int) -> None:
    (path,) = (shared / "texts" / "seeds").glob(f"{number:03}_*.txt")
    check_that_nothing_is_lost(read_treaty(path, rules=reading_rules))


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_covenant_is_read_without_loss(shared: Path, reading_rules: ReadingRules, language: str) -> None:
    texts = read_treaty(shared / "texts" / "raw" / "iccpr" / f"{language}.txt", rules=reading_rules)
    check_that_nothing_is_lost(texts)
    assert [text.language for text in texts] == [language]


def test_what_no_clause_holds_would_be_counted(read: Read) -> None:
    (text,) = read("첫째 줄이다.\n둘째 줄이다.\n")
    ledger = ledger_of([replace(text, clauses=text.clauses[:1])])
    assert [span.of(text.source.text) for span in ledger.unaccounted_spans] == ["둘째", "줄이다."]
    assert ledger.unaccounted == 6
