"""Names that the tables know: states, places, organisations, treaties, offices, ministries (CHECKS C11, C13, C14)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from treaty.comparison.pair import Pair, Side
from treaty.comparison.said_in_words import is_said_in_words, may_be_said_freely
from treaty.language.names import NameForm, NameFound, NameTable, names_in, unanswered
from treaty.model import Bilingual, Clause, ClauseKind, Finding, Language, Place

_FORMAL_KINDS = frozenset({ClauseKind.TITLE, ClauseKind.SIGNATURE})
_FULL_FORMS = frozenset({NameForm.OFFICIAL})
_SHORT_FORMS = frozenset({NameForm.SHORT, NameForm.PRESS})


class _Check(StrEnum):
    """The checks of checks/names.toml."""

    DIFFERENT = "name"
    ALONE = "name_alone"
    SHORT = "short_name"


_COMPARED = (
    NameTable.STATES,
    NameTable.ORGANISATIONS,
    NameTable.TREATIES,
    NameTable.PLACES,
    NameTable.OFFICES,
    NameTable.MINISTRIES,
)
_ALONE = frozenset({NameTable.STATES, NameTable.ORGANISATIONS, NameTable.TREATIES})
"""The tables whose names a translation does not leave out."""
_VAGUE = frozenset({NameTable.OFFICES, NameTable.MINISTRIES})
_VAGUE_LENGTH = 3
_GOES_ON = re.compile(r"(?:,| and| of| for| at) (?:the )?[A-Z]| or other\b|\s?(?:및|·|ㆍ)")
_CAME_BEFORE = re.compile(r"(?:[A-Z][a-z]+(?:,| and|-)|[가-힣]+(?:·|ㆍ| 및|\s)) ?$")


@dataclass(frozen=True, slots=True)
class _Named:
    """A name in a clause."""

    clause: Clause
    found: NameFound


def find_different_names(pair: Pair) -> Iterator[Finding]:
    """Findings on one link: names of one table that each side has and the other has not, and short ones in formal clauses."""
    if pair.link.one_sided or pair.left.language is pair.right.language:
        return
    for table in _COMPARED:
        for one, other in zip(*_lonely_of(pair, table), strict=False):
            yield _contradiction(pair, one, other)
    yield from _short_names(pair, *(_named(pair, side) for side in pair.sides))


def find_names_alone(pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Findings on all links: names that one side alone has, where that happens once in the text and so is no habit of its
    style ("the Organization" for 국제연합)."""
    if not pairs or pairs[0].left.language is pairs[0].right.language:
        return
    alone = [(pair, *one) for pair in pairs if not pair.link.one_sided for one in pair.each(_names_alone)]
    times = Counter((side.text.id, one.found.row) for _, side, one in alone)
    for pair, side, one in alone:
        if times[side.text.id, one.found.row] == 1 and one.found.form is not NameForm.ADJECTIVE:
            yield _alone(pair, side, one)


def _names_alone(pair: Pair) -> Iterator[tuple[Side, _Named]]:
    """Names that one side has and the other has neither as a name nor in words."""
    for table in _COMPARED:
        if table in _ALONE:
            lonely = _lonely_of(pair, table)
            paired = min(map(len, lonely))
            for side, names in zip(pair.sides, lonely, strict=True):
                yield from ((side, one) for one in names[paired:] if not _said_in_words(pair, one))


def _contradiction(pair: Pair, mine: _Named, theirs: _Named) -> Finding:
    """Two names that each side has and the other has not; offices are nearly certain only where neither is a mere 장관."""
    places = _place(pair, pair.left, mine), _place(pair, pair.right, theirs)
    vague = mine.found.table in _VAGUE and any(_is_vague(one) for one in (mine, theirs))
    return pair.finding(_Check.DIFFERENT, left=places[0], right=places[1], confidence=0.9, doubtful=vague)


def _is_vague(named: _Named) -> bool:
    """Whether a title is one of few syllables, or goes on in words that its table does not have (Minister of Trade and Oil)."""
    text, span = named.clause.text, named.found.span
    return len(span.of(text)) <= _VAGUE_LENGTH or bool(
        _GOES_ON.match(text, span.end) or _CAME_BEFORE.search(text[: span.start])
    )


def _named(pair: Pair, side: Side) -> list[_Named]:
    return pair.facts.of(
        (_named, side is pair.left),
        lambda: [
            _Named(clause, found) for clause in side.clauses for found in names_in(clause.text, side.language, pair.rules.names)
        ],
    )


def _lonely_of(pair: Pair, table: NameTable) -> tuple[list[_Named], list[_Named]]:
    """The names of one table on the left, and on the right, that the other side does not have."""
    left, right = (_named(pair, side) for side in pair.sides)
    return _lonely(left, right, table), _lonely(right, left, table)


def _lonely(asking: list[_Named], answering: list[_Named], table: NameTable) -> list[_Named]:
    """The names of one table that the other side does not have, each once."""
    lonely: dict[str, _Named] = {}
    answers = [one.found for one in answering]
    for clause in dict.fromkeys(one.clause for one in asking):
        mine = [one.found for one in asking if one.clause is clause and one.found.table is table]
        for found in unanswered(mine, answers):
            lonely.setdefault(found.id, _Named(clause, found))
    return list(lonely.values())


def _said_in_words(pair: Pair, named: _Named) -> bool:
    """Whether the other side says in ordinary words what is a name here ("specialized agencies", 전문 기구), or may say it in
    a word that nothing else here accounts for."""
    texts = {side.language.name.lower(): "\n".join(clause.text for clause in side.clauses) for side in pair.sides}
    own = pair.left if named.clause in pair.left.clauses else pair.right
    before = own.clauses[: own.clauses.index(named.clause)]
    span = named.found.span.shifted(sum(len(clause.text) + 1 for clause in before))
    meaning, other = pair.rules.meaning, pair.right if own is pair.left else pair.left
    return is_said_in_words(span, own.language, **texts, lexicon=meaning.lexicon) or may_be_said_freely(
        other.language, **texts, meaning=meaning, names=pair.rules.names
    )


def _place(pair: Pair, side: Side, named: _Named) -> Place:
    row = next(row for row in pair.rules.names.of_table(named.found.table) if row.id == named.found.id)
    value = Bilingual(row.preferred(Language.KOREAN), row.preferred(Language.ENGLISH))
    return side.place(named.clause, named.found.span, value)


def _alone(pair: Pair, side: Side, named: _Named) -> Finding:
    place, gap = _place(pair, side, named), pair.other(side).end()
    return pair.finding_on(side, place, _Check.ALONE, gap=gap, confidence=0.7, doubtful=True)


def _short_names(pair: Pair, left: list[_Named], right: list[_Named]) -> Iterator[Finding]:
    """States that a title or a signature names in full in one language and shortly in the other."""
    if not all(clause.kind in _FORMAL_KINDS for side in pair.sides for clause in side.clauses):
        return
    for mine in left:
        theirs = next((one for one in right if one.found.row == mine.found.row), None)
        if mine.found.table is NameTable.STATES and theirs and _is_short(mine, theirs):
            yield pair.finding(_Check.SHORT, left=_place(pair, pair.left, mine), right=_place(pair, pair.right, theirs))


def _is_short(mine: _Named, theirs: _Named) -> bool:
    forms = {mine.found.form, theirs.found.form}
    return bool(forms & _FULL_FORMS) and bool(forms & _SHORT_FORMS)
