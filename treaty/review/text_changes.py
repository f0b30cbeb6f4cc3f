"""Texts as the reviewer wants them compared: parts that were set aside taken back in, clauses set aside."""

from __future__ import annotations

from dataclasses import replace

from treaty.model import Clause, SetAside, SetAsideReason, Span, TreatyText
from treaty.reading.document import Block, Document, laid_out
from treaty.reading.outline import clauses_of
from treaty.reading.rules import ReadingRules


def with_part_taken_back(text: TreatyText, part: SetAside, rules: ReadingRules) -> TreatyText:
    """The text with a part that was set aside read into clauses, at the place where it stands in the source.

    The clauses that were there before keep their ids; the new ones continue the count.
    """
    kept = tuple(other for other in text.set_aside if other != part)
    _, lines = laid_out(Document((Block(part.text),)))
    read = clauses_of(lines, text.language, rules, text.id)
    first = 1 + max((_number(clause) for clause in text.clauses), default=0)
    new = [
        replace(clause, id=f"{text.id}.c{number}", source=_moved(clause.source, part.source))
        for number, clause in enumerate(read, start=first)
    ]
    clauses = sorted([*text.clauses, *new], key=lambda clause: clause.source)
    return replace(text, clauses=tuple(clauses), set_aside=kept)


def with_clause_set_aside(text: TreatyText, clause_id: str) -> TreatyText:
    """The text without one of its clauses, which stands among the parts set aside instead."""
    clause = text.clause(clause_id)
    label = f"{clause.label.printed} " if clause.label else ""
    part = SetAside(f"{label}{clause.text}".strip(), SetAsideReason.REVIEWER, clause.source)
    parts = sorted([*text.set_aside, part], key=lambda other: other.source)
    clauses = tuple(other for other in text.clauses if other.id != clause_id)
    return replace(text, clauses=clauses, set_aside=tuple(parts))


def _number(clause: Clause) -> int:
    return int(clause.id.rpartition(".c")[2])


def _moved(span: Span, part: Span) -> Span:
    """A place in a part as a place in the source, kept within the part: its words may be laid out otherwise there."""
    return Span(min(part.start + span.start, part.end), min(part.start + span.end, part.end))
