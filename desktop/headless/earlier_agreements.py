"""The library of earlier agreements as the window and the command line use it. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from treaty.language.lexicon import Lexicon
from treaty.precedents.adding import Added, add_files
from treaty.precedents.finding import Answer, Reference
from treaty.precedents.index_words import IndexWords
from treaty.precedents.library import Agreement, Library
from treaty.progress import Progress, SilentProgress
from treaty.reading import read_treaty
from treaty.reading.rules import ReadingRules
from treaty.review.assembly import Instruments


@dataclass(slots=True)
class EarlierAgreements:
    """One library file with what is needed to add to it and to ask it.

    The file is opened when it is first needed and stays open, so that its vectors are read once; whatever thread asks, one is
    served at a time. Raises ReadingError or WritingError where the file cannot be used.
    """

    path: Path
    reading_rules: ReadingRules
    instruments: Instruments
    lexicon: Callable[[], Lexicon]
    _opened: Reference | None = None
    _lock: Lock = field(default_factory=Lock)

    def add(self, paths: Sequence[Path], progress: Progress = SilentProgress()) -> Added:
        """Adds files and all files below folders."""
        with self._reference() as reference:
            return add_files(
                reference.library,
                paths,
                lambda file, first: read_treaty(file, rules=self.reading_rules, first=first),
                reference.encoder,
                glossary=self.instruments.glossary,
                progress=progress,
            )

    def find(self, asked: str, count: int = 5) -> Answer:
        """The nearest earlier clauses in both languages, and what became of the words that were asked."""
        with self._reference() as reference:
            return reference.find(asked, count)

    def agreements(self) -> list[Agreement]:
        """All agreements, in the order in which they were added."""
        with self._reference() as reference:
            return reference.library.agreements()

    def remove(self, number: int) -> bool:
        """Takes an agreement out; False where there is none of that number."""
        with self._reference() as reference:
            return reference.library.remove(number)

    def close(self) -> None:
        """Closes the file; it is opened again when it is needed."""
        with self._lock:
            if self._opened:
                self._opened.library.close()
                self._opened = None

    @contextmanager
    def _reference(self) -> Iterator[Reference]:
        with self._lock:
            if self._opened is None:
                lexicon = self.lexicon()
                words = IndexWords(lexicon.korean_forms, lexicon.english_forms)
                self._opened = Reference(Library(self.path, words), words, lexicon, self.instruments.encoder)
            yield self._opened
