"""No export fails otherwise than with one sentence: whatever stops the writing, the file that was there stays, alone."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

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
from tests.full_disk import full_after
from treaty.errors import Cancelled, WritingError
from treaty.model import Language, Relation
from treaty.progress import Progress, SilentProgress
from treaty.review.corrections import correction_table
from treaty.review.report import ReportOptions
from treaty.review.review import Comparison, Review
from treaty.review.review_file import save_review


@dataclass(frozen=True)
class Export:
    """A way to write something, and the ending of its file."""

    ending: str
    write: Callable[[Path, Progress], object]


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Export]:
    """Everything that is written, by a name, writing the example."""
    folder = tmp_path_factory.mktemp("own")
    review, report, options = judged_review(), judged_report(), ReportOptions(Language.KOREAN)
    write_report(report, folder / "own.pdf", progress=SilentProgress())
    write_report(report, folder / "own.docx", progress=SilentProgress())
    words, table = ReportWords(report), correction_table(review, options)
    made = {
        f"report{ending}": Export(ending, lambda path, told: write_report(report, path, progress=told))
        for ending in REPORT_WRITERS
    }
    return made | {
        "corrections.docx": Export(".docx", lambda path, told: write_corrections(table, path, progress=told)),
        "corrections.xlsx": Export(".xlsx", lambda path, told: write_corrections(table, path, progress=told)),
        "tracked.docx": Export(".docx", lambda path, told: write_tracked(versions(review), path, options, progress=told)),
        "own.docx": Export(".docx", lambda path, told: annotate_docx(folder / "own.docx", path, words, 0, progress=told)),
        "own.pdf": Export(".pdf", lambda path, told: annotate_pdf(folder / "own.pdf", path, words, 0, progress=told)),
        "json": Export(".json", lambda path, told: write_json(review, path, progress=told)),
        "terms.csv": Export(".csv", lambda path, told: write_glossary([], path, load_wording(Language.KOREAN))),
        "review.daejo": Export(".daejo", lambda path, told: save_review(review, path)),
    }


def versions(review: Review) -> Review:
    compared = review.comparisons[0]
    return Review(review.texts, (Comparison(compared.left, compared.right, Relation.REVISION, compared.links, ()),))


OF_TEXTS = (
    *(f"report{ending}" for ending in REPORT_WRITERS),
    *("corrections.docx", "corrections.xlsx", "tracked.docx", "own.docx", "own.pdf", "json"),
)
"""What grows with the texts; it tells how far it is, and can be stopped."""


@pytest.mark.parametrize("name", [*OF_TEXTS, "terms.csv", "review.daejo"])
def test_a_full_disk_leaves_the_old_file_and_one_sentence(exports: dict[str, Export], tmp_path: Path, name: str) -> None:
    path = tmp_path / f"a{exports[name].ending}"
    exports[name].write(path, SilentProgress())
    old = path.read_bytes()
    for size in (0, len(old) // 2, len(old) - 1):
        with full_after(size), pytest.raises(WritingError) as caught:
            exports[name].write(path, SilentProgress())
        assert caught.value.code == "cannot_write"
        assert path.read_bytes() == old
        assert os.listdir(tmp_path) == [path.name]
        # A file left open would say so now; Windows could not take it away.
        del caught
        gc.collect()


class Stops:
    """Progress of a user who stops the work when it was told so many times how far that is."""

    def __init__(self, after: int) -> None:
        self.left = after

    def report(self, done: int, total: int, what: str) -> None:
        self.left -= 1
        if self.left < 0:
            raise Cancelled


class Counts:
    """Counts how often it is told."""

    def __init__(self) -> None:
        self.told = 0

    def report(self, done: int, total: int, what: str) -> None:
        self.told += 1


@pytest.mark.parametrize("name", OF_TEXTS)
def test_whenever_it_is_stopped_the_old_file_stays(exports: dict[str, Export], tmp_path: Path, name: str) -> None:
    path, counts = tmp_path / f"a{exports[name].ending}", Counts()
    exports[name].write(path, counts)
    path.write_text("old")
    for times in sorted({0, counts.told // 2, counts.told - 1}):
        with pytest.raises(Cancelled):
            exports[name].write(path, Stops(times))
        assert path.read_text() == "old"
        assert os.listdir(tmp_path) == [path.name]
