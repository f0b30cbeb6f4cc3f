"""`daejo judge`: takes over what was written into an exported workbook."""

from __future__ import annotations

import argparse

from desktop.headless.reading_back import as_one_edit, judgements_of, lines_of
from resources.wording_table import Wording
from treaty.review.review_file import load_review, save_review


def run(options: argparse.Namespace, words: Wording) -> int:
    """Takes over what was written into a workbook; what contradicts the review is listed."""
    review = load_review(options.review)
    back = judgements_of(options.workbook, review, options.reviewer)
    review.apply(as_one_edit(back))
    save_review(review, options.output or options.review)
    print("\n".join(lines_of(back, words)))
    return 0
