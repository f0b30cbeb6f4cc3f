"""The .daejo file: one SQLite database that holds a review."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, TypeVar

from treaty.errors import ReadingError, WritingError
from treaty.model import FAMILY_OF_KIND, TreatyText
from treaty.review.journal import JournalEntry
from treaty.review.review import Comment, Comparison, Dismissal, Judgement, Review, RowState
from treaty.review.values import from_plain, to_plain
from treaty.whole_file import whole_file

Value = TypeVar("Value")
SCHEMA_VERSION = 4
_APPLICATION = int.from_bytes(b"DaeJ", "big")
"""Stands in the file's header (SQLite's application_id), so that a review is told from other databases."""
_SCHEMA = """
CREATE TABLE texts (position INTEGER PRIMARY KEY, content TEXT NOT NULL);
CREATE TABLE comparisons (position INTEGER PRIMARY KEY, content TEXT NOT NULL);
CREATE TABLE judgements (finding TEXT PRIMARY KEY, content TEXT NOT NULL);
CREATE TABLE states (row TEXT PRIMARY KEY, content TEXT NOT NULL);
CREATE TABLE comments (id TEXT PRIMARY KEY, content TEXT NOT NULL);
CREATE TABLE dismissals (id TEXT PRIMARY KEY, content TEXT NOT NULL);
CREATE TABLE places (text TEXT PRIMARY KEY, content TEXT NOT NULL);
CREATE TABLE settings (name TEXT PRIMARY KEY, content TEXT NOT NULL);
CREATE TABLE journal (number TEXT PRIMARY KEY, content TEXT NOT NULL);
"""
DECISIONS: Mapping[str, type] = {
    "judgements": Judgement,
    "states": RowState,
    "comments": Comment,
    "dismissals": Dismissal,
    "places": str,
    "settings": str,
    "journal": JournalEntry,
}
"""The tables of what the reviewer decided and did, with the values in them, in the order of Review's fields."""
_ADDED_LATER = {"states": 2, "comments": 2, "dismissals": 2, "places": 3, "settings": 4, "journal": 4}
"""The version of the file from which on it has a table; a file of an earlier version has nothing to put into it."""
_SIGNATURE = b"SQLite format 3\x00"
_TIMEOUT = 0.2
"""Seconds to wait for another program that has the file locked."""


def save_review(review: Review, path: Path) -> None:
    """Writes a review; what stood at `path` is replaced only when all was written. Raises WritingError."""
    with new_database(path) as database:
        write_review(review, database)


@contextmanager
def new_database(path: Path) -> Iterator[sqlite3.Connection]:
    """An empty database that takes the place of `path` when all was written to it. Raises WritingError."""
    try:
        with whole_file(path) as part, closing(sqlite3.connect(part)) as database:
            # It is thrown away where it does not come to its end, and flushed whole where it does.
            database.executescript("PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF")
            yield database
            database.commit()
    except sqlite3.Error as problem:
        raise WritingError("cannot_write", file=path.name, reason=problem) from problem


def decided(review: Review) -> dict[str, Mapping[str, object]]:
    """What the reviewer decided and did, by the tables of the file."""
    return {
        "judgements": review.judgements,
        "states": review.states,
        "comments": review.comments,
        "dismissals": review.dismissals,
        "places": review.places,
        "settings": review.settings,
        "journal": review.journal,
    }


def write_review(review: Review, database: sqlite3.Connection) -> None:
    """Writes a review into an empty database."""
    database.executescript(f"PRAGMA user_version={SCHEMA_VERSION}; PRAGMA application_id={_APPLICATION}; {_SCHEMA}")
    database.executemany("INSERT INTO texts VALUES (?, ?)", enumerate(map(packed, review.texts)))
    database.executemany("INSERT INTO comparisons VALUES (?, ?)", enumerate(map(packed, review.comparisons)))
    for table, values in decided(review).items():
        rows = ((key, packed(value)) for key, value in values.items())
        database.executemany(f"INSERT INTO {table} VALUES (?, ?)", rows)


