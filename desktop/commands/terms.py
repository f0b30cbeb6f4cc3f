"""`daejo terms`: how each term is rendered, and how often."""

from __future__ import annotations

import argparse
import json

from desktop.commands.kept_vectors import cache_folder
from desktop.commands.listing import listed_terms
from desktop.headless.exporting import write_terms
from desktop.toolkit import load_toolkit
from exporters.json import terms_json
from resources.wording_table import Wording
from treaty.model import Relation
from treaty.progress import SilentProgress


def run(options: argparse.Namespace, words: Wording) -> int:
    """Compares the files; prints their terms unless they are only to be written."""
    toolkit = load_toolkit(options.glossary, cache_folder=cache_folder(options))
    review = toolkit.compare_files(options.files, Relation.TRANSLATION, SilentProgress())
    terms = toolkit.terms(review, options.term)
    for path in options.output:
        write_terms(terms, path, words)
    if options.json:
        print(json.dumps(terms_json(terms), ensure_ascii=False, indent=1))
    elif not options.output:
        print("\n".join(listed_terms(terms, words)))
    return 0
