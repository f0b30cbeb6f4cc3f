"""Figures changed: another value, another order of magnitude."""

from __future__ import annotations

import re

from tests.quality.planting.change import Change, Changes, ClausePair, Draw
from tests.quality.planting.figures import NATIVE_OF, SCALES, Figure, figures, numeral_value, shared_figures, spelled
from treaty.model import Language, Span

_CLASS_OF_KIND = {
    "percentage": "percentage", "money": "number", "period": "deadline", "count": "number", "ordinal": "ordinal",
    "reference": "cross_reference",
}  # fmt: skip
_SCALE_UP = {"thousand": "million", "million": "billion", "billion": "million"}
_KOREAN_SCALES = {"천만": "백만", "백만": "천만", "억": "만", "만": "억", "조": "억"}
_KOREAN_SCALE = re.compile("|".join(_KOREAN_SCALES))
_LEAST_MAGNITUDE, _LARGEST_WORD = 1000, 99


def changed_values(pair: ClausePair, draw: Draw) -> Changes:
    """A figure with another value, in either language."""
    known = {figure.value for language in Language for figure in figures(pair.text(language), language)}
    for korean, english in shared_figures(pair.ko, pair.en):
        for language, mine, theirs in ((Language.KOREAN, korean, english), (Language.ENGLISH, english, korean)):
            new = _other_numeral(mine.span.of(pair.text(language)), language, known, draw)
            if new is not None:
                yield Change(_CLASS_OF_KIND[mine.kind], language, mine.span, new, theirs.span)


def changed_magnitudes(pair: ClausePair, draw: Draw) -> Changes:
    """A large figure that is ten times, a thousand times or ten thousand times too large or too small."""
    for korean, english in shared_figures(pair.ko, pair.en):
        if korean.value < _LEAST_MAGNITUDE or korean.kind == "reference":
            continue
        yield from _magnitude(pair, Language.KOREAN, korean, english.span)
        yield from _magnitude(pair, Language.ENGLISH, english, korean.span)


def _magnitude(pair: ClausePair, language: Language, figure: Figure, counterpart: Span) -> Changes:
    numeral = figure.span.of(pair.text(language))
    new = _korean_magnitude(numeral) if language is Language.KOREAN else _english_magnitude(numeral)
    if new and numeral_value(new, language) != figure.value:
        yield Change("magnitude", language, figure.span, new, counterpart)


def _korean_magnitude(numeral: str) -> str:
    if _KOREAN_SCALE.search(numeral):
        return _KOREAN_SCALE.sub(lambda match: _KOREAN_SCALES[match.group()], numeral, count=1)
    return _tenfold(numeral)


def _english_magnitude(numeral: str) -> str:
    head, _, scale = numeral.rpartition(" ")
    return f"{head} {_SCALE_UP[scale]}" if scale in _SCALE_UP else _tenfold(numeral)


def _tenfold(numeral: str) -> str:
    digits = numeral.replace(",", "")
    if not digits.isdigit():
        return ""
    return f"{int(digits) * 10:,}" if "," in numeral else str(int(digits) * 10)


def _other_numeral(numeral: str, language: Language, known: set[float], draw: Draw) -> str | None:
    """Another numeral written the same way, of a value that stands nowhere in the pair."""
    leading = re.match(r"\d[\d,]*(?:\.\d+)?", numeral)
    for _ in range(12):
        new = _digits_changed(leading.group(), draw) + numeral[leading.end() :] if leading else _word_changed(numeral, draw)
        value = numeral_value(new, language) if new else None
        if value is not None and value not in known and value > 1:
            return new
    return None


def _digits_changed(digits: str, draw: Draw) -> str:
    """One digit exchanged, or two neighbours transposed; a year or a comma stays in its form."""
    places = [index for index, sign in enumerate(digits) if sign.isdigit() and (sign != "0" or len(digits) == 1)]
    place = draw.choice(places)
    other = draw.choice([sign for sign in "123456789" if sign != digits[place]])
    return digits[:place] + other + digits[place + 1 :]


def _word_changed(word: str, draw: Draw) -> str:
    if word in NATIVE_OF.values():
        return NATIVE_OF[draw.randint(2, 9)]
    head, *scale = word.split(" ")
    if scale and scale[0] not in SCALES:
        return ""
    value = numeral_value(head, Language.ENGLISH)
    if value is None:
        return ""
    new = int(value) + draw.choice([-3, -2, -1, 1, 2, 3, 10, int(value)])
    in_ordinals = head.lower().endswith(("st", "nd", "rd", "th")) and head.lower() not in ("thousand",)
    if not 2 <= new <= (12 if in_ordinals else _LARGEST_WORD):
        return ""
    return " ".join([spelled(new, head), *scale])
