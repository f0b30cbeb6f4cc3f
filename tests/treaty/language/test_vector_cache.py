"""Vectors kept from one run to the next: found again exactly, bounded, and never in the way."""

from __future__ import annotations

import multiprocessing
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from treaty.language import vector_cache
from treaty.language.vector_cache import FILE_NAME, Vector, VectorCache

TEXTS = [f"등대 {number}개를 고친다." for number in range(1200)]


def vectors(texts: list[str]) -> dict[str, Vector]:
    return {text: np.full(512, hash_of(text), dtype=np.float32) for text in texts}


def hash_of(text: str) -> float:
    return sum(map(ord, text)) / 1e5


def write(folder: Path, first: int) -> None:
    """What a second process does: keeps a hundred vectors, one at a time."""
    cache = VectorCache(folder, "model")
    for text in TEXTS[first : first + 100]:
        cache.keep(vectors([text]))


def test_what_was_kept_is_found_to_the_last_bit(tmp_path: Path) -> None:
    VectorCache(tmp_path, "model").keep(vectors(TEXTS))
    found = VectorCache(tmp_path, "model").find([*TEXTS, "never seen"])
    assert found.keys() == set(TEXTS)
    assert all(found[text].tobytes() == vector.tobytes() for text, vector in vectors(TEXTS).items())


def test_vectors_of_another_model_are_not_found(tmp_path: Path) -> None:
    VectorCache(tmp_path, "model").keep(vectors(TEXTS[:3]))
    assert VectorCache(tmp_path, "model 2").find(TEXTS[:3]) == {}


def test_no_text_is_in_the_file(tmp_path: Path) -> None:
    VectorCache(tmp_path, "model").keep(vectors(["Saebyeol lighthouse", "새별 등대"]))
    content = (tmp_path / FILE_NAME).read_bytes()
    for text in ("Saebyeol", "새별"):
        for encoding in ("utf-8", "utf-16-le", "cp949"):
            assert text.encode(encoding) not in content


def test_it_keeps_no_more_than_it_may(tmp_path: Path) -> None:
    cache = VectorCache(tmp_path, "model", most=50)
    for start in range(0, 400, 40):
        cache.keep(vectors(TEXTS[start : start + 40]))
    assert len(cache.find(TEXTS)) == 50


def test_those_not_used_for_longest_go_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = VectorCache(tmp_path, "model", most=3)
    for day, work in enumerate((
        lambda: cache.keep(vectors(["a", "b"])),
        lambda: cache.keep(vectors(["c"])),
        lambda: cache.find(["a"]),
        lambda: cache.keep(vectors(["d"])),
    )):  # fmt: skip
        monkeypatch.setattr(vector_cache, "_today", lambda day=day: date(2026, 1, 1).toordinal() + day)
        work()
    assert cache.find(["a", "b", "c", "d"]).keys() == {"a", "c", "d"}


@pytest.mark.parametrize("damage", ["no database at all" * 300, ""])
def test_a_damaged_file_is_made_anew(tmp_path: Path, damage: str) -> None:
    cache = VectorCache(tmp_path, "model")
    (tmp_path / FILE_NAME).write_text(damage, encoding="utf-8")
    assert cache.find(TEXTS[:3]) == {}
    cache.keep(vectors(TEXTS[:3]))
    assert len(cache.find(TEXTS[:3])) == 3


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_a_damaged_vector_is_never_given_out(tmp_path: Path, share: float) -> None:
    cache = VectorCache(tmp_path, "model")
    cache.keep(vectors(TEXTS))
    path = tmp_path / FILE_NAME
    content = bytearray(path.read_bytes())
    middle = int(len(content) * share)
    content[middle : middle + 5000] = bytes(byte ^ 0x55 for byte in content[middle : middle + 5000])
    path.write_bytes(bytes(content))
    for text, vector in cache.find(TEXTS).items():
        assert vector.tobytes() == vectors([text])[text].tobytes()
    cache.keep(vectors(TEXTS))
    cache.keep(vectors(TEXTS))
    assert len(cache.find(TEXTS)) == len(TEXTS)


def test_it_may_be_deleted_at_any_time(tmp_path: Path) -> None:
    cache = VectorCache(tmp_path, "model")
    cache.keep(vectors(TEXTS[:3]))
    (tmp_path / FILE_NAME).unlink()
    assert cache.find(TEXTS[:3]) == {}
    cache.keep(vectors(TEXTS[:3]))
    assert len(cache.find(TEXTS[:3])) == 3


def test_a_folder_that_cannot_be_made_only_costs_time(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    cache = VectorCache(tmp_path / "file" / "folder", "model")
    cache.keep(vectors(TEXTS[:3]))
    assert cache.find(TEXTS[:3]) == {}


def test_one_that_another_process_holds_only_costs_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vector_cache, "_PATIENCE", 0.05)
    cache = VectorCache(tmp_path, "model")
    cache.keep(vectors(TEXTS[:3]))
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        cache.keep(vectors(TEXTS[3:6]))
        assert cache.find(TEXTS[:6]) == {}
    assert cache.find(TEXTS[:6]).keys() == set(TEXTS[:3])


def test_two_processes_may_write_at_once(tmp_path: Path) -> None:
    start = multiprocessing.get_context("spawn")
    others = [start.Process(target=write, args=(tmp_path, first)) for first in (0, 100)]
    for other in others:
        other.start()
    for other in others:
        other.join()
    assert VectorCache(tmp_path, "model").find(TEXTS).keys() == set(TEXTS[:200])
