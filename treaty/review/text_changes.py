"""Texts as the reviewer wants them compared: parts taken back in, clauses set aside, split, joined, numbered otherwise."""

from __future__ import annotations

from dataclasses import replace

from treaty.language.sentences import sentence_spans
from treaty.model import Clause, ClauseKind, Label, Language, SetAside, SetAsideReason, Span, TreatyText
from treaty.reading.document import Block, Document, laid_out
from treaty.reading.numbering import label_readings
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


def with_clause_split(text: TreatyText, clause_id: str, at: int) -> TreatyText:
    """The text with a clause made two: its words before the offset `at`, which keep its id and number, and those behind.

    A number at the beginning of the second part becomes its label. Raises ValueError where either part would have no words.
    """
    clause = text.clause(clause_id)
    words, rest = clause.text[:at].rstrip(), clause.text[at:].lstrip()
    if not (words and rest):
        raise ValueError("a part without words")
    cut = _end_of_source(text, clause, len("".join(clause.text[at:].split())))
    first = _worded(replace(clause, text=words, source=Span(clause.source.start, cut)), text.language)
    second = replace(
        clause,
        id=_next_id(text),
        kind=ClauseKind.PARAGRAPH if clause.kind.heads else clause.kind,
        label=None,
        path=f"{clause.path} ¶2".strip(),
        text=rest,
        source=Span(cut, clause.source.end),
    )
    reading = next(label_readings(rest), None)
    second = _labelled(second, reading.label if reading else None, text.language)
    return _with_clauses(text, clause_id, (first, second))


def with_clauses_joined(text: TreatyText, clause_id: str) -> TreatyText:
    """The text with a clause and the one behind it made one, which keeps the first one's id and number; the second one's
    number becomes part of its words. Raises ValueError where no clause stands behind it."""
    first = text.clause(clause_id)
    place = text.clauses.index(first)
    if place + 1 == len(text.clauses):
        raise ValueError("no clause stands behind")
    second = text.clauses[place + 1]
    words = " ".join(filter(None, (first.text, second.label.printed if second.label else "", second.text)))
    source = Span(min(first.source.start, second.source.start), max(first.source.end, second.source.end))
    joined = _worded(replace(first, text=words, source=source), text.language)
    kept = tuple(clause for clause in text.clauses if clause is not second)
    return _with_clauses(replace(text, clauses=kept), clause_id, (joined,))


def with_label(text: TreatyText, clause_id: str, printed: str) -> TreatyText:
    """The text with a clause numbered as `printed`. Without a number ("") its old one becomes part of its words again."""
    clause, printed = text.clause(clause_id), printed.strip()
    if not printed:
        words = f"{clause.label.printed} {clause.text}".strip() if clause.label else clause.text
        bare = _worded(replace(clause, label=None, text=words), text.language)
        return _with_clauses(text, clause_id, (bare,))
    reading = next(label_readings(f"{printed} "), None)
    known = reading is not None and reading.label.printed.strip() == printed
    label = reading.label if reading and known else Label(printed, printed.strip(" .()[]/"), "")
    return _with_clauses(text, clause_id, (_labelled(clause, replace(label, printed=printed), text.language),))


def with_kind(text: TreatyText, clause_id: str, kind: ClauseKind) -> TreatyText:
    """The text with a clause of another kind."""
    changed = _worded(replace(text.clause(clause_id), kind=kind), text.language)
    return _with_clauses(text, clause_id, (changed,))


def _with_clauses(text: TreatyText, clause_id: str, new: tuple[Clause, ...]) -> TreatyText:
    """The text with other clauses in the place of one."""
    place = next(index for index, clause in enumerate(text.clauses) if clause.id == clause_id)
    return replace(text, clauses=(*text.clauses[:place], *new, *text.clauses[place + 1 :]))


def _worded(clause: Clause, language: Language) -> Clause:
    """A clause with the sentences of its words; what heads others has none."""
    return replace(clause, sentences=() if clause.kind.heads else sentence_spans(clause.text, language))


def _labelled(clause: Clause, label: Label | None, language: Language) -> Clause:
    """A clause with a label, which no longer stands among its words, and the path that follows from it."""
    if label is None:
        return _worded(clause, language)
    words = clause.text.removeprefix(label.printed).lstrip()
    return _worded(replace(clause, label=label, path=_path_with(clause, label), text=words or clause.text), language)


def _path_with(clause: Clause, label: Label) -> str:
    """A clause's full label with its own number exchanged."""
    above = clause.path.removesuffix(" ¶2")
    steps = above.split(" ")
    own = clause.label.printed.split() if clause.label else steps[-1:]
    kept = steps[: -len(own)] if len(steps) > len(own) else []
    shown = label.printed if label.scheme in ("article", "annex", "chapter", "section", "part", "clause") else label.number
    return " ".join([*kept, shown or label.printed]).strip()


def _end_of_source(text: TreatyText, clause: Clause, letters: int) -> int:
    """The offset in the source behind which the last so many letters of a clause stand, blanks not counted."""
    source, place = text.source.text, clause.source.end
    while letters and place > clause.source.start:
        place -= 1
        letters -= not source[place : place + 1].isspace()
    return place


def _next_id(text: TreatyText) -> str:
    return f"{text.id}.c{1 + max(map(_number, text.clauses))}"


def _number(clause: Clause) -> int:
    return int(clause.id.rpartition(".c")[2])


def _moved(span: Span, part: Span) -> Span:
    """A place in a part as a place in the source, kept within the part: its words may be laid out otherwise there."""
    return Span(min(part.start + span.start, part.end), min(part.start + span.end, part.end))
