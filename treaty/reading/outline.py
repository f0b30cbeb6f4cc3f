"""The lines of one language version, read into clauses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from treaty.language.sentences import sentence_spans
from treaty.model import Clause, ClauseKind, Label, Language, Span
from treaty.progress import Progress, SilentProgress
from treaty.reading.document import Line, Role
from treaty.reading.notes import bare_mark
from treaty.reading.numbering import Numbered, Rank, letter_twin
from treaty.reading.pieces import Piece, pieces_of
from treaty.reading.rules import ReadingRules
from treaty.reading.structure import NumberTree, Position
from treaty.reading.watching import watched

_COUNTED = frozenset({"①", "1.", "1/", "1)", "(1)", "1.1"})
"""Schemes that number paragraphs; those of letters and small Roman numbers list items."""
_PREAMBLE = {Language.KOREAN: "전문", Language.ENGLISH: "Preamble"}
_PLACE_OF_J = 10
_LONGEST_TITLE = 400
_KIND_OF_ROLE = {Role.FOOTNOTE: ClauseKind.NOTE, Role.TABLE_ROW: ClauseKind.TABLE_ROW}
_COUNTED_KINDS = {
    ClauseKind.SIGNATURE: ("서명", "Signature"),
    ClauseKind.NOTE: ("각주", "Footnote"),
    ClauseKind.TABLE_ROW: ("표", "Table"),
}
"""Kinds that are known by their place among their like, with the words that their paths begin with."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """A clause before its path is settled. `parent` is the full label it stands under; `label` None if it has no number.

    `continues` says that it is a further paragraph of the note before it.
    """

    kind: ClauseKind
    label: Label | None
    position: Position | None
    parent: str
    text: str
    source: Span
    continues: bool = False


def clauses_of(
    lines: Sequence[Line],
    language: Language,
    rules: ReadingRules,
    text_id: str,
    progress: Progress = SilentProgress(),
) -> tuple[Clause, ...]:
    """The clauses of one language version, in the order of its lines, with ids "<text_id>.c1", "<text_id>.c2" …"""
    pieces = pieces_of(lines, language, progress)
    drafts = list(watched(_drafts(pieces, language, rules), progress))
    paths = _paths(drafts)
    return tuple(
        Clause(
            id=f"{text_id}.c{number}",
            kind=draft.kind,
            level=draft.position.depth if draft.position else 0,
            label=draft.label,
            path=path,
            text=draft.text,
            sentences=() if draft.kind.heads else sentence_spans(draft.text, language),
            source=draft.source,
        )
        for number, (draft, path) in enumerate(watched(zip(drafts, paths, strict=True), progress), start=1)
    )


def _drafts(pieces: Sequence[Piece], language: Language, rules: ReadingRules) -> Iterator[_Draft]:
    tree = NumberTree()
    body_starts = _first_of_body(pieces)
    signature = _signature(pieces, language, rules)
    seconds = _last_seconds(pieces)
    for index, piece in enumerate(pieces):
        placed = tree.place(_believable(pieces, index, seconds)) if piece.readings else None
        if piece.role in _KIND_OF_ROLE:
            label = Label(piece.mark, bare_mark(piece.mark), "note") if piece.mark else None
            continues = piece.role is Role.FOOTNOTE and piece.mark is None
            yield _Draft(_KIND_OF_ROLE[piece.role], label, None, "", piece.words, piece.source, continues)
        elif index == 0 and _is_title(piece, pieces):
            yield _Draft(ClauseKind.TITLE, None, None, "", piece.whole, piece.source)
        elif placed and not (index in signature and placed[0].scheme.rank is Rank.BULLET):
            yield _numbered(piece, *placed, pieces[index + 1 : index + 2], _PREAMBLE[language] if index < body_starts else "")
        elif index in signature:
            yield _Draft(ClauseKind.SIGNATURE, None, None, "", piece.whole, piece.source)
        elif _is_heading(piece, pieces[index + 1 : index + 2]):
            tree.leave_items()
            yield _Draft(ClauseKind.HEADING, None, None, "", piece.whole, piece.source)
        elif index < body_starts:
            yield _Draft(ClauseKind.PREAMBLE, None, None, _PREAMBLE[language], piece.whole, piece.source)
        else:
            yield _Draft(ClauseKind.PARAGRAPH, None, tree.position, _parent_path(tree.position), piece.whole, piece.source)


def _last_seconds(pieces: Sequence[Piece]) -> dict[str, int]:
    """By scheme, the last place at which its second number stands."""
    return {
        reading.scheme.name: index for index, piece in enumerate(pieces) for reading in piece.readings if reading.value == 2
    }


def _believable(pieces: Sequence[Piece], index: int, seconds: Mapping[str, int]) -> list[Numbered]:
    """A piece's readings without those that begin a list of capitals or Roman numbers which has no second item ("A. Smith"),
    and without the letter i where the next number is a Roman ii."""
    readings = pieces[index].readings
    romans = {
        letter_twin(reading.scheme.name) for reading in readings if reading.value == 1 and _is_roman(reading, pieces, index)
    }
    return [
        reading
        for reading in readings
        if reading.scheme.name not in romans
        and (not reading.scheme.unsure or reading.value != 1 or seconds.get(reading.scheme.name, 0) > index)
    ]


def _is_roman(reading: Numbered, pieces: Sequence[Piece], index: int) -> bool:
    """Whether the next number of a Roman i's own kind is a ii and not the letter j."""
    name = reading.scheme.name
    twin = letter_twin(name)
    if twin is None:
        return False
    for later in range(index + 1, len(pieces)):
        values = {(following.scheme.name, following.value) for following in pieces[later].readings}
        if pieces[later].heads or values & {(name, 1), (name, 2), (twin, _PLACE_OF_J)}:
            return (name, 2) in values
    return False


