"""Damaged files of every format: each is read without loss or refused in one sentence.

DAEJO_FUZZ_INPUTS sets how many are tried of each format (a long run), DAEJO_FUZZ_SEED where the numbers begin. What fails is
printed with its seed, so that `-k` and the same seed give it again.
"""

from __future__ import annotations

import io
import os
import random
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import SAMPLES, SHARED
from tests.treaty.reading.formats import test_html, test_tota
from tests.treaty.reading.formats.contract import AGREEMENT, HARD_WORDS, Table
from tests.treaty.reading.formats.every_format import BUILDERS, build
from treaty.errors import TreatyError
from treaty.reading import read_treaty
from treaty.reading.ledger import ledger_of
from treaty.reading.rules import ReadingRules

INPUTS = int(os.environ.get("DAEJO_FUZZ_INPUTS", "400"))
FIRST_SEED = int(os.environ.get("DAEJO_FUZZ_SEED", "1"))
LARGEST = 300_000
"""Files larger than this are left out: a few of them would take all the time."""
ENDINGS = {"DOCX": "docx", "HWPX": "hwpx", "HWP": "hwp", "PDF": "pdf", "HTML": "html", "plain text": "txt"}
PARTS = (
    *AGREEMENT,
    Table((("품목", "세율"), ("등유", "3%"))),
    *HARD_WORDS,
    "Agreement on Lighthouses",
    "Article 1 Purpose",
    "(a) oil;",
)
EXAMPLES = {"HTML": (test_html.PRESS.encode(), test_html.BOARD.encode("cp949")), "TOTA": (test_tota.EXAMPLE.encode(),)}
ZIPS = frozenset({"DOCX", "HWPX"})

Change = Callable[[bytearray, random.Random], None]


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


def whole_files(name: str, folder: Path) -> Iterator[bytes]:
    """A built file of the format, the sample, and the real files at hand."""
    yield build(name, folder / "built", PARTS).read_bytes()
    yield from EXAMPLES.get(name, ())
    if ending := ENDINGS.get(name):
        paths = [*SAMPLES.glob(f"*.{ending}"), *sorted((SHARED / "formats").glob(f"*/*.{ending}"))]
        yield from (path.read_bytes() for path in paths if path.stat().st_size <= LARGEST)


@pytest.mark.slow
@pytest.mark.parametrize("name", BUILDERS)
def test_damaged_files_are_read_without_loss_or_refused(name: str, tmp_path: Path, reading_rules: ReadingRules) -> None:
    wholes, path = list(whole_files(name, tmp_path)), tmp_path / "damaged"
    read = refused = 0
    for seed in range(FIRST_SEED, FIRST_SEED + INPUTS):
        chance = random.Random(f"{name} {seed}")
        whole = chance.choice(wholes)
        damage = repacked if name in ZIPS and chance.random() < 0.7 else changed
        path.write_bytes(damage(whole, chance))
        try:
            texts = read_treaty(path, rules=reading_rules, original=chance.random() < 0.2)
        except TreatyError as error:
            assert error.code, seed
            refused += 1
        except Exception as problem:
            problem.add_note(f"{name}, seed {seed}")
            raise
        else:
            assert ledger_of(texts).unaccounted == 0, f"{name}, seed {seed}"
            read += 1
    assert read, "nothing was read: the changes are too many"
    assert refused or name == "plain text", "nothing was refused: the changes are too few"
