"""`daejo outline`: the clauses as read, what was set aside, and where every character went."""

from __future__ import annotations

import argparse
import json

from desktop.commands.listing import listed_outline
from exporters.json import outline_json
from resources import path_of
from resources.wording_table import Wording
from treaty.reading import read_treaty
from treaty.reading.ledger import ledger_of
from treaty.reading.rules import load_reading_rules


def run(options: argparse.Namespace, words: Wording) -> int:
    """Reads the file and prints its outline."""
    texts = read_treaty(options.file, rules=load_reading_rules(path_of("rules")), original=options.original)
    ledger = ledger_of(texts)
    if options.json:
        print(json.dumps(outline_json(texts, ledger.as_counts()), ensure_ascii=False, indent=1))
    else:
        print("\n".join(listed_outline(texts, ledger, words)))
    return 0
