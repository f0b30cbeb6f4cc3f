"""How long two versions of a long text take to be compared word by word, once they are linked."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from desktop.toolkit import Toolkit
from treaty.comparison import find_findings
from treaty.language.sentences import sentence_spans
from treaty.language.word_changes import word_changes
from treaty.model import Clause, ClauseKind, Language, Link, Relation, SourceFile, Span, TreatyText

PAGES, CLAUSES_A_PAGE = 300, 12
EDITED = 5
"""One clause in so many is edited."""


@dataclass(frozen=True, slots=True)
class VersionsCost:
    """Seconds for the words alone, and for the findings on them; and how many clauses and findings there were."""

    language: Language
    clauses: int
    words: float
    findings: float
    found: int


def cost_of_versions(line: Callable[[int], str], language: Language, toolkit: Toolkit) -> VersionsCost:
    """The cost for two texts of PAGES pages whose clauses are linked one to one."""
    lines = [line(number) for number in range(1, PAGES * CLAUSES_A_PAGE + 1)]
    edited = [_edited(words) if number % EDITED == 0 else words for number, words in enumerate(lines)]
    old, new = _text("t1", lines, language), _text("t2", edited, language)
    links = [Link((mine.id,), (theirs.id,), 1.0) for mine, theirs in zip(old.clauses, new.clauses, strict=True)]
    rules = toolkit.instruments.rules
    started = time.perf_counter()
    for mine, theirs in zip(old.clauses, new.clauses, strict=True):
        word_changes(mine.text, theirs.text, language, rules.tokenizer)
    words = time.perf_counter() - started
    found = find_findings(links, old, new, Relation.REVISION, rules=rules)
    return VersionsCost(language, len(links), words, time.perf_counter() - started - words, len(found))


def _edited(words: str) -> str:
    """The line with a figure put in before its last word."""
    head, _, tail = words.rpartition(" ")
    return f"{head} 7 {tail}"


def _text(text_id: str, lines: list[str], language: Language) -> TreatyText:
    clauses = tuple(
        Clause(
            f"{text_id}.c{number}", ClauseKind.PARAGRAPH, 0, None, str(number), words,
            sentence_spans(words, language), Span(0, len(words)),
        )
        for number, words in enumerate(lines, start=1)
    )  # fmt: skip
    return TreatyText(text_id, SourceFile(text_id, "", ""), "", language, "", "", clauses, ())
