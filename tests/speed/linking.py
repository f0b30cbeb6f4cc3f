"""How fast clauses are linked, with vectors to compute and with vectors kept, in how much memory, and other aligners on the
same clauses in the same run. `python -m tests.speed.linking CLAUSES CACHE [peers]` measures them in its own process."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product
from pathlib import Path

import tests  # noqa: F401  (sets the number of threads before numpy is loaded)
from tests.quality.gold import gold_files, read_gold
from tests.speed.peers import peer_seconds
from tests.speed.reading import peak
from treaty.alignment import align_lists
from treaty.language.meaning import SentenceEncoder
from treaty.model import Language

SIZES = (2_500, 5_000, 10_000)
_LOST = 9
"""Every ninth clause stands on one side only, left and right in turn."""
_SYLLABLES = {"가": "ga", "너": "neo", "드": "deu", "마": "ma", "새": "sae", "오": "o", "호": "ho"}
"""What names are made of under which the texts come again."""
Linked = tuple[str, str]


@dataclass(frozen=True, slots=True)
class LinkingCost:
    """Of so many clauses a side: processor seconds for the vectors of both, for linking them, and for other aligners by name;
    the megabytes that the process grew by at most; and which share of the counterparts that are there was found (`right`)."""

    clauses: int
    encoding: float
    aligning: float
    megabytes: float
    right: float
    peers: dict[str, float]

    @property
    def speed(self) -> float:
        """Clauses of both sides a second."""
        return 2 * self.clauses / (self.encoding + self.aligning)


def cost_of(clauses: int, cache: Path, *, with_peers: bool) -> LinkingCost:
    """The cost in a process of its own; vectors are looked for, and kept, in the folder `cache`."""
    command = [sys.executable, "-m", "tests.speed.linking", str(clauses), str(cache), *(["peers"] if with_peers else [])]
    return LinkingCost(**json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))


def linked_clauses() -> Iterator[Linked]:
    """Thousands of clauses linked one to one by hand: the texts at hand one behind the other, again and again,
    each time under another name, so that no clause comes twice."""
    texts = [read_gold(path) for path in gold_files()]
    for (first, one), (second, two) in product(_SYLLABLES.items(), repeat=2):
        for text in texts:
            for link in text.two_sided:
                if len(link.left) == len(link.right) == 1:
                    korean, english = text.left.clause(link.left[0]).text, text.right.clause(link.right[0]).text
                    yield f"{first}{second}: {korean}", f"{one.title()}{two}: {english}"


def damaged(clauses: int) -> tuple[list[Linked], list[Linked]]:
    """So many linked clauses, those of the left text and those of the right one: on each side some are missing."""
    linked = list(islice(linked_clauses(), clauses))
    left = [pair for place, pair in enumerate(linked) if place % (2 * _LOST)]
    return left, [pair for place, pair in enumerate(linked) if place % (2 * _LOST) != _LOST]


def _measure(clauses: int, cache: Path, with_peers: bool) -> dict[str, object]:
    sides = damaged(clauses)
    texts = [korean for korean, _ in sides[0]], [english for _, english in sides[1]]
    before, started = peak(), time.process_time()
    encoder = SentenceEncoder(cache)
    vectors = encoder.encode(texts[0]), encoder.encode(texts[1])
    encoded = time.process_time()
    groups = align_lists(*texts, left_language=Language.KOREAN, right_language=Language.ENGLISH, encoder=encoder)
    aligned, grown = time.process_time(), peak() - before
    wanted = set(sides[0]) & set(sides[1])
    found = {
        sides[0][left[0]] for left, right in groups if len(left) == len(right) == 1 and sides[0][left[0]] == sides[1][right[0]]
    }
    return {
        "clauses": clauses,
        "encoding": encoded - started,
        "aligning": aligned - encoded,
        "megabytes": grown,
        "right": len(found) / len(wanted),
        "peers": dict(peer_seconds(texts, vectors)) if with_peers else {},
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_measure(int(sys.argv[1]), Path(sys.argv[2]), "peers" in sys.argv[3:])))
