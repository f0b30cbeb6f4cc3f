"""Korean and English texts whose clauses are linked by hand: our own documents, and the real pairs of shared/texts/gold."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from treaty.language.sentences import sentence_spans
from treaty.model import Clause, ClauseKind, Language, Link, LinkOrigin, SourceFile, Span, TreatyText
from treaty.reading.numbering import Numbered, label_readings
from treaty.reading.structure import NumberTree

Names = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class LinkedText:
    """Two texts and the links between them, made by hand; the names of states, places and persons, in both languages."""

    name: str
    korean: TreatyText
    english: TreatyText
    links: tuple[Link, ...]
    states: Names = ()
    places: Names = ()
    persons: Names = ()

    def pairs(self) -> Iterator[tuple[Clause, Clause]]:
        """The clauses that are linked one to one."""
        korean = {clause.id: clause for clause in self.korean.clauses}
        english = {clause.id: clause for clause in self.english.clauses}
        for link in self.links:
            if len(link.left) == len(link.right) == 1:
                yield korean[link.left[0]], english[link.right[0]]


@dataclass(frozen=True, slots=True)
class Written:
    """A clause as a file has it: its kind, its printed label and its words."""

    kind: ClauseKind
    label: str
    words: str


def read_document(path: Path) -> LinkedText:
    """One of our own documents (documents/README.md describes the form). Raises ValueError where a block is no clause pair."""
    return document_from(path.read_text(encoding="utf-8"), path.stem)


def document_from(content: str, name: str) -> LinkedText:
    """The document of this name that a file of that form holds. Raises ValueError where a block is no clause pair."""
    blocks = content.split("\n= ")
    header = [line.partition(": ") for line in blocks[0].splitlines() if not line.startswith("#")]
    pairs = [_block(block, name) for block in blocks[1:]]
    korean, english = ([pair[side] for pair in pairs] for side in (0, 1))
    return LinkedText(
        name,
        _text("t1", name, Language.KOREAN, korean),
        _text("t2", name, Language.ENGLISH, english),
        tuple(_link([number], [number]) for number in range(len(pairs))),
        _names(header, "state"),
        _names(header, "name"),
        _names(header, "person"),
    )


def read_gold(path: Path) -> LinkedText:
    """One of the hand-linked real texts. Its clauses have a path but no label: many labels are lost."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    texts = [
        _unlabelled(_text(f"t{number}", gold["id"], Language(code), list(_gold_clauses(gold[code], gold[f"{code}_numbers"]))))
        for number, code in enumerate(("ko", "en"), start=1)
    ]
    return LinkedText(gold["id"], texts[0], texts[1], tuple(_link(*group) for group in gold["gold"]))


def _unlabelled(text: TreatyText) -> TreatyText:
    return replace(text, clauses=tuple(replace(clause, label=None) for clause in text.clauses))


def _gold_clauses(words: Sequence[str], labels: Sequence[str]) -> Iterator[Written]:
    for said, label in zip(words, labels, strict=True):
        article = len(said) < 40 and label.startswith(("제", "Article", "Section")) and not said.endswith(("다.", "."))
        yield Written(ClauseKind.ARTICLE if article else ClauseKind.PARAGRAPH, label, said)


def _block(block: str, file: str) -> tuple[Written, Written]:
    lines = [line for line in block.splitlines() if line and not line.startswith("#")]
    if len(lines) != 3:
        raise ValueError(f"{file}: a block needs a head, a Korean and an English line: {lines[:2]}")
    kind, _, labels = lines[0].partition(" ")
    korean, _, english = labels.partition(" | ")
    known = ClauseKind.ARTICLE if kind == "clause" else ClauseKind(kind)
    return Written(known, korean, lines[1]), Written(known, english, lines[2])


def _names(header: Iterable[tuple[str, str, str]], kind: str) -> Names:
    rows = [value.split(" = ") for name, _, value in header if name == kind]
    return tuple((korean, english) for korean, english in rows)


def _text(text_id: str, title: str, language: Language, written: Sequence[Written]) -> TreatyText:
    tree, clauses = NumberTree(), []
    for number, one in enumerate(written, start=1):
        clauses.append(_clause(f"{text_id}.c{number}", one, language, tree, number))
    source = SourceFile(title, "", "\n".join(one.words for one in written))
    return TreatyText(text_id, source, title, language, title, "", tuple(clauses), ())


def _clause(clause_id: str, one: Written, language: Language, tree: NumberTree, number: int) -> Clause:
    placed = None
    for piece in _pieces(one.label):
        placed = tree.place(piece) or placed
    level = placed[1].depth if placed else 0
    label = placed[0].label if placed else None
    path = placed[1].path if placed else f"¶{number}"
    spans = sentence_spans(one.words, language)
    return Clause(clause_id, one.kind, level, label, path, one.words, spans, Span(0, len(one.words)))


def _pieces(label: str) -> Iterator[list[Numbered]]:
    """The readings of each number of a printed label, from the top: "제9조 1." is an article's and a paragraph's."""
    rest = label.strip()
    while rest:
        readings = list(label_readings(rest))
        if not readings:
            return
        yield readings
        rest = rest[readings[0].end :].strip()


def _link(left: Sequence[int], right: Sequence[int]) -> Link:
    return Link(
        tuple(f"t1.c{number + 1}" for number in left), tuple(f"t2.c{number + 1}" for number in right), 1.0, LinkOrigin.REVIEWER
    )
