"""Glossaries: terms that belong together in Korean and English, kept in tables that people edit."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from treaty.errors import ReadingError
from treaty.model import Language
from treaty.rule_table import read_table


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """One term with its renderings; the first rendering of each language is the preferred one."""

    ko: tuple[str, ...]
    en: tuple[str, ...]

    def renderings(self, language: Language) -> tuple[str, ...]:
        return self.ko if language is Language.KOREAN else self.en


@dataclass(frozen=True, slots=True)
class Glossary:
    """The terms that the aligner counts as evidence."""

    terms: tuple[GlossaryTerm, ...] = ()

    def pairs(self, left: Language, right: Language) -> list[tuple[str, str]]:
        """Every rendering in one language with every one in the other, lower-cased; none within one language."""
        if left is right:
            return []
        return [
            (first.casefold(), second.casefold())
            for term in self.terms
            for first in term.renderings(left)
            for second in term.renderings(right)
        ]


def load_glossary(path: Path) -> Glossary:
    """A glossary from a tab-separated table: Korean renderings, English renderings, each separated by "|".

    Raises RuleTableError with file and line where a row is faulty, ReadingError where the file cannot be read.
    """
    try:
        rows = list(read_table(path, ("ko", "en")))
    except OSError as problem:
        raise ReadingError("unreadable_file", file=path.name, reason=problem.strerror or problem) from problem
    except UnicodeError as problem:
        raise ReadingError("not_text", file=path.name) from problem
    return Glossary(tuple(GlossaryTerm(row.words("ko"), row.words("en")) for row in rows))
