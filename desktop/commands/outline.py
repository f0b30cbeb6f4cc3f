"""`daejo outline`: the clauses as read, what was set aside, and where every character went."""

from __future__ import annotations

import argparse
import json

from desktop.commands.listing import listed_outline
from desktop.toolkit import load_toolkit
from exporters.json import outline_json
from resources.wording_table import Wording
from treaty.reading.ledger import ledger_of


def run(options: argparse.Namespace, words: Wording) -> int:
    texts = load_toolkit().read_files([options.file], original=options.original)
    ledger = ledger_of(texts)
    if options.json:
        print(json.dumps(outline_json(texts, ledger.as_counts()), ensure_ascii=False, indent=1))
    else:
        print("\n".join(listed_outline(texts, ledger, words)))
    return 0
