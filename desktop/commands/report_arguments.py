"""The arguments that say what a report shows."""

from __future__ import annotations

import argparse

from resources.wording_table import Wording
from treaty.review.column_choice import ColumnChoice, ColumnKind
from treaty.review.extent import Extent
from treaty.review.paper import PaperSize

SENTENCES = ("title", "status", "draft", "classification", "reviewer")
"""What is said in the head of a report."""


def add_report_arguments(parser: argparse.ArgumentParser, words: Wording) -> None:
    """Adds them, in a group of their own."""
    group = parser.add_argument_group(words("cli.report"))
    extents = [extent.value for extent in Extent if extent is not Extent.WHOLE]
    group.add_argument("--only", choices=extents, help=words("cli.only"))
    group.add_argument("--theme", metavar="THEME", help=words("cli.only_theme"))
    group.add_argument("--clauses", nargs="+", metavar="LABEL", help=words("cli.clauses"))
    group.add_argument("--columns", type=_columns, default=ColumnChoice(), metavar="LIST", help=words("cli.columns"))
    group.add_argument("--texts", type=int, nargs=2, metavar="N", help=words("cli.texts"))
    group.add_argument("--exchange", action="store_true", help=words("cli.exchange"))
    group.add_argument("--paper", choices=[size.value for size in PaperSize], default=PaperSize.A4, help=words("cli.paper"))
    group.add_argument("--portrait", action="store_true", help=words("cli.portrait"))
    group.add_argument("--info", action="store_true", help=words("cli.info"))
    group.add_argument("--without-notes", action="store_true", help=words("cli.without_notes"))
    group.add_argument("--without-dismissed", action="store_true", help=words("cli.without_dismissed"))
    for name in SENTENCES:
        group.add_argument(f"--{name}", default="", metavar="TEXT", help=words(f"cli.{name}"))


def _columns(text: str) -> ColumnChoice:
    try:
        return ColumnChoice(tuple(ColumnKind(name.strip()) for name in text.split(",")))
    except ValueError as problem:
        raise argparse.ArgumentTypeError(text) from problem
