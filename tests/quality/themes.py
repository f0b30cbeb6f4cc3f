"""How well the themes of clauses are found, on hand-made themes of two documents in both languages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.toolkit import Toolkit
from treaty.model import Clause, Language


@dataclass(frozen=True, slots=True)
class ThemeScore:
    """Themes of all clauses together: right ones, those found, those wanted."""

    language: Language
    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.right / max(1, self.found)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.wanted)


def theme_scores(folder: Path, toolkit: Toolkit) -> Iterator[ThemeScore]:
    """The micro-averaged score in each language; `folder` is shared/checks."""
    documents = json.loads((folder / "themes.gold.json").read_text(encoding="utf-8"))["documents"]
    for language in Language:
        right = found = wanted = 0
        for name, gold in documents.items():
            for hand, made in _clauses(folder, name, gold, language, toolkit):
                right, found, wanted = right + len(hand & made), found + len(made), wanted + len(hand)
        yield ThemeScore(language, right, found, wanted)


def _clauses(
    folder: Path, name: str, gold: dict[str, dict[str, list[str]]], language: Language, toolkit: Toolkit
) -> Iterator[tuple[set[str], set[str]]]:
    """The themes of each hand-marked clause: by hand, and as found on the clause that holds its words."""
    text = toolkit.read_files([folder / f"{name}.faithful.{language}.txt"])[0]
    themes: dict[str, set[str]] = {}
    for row in toolkit.find_themes([text]):
        for clause in row.clauses[0]:
            themes.setdefault(clause, set()).add(row.theme.id)
    marked = json.loads((folder / f"{name}.gold.json").read_text(encoding="utf-8"))["clauses_faithful"][language]
    for entry in marked:
        if entry["id"] in gold:
            held = _holding(_squeezed(entry["text"].removeprefix(entry["marker"] or "")), text.clauses)
            yield set(gold[entry["id"]]["themes"]), themes.get(held.id, set()) if held else set()


def _holding(words: str, clauses: tuple[Clause, ...]) -> Clause | None:
    """The longest clause whose words are those, or part of those."""
    fits = [clause for clause in clauses if (own := _squeezed(clause.text)) and (own in words or words in own)]
    return max(fits, key=lambda clause: len(clause.text), default=None)


def _squeezed(words: str) -> str:
    return "".join(words.split())
