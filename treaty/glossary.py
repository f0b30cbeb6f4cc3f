"""Glossaries: terms that belong together in Korean and English, kept in files that people edit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from treaty.glossary_files import read_entries
from treaty.model import Language


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """One term with its renderings; the first rendering of each language is the preferred one.

    `forbidden_ko` and `forbidden_en` must not stand for it. A `binding` term is one that the user asks to be kept to; others
    are only evidence of what belongs together.
    """

    ko: tuple[str, ...]
    en: tuple[str, ...]
    forbidden_ko: tuple[str, ...] = ()
    forbidden_en: tuple[str, ...] = ()
    comment: str = ""
    binding: bool = False

    def renderings(self, language: Language) -> tuple[str, ...]:
        return self.ko if language is Language.KOREAN else self.en

    def forbidden(self, language: Language) -> tuple[str, ...]:
        return self.forbidden_ko if language is Language.KOREAN else self.forbidden_en


@dataclass(frozen=True, slots=True)
class Glossary:
    """Terms: evidence for the aligner, and for the checks what must be kept to."""

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


def load_glossary(path: Path, *, binding: bool = False) -> Glossary:
    """A glossary from a file: TSV, CSV, XLSX or TBX; docs/glossaries.md says what stands in them.

    Raises RuleTableError with file and line where a row is faulty, ReadingError where the file cannot be read.
    """
    terms = [
        GlossaryTerm(entry.ko, entry.en, entry.forbidden_ko, entry.forbidden_en, entry.comment, binding)
        for entry in read_entries(path)
    ]
    return Glossary(tuple(terms))


def joined(glossaries: Iterable[Glossary]) -> Glossary:
    """One glossary of several: all their terms, in order."""
    return Glossary(tuple(term for glossary in glossaries for term in glossary.terms))
