"""What reviewers wrote into a workbook (`xlsx`) comes back into the review: verdicts, notes and suggested wording."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from exporters.xlsx.report import FINDING_COLUMNS, FINDINGS_SHEET, HIDDEN_COLUMNS
from resources.wording_table import load_wording
from treaty.errors import ReadingError
from treaty.model import Language
from treaty.reading.archive import Archive
from treaty.reading.xml.tree import parse_xml
from treaty.review.edits import SetJudgement, Signature
from treaty.review.review import Judgement, Review, Verdict

EDITED = ("verdict", "note", "suggestion")
_DAMAGE = (
    InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, IndexError, TypeError, OSError, SyntaxError,
)  # fmt: skip
"""What openpyxl raises where a workbook is not as it should be."""
MOST_BYTES = 64 * 1024 * 1024
"""A workbook of ten thousand findings has some five megabytes; a larger file is no workbook of ours."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A line of a workbook that could not be taken over: the finding's number there, its id, and what the workbook says.

    `kept` is what the review says and goes on saying; None where the review no longer has the finding.
    """

    number: str
    finding: str
    said: Judgement
    kept: Judgement | None


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What a workbook changes in a review, and what of it contradicts what was said in the review meanwhile."""

    edits: tuple[SetJudgement, ...]
    conflicts: tuple[Conflict, ...]


def read_back(path: Path, review: Review, by: Signature) -> ReadBack:
    """The edits that take over what was written into a workbook since it was exported.

    Where the review itself has changed since then and says something else, it is kept and a conflict is reported.
    Raises ReadingError where the file is missing, damaged, or not a workbook that was exported here.
    """
    known = {finding.id for finding in review.findings()}
    edits: list[SetJudgement] = []
    conflicts: list[Conflict] = []
    for line in _lines(path):
        was, said = _judgement(line, "was_", path), _judgement(line, "", path)
        if said == was:
            continue
        now = review.judgement(line["id"])
        if line["id"] not in known:
            conflicts.append(Conflict(line["number"], line["id"], said, None))
        elif _spoken(now) == was:
            merged = replace(now, verdict=said.verdict, note=said.note, suggestion=said.suggestion, author=by.author, at=by.at)
            edits.append(SetJudgement(line["id"], merged, "edit.read_back"))
        elif _spoken(now) != said:
            conflicts.append(Conflict(line["number"], line["id"], said, now))
    return ReadBack(tuple(edits), tuple(conflicts))


def _spoken(judgement: Judgement) -> Judgement:
    """The part of a judgement that a workbook holds."""
    return Judgement(judgement.verdict, judgement.note, judgement.suggestion)


def _lines(path: Path) -> Iterator[Mapping[str, str]]:
    """The findings of a workbook, each as its cells by column name."""
    table = _findings_sheet(_content(path), path.name)
    names = [*(name for name, _ in FINDING_COLUMNS), *HIDDEN_COLUMNS]
    if not table or table[0][len(FINDING_COLUMNS) : len(names)] != list(HIDDEN_COLUMNS):
        raise ReadingError("not_our_workbook", file=path.name)
    for row in table[1:]:
        line = dict(zip(names, row, strict=False))
        if line.get("id"):
            yield {name: line.get(name, "") for name in names}


def _content(path: Path) -> bytes:
    """The bytes of a workbook that does no harm when it is read."""
    try:
        content = path.read_bytes() if path.stat().st_size <= MOST_BYTES else b""
    except OSError as problem:
        raise ReadingError("unreadable_file", file=path.name, reason=problem.strerror or problem) from problem
    archive = Archive(content, path.name, "XLSX")
    if "xl/workbook.xml" not in archive:
        raise ReadingError("not_our_workbook", file=path.name)
    _refuse_harmful(archive, path.name)
    return content


def _findings_sheet(content: bytes, file: str) -> list[list[str]]:
    """The cells of the sheet of findings, row by row."""
    try:
        with warnings.catch_warnings():
            # What openpyxl doubts in a workbook is nothing the reviewer could mend, and would stand in his terminal.
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
            return [[_text(value) for value in row] for row in book.worksheets[FINDINGS_SHEET - 1].values]
    except _DAMAGE as problem:
        raise ReadingError("damaged_file", file=file, format="XLSX") from problem


def _refuse_harmful(archive: Archive, file: str) -> None:
    """Unpacks and parses each part as the readers do, within their limits: openpyxl by itself knows none."""
    for name in archive.names():
        content = archive.read(name)
        if name.endswith((".xml", ".rels")):
            parse_xml(content, file, "XLSX")


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()


def _judgement(line: Mapping[str, str], prefix: str, path: Path) -> Judgement:
    verdict, note, suggestion = (line[f"{prefix}{name}"] for name in EDITED)
    return Judgement(_verdict(verdict, line["number"], path), note, suggestion)


def _verdict(word: str, number: str, path: Path) -> Verdict | None:
    """The verdict of a cell in either language; an empty cell is an open finding."""
    for language in Language:
        wording = load_wording(language)
        for verdict in Verdict:
            if word == wording(f"verdict.{verdict}"):
                return verdict
        if word in ("", wording("verdict.open")):
            return None
    raise ReadingError("strange_verdict", file=path.name, number=number, word=word)
