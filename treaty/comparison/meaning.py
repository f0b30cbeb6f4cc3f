"""Words that say something else than the other side, and words that the other side lacks (CHECKS C33).

Two content words, one Korean and one English, that both have no counterpart have often been written one for the other; a word
that has none, while nothing stands there for it, is left out or added. Most words without a counterpart in a faithful
translation are freely rendered: how sure a finding is says `word_odds`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from treaty.comparison.pair import Pair
from treaty.comparison.uncovered import LinkWords, SideWords, WordsOfTexts, linked_words
from treaty.comparison.word_odds import confidence_of, exchange_odds, exchange_odds_elsewhere, word_odds, word_odds_elsewhere
from treaty.comparison.word_traits import Traits, fills_item, of_exchange, of_word
from treaty.language.items import item_spans
from treaty.model import Finding, Span

_VECTORS_MAY_ADD = 1.5
"""Log-odds below the doubtful ones from which it is worth while to ask for vectors."""
_TOPIC = 3.0
"""Log of how often a word is met that tells what a text is about."""


@dataclass(frozen=True, slots=True)
class Odds:
    """Log-odds from which a finding is worth a look, and from which it is nearly certain."""

    doubtful: float
    sure: float


EXCHANGED, ALONE = Odds(3.0, 5.5), Odds(3.0, 6.5)
"""Two words that contradict each other tell more than one alone: of what was said by default of one word alone in six documents
that nobody had seen, nothing was right."""


@dataclass(frozen=True, slots=True)
class Exchanged:
    """A Korean and an English word, by number, that say different things, and the log-odds that they do."""

    odds: float
    korean: int
    english: int


@dataclass(frozen=True, slots=True)
class Alone:
    """Words of one side in a row, by number, that the other side lacks, and the log-odds that it does."""

    odds: float
    side: SideWords
    numbers: tuple[int, ...]


def find_different_meaning(pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Findings on words of all links that the other side does not say."""
    if not pairs:
        return
    linked, texts = list(linked_words(pairs)), pairs[0].texts.of(WordsOfTexts, WordsOfTexts)
    texts.follow(linked)
    traits = Traits(texts, pairs[0].encoder)
    for link in linked:
        yield from link.pair.facts.of(find_different_meaning, partial(_findings_of, link, traits), texts.changes(link))


def _findings_of(link: LinkWords, traits: Traits) -> list[Finding]:
    exchanged = list(_exchanged(link, traits))
    found = [_exchange_finding(link, one) for one in exchanged]
    taken = {(link.korean, one.korean) for one in exchanged} | {(link.english, one.english) for one in exchanged}
    for side in link.sides:
        free = [number for number in side.missing if (side, number) not in taken]
        found += [_alone_finding(link, one) for one in _alone(link, side, free, traits)]
    return found


def _exchanged(link: LinkWords, traits: Traits) -> Iterator[Exchanged]:
    """The pairs of words that are worth a look, the surest first, no word twice."""
    judged = [
        Exchanged(odds, korean, english)
        for korean in link.korean.missing
        for english in link.english.missing
        if not (link.korean.is_light(korean) and link.english.is_light(english))
        if (odds := _exchange_odds(link, korean, english, traits)) >= EXCHANGED.doubtful
    ]
    used_korean: set[int] = set()
    used_english: set[int] = set()
    for found in sorted(judged, key=lambda one: -one.odds):
        if found.korean not in used_korean and found.english not in used_english:
            used_korean.add(found.korean)
            used_english.add(found.english)
            yield found


def _exchange_odds(link: LinkWords, korean: int, english: int, traits: Traits) -> float:
    """Log-odds that two words were taken for each other; vectors are asked only where they may add enough."""
    asked = of_exchange, korean, english
    here = link.pair.facts.of(asked, lambda: exchange_odds(of_exchange(link, korean, english)))
    mine, theirs = traits.elsewhere(link.korean, korean), traits.elsewhere(link.english, english)
    odds = here + exchange_odds_elsewhere(mine, theirs)
    if odds < EXCHANGED.doubtful - _VECTORS_MAY_ADD:
        return odds
    plain = of_exchange(link, korean, english, mine, theirs)
    return exchange_odds(traits.exchange_with_vectors(plain, link, korean, english))


def _alone(link: LinkWords, side: SideWords, numbers: Sequence[int], traits: Traits) -> Iterator[Alone]:
    """The words worth a look, those in a row together."""
    row: list[tuple[int, float]] = []
    for number in numbers:
        odds = _word_odds(link, side, number, traits)
        if odds < ALONE.doubtful:
            continue
        if row and row[-1][0] != number - 1:
            yield _row(side, row)
            row = []
        row.append((number, odds))
    if row:
        yield _row(side, row)


def _row(side: SideWords, row: Sequence[tuple[int, float]]) -> Alone:
    return Alone(max(odds for _, odds in row), side, tuple(number for number, _ in row))


def _word_odds(link: LinkWords, side: SideWords, number: int, traits: Traits) -> float:
    """Log-odds that a word lacks its counterpart; vectors are asked only where they may add enough. What a text is about is
    never nearly certain: it stands for pronouns."""
    asked = of_word, side.language, number
    here = link.pair.facts.of(asked, lambda: word_odds(of_word(link, side, number)))
    elsewhere = traits.elsewhere(side, number)
    odds = here + word_odds_elsewhere(elsewhere)
    if odds < ALONE.doubtful - _VECTORS_MAY_ADD:
        return odds
    measured = word_odds(traits.with_vectors(of_word(link, side, number, elsewhere), link, side, number))
    return min(measured, ALONE.doubtful) if elsewhere.met > _TOPIC else measured


def _exchange_finding(link: LinkWords, found: Exchanged) -> Finding:
    korean = link.korean.place(link.korean.words[found.korean].span)
    english = link.english.place(link.english.words[found.english].span)
    left, right = (korean, english) if link.pair.left is link.korean.side else (english, korean)
    return link.pair.finding(
        "word_exchanged",
        left=left,
        right=right,
        confidence=round(confidence_of(found.odds), 2),
        doubtful=found.odds < EXCHANGED.sure,
    )


def _alone_finding(link: LinkWords, found: Alone) -> Finding:
    side, other = found.side, link.other(found.side)
    words = [side.words[number].span for number in found.numbers]
    place = side.place(Span(words[0].start, words[-1].end))
    return link.pair.finding_on(
        side.side,
        place,
        _check(link, found),
        gap=other.gap_for(side, found.numbers[0]),
        confidence=round(confidence_of(found.odds), 2),
        doubtful=found.odds < ALONE.sure,
    )


def _check(link: LinkWords, found: Alone) -> str:
    """An item of a series if the words fill one and the other side has fewer, else merely words."""
    side = found.side
    items, others = (len(item_spans(one.text, one.language)) for one in (side, link.other(side)))
    what = "item" if items > others and fills_item(side, side.words[found.numbers[0]]) else "words"
    return f"{what}_added" if side.side is link.pair.judged else f"{what}_omitted"
