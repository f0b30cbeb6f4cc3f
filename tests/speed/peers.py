"""Other aligners on clauses whose vectors are ready, in processor seconds: Gale and Church's as we wrote it, and those of the
package index that happen to be installed (`pip install galechurch sentalign`; the
latter is Vecalign's search)."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec

import numpy as np
import numpy.typing as npt

from tests.speed.gale_church import gale_church

Vectors = npt.NDArray[np.float32]
_LARGEST_GROUP = 8
"""Units of both sides together in a group of Vecalign's, which is what its paper uses."""


def peer_seconds(texts: tuple[Sequence[str], Sequence[str]], vectors: tuple[Vectors, Vectors]) -> Iterator[tuple[str, float]]:
    """The name of each aligner at hand and the seconds that it takes; what Vecalign needs of vectors is not counted."""
    yield "Gale–Church, ours", _taken(lambda: gale_church(*([len(text) for text in side] for side in texts)))
    if find_spec("galechurch"):
        cells = (len(texts[0]) + 1) * (len(texts[1]) + 1)
        align = import_module("galechurch").align
        yield "galechurch", _taken(lambda: align(*map(list, texts), max_block_size=cells))
    if find_spec("sentalign"):
        yield "Vecalign (sentalign)", _vecalign(vectors)


def _taken(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def _vecalign(vectors: tuple[Vectors, Vectors]) -> float:
    """Vecalign is given the clauses' numbers for their words: of neighbours joined it then asks for the vectors of "7 8 9"."""
    both, middle = np.vstack(vectors), len(vectors[0])
    encoding = 0.0

    def encode(joined: Sequence[str]) -> Vectors:
        nonlocal encoding
        started = time.process_time()
        numbers = [[int(word) for word in words.split() if word.isdigit()] for words in joined]
        made = np.array([both[some].sum(axis=0) if some else np.full(both.shape[1], 0.01) for some in numbers], np.float32)
        encoding += time.process_time() - started
        return made

    align = import_module("sentalign.sentalign").sentalign
    left, right = [str(n) for n in range(middle)], [str(n) for n in range(middle, len(both))]
    return _taken(lambda: align(left, right, encode, alignment_max_size=_LARGEST_GROUP)) - encoding
