"""`daejo themes`: which clauses deal with what, how strongly it is promised, and how alike agreements are."""

from __future__ import annotations

import argparse
import json

from desktop.commands.kept_vectors import cache_folder
from desktop.commands.themes_listing import listed_overview
from desktop.toolkit import load_toolkit
from exporters.json import themes_json
from resources.wording_table import Wording


def run(options: argparse.Namespace, words: Wording) -> int:
    """Reads the files and prints what they deal with."""
    toolkit = load_toolkit(cache_folder=cache_folder(options))
    overview = toolkit.overview_of(toolkit.read_files(options.files))
    if options.json:
        printed = themes_json(overview.texts, overview.themes, overview.profiles, overview.similarities, overview.proposals)
        print(json.dumps(printed, ensure_ascii=False, indent=1))
    else:
        names = toolkit.instruments.rules.commitment.names
        print("\n".join(listed_overview(overview, names, words)))
    return 0
