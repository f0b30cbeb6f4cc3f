"""Clause numbers in a form that both languages share."""

from __future__ import annotations

import re

from treaty.model import Clause, ClauseKind
from treaty.reading.numbering import SYLLABLES, counted

_NUMBER = re.compile(
    rf"\d+|[①-⑳]|(?<![가-힣\d])[{SYLLABLES}](?![가-힣])|(?<![A-Za-z])[a-z](?![A-Za-z])|(?<![A-Za-z])[ivxIVX]+(?![A-Za-z])"
)


def label_number(label: str) -> tuple[int, ...] | None:
    """The numbers of a label from the top: "제3조 ① 가" and "Article 3.1(a)" are both (3, 1, 1); None where there is none."""
    numbers = tuple(_value(word) for word in _NUMBER.findall(label))
    return numbers or None


def _value(word: str) -> int:
    return counted(word, "(i)" if len(word) > 1 and word.isalpha() else "(a)")


def clause_number(clause: Clause) -> tuple[int, ...] | None:
    """The numbers of a clause's full label, None for bullets: only their place counts them. Those of parts and chapters, and of
    the preamble, are none of an article's."""
    if clause.label and clause.label.scheme == "bullet":
        return None
    if clause.label and clause.label.scheme in ("part", "chapter", "section", "annex"):
        return (_DIVISION, *(label_number(clause.label.number) or ()))
    in_preamble = clause.path.startswith(("전문", "Preamble"))
    if clause.label is None and (clause.kind.heads or clause.path.startswith("¶") or clause.kind is ClauseKind.SIGNATURE):
        return None
    number = label_number(clause.path)
    return (_PREAMBLE, *number) if number and in_preamble else number


_DIVISION, _PREAMBLE = -1, 0