def load_review(path: Path) -> Review:
    """Reads a review. Raises ReadingError where the file is missing, no review, damaged, or of a later version."""
    try:
        with readable(path) as database:
            texts = tuple(unpacked(TreatyText, row) for row in _contents(database, "texts"))
            comparisons = tuple(unpacked(Comparison, row) for row in _contents(database, "comparisons"))
            review = Review(texts, comparisons, *(_decided(database, *table) for table in DECISIONS.items()))
        check_references(review)
    except (sqlite3.Error, ValueError, KeyError, TypeError, StopIteration) as problem:
        raise ReadingError("damaged_review", file=path.name) from problem
    return review


@contextmanager
def readable(path: Path) -> Iterator[sqlite3.Connection]:
    """A review's database, to read only. Raises ReadingError where the file is missing, no review, or of a later version, and
    sqlite3.Error where it is damaged."""
    if not path.exists():
        raise ReadingError("missing_file", file=path)
    if not is_review(path):
        raise ReadingError("not_a_review", file=path.name)
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=_TIMEOUT)) as database:
        _refuse_foreign(database, path)
        yield database


def check_references(review: Review) -> None:
    """Raises ValueError where a comparison speaks of texts, clauses, links, or kinds of findings that are not there."""
    if not review.comparisons:
        raise ValueError("no comparison")
    for comparison in review.comparisons:
        known = {clause.id for text_id in (comparison.left, comparison.right) for clause in review.text(text_id).clauses}
        linked = {clause_id for link in comparison.links for clause_id in (*link.left, *link.right)}
        paired = (pair for link in comparison.links for pair in link.sentences)
        linked |= {place.clause for pair in paired for place in (*pair.left, *pair.right)}
        placed = {place.clause for finding in comparison.findings for place in (finding.left, finding.right) if place}
        in_range = all(0 <= finding.link < len(comparison.links) for finding in comparison.findings)
        named = all(finding.kind in FAMILY_OF_KIND for finding in comparison.findings)
        if not (linked | placed <= known and in_range and named):
            raise ValueError("a reference leads nowhere")


def is_review(path: Path) -> bool:
    """Whether a file looks like a review by its first bytes; the name's ending does not matter."""
    try:
        with path.open("rb") as file:
            return file.read(len(_SIGNATURE)) == _SIGNATURE
    except OSError:
        return False


def _refuse_foreign(database: sqlite3.Connection, path: Path) -> None:
    if database.execute("PRAGMA application_id").fetchone()[0] != _APPLICATION:
        raise ReadingError("not_a_review", file=path.name)
    if database.execute("PRAGMA user_version").fetchone()[0] > SCHEMA_VERSION:
        raise ReadingError("newer_review", file=path.name)


def _contents(database: sqlite3.Connection, table: str) -> Iterator[str]:
    for (content,) in database.execute(f"SELECT content FROM {table} ORDER BY position"):
        yield content


def _decided(database: sqlite3.Connection, table: str, kind: type[Value]) -> dict[str, Value]:
    """The rows of a table of the reviewer's decisions, in the order they were written; none where the file is older."""
    if not has_table(database, table):
        return {}
    rows = database.execute(f"SELECT * FROM {table} ORDER BY rowid")
    return {key: unpacked(kind, content) for key, content in rows}


def has_table(database: sqlite3.Connection, table: str) -> bool:
    """Whether files of this file's version have a table."""
    version: int = database.execute("PRAGMA user_version").fetchone()[0]
    return version >= _ADDED_LATER.get(table, 1)


def packed(value: Any) -> str:
    """A value as it stands in the file: JSON."""
    return json.dumps(to_plain(value), ensure_ascii=False)


def unpacked(kind: Any, content: str) -> Any:
    """The value of a type that stands in the file; raises ValueError, KeyError or TypeError where it does not fit."""
    return from_plain(kind, json.loads(content))
