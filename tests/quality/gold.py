"""Hand-linked texts as the program's values: a text of their clauses, and the links between them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from treaty.language.sentences import sentence_spans
from treaty.model import Clause, ClauseKind, Language, Link, SourceFile, Span, TreatyText

SHARED = Path(__file__).parents[3] / "shared"
OWN = Path(__file__).parent / "texts"
"""Hand-linked texts about fictional states, which are here wherever the program is."""


_HEADING = re.compile(r"제\d+[조항]|Article|Paragraph|부속서|붙임|Annex|Attachment")


@dataclass(frozen=True, slots=True)
class Gold:
    """Two texts and the links between them that were made by hand, one-sided ones included."""

    name: str
    left: TreatyText
    right: TreatyText
    links: tuple[Link, ...]

    @property
    def two_sided(self) -> list[Link]:
        return [link for link in self.links if not link.one_sided]


def gold_files(kind: str = "") -> list[Path]:
    """The hand-linked texts, ours and, where they are at hand, the shared ones: linked by paragraphs, or by what `kind` names
    (".point", ".sent")."""
    folders = (SHARED / "texts" / "gold", OWN)
    found = [path for folder in folders if folder.is_dir() for path in sorted(folder.glob("*.json"))]
    return [path for path in found if _kind(path) == kind]


def finest_gold_files() -> list[Path]:
    """Each hand-linked text once, linked by the smallest parts that there are."""
    finest: dict[str, Path] = {}
    for kind in ("", ".point", ".sent"):
        finest |= {path.name.partition(".json")[0].removesuffix(kind): path for path in gold_files(kind)}
    return list(finest.values())


def read_gold(path: Path) -> Gold:
    raw = json.loads(path.read_text(encoding="utf-8"))
    left, right = _text("left", Language.KOREAN, raw), _text("right", Language.ENGLISH, raw)
    links = tuple(
        Link(tuple(left.clauses[i].id for i in a), tuple(right.clauses[j].id for j in b), 1.0) for a, b in raw["gold"]
    )
    return Gold(path.stem, left, right, links)


def text_of(name: str, language: Language, clauses: list[str], numbers: Sequence[str] = ()) -> TreatyText:
    """A text with these clauses. Of their printed numbers only those of articles and annexes tell: they make a heading."""
    made = tuple(
        Clause(f"{name}.{n}", kind, 0, None, f"¶{n + 1}", words, sentence_spans(words, language), Span(0, 0))
        for n, (words, kind) in enumerate(zip(clauses, _kinds(clauses, numbers), strict=True))
    )
    return TreatyText(name, SourceFile(name, "", ""), name, language, name, "", made, ())


def _kinds(clauses: Sequence[str], numbers: Sequence[str]) -> Iterator[ClauseKind]:
    for number in numbers or [""] * len(clauses):
        yield ClauseKind.ARTICLE if _HEADING.match(number) else ClauseKind.PARAGRAPH


def _text(name: str, language: Language, raw: dict[str, Any]) -> TreatyText:
    return text_of(name, language, raw[language.value])


def _kind(path: Path) -> str:
    return next((kind for kind in (".point", ".sent") if path.stem.endswith(kind)), "")
