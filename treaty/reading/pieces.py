"""Lines cut into pieces: a label with its heading, or with its words, or words without a label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, zip_longest

from treaty.model import Language, Span
from treaty.progress import Progress, SilentProgress
from treaty.reading.document import Line, Role
from treaty.reading.numbering import SCHEMES, UNSPACED, Numbered, Rank, Scheme, label_readings
from treaty.reading.watching import watched

_BRACKETED = re.compile(r"\s*[(\[【<〈](?P<words>[^)\]】>〉]{1,120})[)\]】>〉]\s*")
_DASH = re.compile(r"\s*[-–—:：.]?\s+|\s*[-–—:：.]\s*")
_SENTENCE_END = re.compile(
    r"[.,;:!?。…]['\"”’)\]]*$|(?:다|며|는|은|음|함|것|(?:하|되|이|있|없|않|았|었|였|했|지|받|갖|두)고|하여)['\"”’)\]]*$"
)
"""A stop, or an ending of a Korean sentence or half sentence; nouns end in 고 and 여 too: 제고, 참여."""
_CLAUSE_END = re.compile(r"(?<=[.;])\s*(?:(?:and|or|및|또는)\s+)?(?=\S)")
_CITED_WITH_HEADING = re.compile(r"\s*[(\[【][^)\]】]{1,120}[)\]】](?:[가-힣]|\s*[a-z,;])")
_INTRODUCTION_END = re.compile(r"(?<=[,:])\s+(?=\S)")
_FULL_STOP = re.compile(r"\d{1,3}\.(?P<blank>\s?)\D")
_LONGEST_LABEL = 60
_LONGEST_HEADING = {Language.KOREAN: 45, Language.ENGLISH: 90, None: 45}


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the source that will be one clause: the ways to read its label, and its words.

    `whole` is label and words together, for a label that turns out to be none. `heading` is the words of a heading that stands
    behind an article's or a chapter's number; then `words` is empty. `heading_like` says that the words could be a heading.
    `mark` is that of the note which begins here, None for other pieces.
    """

    readings: tuple[Numbered, ...]
    whole: str
    words: str
    heading: str
    source: Span
    heading_like: bool
    role: Role = Role.BODY
    mark: str | None = None

    @property
    def heads(self) -> bool:
        """Whether the piece is an article's or a division's own line."""
        return bool(self.readings) and self.readings[0].scheme.rank in (Rank.DIVISION, Rank.ARTICLE)


def pieces_of(lines: Sequence[Line], language: Language, progress: Progress = SilentProgress()) -> list[Piece]:
    """The pieces of a text's lines, in order. A heading on the line after a bare article number is joined to it."""
    pairs = watched(zip_longest(lines, lines[1:]), progress)
    apart = (part for line, following in pairs for part in _without_list(line, following))
    schemes = (*SCHEMES, UNSPACED) if _numbers_unspaced(lines) else SCHEMES
    pieces = [piece for line in apart for piece in _cut(line, language, schemes)]
    return list(_with_following_headings(pieces))


def _numbers_unspaced(lines: Sequence[Line]) -> bool:
    """Whether a text prints its numbers without a blank behind them: "7.위원회는"."""
    printed = [match.group("blank") for line in lines if (match := _FULL_STOP.match(line.text))]
    return printed.count("") * 2 > len(printed)


def _without_list(line: Line, following: Line | None) -> list[Line]:
    """A line, or its two parts where the first item of a list is run into the words before it, and the second follows."""
    if line.role is not Role.BODY:
        return [line]
    next_line = following.text if following and following.role is Role.BODY else ""
    tried: set[str] = set()
    for end in _INTRODUCTION_END.finditer(line.text):
        for first in _labels_at(line.text, end.end()):
            if first.value != 1 or first.scheme.rank is not Rank.FREE or first.scheme.name in tried:
                continue
            # Where no second follows the first of its kind, none follows the later ones.
            tried.add(first.scheme.name)
            is_own = any(own.scheme is first.scheme for own in _labels_at(line.text, 0))
            if not is_own and _goes_on(first, line.text, end.end() + first.end, next_line):
                return [line.head(end.end()), line.tail(end.end())]
    return [line]


def _goes_on(first: Numbered, text: str, start: int, next_line: str) -> bool:
    """Whether the number after the first of a list stands behind a clause of the same line, or begins the next."""
    places = (_labels_at(text, end.end()) for end in _CLAUSE_END.finditer(text, start))
    following = chain(chain.from_iterable(places), label_readings(next_line))
    return any(reading.scheme is first.scheme and reading.value == 2 for reading in following)


def _labels_at(text: str, start: int) -> Iterator[Numbered]:
    """The ways to read a label at a place within a line; their ends are counted from there."""
    return label_readings(text[start : start + _LONGEST_LABEL])


