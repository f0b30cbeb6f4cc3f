"""`daejo export`: writes a saved review in other formats, or into copies of the documents it is about."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from desktop.commands.report_choice import report_options
from desktop.headless.annotating import annotate, told
from desktop.headless.exporting import write_correction_table, write_review, write_tracked_changes
from desktop.toolkit import load_toolkit
from resources.wording_table import Wording
from treaty.errors import WritingError
from treaty.model import Language, TreatyText
from treaty.progress import Progress
from treaty.review.review_file import load_review
from treaty.themes.overview import ThemeRow


def run(options: argparse.Namespace, words: Wording) -> int:
    """Writes everything that is asked for; raises WritingError where nothing is."""
    if not (options.output or options.corrections or options.annotate or options.tracked):
        raise WritingError("nothing_to_write")
    review = load_review(options.review)
    chosen = report_options(options, review, Language(words.language))
    for path in options.output:
        write_review(review, path, chosen, _find_themes)
    for path in options.corrections:
        write_correction_table(review, path, chosen)
    for path in options.tracked:
        write_tracked_changes(review, path, chosen)
    for source, copy in options.annotate:
        print(told(annotate(review, source, copy, chosen), copy, words))
    return 0


def _find_themes(texts: Sequence[TreatyText], progress: Progress) -> Sequence[ThemeRow]:
    """Finds themes with a toolkit that is loaded only where a format asks for them."""
    return load_toolkit().find_themes(texts, progress)
