"""No export fails otherwise than with one sentence: whatever stops the writing, the file that was there stays, alone."""

from __future__ import annotations

import gc
import os
import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import docx
import pytest

from exporters import REPORT_WRITERS, write_report
from exporters.correction_table import write_corrections
from exporters.docx.own import annotate_docx
from exporters.docx.tracked import write_tracked
from exporters.glossary import write_glossary
from exporters.json import write_json
from exporters.pdf.own import annotate_pdf
from exporters.report_words import ReportWords
from resources.wording_table import load_wording
from tests.exporters.reports import judged_report, judged_review
from treaty.errors import WritingError
from treaty.model import Language, Relation
from treaty.progress import SilentProgress
from treaty.review.corrections import correction_table
from treaty.review.report import ReportOptions
from treaty.review.review import Comparison, Review

Write = Callable[[Path], object]


@dataclass(frozen=True)
class Export:
    """A way to write something, the ending of its file, and a size in bytes that it surely exceeds."""

    ending: str
    write: Write
    smallest: int = 400


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Export]:
    """Every exporter by a name, writing the example."""
    folder = tmp_path_factory.mktemp("own")
    review, report, options = judged_review(), judged_report(), ReportOptions(Language.KOREAN)
    write_report(report, folder / "own.pdf", progress=SilentProgress())
    docx.Document().save(str(folder / "own.docx"))
    words, table = ReportWords(report), correction_table(review, options)
    made = {
        f"report{ending}": Export(ending, lambda path: write_report(report, path, progress=SilentProgress()))
        for ending in REPORT_WRITERS
    }
    return made | {
        "corrections.docx": Export(".docx", lambda path: write_corrections(table, path)),
        "corrections.xlsx": Export(".xlsx", lambda path: write_corrections(table, path)),
        "tracked.docx": Export(".docx", lambda path: write_tracked(versions(review), path, options)),
        "own.docx": Export(".docx", lambda path: annotate_docx(folder / "own.docx", path, words, 0)),
        "own.pdf": Export(".pdf", lambda path: annotate_pdf(folder / "own.pdf", path, words, 0)),
        "json": Export(".json", lambda path: write_json(review, path, progress=SilentProgress())),
        "terms.csv": Export(".csv", lambda path: write_glossary([], path, load_wording(Language.KOREAN)), 5),
    }


def versions(review: Review) -> Review:
    compared = review.comparisons[0]
    return Review(review.texts, (Comparison(compared.left, compared.right, Relation.REVISION, compared.links, ()),))


@contextmanager
def disk_of(size: int) -> Iterator[None]:
    """A time in which no file can grow beyond so many bytes: as on a full disk, writing fails in the middle."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


OPENPYXL = "ignore::pytest.PytestUnraisableExceptionWarning"
"""openpyxl leaves its temporary files to the collector where it cannot write them."""
NAMES = [*(f"report{ending}" for ending in REPORT_WRITERS), "corrections.docx", "corrections.xlsx", "tracked.docx", "own.docx",
         "own.pdf", "json", "terms.csv"]  # fmt: skip


@pytest.mark.parametrize("size", [0, 400])
@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.filterwarnings(OPENPYXL) if ".xlsx" in name else ()) for name in NAMES]
)
def test_a_full_disk_leaves_the_old_file_and_one_sentence(
    exports: dict[str, Export], tmp_path: Path, name: str, size: int
) -> None:
    path = tmp_path / f"a{exports[name].ending}"
    path.write_text("old")
    with disk_of(min(size, exports[name].smallest)), pytest.raises(WritingError) as caught:
        exports[name].write(path)
    assert caught.value.code == "cannot_write"
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == [path.name]
    # A file left open would say so now; Windows could not take it away.
    del caught
    gc.collect()
