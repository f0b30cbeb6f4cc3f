"""`daejo nearest`: for a clause, the nearest clauses in all other texts, ranked. Never imports Qt."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.commands.kept_vectors import cache_folder
from desktop.finding_text.clause_address import AddressBook
from desktop.toolkit import load_toolkit
from resources.wording_table import Wording
from treaty.alignment.agreements import NearClause
from treaty.model import Clause, TreatyText
from treaty.review.pivot import pivot_rows

_FORMAT, _VERSION = "daejo-nearest", 1


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked for: words, and where they stand, if in one of the texts."""

    words: str
    text: TreatyText | None = None
    clause: Clause | None = None


def run(options: argparse.Namespace, words: Wording) -> int:
    """Prints them. The clause is looked for by its number in the first file; what is no number there is taken as the words of
    a clause."""
    toolkit = load_toolkit(cache_folder=cache_folder(options))
    texts = toolkit.read_files(options.files)
    asked = _asked_for(options.clause, [text for text in texts if text.source.name == texts[0].source.name])
    others = [text for text in texts if text is not asked.text]
    found = toolkit.nearest(asked.words, others, max(1, options.count))
    if options.json:
        print(json.dumps(_as_json(asked, found, texts), ensure_ascii=False, indent=1))
    else:
        print("\n".join(_listed(asked, found, texts, words)))
    return 0


def _asked_for(given: str, texts: Sequence[TreatyText]) -> _Asked:
    for text in texts:
        for address in AddressBook(pivot_rows(text, [])).fitting(given)[:1]:
            clause = text.clauses[address.row]
            if clause.text:
                return _Asked(clause.text, text, clause)
    return _Asked(given)


def _listed(asked: _Asked, found: Sequence[NearClause], texts: Sequence[TreatyText], words: Wording) -> Iterator[str]:
    by_id = {text.id: text for text in texts}
    where = f"{asked.text.source.name}, {asked.clause.path}: " if asked.text and asked.clause else ""
    yield f"{where}{asked.words}"
    if not found:
        yield words("cli.none_near")
    for near in found:
        text = by_id[near.text]
        clause = text.clause(near.clause)
        yield f"  {near.similarity:.2f}  {text.title or text.source.name}, {clause.path}"
        yield f"        {clause.text}"


def _as_json(asked: _Asked, found: Sequence[NearClause], texts: Sequence[TreatyText]) -> dict[str, object]:
    by_id = {text.id: text for text in texts}
    here = _clause_json(asked.text, asked.clause) if asked.text and asked.clause else {"words": asked.words}
    nearest = [
        {"similarity": round(near.similarity, 3), **_clause_json(by_id[near.text], by_id[near.text].clause(near.clause))}
        for near in found
    ]
    return {"format": _FORMAT, "version": _VERSION, "asked": here, "nearest": nearest}


def _clause_json(text: TreatyText, clause: Clause) -> dict[str, object]:
    return {
        "file": text.source.name,
        "title": text.title,
        "language": text.language,
        "clause": clause.id,
        "path": clause.path,
        "words": clause.text,
    }
