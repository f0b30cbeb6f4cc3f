"""What a library of synthetic agreements weighs on disk, and how long it takes to answer when warm."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from desktop.toolkit import load_toolkit
from treaty.language.meaning import Vectors
from treaty.language.sentences import sentence_spans
from treaty.model import Clause, ClauseKind, Language, Link, SourceFile, Span, TreatyText
from treaty.precedents.finding import Reference
from treaty.precedents.index_words import IndexWords
from treaty.precedents.library import Library
from treaty.progress import Progress, SilentProgress

AGREEMENT_CLAUSES = 222
"""Clauses of one language version, so that 225 agreements in two languages have 100,000."""
AGREEMENTS = (25, 225)
ASKED = (
    "관세",
    "비축",
    "tariff",
    "양측은 핵심광물을 공동으로 비축하기로 합의하였다.",
    "The Parties shall notify each other of tariffs.",
)
_KOREAN = (
    "당사국은",
    "관세",
    "협정",
    "통보",
    "비축",
    "광물",
    "공동으로",
    "매년",
    "정보",
    "교환",
    "어선",
    "항만",
    "투자",
    "보호한다",
    "합의하였다",
)
_ENGLISH = ("parties", "tariff", "notify", "mineral", "stockpile", "jointly", "annually", "information", "exchange", "vessel",
            "port", "investment", "protect", "agree", "shall")  # fmt: skip


@dataclass(frozen=True, slots=True)
class LibraryCost:
    """Bytes of the file, seconds to add all agreements without encoding, and seconds for each question when warm."""

    clauses: int
    size: int
    adding: float
    questions: tuple[float, ...]


class _RandomVectors:
    """Vectors of length 1 for whatever is encoded: the speed of a scan does not depend on what they mean."""

    def __init__(self) -> None:
        self._random = np.random.default_rng(7)

    def encode(self, texts: Sequence[str], progress: Progress = SilentProgress()) -> Vectors:
        made = self._random.standard_normal((len(texts), 512), dtype=np.float32)
        return np.asarray(made / np.linalg.norm(made, axis=1, keepdims=True))


def library_cost(agreements: int, folder: Path) -> LibraryCost:
    """Makes a library of so many agreements in two languages, and asks it each question once warm."""
    lexicon, encoder = load_toolkit().lexicon(), _RandomVectors()
    words = IndexWords(lexicon.korean_forms, lexicon.english_forms)
    path = folder / f"{agreements}.sqlite"
    with Library(path, words) as library:
        started = time.perf_counter()
        for number in range(agreements):
            library.add(*_agreement(number), encoder)
        adding = time.perf_counter() - started
        reference = Reference(library, words, lexicon, encoder)
        for asked in ASKED:
            reference.find(asked)
        questions = tuple(_seconds(reference, asked) for asked in ASKED)
        return LibraryCost(len(library.shelf().ids), path.stat().st_size, adding, questions)


def _seconds(reference: Reference, asked: str) -> float:
    started = time.perf_counter()
    reference.find(asked)
    return time.perf_counter() - started


def _agreement(number: int) -> tuple[list[TreatyText], list[Link]]:
    texts = [_text(number, language) for language in Language]
    links = [Link((mine.id,), (theirs.id,), 1.0) for mine, theirs in zip(texts[0].clauses, texts[1].clauses, strict=True)]
    return texts, links


def _text(number: int, language: Language) -> TreatyText:
    name = f"{number}.{language}"
    clauses = tuple(_clauses(name, number, language))
    return TreatyText(name, SourceFile(name, name, ""), f"Agreement {number}", language, name, "", clauses, ())


def _clauses(name: str, number: int, language: Language) -> Iterator[Clause]:
    """Clauses of twenty words each, of a common stock and of numbered names that make most words rare, as in real texts."""
    chance = random.Random(f"{number}")
    stock = _KOREAN if language is Language.KOREAN else _ENGLISH
    for place in range(AGREEMENT_CLAUSES):
        said = [chance.choice(stock) if chance.random() < 0.3 else _rare(chance, language) for _ in range(20)]
        words = " ".join(said) + "."
        yield Clause(
            f"{name}.c{place}", ClauseKind.PARAGRAPH, 0, None, f"¶{place}", words, sentence_spans(words, language), Span(0, 0)
        )


def _rare(chance: random.Random, language: Language) -> str:
    if language is Language.KOREAN:
        return "".join(chr(0xAC00 + int(11172 * chance.random() ** 3)) for _ in range(3))
    return "".join(chance.choice("abcdefghilmnoprstuvw") for _ in range(6))
