"""How well clauses of different agreements that deal with the same subject are found."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.quality.gold import OWN, text_of
from treaty.alignment.counterparts import counterparts
from treaty.glossary import Glossary
from treaty.language.meaning import Encoder
from treaty.model import Language, TreatyText

COUNTERPARTS = Path(__file__).parent / "counterparts"
KOREAN, ENGLISH = Language.KOREAN, Language.ENGLISH


@dataclass(frozen=True, slots=True)
class CounterpartScore:
    """Of `made` links `right` are those made by hand, of which there are `wanted`."""

    name: str
    made: int
    right: int
    wanted: int


def counterpart_scores(encoder: Encoder, glossary: Glossary) -> Iterator[CounterpartScore]:
    """Each hand-linked pair of agreements within each language and across."""
    for path in sorted(COUNTERPARTS.glob("*.json")):
        for languages in ((KOREAN, KOREAN), (ENGLISH, ENGLISH), (KOREAN, ENGLISH), (ENGLISH, KOREAN)):
            left, right, wanted = read_pair(path, *languages)
            links = counterparts(left, right, glossary=glossary, encoder=encoder)
            made = {(link.left[0], link.right[0]) for link in links if not link.one_sided}
            name = f"{path.stem} {languages[0]}–{languages[1]}"
            yield CounterpartScore(name, len(made), len(made & wanted), len(wanted))


def read_pair(path: Path, left: Language, right: Language) -> tuple[TreatyText, TreatyText, set[tuple[str, str]]]:
    """Two agreements, each in one language, and the pairs of clauses on the same subject."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    other = json.loads((OWN / f"{raw['other']}.json").read_text(encoding="utf-8"))
    first = text_of("left", left, other[left.value], other[f"{left.value}_numbers"])
    second = text_of("right", right, raw[right.value], raw[f"{right.value}_numbers"])
    place = {n: [n] for n in range(len(first.clauses))}
    if left is ENGLISH:
        place = {korean: english for group, english in other["gold"] for korean in group}
    return first, second, {(first.clauses[i].id, second.clauses[j].id) for n, j in raw["gold"] for i in place[n]}
