"""`daejo library`: adding earlier agreements, listing them, taking them out, and finding precedents. Never imports Qt.

Listing and taking out open the library's file and nothing else: the toolkit is loaded where texts are read or asked for.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from resources import path_of
from resources.wording_table import Wording
from treaty.errors import ReadingError
from treaty.language.english_words import load_english_forms
from treaty.language.korean_words import load_korean_forms
from treaty.precedents.finding import MOST_OCCURRENCES, Answer, Novelty, Precedent
from treaty.precedents.index_words import IndexWords
from treaty.precedents.library import Agreement, EarlierClause, Library

if TYPE_CHECKING:
    from desktop.headless.earlier_agreements import EarlierAgreements

_DONE, _REFUSED = 0, 3


def run(options: argparse.Namespace, words: Wording) -> int:
    """Does what is asked of the library."""
    return _ACTIONS[options.action](options, words)


class _Printed:
    """Progress as a line on the error stream that is written over and over; nothing where nobody watches it."""

    def __init__(self, words: Wording) -> None:
        self._words = words

    def report(self, done: int, total: int, what: str) -> None:
        if sys.stderr.isatty():
            end = "\n" if done == total else ""
            print(f"\r{self._words(what)} {done}/{total}", end=end, file=sys.stderr, flush=True)


def _earlier(options: argparse.Namespace) -> EarlierAgreements:
    """The library with all that is needed to add to it and to ask it."""
    from desktop.toolkit import load_toolkit

    return load_toolkit().earlier(options.library)


def _library(options: argparse.Namespace) -> Library:
    """The library's file alone."""
    forms = path_of("language")
    return Library(options.library, IndexWords(load_korean_forms(forms), load_english_forms(forms)))


def _add(options: argparse.Namespace, words: Wording) -> int:
    added = _earlier(options).add(options.files, _Printed(words))
    for error in added.refused:
        print(f"daejo: {words(f'errors.{error.code}', **error.places)}", file=sys.stderr)
    print(words("cli.library_added", added=added.agreements, known=added.known, refused=len(added.refused)))
    return _REFUSED if added.refused else _DONE


def _find(options: argparse.Namespace, words: Wording) -> int:
    answer = _earlier(options).find(options.asked, max(1, options.count))
    if options.json:
        print(json.dumps(_as_json(answer), ensure_ascii=False, indent=1))
    else:
        print("\n".join(_listed(answer, words)))
    return _DONE


def _list(options: argparse.Namespace, words: Wording) -> int:
    with _library(options) as library:
        agreements = library.agreements()
    if options.json:
        print(json.dumps([_agreement_json(agreement) for agreement in agreements], ensure_ascii=False, indent=1))
        return _DONE
    for agreement in agreements:
        counts = ", ".join(f"{language} {count}" for language, count in agreement.clauses.items())
        files = ", ".join(agreement.files)
        gaps = {"number": agreement.number, "title": agreement.title, "added": agreement.added}
        print(words("cli.library_line", **gaps, clauses=counts, files=files))
    if not agreements:
        print(words("cli.library_empty"))
    return _DONE


def _remove(options: argparse.Namespace, words: Wording) -> int:
    with _library(options) as library:
        for number in options.numbers:
            if not library.remove(number):
                raise ReadingError("no_such_agreement", number=number)
            print(words("cli.library_removed", number=number))
    return _DONE


def _listed(answer: Answer, words: Wording) -> Iterator[str]:
    more = "+" if answer.occurrences == MOST_OCCURRENCES else ""
    gaps = {"count": f"{answer.occurrences}{more}"} if answer.novelty is Novelty.KNOWN else {}
    yield words(f"cli.library_novelty_{answer.novelty}", **gaps)
    if answer.renderings:
        yield words("cli.library_renderings")
    for rendering in answer.renderings:
        where = {"title": rendering.example.title, "path": rendering.example.path}
        yield words("cli.library_rendering", words=rendering.words, count=rendering.count, **where)
    if answer.nearest:
        yield words("cli.library_nearest")
    for precedent in answer.nearest:
        yield from _listed_precedent(precedent)


def _listed_precedent(precedent: Precedent) -> Iterator[str]:
    clause = precedent.clause
    yield f"  {precedent.similarity:.2f}  {clause.title}, {clause.path}"
    for shown in (clause, *precedent.twins):
        yield f"        {shown.words}"


def _as_json(answer: Answer) -> dict[str, object]:
    return {
        "novelty": answer.novelty,
        "occurrences": answer.occurrences,
        "renderings": [
            {"words": one.words, "count": one.count, "example": _clause_json(one.example)} for one in answer.renderings
        ],
        "nearest": [
            {
                "similarity": one.similarity,
                "clause": _clause_json(one.clause),
                "counterparts": [_clause_json(twin) for twin in one.twins],
            }
            for one in answer.nearest
        ],
    }


def _clause_json(clause: EarlierClause) -> dict[str, object]:
    return {
        "agreement": clause.agreement,
        "title": clause.title,
        "language": clause.language,
        "path": clause.path,
        "text": clause.words,
    }


def _agreement_json(agreement: Agreement) -> dict[str, object]:
    return {
        "number": agreement.number,
        "title": agreement.title,
        "added": agreement.added,
        "files": list(agreement.files),
        "clauses": dict(agreement.clauses),
    }


_ACTIONS: Mapping[str, Callable[[argparse.Namespace, Wording], int]] = {
    "add": _add,
    "find": _find,
    "list": _list,
    "remove": _remove,
}
