"""A source's lines, each with the place it was read from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from treaty.language.script import language_of
from treaty.model import Language, Span

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_EDGE = " \t\u00a0\u3000\ufeff\u200b"


@dataclass(frozen=True, slots=True)
class Line:
    """One line with words on it, without the blanks around it; `source` is its span in the source's text."""

    text: str
    source: Span
    language: Language | None
    after_blank: bool

    def tail(self, start: int) -> Line:
        """The line from the character `start` on, without the blanks before it."""
        rest = self.text[start:]
        kept = rest.lstrip(_EDGE)
        return Line(kept, Span(self.source.end - len(kept), self.source.end), self.language, False)


def lines_of(text: str) -> list[Line]:
    """The lines of `text` that hold more than blanks, in order."""
    found: list[Line] = []
    end = 0
    for match in _LINE.finditer(text):
        words = match.group().strip(_EDGE)
        if not words:
            continue
        start = match.start() + match.group().index(words)
        after_blank = len(re.findall(r"\r\n|[\r\n]", text[end:start])) > 1
        end = start + len(words)
        found.append(Line(words, Span(start, end), language_of(words), after_blank))
    return found
