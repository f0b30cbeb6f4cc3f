"""How fast clauses are linked, with vectors to compute and with vectors kept, in how much memory; and Gale and Church's
aligner on the same clauses. `python -m tests.speed.linking KOREAN ENGLISH CACHE` measures two files in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import tests  # noqa: F401  (sets the number of threads before numpy is loaded)
from resources import path_of
from tests.speed.gale_church import gale_church
from tests.speed.reading import peak
from treaty.alignment import align
from treaty.language.meaning import SentenceEncoder
from treaty.reading import read_treaty
from treaty.reading.rules import load_reading_rules


@dataclass(frozen=True, slots=True)
class LinkingCost:
    """Seconds for the vectors of two texts of so many clauses together, for linking them, and for Gale and Church's aligner;
    the megabytes that the process grew by at most."""

    clauses: int
    encoding: float
    aligning: float
    yardstick: float
    megabytes: float

    @property
    def speed(self) -> float:
        """Clauses a second."""
        return self.clauses / (self.encoding + self.aligning)

    @property
    def ratio(self) -> float:
        """Linking, vectors apart, as a multiple of the yardstick."""
        return self.aligning / self.yardstick


def cost_of(korean: Path, english: Path, cache: Path) -> LinkingCost:
    """The cost in a process of its own; vectors are looked for, and kept, in the folder `cache`."""
    command = [sys.executable, "-m", "tests.speed.linking", *map(str, (korean, english, cache))]
    return LinkingCost(**json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))


def _measure(korean: Path, english: Path, cache: Path) -> dict[str, float]:
    rules = load_reading_rules(path_of("rules"))
    left, right = (read_treaty(path, rules=rules)[0] for path in (korean, english))
    texts = [clause.text for text in (left, right) for clause in text.clauses]
    before, started = peak(), time.perf_counter()
    encoder = SentenceEncoder(cache)
    encoder.encode(texts)
    encoded = time.perf_counter()
    align(left, right, encoder=encoder)
    aligned, grown = time.perf_counter(), peak() - before
    gale_church(*([len(clause.text) for clause in text.clauses] for text in (left, right)))
    return {
        "clauses": len(texts),
        "encoding": encoded - started,
        "aligning": aligned - encoded,
        "yardstick": time.perf_counter() - aligned,
        "megabytes": grown,
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_measure(*map(Path, sys.argv[1:]))))
