"""Sentence vectors: the same on any number of cores, with and without a cache, told to progress and stopped by it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from treaty.errors import Cancelled
from treaty.language import meaning
from treaty.language.meaning import SentenceEncoder

TEXTS = [f"The parties shall repair {number} lighthouses." for number in range(100)]


class Watch:
    """Progress that notes what it is told, and stops the work from a step on."""

    def __init__(self, stop_at: int = 1000) -> None:
        self.told: list[tuple[int, int, str]] = []
        self._stop_at = stop_at

    def report(self, done: int, total: int, what: str) -> None:
        self.told.append((done, total, what))
        if done >= self._stop_at:
            raise Cancelled


def test_what_means_the_same_lies_close() -> None:
    korean, same, other = SentenceEncoder().encode(["등대를 고친다.", "The lighthouse is repaired.", "The fee is due in May."])
    assert korean @ same > korean @ other + 0.3
    assert np.linalg.norm(korean) == pytest.approx(1.0, abs=1e-4)


def test_no_text_has_no_vector() -> None:
    assert SentenceEncoder().encode([]).shape == (0, 512)


def test_vectors_are_the_same_on_any_number_of_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for cores in (1, 2, 5):
        monkeypatch.setattr(meaning, "_cores", lambda cores=cores: cores)
        found.append(SentenceEncoder().encode([*TEXTS, TEXTS[3]]).tobytes())
    alone = np.stack([SentenceEncoder().encode([text])[0] for text in TEXTS[:3]])
    assert found[0] == found[1] == found[2]
    assert found[0].startswith(alone.tobytes())


def test_the_second_run_finds_the_vectors_and_loads_no_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = SentenceEncoder(tmp_path).encode(TEXTS)
    monkeypatch.setattr(SentenceEncoder, "_loaded", lambda self: pytest.fail("vector work"))
    watch = Watch()
    again = SentenceEncoder(tmp_path).encode(TEXTS, watch)
    assert again.tobytes() == first.tobytes()
    assert watch.told == []


def test_without_a_folder_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    SentenceEncoder().encode(TEXTS[:2])
    assert list(tmp_path.iterdir()) == []


def test_progress_goes_from_nothing_to_all() -> None:
    watch = Watch()
    SentenceEncoder().encode([*TEXTS, TEXTS[0]], watch)
    done = [step[0] for step in watch.told]
    assert done == sorted(done)
    assert (done[0], done[-1]) == (0, len(TEXTS))
    assert {step[1:] for step in watch.told} == {(len(TEXTS), "progress.encode")}


def test_stopped_work_stops_and_keeps_what_it_did(tmp_path: Path) -> None:
    encoder, watch = SentenceEncoder(tmp_path), Watch(stop_at=32)
    with pytest.raises(Cancelled):
        encoder.encode(TEXTS, watch)
    assert watch.told[-1][0] < len(TEXTS)
    rest = Watch()
    assert SentenceEncoder(tmp_path).encode(TEXTS, rest).tobytes() == SentenceEncoder().encode(TEXTS).tobytes()
    assert rest.told[0][1] < len(TEXTS)
