"""What is fed with damaged files: the reader of each format, the review file, glossaries, and workbooks that come back."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from exporters.xlsx.reading import read_back
from exporters.xlsx.report import write_xlsx
from tests.conftest import SAMPLES
from tests.example_review import example_review
from tests.exporters.reports import judged_report
from tests.fuzz.damage import Damage, changed, repacked, rewritten
from tests.treaty.reading.formats import test_html, test_tota
from tests.treaty.reading.formats.contract import AGREEMENT, HARD_WORDS, Table
from tests.treaty.reading.formats.every_format import BUILDERS, build
from tests.treaty.review.test_edits import example_edits
from tests.treaty.test_glossary_files import TBX_2, TBX_3, workbook
from treaty.errors import TreatyError
from treaty.glossary_files import read_entries
from treaty.model import Language
from treaty.progress import SilentProgress
from treaty.reading import read_treaty
from treaty.reading.ledger import ledger_of
from treaty.reading.rules import ReadingRules
from treaty.review.edits import Signature
from treaty.review.report import ReportOptions, build_report
from treaty.review.review_file import load_review, save_review
from treaty.review.salvage import salvage_review

Feed = Callable[[Path, random.Random], None]
LARGEST = 300_000
"""Samples larger than this are left out: a few of them would take all the time."""
PARTS = (
    *AGREEMENT,
    Table((("품목", "세율"), ("등유", "3%"))),
    *HARD_WORDS,
    "Agreement on Lighthouses",
    "Article 1 Purpose",
    "(a) oil;",
)
ENDINGS = {"DOCX": "docx", "HWPX": "hwpx", "HWP": "hwp", "PDF": "pdf", "HTML": "html", "plain text": "txt"}
EXAMPLES = {"HTML": (test_html.PRESS.encode(), test_html.BOARD.encode("cp949")), "TOTA": (test_tota.EXAMPLE.encode(),)}
ZIPS = frozenset({"DOCX", "HWPX"})


@dataclass(frozen=True, slots=True)
class Target:
    """One kind of file: whole ones, how they are damaged, and what reads them. `feed` raises TreatyError where the file is
    refused; any other exception is a fault of the program."""

    name: str
    wholes: Sequence[bytes]
    damage: Damage
    feed: Feed
    ending: str = ""


def every_target(folder: Path, rules: ReadingRules) -> list[Target]:
    """All targets; `folder` is for files that they need meanwhile."""
    reviews = [_saved_review(folder / "whole.daejo"), *_stored_reviews()]
    return [
        *(_format(name, folder, rules) for name in BUILDERS),
        Target("review", reviews, rewritten(folder), _open_review, ".daejo"),
        Target("glossary TSV", ["en\tko\tnote\nlighthouse\t등대\tsee 1\n".encode()], changed, _read_glossary, ".tsv"),
        Target("glossary TBX", [TBX_2.encode(), TBX_3.encode()], changed, _read_glossary, ".tbx"),
        Target("glossary XLSX", [workbook(folder / "terms.xlsx").read_bytes()], repacked, _read_glossary, ".xlsx"),
        Target("judged workbook", [_exported_workbook(folder / "sheet.xlsx")], repacked, _read_workbook, ".xlsx"),
    ]


def _format(name: str, folder: Path, rules: ReadingRules) -> Target:
    wholes = [build(name, folder / "built", PARTS).read_bytes(), *EXAMPLES.get(name, ())]
    samples = SAMPLES.glob(f"*.{ENDINGS[name]}") if name in ENDINGS else ()
    wholes += [path.read_bytes() for path in sorted(samples) if path.stat().st_size <= LARGEST]
    return Target(name, wholes, repacked if name in ZIPS else changed, partial(_read_text, rules))


def _saved_review(path: Path) -> bytes:
    review = example_review()
    for edit in example_edits(review):
        review.apply(edit)
    save_review(review, path)
    return path.read_bytes()


def _stored_reviews() -> list[bytes]:
    """Reviews of the versions of the format before today's."""
    folder = Path(__file__).parents[1] / "treaty" / "review" / "files"
    return [path.read_bytes() for path in sorted(folder.glob("*.daejo"))]


def _exported_workbook(path: Path) -> bytes:
    write_xlsx(judged_report(), path, progress=SilentProgress())
    return path.read_bytes()


def _read_text(rules: ReadingRules, path: Path, chance: random.Random) -> None:
    texts = read_treaty(path, rules=rules, original=chance.random() < 0.2)
    assert ledger_of(texts).unaccounted == 0, "characters were lost"


def _open_review(path: Path, chance: random.Random) -> None:
    """Opens a review or what is left of it, and makes of it what the window and every export are made of."""
    try:
        review = load_review(path)
    except TreatyError as error:
        if error.code != "damaged_review":
            raise
        review = salvage_review(path).review
    for comparison in range(len(review.comparisons)):
        build_report(review, ReportOptions(Language.KOREAN, comparison=comparison))


def _read_glossary(path: Path, chance: random.Random) -> None:
    for entry in read_entries(path):
        assert entry


def _read_workbook(path: Path, chance: random.Random) -> None:
    read_back(path, example_review(), Signature("김대조", "2028-03-02T10:15:00"))
