"""What the library answers, as the panel lists it."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.studying.passages.passages_model import Passage, PassageHead, PassageLine
from resources.wording_table import Wording
from treaty.model import Span
from treaty.precedents.finding import MOST_OCCURRENCES, Answer, Novelty, Precedent


def answer_lines(answer: Answer, asked: str, words: Wording) -> Iterator[PassageLine]:
    """Whether the wording is new, what the words were rendered by, and the nearest earlier clauses."""
    count = f"{answer.occurrences}{'+' if answer.occurrences == MOST_OCCURRENCES else ''}"
    yield PassageHead(words(f"precedents.{answer.novelty}", count=count), grave=answer.novelty is Novelty.NEW)
    if answer.renderings:
        yield PassageHead(words("precedents.renderings"))
    for one in answer.renderings:
        where = f"{one.example.title} · {one.example.path}"
        yield Passage(where, f"{one.words} ×{one.count}")
    if answer.nearest:
        yield PassageHead(words("precedents.nearest"))
    for precedent in answer.nearest:
        yield _passage(precedent, asked)


def _passage(precedent: Precedent, asked: str) -> Passage:
    clause = precedent.clause
    start = clause.words.casefold().find(asked.casefold()) if asked else -1
    lit = (Span(start, start + len(asked)),) if start >= 0 else ()
    others = tuple(twin.words for twin in precedent.twins)
    return Passage(f"{clause.title} · {clause.path}", clause.words, "", f"{precedent.similarity:.2f}", None, lit, others)
