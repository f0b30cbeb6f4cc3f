"""Texts whose clauses were linked by hand, from the JSON files that the alignment benchmark is kept in."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class LinkedClauses:
    """One link with both sides: a Korean and an English text that say the same."""

    korean: str
    english: str


@dataclass(frozen=True, slots=True)
class LinkedText:
    """A treaty in two languages, link by link."""

    name: str
    links: tuple[LinkedClauses, ...]


def read_linked_text(path: Path) -> LinkedText:
    """The links of one file that have both sides; "ko" and "en" hold the units, "gold" which belong together."""
    content = json.loads(path.read_text(encoding="utf-8"))
    links = [
        LinkedClauses(" ".join(content["ko"][i] for i in korean), " ".join(content["en"][i] for i in english))
        for korean, english in content["gold"]
        if korean and english
    ]
    return LinkedText(path.name.removesuffix(".json"), tuple(links))
