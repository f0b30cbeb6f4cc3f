"""Two versions as one Word document with tracked changes: accepting all gives the new text, rejecting all the earlier one.

Both are read back from what was written before the file is offered. Clauses that moved are taken out where they were and put in
where they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from docx.oxml.ns import qn
from lxml import etree

from exporters.archives import UNDATED
from exporters.characters import xml_text
from exporters.docx.page import new_document, save, text_width, write_foot, write_status
from exporters.docx.styles import CLAUSE
from exporters.docx.xml import add_paragraph, element
from exporters.notes import AUTHOR
from treaty.comparison.tracked import Run, Tracking, accepted, rejected, tracked_changes
from treaty.errors import WritingError
from treaty.model import Relation
from treaty.progress import Progress, SilentProgress
from treaty.review.dates import as_of
from treaty.review.paper import Paper
from treaty.review.report import ReportOptions
from treaty.review.review import Review
from treaty.whole_file import whole_file

_STEP = 100
_CHANGE = {
    Tracking.DELETED: "w:del",
    Tracking.MOVED_AWAY: "w:del",
    Tracking.INSERTED: "w:ins",
    Tracking.MOVED_HERE: "w:ins",
}


def write_tracked(review: Review, path: Path, options: ReportOptions, *, progress: Progress = SilentProgress()) -> None:
    """Writes the two versions of the comparison reported. Raises WritingError where its texts are no versions, or where the
    file that was written does not give both back."""
    comparison = review.comparisons[options.comparison]
    if comparison.relation is not Relation.REVISION:
        raise WritingError("no_versions", file=path.name)
    old, new = review.text(comparison.left), review.text(comparison.right)
    runs = [Run(run.tracking, xml_text(run.text)) for run in tracked_changes(old, new, comparison.links, comparison.findings)]
    document = new_document(options, options.title or new.title, as_of(review), portrait=True)
    _Writer(document.element.body, options.reviewer or AUTHOR, as_of(review) or UNDATED).write(runs, progress)
    write_status(document.sections[0].header, options)
    write_foot(document.sections[0].footer, text_width(Paper(options.paper.size, portrait=True)))
    with whole_file(path) as part:
        save(document, part, as_of(review))
        if both_texts(part) != (accepted(runs), rejected(runs)):
            raise WritingError("tracked_otherwise", file=path.name)
        progress.report(len(runs), len(runs), "progress.export")


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words within a line, or the end of a line (text is "\\n")."""

    tracking: Tracking
    text: str


class _Writer:
    """Writes runs as paragraphs; each change has a number, an author and a date."""

    def __init__(self, body: Any, author: str, at: datetime) -> None:
        self._body = body
        self._signature = {"author": xml_text(author), "date": f"{at:%Y-%m-%dT%H:%M:%SZ}"}
        self._numbers = count(1)

    def write(self, runs: Sequence[Run], progress: Progress) -> None:
        paragraph = add_paragraph(self._body, CLAUSE)
        for done, run in enumerate(runs):
            if done % _STEP == 0:
                progress.report(done, len(runs), "progress.export")
            for piece in _pieces(run):
                if piece.text == "\n":
                    self._end(paragraph, piece.tracking)
                    paragraph = add_paragraph(self._body, CLAUSE)
                else:
                    paragraph.append(self._run(piece))
        # What follows the last line's end is the empty paragraph that Word wants at the end of every document.

    def _run(self, piece: _Piece) -> Any:
        run = element("w:r")
        gone = _CHANGE.get(piece.tracking) == "w:del"
        text = element("w:delText" if gone else "w:t")
        text.text = piece.text
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.append(text)
        if piece.tracking not in _CHANGE:
            return run
        change = self._change(piece.tracking)
        change.append(run)
        return change

    def _end(self, paragraph: Any, tracking: Tracking) -> None:
        """Says of a line's end that it was put in or taken out."""
        if tracking in _CHANGE:
            mark = element("w:rPr")
            mark.append(self._change(tracking))
            paragraph.find(qn("w:pPr")).append(mark)

    def _change(self, tracking: Tracking) -> Any:
        return element(_CHANGE[tracking], id=next(self._numbers), **self._signature)


def _pieces(run: Run) -> Iterator[_Piece]:
    for line in re.findall(r"[^\n]*\n|[^\n]+", run.text):
        if words := line.rstrip("\n"):
            yield _Piece(run.tracking, words)
        if line.endswith("\n"):
            yield _Piece(run.tracking, "\n")


def both_texts(path: Path) -> tuple[str, str]:
    """The text of a document with all its tracked changes accepted, and with all rejected."""
    with ZipFile(path) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))[0]
    paragraphs = [part for part in body if part.tag == qn("w:p")]
    return _text(paragraphs, "w:del"), _text(paragraphs, "w:ins")


def _text(paragraphs: Iterable[Any], without: str) -> str:
    """The words and line ends of paragraphs, without those in changes of one kind and without the end of the last line."""
    said = []
    for paragraph in paragraphs:
        for text in paragraph.iter(qn("w:t"), qn("w:delText")):
            if text.getparent().getparent().tag != qn(without):
                said.append(text.text or "")
        mark = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn(without)}")
        said.append("\n" if mark is None else "")
    return "".join(said).removesuffix("\n")