def _numbered(piece: Piece, reading: Numbered, position: Position, following: Sequence[Piece], parent: str) -> _Draft:
    kind = _kind(piece, reading, position, following)
    return _Draft(kind, reading.label, position, parent, piece.heading or piece.words, piece.source)


def _kind(piece: Piece, reading: Numbered, position: Position, following: Sequence[Piece]) -> ClauseKind:
    scheme = reading.scheme
    if scheme.name == "annex":
        return ClauseKind.ANNEX
    if scheme.name == "note":
        return ClauseKind.NOTE
    if scheme.rank is Rank.DIVISION:
        return ClauseKind.HEADING
    if scheme.rank is Rank.ARTICLE:
        return ClauseKind.ARTICLE
    is_top = position.depth == 0
    if is_top and piece.heading_like and following and not following[0].readings and not following[0].heading_like:
        return ClauseKind.HEADING
    return ClauseKind.PARAGRAPH if scheme.name in _COUNTED and position.depth <= 1 else ClauseKind.ITEM


def _first_of_body(pieces: Sequence[Piece]) -> int:
    """Where the preamble ends: at the first article or chapter, else at the first of the numbered paragraphs; 0 if neither."""
    articles = [index for index, piece in enumerate(pieces) if piece.heads]
    if articles:
        return articles[0]
    counted = [index for index, piece in enumerate(pieces) if piece.readings and piece.readings[0].scheme.name in _COUNTED]
    return counted[0] if len(counted) > 1 else 0


def _signature(pieces: Sequence[Piece], language: Language, rules: ReadingRules) -> range:
    """The closing words with the signatures under them, up to the first annex; empty where there are none."""
    annexes = [index for index, piece in enumerate(pieces) if _is_annex(piece)]
    body_ends = max((i for i, piece in enumerate(pieces) if piece.heads and not _is_annex(piece)), default=len(pieces) // 2)
    for start in range(body_ends + 1, len(pieces)):
        if not pieces[start].readings and rules.is_signature(pieces[start].words, language):
            return range(start, next((annex for annex in annexes if annex > start), len(pieces)))
    return range(0)


def _is_annex(piece: Piece) -> bool:
    return bool(piece.readings) and piece.readings[0].scheme.name == "annex"


def _is_title(piece: Piece, pieces: Sequence[Piece]) -> bool:
    return (
        not piece.readings
        and len(pieces) > 1
        and len(piece.words) <= _LONGEST_TITLE
        and piece.words[-1] not in ".,;:"
        and not piece.words.endswith("는")
    )


def _is_heading(piece: Piece, following: Sequence[Piece]) -> bool:
    return not piece.readings and piece.heading_like and bool(following)


def _parent_path(position: Position) -> str:
    """The full label of the article, or of the top paragraph, that an unnumbered paragraph continues."""
    steps = position.steps
    articles = [index for index, step in enumerate(steps) if step.rank is Rank.ARTICLE]
    kept = articles[0] + 1 if articles else sum(step.rank is Rank.DIVISION for step in steps) or min(1, len(steps))
    return replace(position, steps=steps[:kept]).path


def _paths(drafts: Sequence[_Draft]) -> Iterator[str]:
    """Full labels. Unnumbered paragraphs are counted under what they stand under; one that stands alone takes that label."""
    alone = Counter(draft.parent for draft in drafts if _unnumbered(draft))
    seen: Counter[str] = Counter()
    note = ""
    for draft in drafts:
        if draft.continues and note:
            seen[note] += 1
            yield f"{note} ¶{seen[note] + 1}"
        elif draft.kind in _COUNTED_KINDS and draft.position is None:
            seen[draft.kind] += 1
            number = draft.label.number if draft.label else seen[draft.kind]
            path = f"{_COUNTED_KINDS[draft.kind][not _is_korean(draft.text)]} {number}"
            note = path if draft.kind is ClauseKind.NOTE else note
            yield path
        elif _unnumbered(draft):
            seen[draft.parent] += 1
            single = draft.parent and alone[draft.parent] == 1 and draft.kind is not ClauseKind.PREAMBLE
            yield draft.parent if single else f"{draft.parent} ¶{seen[draft.parent]}".strip()
        elif draft.label is None:
            yield draft.text
        else:
            assert draft.position is not None
            yield f"{draft.parent} {draft.position.path}".strip()


def _unnumbered(draft: _Draft) -> bool:
    return draft.label is None and draft.kind in (ClauseKind.PARAGRAPH, ClauseKind.PREAMBLE)


def _is_korean(text: str) -> bool:
    return any("가" <= character <= "힣" for character in text)
