"""The correction table (정오표): what of the findings that were judged as errors is to be changed, and into what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile

from treaty.model import Bilingual, Clause, Finding, Gap, Language, MinistryClass, Place, Span, TreatyText
from treaty.review.dates import as_of
from treaty.review.report import ReportOptions
from treaty.review.review import Comparison, Judgement, Review, Verdict

_WORDS = re.compile(r"\S+\s*|\s+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a clause, and the words in it that are spoken of (an empty span: the point where words are missing)."""

    text: str
    words: Span | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """One line of a correction table.

    `clause` is the full label; `other` the sentence of the text that is followed, `present` that of the faulty text as it
    stands, `corrected` as it shall read; None while nobody has suggested wording. `reason` is the reviewer's note, or what
    the finding says.
    """

    clause: str
    other: Passage
    present: Passage
    corrected: Passage | None
    ministry_class: MinistryClass
    reason: Bilingual


@dataclass(frozen=True, slots=True)
class CorrectionTable:
    """The corrections of one text with what stands around them: its title, and the languages of the text that is followed and
    of the one that is corrected."""

    options: ReportOptions
    title: str
    followed: Language
    corrected: Language
    corrections: tuple[Correction, ...]
    as_of: datetime | None


def correction_table(review: Review, options: ReportOptions) -> CorrectionTable:
    """The table of corrections of the Korean text of the comparison reported; of two texts in one language, of the right
    one."""
    comparison = review.comparisons[options.comparison]
    left, right = review.text(comparison.left), review.text(comparison.right)
    faulty, other = (left, right) if _corrects_left(left, right, Language.KOREAN) else (right, left)
    made = tuple(corrections(review, options.comparison))
    return CorrectionTable(options, options.title or faulty.title, other.language, faulty.language, made, as_of(review))


def _corrects_left(left: TreatyText, right: TreatyText, faulty: Language) -> bool:
    return left.language is faulty and right.language is not faulty


def corrections(review: Review, index: int = 0, faulty: Language = Language.KOREAN) -> list[Correction]:
    """The corrections of the findings judged as errors, in the order of the comparison's findings.

    `faulty` is the language whose text is corrected; of two texts in one language it is the right one.
    """
    comparison = review.comparisons[index]
    left, right = review.text(comparison.left), review.text(comparison.right)
    corrects_left = _corrects_left(left, right, faulty)
    clauses = {clause.id: clause for text in (left, right) for clause in text.clauses}
    judged = ((finding, review.judgement(finding.id)) for finding in comparison.findings)
    errors = [(finding, said) for finding, said in judged if said.verdict is Verdict.ERROR]
    return [_correction(finding, said, comparison, clauses, corrects_left=corrects_left) for finding, said in errors]


def _correction(
    finding: Finding, said: Judgement, comparison: Comparison, clauses: Mapping[str, Clause], *, corrects_left: bool
) -> Correction:
    link = comparison.links[finding.link]
    mine, theirs = (finding.left, finding.right) if corrects_left else (finding.right, finding.left)
    my_ids, their_ids = (link.left, link.right) if corrects_left else (link.right, link.left)
    present = _passage(mine, finding.gap, [clauses[i] for i in my_ids])
    other = _passage(theirs, finding.gap, [clauses[i] for i in their_ids])
    label = next((clauses[i].path for i in (*my_ids, *their_ids)), "")
    corrected = _corrected(present, said.suggestion) if said.suggestion else None
    ministry_class = said.ministry_class or finding.ministry_class
    reason = Bilingual(said.note, said.note) if said.note else finding.message
    return Correction(label, other, present, corrected, ministry_class, reason)


def _passage(place: Place | None, gap: Gap | None, clauses: list[Clause]) -> Passage:
    """The sentence in which a finding's words stand, or would stand; the whole clauses where that is not known."""
    spots = [(place.clause, place.span)] if place else [(gap.clause, Span(gap.offset, gap.offset))] if gap else []
    for clause in clauses:
        for named, span in spots:
            if named == clause.id:
                sentence = _sentence_of(clause, span)
                words = Span(max(span.start, sentence.start), min(span.end, sentence.end)).shifted(-sentence.start)
                return Passage(sentence.of(clause.text), words)
    return Passage("\n".join(clause.text for clause in clauses))


def _sentence_of(clause: Clause, span: Span) -> Span:
    """The sentences that hold a span, together; the whole clause where the span lies in none."""
    held = list(_touching(clause, span))
    return Span(held[0].start, held[-1].end) if held else Span(0, len(clause.text))


def _touching(clause: Clause, span: Span) -> Iterator[Span]:
    return (sentence for sentence in clause.sentences if sentence.start <= span.end and span.start <= sentence.end)


def _corrected(present: Passage, suggestion: str) -> Passage:
    """The sentence as it shall read. A suggestion that ends as the sentence does is the sentence anew; any other replaces the
    faulty words, or stands alone where the sentence names none."""
    if present.words is None:
        return Passage(suggestion, Span(0, len(suggestion)))
    before, after = present.text[: present.words.start], present.text[present.words.end :]
    if after.split() and suggestion.endswith(after.split()[-1]):
        return Passage(suggestion, _difference(present.text, suggestion))
    if present.words.start == present.words.end:
        before, after = _apart(before, after)
    return Passage(before + suggestion + after, Span(len(before), len(before) + len(suggestion)))


def _apart(before: str, after: str) -> tuple[str, str]:
    """What stands around words that are put in where there were none, with the spaces that part words."""
    opened = before if not before or before[-1].isspace() else f"{before} "
    closed = after if not after or not after[0].isalnum() else f" {after}"
    return opened, closed


def _difference(old: str, new: str) -> Span:
    """The words of a new sentence between those that both begin with and those that both end with."""
    mine, theirs = _WORDS.findall(old), _WORDS.findall(new)
    same = list(takewhile(lambda pair: pair[0] == pair[1], zip(mine, theirs, strict=False)))
    rest = len(same)
    end = list(takewhile(lambda pair: pair[0] == pair[1], zip(reversed(mine[rest:]), reversed(theirs[rest:]), strict=False)))
    start = sum(len(word) for _, word in same)
    return Span(start, max(start, len(new) - sum(len(word) for _, word in end)))
