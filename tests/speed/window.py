"""How long the window takes for what a reviewer feels, on ten thousand clauses a side. Each figure comes with the time that
folding the same texts takes in the same run: the ratios can be compared between machines, milliseconds cannot."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from desktop.application import Session, build_application
from desktop.finding_text.folding import folded
from desktop.finding_text.text_search import TextSearch
from desktop.toolkit import Toolkit
from desktop.traces.settings import Settings
from exporters import write_report
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
from treaty.review.review import Comparison, Review, Verdict

CLAUSES = 10_000
STEPS = 1200
FINDING_EVERY = 40


@dataclass(frozen=True, slots=True)
class Felt:
    """One figure: what it is, its milliseconds, and how many times the reference that is."""

    what: str
    milliseconds: float
    ratio: float


def long_review(clause: Callable[[int, int], str]) -> Review:
    """Two texts of so many clauses, linked one to one, with a finding on every fortieth link."""
    texts = tuple(_text(language, number, clause) for number, language in enumerate(Language))
    links = tuple(Link((f"t0.c{number}",), (f"t1.c{number}",), 0.95, reasons=("number",)) for number in range(CLAUSES))
    findings = tuple(_finding(number, texts) for number in range(0, CLAUSES, FINDING_EVERY))
    return Review(texts, (Comparison("t0", "t1", Relation.TRANSLATION, links, findings),))


def felt(toolkit: Toolkit, clause: Callable[[int, int], str]) -> list[Felt]:
    """The figures, on clauses that `clause` makes of a number and a language (0 Korean, 1 English)."""
    app, made = build_application(), long_review(clause)
    texts = [each.text for text in made.texts for each in text.clauses]
    reference = _milliseconds(lambda: [folded(text) for text in texts])
    with TemporaryDirectory() as folder:
        started = perf_counter()
        session = Session(app, toolkit, write_report, Settings(Path(folder) / "daejo.ini"), Language.KOREAN)
        session.window.resize(1440, 900)
        session.window.show()
        app.processEvents()
        figures = {"start to first window": 1000 * (perf_counter() - started)} | _with_review(app, session, made)
        session.close()
        session.window.hide()
    return [Felt(what, taken, taken / reference) for what, taken in figures.items()]


def _with_review(app: QApplication, session: Session, review: Review) -> dict[str, float]:
    def opened() -> None:
        session.controller.open(review)
        session.window.page.table.viewport().grab()

    figures = {"open to first painted row": _milliseconds(opened)}
    steps = _scrolled(app, session)
    figures["scroll step, 99th percentile"] = sorted(steps)[int(len(steps) * 0.99)]
    figures["scroll step, median"] = sorted(steps)[len(steps) // 2]
    session.controller.select(next(iter(session.controller.found)))
    app.processEvents()

    def judged() -> None:
        session.controller.set_verdict(Verdict.ERROR)
        app.processEvents()

    figures["one edit to repaint"] = _milliseconds(judged)
    search = TextSearch()
    rows = session.controller.rows
    figures["first search over all clauses"] = _milliseconds(lambda: search.hits(rows, "7777"))
    figures["next search over all clauses"] = _milliseconds(lambda: search.hits(rows, "8888"))
    return figures


def _scrolled(app: QApplication, session: Session) -> list[float]:
    """The milliseconds of each step, to a painted page, over the whole document."""
    table = session.window.page.table
    bar = table.verticalScrollBar()
    steps = []
    for step in range(STEPS):
        started = perf_counter()
        bar.setValue(bar.maximum() * step // STEPS)
        table.viewport().repaint()
        steps.append(1000 * (perf_counter() - started))
        app.processEvents()
    return steps


def _milliseconds(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return 1000 * (perf_counter() - started)


def _text(language: Language, number: int, clause: Callable[[int, int], str]) -> TreatyText:
    said = [clause(each, number).partition(". ")[2] for each in range(1, CLAUSES + 1)]
    clauses = tuple(
        Clause(f"t{number}.c{place}", ClauseKind.PARAGRAPH, 0, Label(f"{place + 1}.", str(place + 1), "1."), str(place + 1),
               text, (Span(0, len(text)),), Span(place, place + 1))
        for place, text in enumerate(said)
    )  # fmt: skip
    return TreatyText(f"t{number}", SourceFile(f"{language}.txt", "0" * 64, ""), "Lamps", language, "Lamps", "", clauses, ())


def _finding(number: int, texts: tuple[TreatyText, ...]) -> Finding:
    left, right = (
        Place(text.clauses[number].id, Span(0, 4), text.clauses[number].text[:4], Bilingual("", "")) for text in texts
    )
    said = Bilingual("숫자가 다릅니다.", "The figures differ.")
    return Finding(
        f"f{number}", "number", Severity.CRITICAL, MinistryClass.MISTRANSLATION, number, left, right, "C01", said, 0.9
    )


def print_window(toolkit: Toolkit, clause: Callable[[int, int], str], out: Callable[[str], None]) -> None:
    """Prints the figures as a table."""
    out(f"The window on {CLAUSES} clauses a side; ratios to folding all of them:")
    out("")
    out("| | milliseconds | ratio |")
    out("|---|---:|---:|")
    for figure in felt(toolkit, clause):
        out(f"| {figure.what} | {figure.milliseconds:.1f} | {figure.ratio:.3f} |")
