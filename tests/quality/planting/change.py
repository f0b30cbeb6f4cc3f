"""One thing changed on one side of a pair of clauses."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.quality.planting.particles import agreed
from treaty.model import Language, Span


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a change may draw on beside its own pair: the names of the text, and sentences of other clauses."""

    states: tuple[tuple[str, str], ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    korean: str = ""
    spare_sentences: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ClausePair:
    """A Korean and an English clause that say the same."""

    ko: str
    en: str
    around: Surroundings = field(default_factory=Surroundings)

    def text(self, language: Language) -> str:
        return self.ko if language is Language.KOREAN else self.en


@dataclass(frozen=True, slots=True)
class Change:
    """What stands at `span` of one side becomes `new`; `counterpart` is what says the old thing on the other side, if known.

    An empty `new` is an omission, an empty span an addition.
    """

    error_class: str
    language: Language
    span: Span
    new: str
    counterpart: Span | None = None

    def applied(self, text: str) -> Changed:
        """The text after the change: particles agree with the new word, and what an omission leaves behind is tidied up."""
        before, after = text[: self.span.start], text[self.span.end :]
        if not self.new:
            if self.language is Language.KOREAN and self.span.of(text)[-1:].strip():
                after = agreed(before, after)
            return _without(before, after, self.span.of(text))
        if self.language is Language.KOREAN:
            after = agreed(self.new, after)
        else:
            before = _ARTICLE.sub(lambda article: _article(article.group(), self.new), before)
        return Changed(before + self.new + after, Span(len(before), len(before) + len(self.new)), self.span.of(text), self.new)


@dataclass(frozen=True, slots=True)
class Changed:
    """A text after a change: the span of the new words (empty where words were taken out), the words before and after."""

    text: str
    span: Span
    old: str
    new: str


def _article(article: str, word: str) -> str:
    """The indefinite article in the form that the next word asks for."""
    return f"{article[0]}n " if word[:1].lower() in "aeio" and word[:3].lower() not in ("one", "eur") else f"{article[0]} "


def _without(before: str, after: str, old: str) -> Changed:
    if before.endswith(",") and after.startswith(","):
        before = before[:-1]
    joint = len(before)
    if not before or before.endswith(" ") or after[:1] in ("", ",", ".", ";", ")"):
        after = after.lstrip() if not before or before.endswith(" ") else after
        if after[:1] in ("", ",", ".", ";", ")") and before.endswith(" "):
            before = before.rstrip()
            joint = len(before)
    if not before:
        after = after.lstrip(", ")
        after = after[:1].upper() + after[1:]
    return Changed(before + after, Span(joint, joint), old.strip(), "")


def once(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The match of a pattern that matches exactly once."""
    matches = list(pattern.finditer(text))
    return matches[0] if len(matches) == 1 else None


_ARTICLE = re.compile(r"\b[Aa]n? $")
Changes = Iterator[Change]
Draw = random.Random
