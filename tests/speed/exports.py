"""What exporting costs: the time until the file is whole, pages a second, memory, and the share of the format's library.
`python -m tests.speed.exports FORMAT CLAUSES` measures one export in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import FrameType

import pypdfium2

from exporters import write_report
from tests.speed.clauses import clause
from tests.speed.reading import peak
from treaty.model import (
    Bilingual,
    Clause,
    ClauseKind,
    Finding,
    Label,
    Language,
    Link,
    MinistryClass,
    Place,
    Relation,
    Severity,
    SourceFile,
    Span,
    TreatyText,
)  # fmt: skip
from treaty.progress import SilentProgress
from treaty.review.report import Report, ReportOptions, build_report
from treaty.review.review import Comparison, Review

FORMATS = ("pdf", "docx", "xlsx", "html")
_LIBRARIES = ("reportlab", "docx", "lxml", "openpyxl")
_OURS = ("exporters", "treaty", "resources")
_CLAUSES_AN_ARTICLE, _CLAUSES_A_FINDING = 8, 5
_SECONDS_A_SAMPLE = 0.005


@dataclass(frozen=True, slots=True)
class ExportCost:
    """What one export took: seconds, pages (0 in a format without), the file's bytes, the megabytes that the process grew by at
    most, and the library's share of the time (0 to 1)."""

    seconds: float
    pages: int
    size: int
    megabytes: float
    share: float


@dataclass
class _Samples:
    """How often the work was seen in our own code, and in a library's."""

    ours: int = 0
    library: int = 0
    over: threading.Event = field(default_factory=threading.Event)

    @property
    def share(self) -> float:
        return self.library / max(1, self.library + self.ours)

    def take(self, thread: int) -> None:
        """Looks at what the thread is doing, again and again, until the work is over."""
        while not self.over.wait(_SECONDS_A_SAMPLE):
            if (room := _room(sys._current_frames().get(thread))) in _LIBRARIES:
                self.library += 1
            elif room:
                self.ours += 1


def export_cost(ending: str, clauses: int) -> ExportCost:
    """The cost of one export, measured in a process of its own."""
    command = [sys.executable, "-m", "tests.speed.exports", ending, str(clauses)]
    return ExportCost(**json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout))


def _measured(ending: str, clauses: int) -> ExportCost:
    report = long_report(clauses)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"report.{ending}")
        before = peak()
        with _sampled() as samples:
            started = time.perf_counter()
            write_report(report, path, progress=SilentProgress())
            seconds = time.perf_counter() - started
        grown = peak() - before
        pages = len(pypdfium2.PdfDocument(path)) if ending == "pdf" else 0
        return ExportCost(seconds, pages, path.stat().st_size, grown, samples.share)


def long_report(clauses: int) -> Report:
    """A report on two texts of so many clauses, eight an article; one in five has a finding."""
    left, right = (_text(side, clauses) for side in (0, 1))
    pairs = list(zip(left.clauses, right.clauses, strict=True))
    links = tuple(Link((one.id,), (other.id,), 0.95) for one, other in pairs)
    numbered = [index for index, (one, _) in enumerate(pairs) if one.kind is ClauseKind.PARAGRAPH]
    found = tuple(_finding(index, *pairs[index]) for index in numbered[::_CLAUSES_A_FINDING])
    compared = Comparison(left.id, right.id, Relation.TRANSLATION, links, found)
    return build_report(Review((left, right), (compared,)), ReportOptions(Language.KOREAN))


def _text(side: int, clauses: int) -> TreatyText:
    language, name = ((Language.KOREAN, "ko"), (Language.ENGLISH, "en"))[side]
    made: list[Clause] = []
    for number in range(1, clauses + 1):
        if number % _CLAUSES_AN_ARTICLE == 1:
            article = ("제{}조", "Article {}")[side].format(number // _CLAUSES_AN_ARTICLE + 1)
            made.append(_clause(f"{name}.a{number}", ClauseKind.ARTICLE, article, ""))
        label, _, said = clause(number, side).partition(" ")
        made.append(_clause(f"{name}.c{number}", ClauseKind.PARAGRAPH, label, said))
    return TreatyText(name, SourceFile(f"{name}.txt", name * 32, ""), name, language, name, "", tuple(made), ())


def _clause(name: str, kind: ClauseKind, label: str, said: str) -> Clause:
    whole = Span(0, len(said))
    return Clause(name, kind, 0, Label(label, label, label), label, said, (whole,), whole)


def _finding(link: int, left: Clause, right: Clause) -> Finding:
    message = Bilingual("두 문안의 숫자가 다릅니다.", "The figures of the two texts differ.")
    grave = (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR)[link % 3]
    places = (_first_word(left), _first_word(right))
    return Finding(f"f{link}", "number", grave, MinistryClass.MISTRANSLATION, link, *places, "speed", message, 0.9)


def _first_word(clause: Clause) -> Place:
    word = clause.text.split()[0]
    return Place(clause.id, Span(0, len(word)), word, Bilingual("", ""))


@contextmanager
def _sampled() -> Iterator[_Samples]:
    """Samples of what the thread that enters does."""
    samples = _Samples()
    watching = threading.Thread(target=samples.take, args=(threading.get_ident(),))
    watching.start()
    try:
        yield samples
    finally:
        samples.over.set()
        watching.join()


def _room(frame: FrameType | None) -> str:
    """The package that a thread works in: the innermost that is a format's library or ours, not Python's own."""
    while frame:
        package = str(frame.f_globals.get("__name__", "")).partition(".")[0]
        if package in (*_LIBRARIES, *_OURS):
            return package
        frame = frame.f_back
    return ""


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asdict(_measured(sys.argv[1], int(sys.argv[2])))))
