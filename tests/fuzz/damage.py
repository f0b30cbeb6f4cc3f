"""Ways to damage a file: bytes, blocks and figures changed, entries of an archive, cells of a database."""

from __future__ import annotations

import io
import random
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

Change = Callable[[bytearray, random.Random], None]
Damage = Callable[[bytes, random.Random], bytes]


def flip(content: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice([1, 1, 2, 8, 64])):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def overwrite(content: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice([1, 2, 8])):
        content[chance.randrange(len(content))] = chance.choice([0, 0xFF, 0x7F, 0x80, chance.randrange(256)])


def remove(content: bytearray, chance: random.Random) -> None:
    place, length = block(content, chance)
    del content[place : place + length]


def double(content: bytearray, chance: random.Random) -> None:
    place, length = block(content, chance)
    content[place:place] = content[place : place + length] * chance.choice([1, 1, 3])


def move(content: bytearray, chance: random.Random) -> None:
    place, length = block(content, chance)
    moved = content[place : place + length]
    del content[place : place + length]
    target = chance.randrange(len(content) + 1)
    content[target:target] = moved


def truncate(content: bytearray, chance: random.Random) -> None:
    del content[chance.randrange(1, len(content) + 1) :]


def renumber(content: bytearray, chance: random.Random) -> None:
    """Puts another figure where one stands in the text: sizes, levels, first numbers."""
    places = [place for place, byte in enumerate(content) if 0x30 <= byte <= 0x39]
    if places:
        place = chance.choice(places)
        content[place : place + 1] = chance.choice([b"-1", b"0", b"99999999999", b"1e9", b"", b"x"])


CHANGES: tuple[Change, ...] = (flip, overwrite, remove, double, move, truncate, renumber)


def block(content: bytearray, chance: random.Random) -> tuple[int, int]:
    return chance.randrange(len(content)), min(len(content), chance.choice([1, 4, 16, 64, 512, 4096]))


def changed(content: bytes, chance: random.Random) -> bytes:
    """The content after one to three changes."""
    result = bytearray(content)
    for _ in range(chance.choice([1, 1, 2, 3])):
        if result:
            chance.choice(CHANGES)(result, chance)
    return bytes(result)


def repacked(content: bytes, chance: random.Random) -> bytes:
    """An archive in which some entries are changed, left out, or stand there twice; its checksums are right."""
    if chance.random() < 0.3:
        return changed(content, chance)
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as whole, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        written = [name for name in whole.namelist() if name.endswith((".xml", ".rels", ".hpf", "mimetype"))]
        victims = chance.sample(written, min(len(written), chance.choice([1, 1, 2])))
        for name in whole.namelist():
            inside = whole.read(name)
            if name not in victims:
                made.writestr(name, inside)
            elif inside and chance.random() < 0.95:
                made.writestr(name, changed(inside, chance))
    return stream.getvalue()


def rewritten(folder: Path) -> Damage:
    """Damages a database: its bytes, or the content of some cell, so that the database itself stays whole. `folder` holds the
    database while it is changed."""

    def damage(content: bytes, chance: random.Random) -> bytes:
        if chance.random() < 0.5:
            return changed(content, chance)
        path = folder / "rewritten.sqlite"
        path.write_bytes(content)
        with closing(sqlite3.connect(path)) as database:
            database.execute("PRAGMA synchronous=OFF")
            tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
            rows = [(table, *row) for table in tables for row in database.execute(f"SELECT rowid, content FROM {table}")]
            for table, row, cell in chance.sample(rows, chance.choice([1, 1, 2])):
                words = changed(str(cell).encode(), chance)
                database.execute(f"UPDATE {table} SET content = CAST(? AS TEXT) WHERE rowid = ?", (words, row))
            database.commit()
        return path.read_bytes()

    return damage
