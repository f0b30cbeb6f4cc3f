"""Plain text whose paragraphs were broken into lines of one width, as mail and old editors do: the lines put together again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from treaty.reading.joining import cut_word, joined, words_of
from treaty.reading.numbering import label_readings

_NARROWEST, _WIDEST = 40, 120
"""Widths that lines are broken at, in columns of which a Korean character takes two. Lines of whole paragraphs are longer."""
_LONGER = 0.02
"""The share of lines that may be longer than the width: addresses, rows of tables."""
_LEAST_BROKEN, _LEAST_SHARE = 2, 0.2
"""A text is broken at a width if two of its lines, and one in five of those that could be, stop there in mid-sentence."""
_PARTED = 0.15
"""Where one line in seven is blank, blank lines part the paragraphs, and a full stop at a line's end does not."""
_FINISHED = re.compile(r"[.;:!?。…]['\"”’)\]]*\s*$")
_GOES_ON = re.compile(r"\b(?:the|of|and|between|with|to|for|in|on|a|an|by)\s*$", re.IGNORECASE)
_BEGINS_LOW = re.compile(r"\s*[a-z가-힣\d(“\"「]")


@dataclass(frozen=True, slots=True)
class _WrittenLine:
    """A line without the blanks around it, and whether a blank stood behind it."""

    text: str
    space_behind: bool


@dataclass(frozen=True, slots=True)
class _Layout:
    """How a text is laid out: the width its lines are broken at (0: none), whether blank lines part its paragraphs."""

    width: int
    parted: bool


def unwrapped(lines: Sequence[str]) -> list[str]:
    """The lines with those put together that are one paragraph; the lines as they are where each is a paragraph."""
    layout = _layout(lines)
    paragraphs = [[line] for line in lines[:1]]
    for before, after in pairwise(lines):
        if _goes_on(before, after, layout):
            paragraphs[-1].append(after)
        else:
            paragraphs.append([after])
    if len(paragraphs) == len(lines):
        return list(lines)
    written = [[_WrittenLine(line.strip(), line.endswith(" ")) for line in paragraph] for paragraph in paragraphs]
    words = words_of([paragraph for paragraph in written if paragraph[0].text])
    together = zip(paragraphs, written, strict=True)
    return [joined(parts, words) if len(parts) > 1 else paragraph[0] for paragraph, parts in together]


def _layout(lines: Sequence[str]) -> _Layout:
    widths = sorted(_columns(line.rstrip()) for line in lines if line.strip())
    if not widths:
        return _Layout(0, parted=False)
    width = widths[int((len(widths) - 1) * (1 - _LONGER))]
    if not _NARROWEST <= width <= _WIDEST:
        return _Layout(0, parted=False)
    parted = 1 - len(widths) / len(lines) >= _PARTED
    pairs = [(before, after) for before, after in pairwise(lines) if before.strip() and after.strip() and not _labelled(after)]
    broken = sum(_is_full(before, after, width) and not _FINISHED.search(before) for before, after in pairs)
    is_broken = broken >= max(_LEAST_BROKEN, _LEAST_SHARE * len(pairs))
    return _Layout(width, parted) if is_broken else _Layout(0, parted)


def _goes_on(before: str, after: str, layout: _Layout) -> bool:
    """Whether a line continues the paragraph of the line before it."""
    if not before.strip() or not after.strip():
        return False
    is_cut = cut_word(before.strip(), after.strip())
    if not (is_cut or layout.width) or _labelled(after):
        return False
    if is_cut or "\t" in before + after:
        return is_cut
    if _FINISHED.search(before) and not layout.parted:
        return False
    if _GOES_ON.search(before):
        return True
    is_recital = before.rstrip().endswith(",") and not _BEGINS_LOW.match(after)
    return not is_recital and _is_full(before, after, layout.width)


def _is_full(line: str, after: str, width: int) -> bool:
    """Whether the first word of the next line would not have found room on this one."""
    return _columns(line.rstrip()) + 1 + _columns(after.split(maxsplit=1)[0]) > width


def _labelled(line: str) -> bool:
    return next(label_readings(line.strip()), None) is not None


def _columns(text: str) -> int:
    """The width of a text in columns; of one that is too long for a broken line anyway, at least that."""
    if len(text) > _WIDEST:
        return len(text)
    return sum(1 + (unicodedata.east_asian_width(character) in "WF") for character in text)
