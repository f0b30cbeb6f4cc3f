"""The order in which the two parties of a text are named (CHECKS C12).

By the alternat each party stands first in its own copy, so that a difference between the languages tells only whose copies they
are; but one copy keeps to one order in its title, where it first names both parties, and in its signatures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from treaty.comparison.pair import Pair, Side
from treaty.comparison.party_rules import PartyWords
from treaty.comparison.rules import ComparisonRules
from treaty.language.names import NameForm, NameFound, Names, NameTable, names_in
from treaty.model import Bilingual, Clause, ClauseKind, Finding, Language, Span, TreatyText

_PARTIES = 2
_SIGNED = frozenset({ClauseKind.SIGNATURE, ClauseKind.TABLE_ROW})


@dataclass(frozen=True, slots=True)
class _Party:
    """A party as the title writes it, and the state that it is or belongs to, if the tables know one."""

    written: str
    state: str | None


@dataclass(frozen=True, slots=True)
class _Mention:
    """A party in a clause; `written` says that it is named as in the title."""

    clause: Clause
    span: Span
    party: _Party
    written: bool


@dataclass(frozen=True, slots=True)
class _Naming:
    """Both parties in their order at one of the places where it counts."""

    first: _Mention
    second: _Mention

    @property
    def span(self) -> Span:
        """Both in a clause that names them together, the first alone where each signs by itself."""
        together = self.first.clause is self.second.clause
        return Span(self.first.span.start, self.second.span.end if together else self.first.span.end)

    @property
    def written(self) -> bool:
        return self.first.written and self.second.written


@dataclass(frozen=True, slots=True)
class _Order:
    """The party that the title names first, and each place where the order counts."""

    first: _Party
    namings: tuple[_Naming, ...]


def find_order_of_parties(pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Findings on texts that change the order of their parties, and one where two languages have each their own."""
    if not pairs or pairs[0].left.language is pairs[0].right.language:
        return
    orders = [_order(pairs[0], side) for side in pairs[0].sides]
    for number, order in enumerate(orders):
        for naming in order.namings if order else ():
            if order and naming.first.party != order.first:
                yield from _changed(pairs, number, naming, order)
    if orders[0] and orders[1]:
        yield from _between(pairs, orders[0], orders[1])


def _order(pair: Pair, side: Side) -> _Order | None:
    """The order of the parties in a side's whole text; read once for all links."""
    return pair.texts.of((_order, side.text.id), partial(_order_in, side.text, pair.rules))


def _order_in(text: TreatyText, rules: ComparisonRules) -> _Order | None:
    """The title, the first clause behind it that names both parties together, and the signatures."""
    words = rules.party_words[text.language]
    heads = [clause for number, clause in enumerate(text.clauses) if not number or clause.kind is ClauseKind.TITLE]
    parties = _parties(" ".join(clause.text for clause in heads), text.language, words, rules.names)
    if not parties:
        return None
    read = partial(_mentions, parties=parties, language=text.language, names=rules.names)
    titles = filter(None, (_together(read(clause), words) for clause in heads))
    others = filter(None, (_together(read(clause), words) for clause in text.clauses if clause not in heads))
    signed = [one for clause in text.clauses if clause.kind in _SIGNED for one in read(clause) if _signs(one, words)]
    signatures = (_Naming(*both) for both in pairwise(signed) if both[0].party != both[1].party)
    first_of_each = (next(namings, None) for namings in (titles, others, signatures))
    return _Order(parties[0], tuple(filter(None, first_of_each)))


def _signs(mention: _Mention, words: PartyWords) -> bool:
    return words.signs(mention.clause.text, mention.span.start, mention.span.end)


