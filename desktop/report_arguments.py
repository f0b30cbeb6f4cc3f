"""The arguments that say what a report shows, and the options that they mean."""

from __future__ import annotations

import argparse

from desktop.chosen_clauses import clauses_labelled, clauses_of_theme
from resources.wording_table import Wording
from treaty.model import Language
from treaty.review.paper import Paper, PaperSize
from treaty.review.report import ReportOptions
from treaty.review.review import Review
from treaty.review.row_choice import Extent, RowChoice
from treaty.review.rows import RowOptions

_SENTENCES = ("title", "status", "draft", "classification", "reviewer")


def add_report_arguments(parser: argparse.ArgumentParser, words: Wording) -> None:
    """Adds them, in a group of their own."""
    group = parser.add_argument_group(words("cli.report"))
    extents = [extent.value for extent in Extent if extent is not Extent.WHOLE]
    group.add_argument("--only", choices=extents, help=words("cli.only"))
    group.add_argument("--theme", metavar="THEME", help=words("cli.only_theme"))
    group.add_argument("--clauses", nargs="+", metavar="LABEL", help=words("cli.clauses"))
    group.add_argument("--exchange", action="store_true", help=words("cli.exchange"))
    group.add_argument("--paper", choices=[size.value for size in PaperSize], default=PaperSize.A4, help=words("cli.paper"))
    group.add_argument("--portrait", action="store_true", help=words("cli.portrait"))
    group.add_argument("--info", action="store_true", help=words("cli.info"))
    group.add_argument("--without-notes", action="store_true", help=words("cli.without_notes"))
    group.add_argument("--without-dismissed", action="store_true", help=words("cli.without_dismissed"))
    for name in _SENTENCES:
        group.add_argument(f"--{name}", default="", metavar="TEXT", help=words(f"cli.{name}"))


def report_options(given: argparse.Namespace, review: Review, language: Language) -> ReportOptions:
    """The options for a review; raises WritingError where it has no such theme or clause."""
    return ReportOptions(
        language,
        rows=RowOptions(info=given.info or getattr(given, "thorough", False)),
        choice=_choice(given, review, language),
        remarks=not given.without_notes,
        dismissed=not given.without_dismissed,
        exchanged=given.exchange,
        paper=Paper(PaperSize(given.paper), given.portrait),
        **{name: getattr(given, name) for name in _SENTENCES},
    )


def _choice(given: argparse.Namespace, review: Review, language: Language) -> RowChoice:
    extent = Extent(given.only) if given.only else Extent.WHOLE
    if given.theme:
        found = clauses_of_theme(review, given.theme, language)
        return RowChoice(extent, found.clauses, found.name)
    if given.clauses:
        return RowChoice(extent, clauses_labelled(review, given.clauses), ", ".join(given.clauses))
    return RowChoice(extent)
