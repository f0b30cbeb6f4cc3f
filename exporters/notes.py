"""A finding as a numbered note: the same words in a Word comment, under a printed clause, and in a list."""

from __future__ import annotations

from dataclasses import dataclass

from exporters.report_words import ReportWords, shortened
from exporters.styles import GRAVITIES
from treaty.model import Place
from treaty.review.rows import RowFinding

LONGEST_QUOTE = 60


@dataclass(frozen=True, slots=True)
class NotePart:
    """A stretch of a note in one weight."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A finding's note, part by part; the parts are set one after the other with a space between."""

    number: int
    parts: tuple[NotePart, ...]

    @property
    def text(self) -> str:
        return " ".join(part.text for part in self.parts)


def note(entry: RowFinding, words: ReportWords) -> Note:
    """Number, gravity, kind; then the two values as read, the reason, the verdict and the reviewer's note."""
    finding = entry.finding
    kind = words.wording(f"kind.{finding.kind}")
    remark = entry.judgement.note
    parts = (
        NotePart(f"[{entry.number}]"),
        NotePart(f"{GRAVITIES[entry.severity].glyph} {kind}", bold=True),
        NotePart(_sentence(_values(entry, words))),
        NotePart(_sentence(finding.message.in_language(words.report.options.language))),
        NotePart(_sentence(words.verdict(entry.judgement.verdict)), bold=True),
        NotePart(words.wording("report.note", note=remark) if remark else ""),
    )
    return Note(entry.number, tuple(part for part in parts if part.text))


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
    if value in ("", place.text):
        return words.wording("report.words", side=side, words=quoted)
    return words.wording("report.words_and_value", side=side, words=quoted, value=value)


def _sentence(text: str) -> str:
    return text if not text or text.endswith((".", "?", "!", "。")) else f"{text}."
