"""The recovery file: a review with its unsaved edits, kept up to date edit by edit, so that a crash loses none of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from treaty.review.review import Review
from treaty.review.review_file import decided, load_review, new_database, packed, write_review

ENDING = ".recovery"
_OWNER = "CREATE TABLE unfinished (title TEXT, path TEXT, at TEXT)"


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Work that was never saved: the review's title, the file it came from (""; none), the time of its last edit (ISO 8601),
    and the recovery file that holds it."""

    title: str
    path: str
    at: str
    file: Path


class RecoveryFile:
    """One review's recovery file, which is itself a review file. It is locked while it is open: the system gives the lock back
    however the program ends, so a file that is not locked was left behind by a program that crashed.

    All calls must come from one thread.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._database: sqlite3.Connection | None = None
        self._written: dict[str, dict[str, object]] = {}
        self._values: dict[str, Sequence[object]] = {}

    def keep(self, review: Review, title: str, path: str, at: str) -> None:
        """Brings the file up to date with a review: the first time all of it, then what has changed since."""
        owner = (title, path, at)
        if self._database is None:
            with new_database(self.path) as database:
                write_review(review, database)
                database.execute(_OWNER)
                database.execute("INSERT INTO unfinished VALUES (?, ?, ?)", owner)
            self._database = sqlite3.connect(self.path, isolation_level=None)
            for statement in ("PRAGMA locking_mode=EXCLUSIVE", "PRAGMA journal_mode=WAL", "PRAGMA synchronous=NORMAL"):
                self._database.execute(statement)
            self._database.execute("UPDATE unfinished SET at = at")  # the first writing takes the lock
        else:
            self._write_changes(review, owner, self._database)
        self._values = {"texts": review.texts, "comparisons": review.comparisons}
        self._written = {table: dict(values) for table, values in decided(review).items()}

    def discard(self) -> None:
        """Takes the file away: its edits were saved, or are not wanted."""
        if self._database is not None:
            self._database.close()
            self._database = None
        discard(self.path)

    def _write_changes(self, review: Review, owner: tuple[str, str, str], database: sqlite3.Connection) -> None:
        """One transaction: a crash leaves the file as it was before the edit, or after it."""
        database.execute("BEGIN")
        with database:
            for table, values in (("texts", review.texts), ("comparisons", review.comparisons)):
                for place, (now, before) in enumerate(zip(values, self._values[table], strict=True)):
                    if now is not before:
                        database.execute(f"UPDATE {table} SET content = ? WHERE position = ?", (packed(now), place))
            for table, decisions in decided(review).items():
                self._write_decisions(database, table, decisions)
            database.execute("UPDATE unfinished SET title = ?, path = ?, at = ?", owner)

    def _write_decisions(self, database: sqlite3.Connection, table: str, now: Mapping[str, object]) -> None:
        before = self._written[table]
        key_column = database.execute(f"PRAGMA table_info({table})").fetchone()[1]
        gone = ((key,) for key in before.keys() - now.keys())
        database.executemany(f"DELETE FROM {table} WHERE {key_column} = ?", gone)
        changed = ((key, packed(value)) for key, value in now.items() if before.get(key) is not value)
        database.executemany(
            f"INSERT INTO {table} VALUES (?, ?) ON CONFLICT ({key_column}) DO UPDATE SET content = excluded.content", changed
        )


def unfinished_work(folder: Path) -> Iterator[Unfinished]:
    """The work that crashed programs left in a folder, latest first."""
    found = [work for file in folder.glob(f"*{ENDING}") if (work := _left_behind(file))]
    yield from sorted(found, key=lambda work: work.at, reverse=True)


def recovered(work: Unfinished) -> Review:
    """The review with its unsaved edits. Raises ReadingError where the file is damaged."""
    return load_review(work.file)


def discard(file: Path) -> None:
    """Takes a recovery file away, with what the database keeps beside it."""
    for name in (file.name, f"{file.name}-wal", f"{file.name}-shm", f"{file.name}-journal"):
        file.with_name(name).unlink(missing_ok=True)


def forget_left_behind(folder: Path) -> None:
    """Takes away all recovery files of a folder but those that a running program has; raises OSError where it may not."""
    for file in folder.glob(f"*{ENDING}"):
        if not _is_held(file):
            discard(file)


def _is_held(file: Path) -> bool:
    try:
        with closing(sqlite3.connect(file, timeout=0, isolation_level=None)) as database:
            database.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as problem:
        return problem.sqlite_errorcode in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
    except sqlite3.DatabaseError:
        return False
    return False


def _left_behind(file: Path) -> Unfinished | None:
    """What a recovery file says of itself; None where a running program has it, or where it cannot be read."""
    try:
        with closing(sqlite3.connect(file, timeout=0, isolation_level=None)) as database:
            # Out of WAL mode, so that it can be read without leave to write, and whole again after a crash.
            database.execute("PRAGMA journal_mode=DELETE")
            database.execute("BEGIN EXCLUSIVE")
            title, path, at = database.execute("SELECT title, path, at FROM unfinished").fetchone()
    except (sqlite3.Error, TypeError):
        return None
    return Unfinished(title, path, at, file)
