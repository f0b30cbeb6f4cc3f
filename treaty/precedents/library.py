"""The library's file: agreements with their clauses, vectors, index words and links between language versions, in one SQLite
database. Everything in it was put there by the user; nothing is fetched."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import TracebackType

import numpy as np
import numpy.typing as npt

from treaty.errors import ReadingError, WritingError
from treaty.language.meaning import Encoder
from treaty.model import Language, Link, TreatyText
from treaty.precedents.index_words import IndexWords

Vectors = npt.NDArray[np.float32]

_APPLICATION = 0x44414C42  # "DALB"
_VERSION = 1
_SIZE = 512
_TABLES = """
CREATE TABLE agreements (id INTEGER PRIMARY KEY, title TEXT NOT NULL, added TEXT NOT NULL);
CREATE TABLE files (sha256 TEXT PRIMARY KEY, name TEXT NOT NULL, agreement INTEGER NOT NULL);
CREATE TABLE texts (id INTEGER PRIMARY KEY, agreement INTEGER NOT NULL, language TEXT NOT NULL, title TEXT NOT NULL,
    first INTEGER NOT NULL, count INTEGER NOT NULL, vectors BLOB NOT NULL);
CREATE TABLE clauses (id INTEGER PRIMARY KEY, text INTEGER NOT NULL, path TEXT NOT NULL, words TEXT NOT NULL);
CREATE TABLE links (clause INTEGER NOT NULL, twin INTEGER NOT NULL, PRIMARY KEY (clause, twin)) WITHOUT ROWID;
CREATE VIRTUAL TABLE found_by USING fts5 (words, content='', detail=none, tokenize='unicode61 remove_diacritics 0');
"""
"""`texts.vectors` holds a row of 512 half-precision numbers for each clause from `first` on; `found_by` the index words of the
clause of the same id; `links` each pair of clauses both ways."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement of the library: its number there, title, files, and how many clauses it has in each language."""

    number: int
    title: str
    added: str
    files: tuple[str, ...]
    clauses: dict[Language, int]


@dataclass(frozen=True, slots=True)
class EarlierClause:
    """A clause of the library."""

    id: int
    agreement: int
    title: str
    language: Language
    path: str
    words: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """All clauses of the library: their ids, whether each is Korean, and their vectors, a row each."""

    ids: npt.NDArray[np.int64]
    korean: npt.NDArray[np.bool_]
    vectors: Vectors