def _parties(title: str, language: Language, words: PartyWords, names: Names) -> tuple[_Party, _Party] | None:
    """The two parties that a title names, in its order."""
    named = words.named(title)
    if not named:
        states = list(_states(title, language, names))
        if len(states) == _PARTIES and words.joins(title[states[0].span.end : states[1].span.start]):
            named = states[0].span.of(title), states[1].span.of(title)
    if not named or named[0].casefold() in named[1].casefold() or named[1].casefold() in named[0].casefold():
        return None
    first, second = (_Party(party, _only_state(party, language, names)) for party in named)
    return first, second


def _only_state(party: str, language: Language, names: Names) -> str | None:
    states = {found.id for found in _states(party, language, names)}
    return states.pop() if len(states) == 1 else None


def _states(text: str, language: Language, names: Names) -> Iterator[NameFound]:
    """The states that a text names by a name, which "Korean" is not."""
    for found in names_in(text, language, names):
        if found.table is NameTable.STATES and found.sure and found.form is not NameForm.ADJECTIVE:
            yield found


def _mentions(clause: Clause, parties: tuple[_Party, _Party], language: Language, names: Names) -> list[_Mention]:
    """Where a clause has the parties, as the title writes them or as states, in order."""
    found = [
        _Mention(clause, Span(*match.span()), party, written=True)
        for party in parties
        for match in _pattern(party).finditer(clause.text)
    ]
    if parties[0].state != parties[1].state:
        of_state = {party.state: party for party in parties if party.state}
        found += [
            _Mention(clause, name.span, of_state[name.id], written=False)
            for name in _states(clause.text, language, names)
            if name.id in of_state and not any(name.span.overlaps(one.span) for one in found)
        ]
    return sorted(found, key=lambda mention: mention.span)


def _pattern(party: _Party) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, party.written.split())), re.IGNORECASE)


def _together(mentions: Sequence[_Mention], words: PartyWords) -> _Naming | None:
    """The first two mentions that name both parties with hardly a word between them."""
    for first, second in pairwise(mentions):
        between = first.clause.text[first.span.end : second.span.start]
        if first.party != second.party and words.joins(between):
            return _Naming(first, second)
    return None


def _changed(pairs: Sequence[Pair], number: int, naming: _Naming, order: _Order) -> Iterator[Finding]:
    """The finding on a naming in another order than in the title; nearly certain where both are written as there."""
    clause, title = naming.first.clause, order.first.written
    for pair in pairs:
        side = pair.sides[number]
        if clause in side.clauses:
            place = side.place(clause, naming.span, _value(naming))
            label, doubtful = Bilingual(title, title), not naming.written
            yield pair.finding_on(side, place, "party_order_changed", confidence=0.7, doubtful=doubtful, label=label)


def _value(naming: _Naming) -> Bilingual:
    """The party that stands first, in the words of the text."""
    words = naming.first.span.of(naming.first.clause.text)
    return Bilingual(words, words)


def _between(pairs: Sequence[Pair], left: _Order, right: _Order) -> Iterator[Finding]:
    """One finding where the languages name the parties in different orders: on the first link in which both name them."""
    for pair in pairs:
        mine, theirs = (
            next((naming for naming in order.namings if naming.first.clause in side.clauses), None)
            for side, order in zip(pair.sides, (left, right), strict=True)
        )
        if mine and theirs:
            if _crossed(mine, theirs):
                places = [
                    side.place(naming.first.clause, naming.span, _value(naming))
                    for side, naming in zip(pair.sides, (mine, theirs), strict=True)
                ]
                yield pair.finding("party_order", left=places[0], right=places[1], confidence=0.7)
            return


def _crossed(mine: _Naming, theirs: _Naming) -> bool:
    """Whether the party that stands first here stands second there, by what the tables know of either."""
    straight = ((mine.first, theirs.first), (mine.second, theirs.second))
    across = ((mine.first, theirs.second), (mine.second, theirs.first))
    return any(map(_same, across)) and not any(map(_same, straight))


def _same(mentions: tuple[_Mention, _Mention]) -> bool:
    first, second = (mention.party.state for mention in mentions)
    return first is not None and first == second
