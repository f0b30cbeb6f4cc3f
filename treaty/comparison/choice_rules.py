"""Words of which only one can be meant at a place (sending or receiving State, each or both Parties): the tables choices.tsv
and choice_checks.tsv."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from string import ascii_lowercase, ascii_uppercase

from treaty.model import Language, Span
from treaty.rule_table import TableRow, read_table

_ANY = "*"


class Alone(StrEnum):
    """What a word is worth whose meaning the other side does not have at all."""

    DEFAULT = "default"
    THOROUGH = "thorough"
    NEVER = "never"


class _Swap(StrEnum):
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Choice:
    """Words in a text that choose: the meanings they can have. Those with "*" only answer: they ask for nothing themselves."""

    meanings: frozenset[str]
    span: Span

    @property
    def asks(self) -> bool:
        return _ANY not in self.meanings

    def agrees_with(self, other: Choice) -> bool:
        return {_ANY} in (self.meanings, other.meanings) or bool((self.meanings & other.meanings) - {_ANY})


_CAPITALS = str.maketrans(ascii_uppercase, ascii_lowercase)
"""Patterns and sentences are made lower-case instead of compiled with IGNORECASE, which costs ten times as much to compile."""


@dataclass(frozen=True, slots=True)
class _Words:
    """One row's words in one language: bare, and as whole words only; `source` is compiled when a sentence first asks for
    it, for most never do."""

    meanings: frozenset[str]
    bare: str
    source: str

    @property
    def pattern(self) -> re.Pattern[str]:
        return _compiled(self.source)


@dataclass(frozen=True, slots=True)
class ChoiceCheck:
    """One row of choice_checks.tsv with the rows of choices.tsv that belong to it."""

    slot: str
    check: str
    alone: Alone
    swap: bool
    contexts: dict[Language, re.Pattern[str] | None]
    words: dict[Language, tuple[_Words, ...]]
    any_words: dict[Language, re.Pattern[str]]
    """Any of the words of a language, within other words too, to be asked first: most sentences have none."""

    def may_choose(self, lowered: str, language: Language) -> bool:
        """Whether any word of the check may stand in a text, given as `lowered` makes it."""
        return bool(self.any_words[language].search(lowered))

    def choices(self, sentence: str, language: Language) -> list[Choice]:
        """The choices that a sentence makes, in order, none inside another; none where its context is not there."""
        context, sentence = self.contexts[language], lowered(sentence)
        if not self.any_words[language].search(sentence) or (context is not None and not context.search(sentence)):
            return []
        found = [
            Choice(words.meanings, Span(*match.span("words" if "words" in words.pattern.groupindex else 0)))
            for words in self.words[language]
            for match in words.pattern.finditer(sentence)
        ]
        kept: list[Choice] = []
        for choice in sorted(found, key=lambda choice: (choice.span.start - choice.span.end, choice.span.start)):
            if not any(choice.span.overlaps(other.span) for other in kept):
                kept.append(choice)
        return sorted(kept, key=lambda choice: choice.span)


def lowered(text: str) -> str:
    """A text with its Latin capitals made small, as the words of the checks are."""
    return text.translate(_CAPITALS)


def load_choice_checks(folder: Path) -> tuple[ChoiceCheck, ...]:
    """The checks of both tables in `folder`; raises RuleTableError with file and line where one is faulty."""
    columns = ("slot", "check", "alone", "swap", "ko_context", "en_context")
    rows = list(read_table(folder / "choice_checks.tsv", columns))
    words: dict[tuple[str, Language], list[_Words]] = {(row["slot"], language): [] for row in rows for language in Language}
    for row in read_table(folder / "choices.tsv", ("slot", "meaning", "ko", "en")):
        if (row["slot"], Language.KOREAN) not in words:
            raise row.error("bad_choice", word=row["slot"], allowed=", ".join(known["slot"] for known in rows))
        for language in Language:
            words[row["slot"], language].extend(_words(row, language))
    return tuple(_check(row, words) for row in rows)


def _words(row: TableRow, language: Language) -> Iterator[_Words]:
    if row[language] == "-":
        return
    pattern = _lowered(row.pattern(language).pattern)
    anchored = rf"(?<![가-힣])(?:{pattern})" if language is Language.KOREAN else rf"(?<![\w'’-])(?:{pattern})(?![\w’-])"
    yield _Words(frozenset(row.words("meaning")), pattern, anchored)


def _lowered(pattern: str) -> str:
    """An expression with its capitals made small, but for those that mean something to it: \\S, (?P<words>."""
    return re.sub(r"\\.|\(\?P|[A-Z]+", lambda found: found[0].lower() if found[0].isalpha() else found[0], pattern)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


def _check(row: TableRow, words: dict[tuple[str, Language], list[_Words]]) -> ChoiceCheck:
    contexts = {
        language: None
        if row[f"{language}_context"] == "-"
        else re.compile(_lowered(row.pattern(f"{language}_context").pattern))
        for language in Language
    }
    of_slot = {language: tuple(words[row["slot"], language]) for language in Language}
    any_words = {
        language: re.compile("|".join(one.bare.replace("(?P<words>", "(?:") for one in of_slot[language]) or r"(?!)")
        for language in Language
    }
    swap = row.choice("swap", _Swap) is _Swap.YES
    return ChoiceCheck(row["slot"], row["check"], row.choice("alone", Alone), swap, contexts, of_slot, any_words)