class Library:
    """A library in a file, which is made where there is none. A context manager: closes the file at its end. It may be used by
    several threads, one after the other.

    An agreement is added in one transaction: whatever stops the work, those added before are whole. Raises ReadingError where
    the file is no library or a later version's, WritingError where it cannot be written.
    """

    def __init__(self, path: Path, words: IndexWords) -> None:
        self._path, self._words = path, words
        self._shelf: Shelf | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._database = sqlite3.connect(path, timeout=10, check_same_thread=False)
            self._prepare(path)
        except (OSError, sqlite3.OperationalError) as problem:
            raise WritingError("library_not_writable", file=path) from problem
        except sqlite3.DatabaseError as problem:
            raise ReadingError("not_a_library", file=path) from problem

    def __enter__(self) -> Library:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file."""
        self._database.close()

    def holds(self, sha256: str) -> bool:
        """Whether a file of this content is in the library."""
        return self._database.execute("SELECT 1 FROM files WHERE sha256 = ?", (sha256,)).fetchone() is not None

    def add(self, texts: Sequence[TreatyText], links: Sequence[Link], encoder: Encoder) -> None:
        """Adds the language versions of one agreement; `links` join the clauses of the first two."""
        vectors = [_vectors_of(text, encoder) for text in texts]
        with self._writing():
            title = next((text.title for text in texts if text.title), texts[0].source.name)
            number = self._insert("INSERT INTO agreements (title, added) VALUES (?, ?)", (title, date.today().isoformat()))
            files = {text.source.sha256: text.source.name for text in texts}
            self._database.executemany("INSERT INTO files VALUES (?, ?, ?)", [(*file, number) for file in files.items()])
            rows: dict[str, int] = {}
            for text, of_text in zip(texts, vectors, strict=True):
                rows |= self._add_text(number, text, of_text)
            pairs = {(rows[a], rows[b]) for link in links for a in link.left for b in link.right if a in rows and b in rows}
            both_ways = [*pairs, *((twin, clause) for clause, twin in pairs)]
            self._database.executemany("INSERT OR IGNORE INTO links VALUES (?, ?)", both_ways)
        self._shelf = None

    def remove(self, number: int) -> bool:
        """Takes an agreement out; False where there is none of that number."""
        with self._writing():
            clauses = self._database.execute(
                "SELECT clauses.id, words FROM clauses JOIN texts ON texts.id = text WHERE agreement = ?", (number,)
            ).fetchall()
            for row, words in clauses:
                self._database.execute(
                    "INSERT INTO found_by (found_by, rowid, words) VALUES ('delete', ?, ?)", (row, self._index_words(words))
                )
                self._database.execute("DELETE FROM links WHERE clause = ?", (row,))
                self._database.execute("DELETE FROM clauses WHERE id = ?", (row,))
            for table in ("texts", "files"):
                self._database.execute(f"DELETE FROM {table} WHERE agreement = ?", (number,))
            removed = self._database.execute("DELETE FROM agreements WHERE id = ?", (number,)).rowcount
        self._shelf = None
        return bool(removed)

    def agreements(self) -> list[Agreement]:
        """All agreements, in the order in which they were added."""
        return [
            Agreement(number, title, added, self._files_of(number), self._counts_of(number))
            for number, title, added in self._database.execute("SELECT id, title, added FROM agreements ORDER BY id").fetchall()
        ]

    def clauses(self, ids: Sequence[int]) -> list[EarlierClause]:
        """The clauses of these ids, in their order."""
        rows = (self._database.execute(_CLAUSE, (row,)).fetchone() for row in ids)
        return [EarlierClause(row[0], row[1], row[2], Language(row[3]), row[4], row[5]) for row in rows]

    def twins(self, clause: int) -> list[int]:
        """The clauses of the other language that a clause is linked with."""
        rows = self._database.execute("SELECT twin FROM links WHERE clause = ? ORDER BY twin", (clause,))
        return [twin for (twin,) in rows]

    def with_term(self, term: str, most: int) -> list[int]:
        """The clauses in which a term stands, at most so many."""
        asked = self._words.asked_for(term)
        if not asked:
            return []
        rows = self._database.execute(
            "SELECT clauses.id, clauses.words FROM found_by JOIN clauses ON clauses.id = found_by.rowid"
            " WHERE found_by MATCH ? ORDER BY found_by.rowid",
            (" AND ".join(f'"{word}"' for word in asked),),
        )
        found: list[int] = []
        for row, words in rows:
            if len(found) == most:
                break
            if len(asked) == 1 or self._words.contains(words, term):
                found.append(row)
        return found

    def frequency(self, word: str, most: int) -> int:
        """In how many clauses an index word stands, counted up to `most`."""
        question = "SELECT count(*) FROM (SELECT rowid FROM found_by WHERE found_by MATCH ? LIMIT ?)"
        (count,) = self._database.execute(question, (f'"{word}"', most)).fetchone()
        return int(count)

    def shelf(self) -> Shelf:
        """All clauses with their vectors; read once and kept until the library changes."""
        if self._shelf is None:
            rows = self._database.execute("SELECT first, count, language, vectors FROM texts ORDER BY id").fetchall()
            ids = [np.arange(first, first + count) for first, count, _, _ in rows]
            korean = [np.full(count, language == Language.KOREAN) for _, count, language, _ in rows]
            vectors = np.empty((sum(map(len, ids)), _SIZE), dtype=np.float32)
            start = 0
            for _, count, _, packed in rows:
                vectors[start : start + count] = np.frombuffer(packed, dtype=np.float16).reshape(count, _SIZE)
                start += count
            nothing = np.empty(0, dtype=np.int64)
            self._shelf = Shelf(np.concatenate([nothing, *ids]), np.concatenate([nothing, *korean]).astype(bool), vectors)
        return self._shelf

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction; raises WritingError where the disk refuses it."""
        try:
            with self._database:
                yield
        except sqlite3.OperationalError as problem:
            raise WritingError("library_not_writable", file=self._path) from problem

    def _prepare(self, path: Path) -> None:
        """Makes the tables of a new file, and refuses a file of another kind."""
        (application,) = self._database.execute("PRAGMA application_id").fetchone()
        (tables,) = self._database.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if application == 0 and tables == 0:
            self._database.executescript(
                f"BEGIN IMMEDIATE; {_TABLES} PRAGMA application_id = {_APPLICATION}; PRAGMA user_version = {_VERSION}; COMMIT;"
            )
        elif application != _APPLICATION:
            raise ReadingError("not_a_library", file=path)
        if self._database.execute("PRAGMA user_version").fetchone()[0] > _VERSION:
            raise ReadingError("newer_library", file=path)

    def _add_text(self, agreement: int, text: TreatyText, vectors: Vectors) -> dict[str, int]:
        """Adds a text; returns the numbers of its clauses in the library by their ids in the text."""
        (first,) = self._database.execute("SELECT coalesce(max(first + count), 1) FROM texts").fetchone()
        clauses = [clause for clause in text.clauses if clause.text]
        packed = np.asarray(vectors, dtype=np.float16).tobytes()
        number = self._insert(
            "INSERT INTO texts (agreement, language, title, first, count, vectors) VALUES (?, ?, ?, ?, ?, ?)",
            (agreement, text.language.value, text.title or text.source.name, first, len(clauses), packed),
        )
        numbered = list(enumerate(clauses, start=first))
        rows = [(row, number, clause.path, clause.text) for row, clause in numbered]
        self._database.executemany("INSERT INTO clauses VALUES (?, ?, ?, ?)", rows)
        words = [(row, self._index_words(clause.text)) for row, clause in numbered]
        self._database.executemany("INSERT INTO found_by (rowid, words) VALUES (?, ?)", words)
        return {clause.id: row for row, clause in numbered}

    def _index_words(self, words: str) -> str:
        return " ".join(sorted(self._words.of(words)))

    def _insert(self, statement: str, values: Sequence[object]) -> int:
        row = self._database.execute(statement, values).lastrowid
        assert row is not None
        return row

    def _files_of(self, agreement: int) -> tuple[str, ...]:
        rows = self._database.execute("SELECT name FROM files WHERE agreement = ? ORDER BY name", (agreement,))
        return tuple(name for (name,) in rows)

    def _counts_of(self, agreement: int) -> dict[Language, int]:
        rows: Iterator[tuple[str, int]] = self._database.execute(
            "SELECT language, sum(count) FROM texts WHERE agreement = ? GROUP BY language ORDER BY language", (agreement,)
        )
        return {Language(language): count for language, count in rows}


_CLAUSE = (
    "SELECT clauses.id, texts.agreement, texts.title, texts.language, clauses.path, clauses.words"
    " FROM clauses JOIN texts ON texts.id = clauses.text WHERE clauses.id = ?"
)


def _vectors_of(text: TreatyText, encoder: Encoder) -> Vectors:
    """A row for each clause with words; headings, which promise nothing, have zeros and so are near to nothing."""
    clauses = [clause for clause in text.clauses if clause.text]
    made = np.array(encoder.encode([clause.text for clause in clauses]))
    made[[clause.kind.heads for clause in clauses]] = 0
    return made
