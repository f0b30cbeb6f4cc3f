"""`daejo compare`: reads, links and compares files, and lists or writes what it found."""

from __future__ import annotations

import argparse
import json
import sys

from desktop.commands.kept_vectors import cache_folder
from desktop.commands.listing import listed_findings, listed_four_way
from desktop.commands.report_choice import report_options
from desktop.headless.doubts import doubts
from desktop.headless.exporting import expect_outputs, write_review
from desktop.toolkit import load_toolkit
from exporters.json import comparison_json
from resources.wording_table import Wording
from treaty.model import Language, Relation
from treaty.progress import SilentProgress
from treaty.review.review_file import load_review


def run(options: argparse.Namespace, words: Wording) -> int:
    """Compares the files; prints what was found unless it is only to be written."""
    expect_outputs(options.output)
    toolkit = load_toolkit(options.glossary, cache_folder=cache_folder(options))
    relation = None if options.relation == "auto" else Relation(options.relation)
    review = toolkit.compare_files(
        options.files, relation, SilentProgress(), thorough=options.thorough, original=options.original
    )
    if options.review:
        review = review.decided_as(load_review(options.review))
    for sentence in doubts(review, words):
        print(f"daejo: {sentence}", file=sys.stderr)
    chosen = report_options(options, review, Language(words.language))
    for path in options.output:
        write_review(review, path, chosen, toolkit.find_themes)
    if options.json:
        print(json.dumps(comparison_json(review, toolkit.find_themes(review.texts)), ensure_ascii=False, indent=1))
    elif not options.output:
        print("\n".join([*listed_findings(review, words), *listed_four_way(review, words)]))
    return 0
