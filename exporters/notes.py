"""A finding as a numbered note: the same words in a Word comment, under a printed clause, and in a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from exporters.archives import UNDATED
from exporters.phrases import shortened
from exporters.report_words import ReportWords
from exporters.styles import GRAVITIES
from treaty.model import Place
from treaty.review.dates import moment_of
from treaty.review.review import Comment
from treaty.review.rows import CellClause, Row, RowFinding, RowKind

AUTHOR = "Daejo"
REMARK_SIGN = "※"
LONGEST_QUOTE = 60
_CLOSING = "”’\"'"
"""Quotes that may stand behind the end of a sentence."""


@dataclass(frozen=True, slots=True)
class NotePart:
    """A stretch of a note in one weight."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """What is said of some words, part by part; the parts are set one after the other with a space between."""

    parts: tuple[NotePart, ...]

    @property
    def text(self) -> str:
        return " ".join(part.text for part in self.parts)


@dataclass(frozen=True, slots=True)
class Said:
    """A note with who said it and when (local time)."""

    note: Note
    author: str
    at: datetime


def note(entry: RowFinding, words: ReportWords) -> Note:
    """All that is said of a finding: what was found, then what the reviewer decided."""
    return Note((*found(entry, words).parts, *judged(entry, words).parts))


def found(entry: RowFinding, words: ReportWords) -> Note:
    """Number, gravity, kind; then the two values as read, and the reason."""
    kind = words.wording(f"kind.{entry.finding.kind}")
    return _note(
        NotePart(f"[{entry.number}]"),
        NotePart(f"{GRAVITIES[entry.severity].glyph} {kind}", bold=True),
        NotePart(_sentence(_values(entry, words))),
        NotePart(_sentence(entry.finding.message.in_language(words.report.options.language))),
    )


def judged(entry: RowFinding, words: ReportWords) -> Note:
    """The reviewer's better wording, the verdict and the reviewer's note."""
    said = entry.judgement
    return _note(
        NotePart(_sentence(words.wording("report.suggestion", words=said.suggestion)) if said.suggestion else ""),
        NotePart(_sentence(words.verdict(said.verdict)), bold=True),
        NotePart(words.wording("report.note", note=said.note) if said.note else ""),
    )


def thread(entry: RowFinding, words: ReportWords) -> tuple[Said, ...]:
    """A finding as the program says it and, where a reviewer judged it, the answer under the reviewer's name."""
    report, judgement = words.report, entry.judgement
    at = report.as_of or UNDATED
    if judgement.verdict is None and not (judgement.note or judgement.suggestion):
        return (Said(note(entry, words), AUTHOR, at),)
    author = judgement.author or report.options.reviewer or AUTHOR
    return (Said(found(entry, words), AUTHOR, at), Said(judged(entry, words), author, moment_of(judgement.at) or at))


def remark(comment: Comment, words: ReportWords) -> Said:
    """A reviewer's remark on a clause."""
    author = comment.author or words.report.options.reviewer or AUTHOR
    return Said(_note(NotePart(comment.text)), author, moment_of(comment.at) or words.report.as_of or UNDATED)


def notes_of(row: Row, words: ReportWords) -> Iterator[Note]:
    """What stands under a row: the notes on its findings, then the reviewers' remarks on its clauses."""
    yield from (note(entry, words) for entry in row.findings)
    yield from remarks_of(row, words)


def remarks_of(row: Row, words: ReportWords) -> Iterator[Note]:
    """The reviewers' remarks on the clauses of a row that are shown."""
    for _, cell in words.shown(row) if row.kind is not RowKind.POINTER else ():
        for clause in cell.clauses:
            yield from (_remark_line(comment, clause, words) for comment in words.remarks(clause))


def _remark_line(comment: Comment, clause: CellClause, words: ReportWords) -> Note:
    """A reviewer's remark as it stands under the clause: who says it, and of which words."""
    quoted = shortened(comment.span.of(clause.text), LONGEST_QUOTE) if comment.span else ""
    head = words.wording("report.remark_by", name=comment.author) if comment.author else words.wording("report.remark_head")
    return _note(
        NotePart(REMARK_SIGN),
        NotePart(head, bold=True),
        NotePart(words.wording("report.remark_on", words=quoted) if quoted else ""),
        NotePart(comment.text),
    )


def _note(*parts: NotePart) -> Note:
    return Note(tuple(part for part in parts if part.text))


def _values(entry: RowFinding, words: ReportWords) -> str:
    places = (entry.finding.left, entry.finding.right)
    present = [place for place in places if place is not None]
    if len(present) == len(places):
        return ", ".join(_value(place, words.side(side), words) for side, place in enumerate(present))
    if not present:
        return ""
    here = 0 if places[0] is not None else 1
    if len(present[0].text) > LONGEST_QUOTE // 2:
        return words.wording("report.only_in", side=words.side(here))
    said = [words.wording("report.no_words", side=words.side(side)) for side in range(len(places))]
    quoted = shortened(present[0].text, LONGEST_QUOTE)
    said[here] = words.wording("report.quoted_words", side=words.side(here), words=quoted)
    return ", ".join(said)


def _value(place: Place, side: str, words: ReportWords) -> str:
    quoted = shortened(place.text, LONGEST_QUOTE)
    value = place.value.in_language(words.report.options.language)
    if "".join(value.split()) in ("", "".join(place.text.split())):
        return words.wording("report.words", side=side, words=quoted)
    return words.wording("report.words_and_value", side=side, words=quoted, value=value)


def _sentence(text: str) -> str:
    return text if not text or text.rstrip(_CLOSING).endswith((".", "?", "!", "。")) else f"{text}."
