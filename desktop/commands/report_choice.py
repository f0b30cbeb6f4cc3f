"""What a report shows, as the arguments say."""

from __future__ import annotations

import argparse

from desktop.commands.report_arguments import SENTENCES
from desktop.headless.chosen_clauses import clauses_labelled, clauses_of_theme
from desktop.headless.chosen_texts import comparison_of
from treaty.model import Language
from treaty.review.extent import Extent
from treaty.review.paper import Paper, PaperSize
from treaty.review.report import ReportOptions
from treaty.review.review import Review
from treaty.review.row_choice import RowChoice
from treaty.review.rows import RowOptions


def report_options(given: argparse.Namespace, review: Review, language: Language) -> ReportOptions:
    """The options for a review; raises WritingError where it has no such theme or clause, or does not compare the texts."""
    return ReportOptions(
        language,
        rows=RowOptions(info=given.info or getattr(given, "thorough", False)),
        choice=_choice(given, review, language),
        remarks=not given.without_notes,
        dismissed=not given.without_dismissed,
        columns=given.columns.turned() if given.exchange else given.columns,
        comparison=comparison_of(review, given.texts) if given.texts else 0,
        paper=Paper(PaperSize(given.paper), given.portrait),
        **{name: getattr(given, name) for name in SENTENCES},
    )


def _choice(given: argparse.Namespace, review: Review, language: Language) -> RowChoice:
    extent = Extent(given.only) if given.only else Extent.WHOLE
    if given.theme:
        found = clauses_of_theme(review, given.theme, language)
        return RowChoice(extent, found.clauses, found.name)
    if given.clauses:
        return RowChoice(extent, clauses_labelled(review, given.clauses), ", ".join(given.clauses))
    return RowChoice(extent)
