"""Sentence vectors kept on disk from one run to the next, so that a text that was read once needs no vector work again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TypeVar
from zlib import crc32

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.float32]
T = TypeVar("T")
_Row = tuple[bytes, bytes, int]
"""Key, vector and checksum, as SQLite gives them."""

FILE_NAME = "vectors-1.sqlite"
MOST_VECTORS = 100_000
"""At 2 kB each some 220 MB: two languages of five treaties of 10,000 clauses. Those not asked for longest go first."""
_AT_A_TIME = 500
"""How many keys one question names; SQLite takes no more than 999."""
_PATIENCE = 5.0
"""Seconds to wait while another process writes."""


class VectorCache:
    """A bounded store of vectors in one SQLite file, by a hash of their text and of what made them; no text is in it.

    One database rather than a file a vector: finding 10,000 is twenty questions in place of 10,000 file openings, and
    several processes can use it at once. It never fails: a file that is damaged is made anew, and where none can be
    written, or another process holds it too long, nothing is found and nothing is kept.
    """

    def __init__(self, folder: Path, model: str, most: int = MOST_VECTORS) -> None:
        """`model` names exactly what makes the vectors: those of another model are never found. `most`: how many to keep."""
        self._path = folder / FILE_NAME
        self._model = model
        self._most = most

    def find(self, texts: Sequence[str]) -> dict[str, Vector]:
        """The vectors of those texts that have one here."""
        text_of = {self._key(text): text for text in texts}
        nothing: list[_Row] = []
        kept = self._within(lambda database: list(_rows(database, list(text_of))), nothing)
        return {text_of[row[0]]: np.frombuffer(row[1], dtype=np.float32) for row in kept if _whole(*row)}

    def keep(self, vectors: Mapping[str, Vector]) -> None:
        """Keeps the vectors of texts, and lets those go that were not used for longest where there are too many."""
        keyed = ((self._key(text), vector.astype(np.float32).tobytes()) for text, vector in vectors.items())
        rows = [(key, vector, _checksum(key, vector), _today()) for key, vector in keyed]

        def write(database: sqlite3.Connection) -> None:
            database.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?, ?)", rows)
            (count,) = database.execute("SELECT count(*) FROM vectors").fetchone()
            database.execute(_EVICTING, (max(0, count - self._most),))

        self._within(write, None)

    def _key(self, text: str) -> bytes:
        return sha256(f"{self._model}\n{text}".encode("utf-8", "surrogatepass")).digest()[:16]

    def _within(self, work: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """What `work` makes of the database in one transaction; `otherwise` where that cannot be done."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._path, timeout=_PATIENCE)) as database, database:
                # A crash of the machine may cost the file, which is nothing but time; waiting for the disk costs it always.
                database.execute("PRAGMA synchronous = OFF")
                database.execute("PRAGMA page_size = 16384")  # seven vectors a page; of SQLite's usual pages each takes one
                database.execute(_LAYOUT)
                return work(database)
        except (sqlite3.OperationalError, OSError):
            return otherwise
        except sqlite3.DatabaseError:
            with suppress(OSError):
                self._path.unlink(missing_ok=True)
            return otherwise


_LAYOUT = """
CREATE TABLE IF NOT EXISTS vectors (
    key BLOB PRIMARY KEY, vector BLOB NOT NULL, checksum INTEGER NOT NULL, used INTEGER NOT NULL
)
"""
_EVICTING = "DELETE FROM vectors WHERE key IN (SELECT key FROM vectors ORDER BY used, key LIMIT ?)"


def _rows(database: sqlite3.Connection, keys: Sequence[bytes]) -> Iterator[_Row]:
    """Keys, vectors and checksums of the rows with these keys, which are marked as used today."""
    for start in range(0, len(keys), _AT_A_TIME):
        some = keys[start : start + _AT_A_TIME]
        among = f"key IN ({', '.join('?' * len(some))})"
        yield from database.execute(f"SELECT key, vector, checksum FROM vectors WHERE {among}", some)
        database.execute(f"UPDATE vectors SET used = ? WHERE used < ? AND {among}", (_today(), _today(), *some))


def _whole(key: bytes, vector: bytes, checksum: int) -> bool:
    """Whether a row is as it was written; a damaged file may hold anything."""
    return isinstance(vector, bytes) and _checksum(key, vector) == checksum


def _checksum(key: bytes, vector: bytes) -> int:
    return crc32(vector, crc32(key))


def _today() -> int:
    return date.today().toordinal()
