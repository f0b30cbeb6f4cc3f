"""Writing a review into files, each in the format that its name's ending asks for. Loads a format's library only then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from exporters import REPORT_WRITERS, write_report
from resources.wording_table import Wording
from treaty.comparison.concordance import Concordance
from treaty.errors import WritingError
from treaty.model import TreatyText
from treaty.progress import Progress, SilentProgress
from treaty.review.corrections import correction_table
from treaty.review.report import ReportOptions, build_report
from treaty.review.review import Review
from treaty.review.review_file import save_review
from treaty.themes.overview import ThemeRow
from treaty.whole_file import expect_writable

FindThemes = Callable[[Sequence[TreatyText], Progress], Sequence[ThemeRow]]


OUTPUT_ENDINGS = (*REPORT_WRITERS, ".json", ".daejo")
"""What a review can be written as, by the ending of the file's name."""


def expect_outputs(paths: Sequence[Path]) -> None:
    """Raises WritingError where one of these is no file that `write_review` could write; asked before long work begins."""
    for path in paths:
        if path.suffix.lower() not in OUTPUT_ENDINGS:
            raise WritingError("cannot_write_format", file=path.name, endings=", ".join(OUTPUT_ENDINGS))
        expect_writable(path)


def write_review(
    review: Review, path: Path, options: ReportOptions, find_themes: FindThemes, progress: Progress = SilentProgress()
) -> None:
    """Writes a review as a report, as JSON with its themes, or as a review; raises WritingError."""
    ending = path.suffix.lower()
    if ending == ".daejo":
        save_review(review, path)
    elif ending == ".json":
        from exporters.json import write_json

        write_json(review, path, themes=find_themes(review.texts, progress), progress=progress)
    elif ending in REPORT_WRITERS:
        write_report(build_report(review, options), path, progress=progress)
    else:
        raise WritingError("cannot_write_format", file=path.name, endings=", ".join(OUTPUT_ENDINGS))


def write_correction_table(review: Review, path: Path, options: ReportOptions, progress: Progress = SilentProgress()) -> None:
    """Writes the corrections of the findings judged as errors; raises WritingError."""
    from exporters.correction_table import write_corrections

    write_corrections(correction_table(review, options), path, progress=progress)


def write_tracked_changes(review: Review, path: Path, options: ReportOptions, progress: Progress = SilentProgress()) -> None:
    """Writes two versions as a Word document with tracked changes; raises WritingError."""
    from exporters.docx.tracked import write_tracked

    if path.suffix.lower() != ".docx":
        raise WritingError("cannot_write_format", file=path.name, endings=".docx")
    write_tracked(review, path, options, progress=progress)


def write_terms(terms: Sequence[Concordance], path: Path, wording: Wording) -> None:
    """Writes how terms were rendered as a glossary; raises WritingError."""
    from exporters.glossary import write_glossary

    write_glossary(terms, path, wording)
