"""Whole passages lost or added: items of an enumeration, sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tests.quality.planting.change import Change, Changes, ClausePair, Draw
from treaty.language.sentences import sentence_spans
from treaty.model import Language, Span

_KOREAN_ITEM = r"[가-힣]{2,}(?:·[가-힣]+)?(?: [가-힣]{2,})?"
_KOREAN_LIST = re.compile(
    rf"(?<![가-힣] )(?<![가-힣])((?:{_KOREAN_ITEM}, )+{_KOREAN_ITEM}?)(?:,? (?:및|또는|그리고) |[과와] )(?=[가-힣])"
)
_ENGLISH_ITEM = r"[a-z][a-z-]+(?: [a-z-]+){0,2}"
_ENGLISH_LIST = re.compile(rf"(?<=\s)((?:{_ENGLISH_ITEM}, )+{_ENGLISH_ITEM}),? (?:and|or) (?=[a-z])")
_VERBAL = re.compile(
    r"(?:하고|하며|하여|되고|되며|하거나|[은는이가을를에서의])$|^(?:is|are|shall|may|to|which|that|in|of|as|where|including|by)\b"
)
_NEW_ITEMS = (("통계", "statistics"), ("홍보", "publicity"), ("관광", "tourism"), ("체육", "sport"), ("금융", "finance"))


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A series of items with a conjunction before the last; the spans of all but the first and the last item."""

    items: tuple[Span, ...]


def changed_lists(pair: ClausePair, draw: Draw) -> Changes:
    """An item of a series of three or more, the same on both sides, lost, exchanged, or one more added."""
    korean, english = _series(pair.ko, _KOREAN_LIST), _series(pair.en, _ENGLISH_LIST)
    if korean is None or english is None or len(korean.items) != len(english.items):
        return
    new = next((words for words in draw.sample(_NEW_ITEMS, len(_NEW_ITEMS)) if words[0] not in pair.ko), None)
    for language, series, which in ((Language.KOREAN, korean, 0), (Language.ENGLISH, english, 1)):
        span = draw.choice(series.items)
        yield Change("list_item_lost", language, Span(span.start - 2, span.end), "", None)
        if new:
            yield Change("list_item_replaced", language, span, new[which], None)
            yield Change("list_item_added", language, Span(span.end, span.end), f", {new[which]}", None)


def _series(text: str, shape: re.Pattern[str]) -> Enumeration | None:
    matches = list(shape.finditer(text))
    if len(matches) != 1:
        return None
    start, spans = matches[0].start(1), []
    for item in matches[0].group(1).split(", "):
        spans.append(Span(start, start + len(item)))
        start += len(item) + 2
    if any(_VERBAL.search(span.of(text)) for span in spans):
        return None
    return Enumeration(tuple(spans[1:]))


def lost_sentences(pair: ClausePair, draw: Draw) -> Changes:
    """A sentence lost on one side where both have the same number of them."""
    korean, english = sentence_spans(pair.ko, Language.KOREAN), sentence_spans(pair.en, Language.ENGLISH)
    if len(korean) != len(english) or len(korean) < 2:
        return
    lost = draw.randrange(1, len(korean))
    for language, sentences, others in ((Language.KOREAN, korean, english), (Language.ENGLISH, english, korean)):
        yield Change("sentence_lost", language, sentences[lost], "", others[lost])


def added_sentences(pair: ClausePair, draw: Draw) -> Changes:
    """A sentence of another clause added on one side."""
    spare = [words for words in pair.around.spare_sentences if words[0] not in pair.ko]
    if not spare or not pair.ko.endswith("다.") or not pair.en.endswith("."):
        return
    korean, english = draw.choice(spare)
    yield Change("sentence_added", Language.KOREAN, Span(len(pair.ko), len(pair.ko)), f" {korean}", None)
    yield Change("sentence_added", Language.ENGLISH, Span(len(pair.en), len(pair.en)), f" {english}", None)