def _cut(line: Line, language: Language, schemes: Sequence[Scheme]) -> Iterator[Piece]:
    """The pieces of a line. Nothing is called within itself: damaged files hold thousands of numbers on one line."""
    waiting = [line]
    while waiting:
        piece, rest = _cut_once(waiting.pop(), language, schemes)
        if piece:
            yield piece
        waiting += reversed(rest)


def _cut_once(line: Line, language: Language, schemes: Sequence[Scheme]) -> tuple[Piece | None, list[Line]]:
    """A line's first piece, unless the line has to be taken apart before, and what is still to be cut."""
    if line.role is not Role.BODY:
        words = line.text.removeprefix(line.mark or "").lstrip()
        return Piece((), line.text, words, "", line.source, False, line.role, line.mark), []
    readings = tuple(label_readings(line.text, schemes))
    if not readings:
        is_heading = heading_like(line.text, language)
        return Piece((), line.text, line.text, "", line.source, is_heading), []
    if readings[0].scheme.heads:
        if (start := _run_in(line.text, readings[0])) is not None:
            return None, [line.head(start), line.tail(start)]
        return _cut_heading(line, readings, language)
    rest = line.tail(readings[0].end)
    if rest.text and _starts_a_list(rest.text):
        label = line.text[: len(line.text) - len(rest.text)].rstrip()
        source = Span(line.source.start, rest.source.start)
        return Piece(readings, label, "", "", source, False), [rest]
    if (start := _run_in(line.text, readings[0])) is not None:
        return None, [line.head(start), line.tail(start)]
    is_heading = heading_like(rest.text, language)
    return Piece(readings, line.text, rest.text, "", line.source, is_heading), []


def _cut_heading(line: Line, readings: tuple[Numbered, ...], language: Language) -> tuple[Piece, list[Line]]:
    """An article's own line: its number and heading, and what follows on the same line, still to be cut."""
    end = readings[0].end
    if bracketed := _BRACKETED.match(line.text, end):
        heading, end = bracketed.group("words").strip(), bracketed.end()
    else:
        dash = _DASH.match(line.text, end)
        rest = line.text[dash.end() if dash else end :]
        is_heading = heading_like(rest.rstrip("."), language) and not tuple(label_readings(rest))
        heading, end = (rest, len(line.text)) if is_heading else ("", dash.end() if dash else end)
    body = line.tail(end)
    source = Span(line.source.start, body.source.start if body.text else line.source.end)
    whole = line.text[: len(line.text) - len(body.text)].rstrip()
    return Piece(readings, whole, "", heading, source, False), [body] if body.text else []


def _run_in(text: str, reading: Numbered) -> int | None:
    """Where the next number of the same list begins that is run into this clause: "1. …한다.2. …"; None if nowhere."""
    for end in _CLAUSE_END.finditer(text, reading.end):
        following = next(_labels_at(text, end.end()), None)
        follows = following and following.scheme.name == reading.scheme.name and following.value == reading.value + 1 > 1
        if following and follows and not _is_cited(text, end.end(), following):
            return end.end()
    return None


def _is_cited(text: str, start: int, label: Numbered) -> bool:
    """Whether the number of an article within a line is one that the sentence speaks of: "제2조(기름)에 따라"."""
    return label.scheme.heads and bool(_CITED_WITH_HEADING.match(text, start + label.end))


def _starts_a_list(words: str) -> bool:
    """Whether a clause's words begin with the first number of a list: "3. (a) …"."""
    first = next(label_readings(words), None)
    return first is not None and first.value == 1 and first.scheme.rank is Rank.FREE and first.scheme.name != "I."


def heading_like(words: str, language: Language | None) -> bool:
    """Whether words are short and end as no sentence and no part of one does."""
    return bool(words) and len(words) <= _LONGEST_HEADING[language] and not _SENTENCE_END.search(words)


def _with_following_headings(pieces: Sequence[Piece]) -> Iterator[Piece]:
    position = 0
    while position < len(pieces):
        piece, following = pieces[position], pieces[position + 1 : position + 3]
        if _bare(piece) and len(following) == 2 and _names(following[0], following[1]):
            source = Span(piece.source.start, following[0].source.end)
            yield replace(piece, heading=following[0].words, source=source)
            position += 2
        else:
            yield piece
            position += 1


def _bare(piece: Piece) -> bool:
    return piece.heads and not piece.heading


def _names(candidate: Piece, following: Piece) -> bool:
    """Whether a line after a bare article number is its heading: short, unlabelled, and followed by something it can head."""
    starts_high = candidate.words[:1].isupper() or "가" <= candidate.words[:1] <= "힣"
    return not candidate.readings and candidate.heading_like and starts_high and not _bare(following)
