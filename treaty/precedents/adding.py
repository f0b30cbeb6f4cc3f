"""Files and folders into the library: language versions of one agreement together, each file once."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from treaty.alignment import align
from treaty.errors import ReadingError
from treaty.glossary import Glossary
from treaty.language.meaning import Encoder
from treaty.model import Language, Link, TreatyText
from treaty.precedents.library import Library
from treaty.progress import Progress, SilentProgress

_LANGUAGE_PART = re.compile(r"[._ -](?:ko|kor|kr|en|eng|korean|english|국문|영문|국문본|영문본)$", re.IGNORECASE)
"""The end of a file's name that tells the language versions of one agreement apart (fisheries.ko.docx, fisheries.en.docx)."""


Read = Callable[[Path, int], list[TreatyText]]
"""Reads a file; the number is that of its first text, which makes the ids of texts and clauses run through."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of files: agreements added, files that were in the library before, and files that could not be read."""

    agreements: int
    known: int
    refused: tuple[ReadingError, ...]


def add_files(
    library: Library,
    paths: Sequence[Path],
    read: Read,
    encoder: Encoder,
    *,
    glossary: Glossary = Glossary(),
    progress: Progress = SilentProgress(),
) -> Added:
    """Adds files and all files below folders. A file that cannot be read is reported and the others go on; each agreement is
    in the library before the next is read, so that work that was stopped can be done again and goes on from there.

    Raises ReadingError where one of `paths` is not there.
    """
    groups = _agreements(_files(paths))
    total, done, added, known = sum(map(len, groups)), 0, 0, 0
    refused: list[ReadingError] = []
    for files in groups:
        progress.report(done, total, "progress.library")
        new = [file for file in files if not library.holds(_sha256(file))]
        known += len(files) - len(new)
        texts: list[TreatyText] = []
        for file in new:
            texts += _read(file, len(texts) + 1, read, refused)
        if texts:
            library.add(texts, _links(texts, encoder, glossary), encoder)
            added += 1
        done += len(files)
    progress.report(total, total, "progress.library")
    return Added(added, known, tuple(refused))


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files, and those below folders; hidden ones are left out."""
    for path in paths:
        if not path.exists():
            raise ReadingError("missing_file", file=path)
        below = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (file for file in below if file.is_file() and not file.name.startswith("."))


def _agreements(files: Iterable[Path]) -> list[list[Path]]:
    """The files, those together whose names differ in the language only."""
    ordered = sorted(set(files), key=lambda file: (_name_of_agreement(file), file))
    return [list(group) for _, group in groupby(ordered, key=_name_of_agreement)]


def _name_of_agreement(file: Path) -> tuple[str, str]:
    return str(file.parent), _LANGUAGE_PART.sub("", file.stem)


def _sha256(file: Path) -> str:
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""


def _read(file: Path, first: int, read: Read, refused: list[ReadingError]) -> list[TreatyText]:
    try:
        return read(file, first)
    except ReadingError as error:
        refused.append(error)
        return []


def _links(texts: Sequence[TreatyText], encoder: Encoder, glossary: Glossary) -> list[Link]:
    """The links between the first Korean and the first English text; none where one language is missing."""
    first = {text.language: text for text in reversed(texts)}
    if len(first) < len(Language):
        return []
    return align(first[Language.KOREAN], first[Language.ENGLISH], glossary=glossary, encoder=encoder)
