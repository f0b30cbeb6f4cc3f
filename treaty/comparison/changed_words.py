"""What kind of change a hunk is when no figure, date or promise in it changed: other words, the same in other words, a name,
words put in or left out, endings, signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from treaty.comparison.hunks import Hunk, Spot
from treaty.comparison.pair import Pair
from treaty.language.lexicon import Rows
from treaty.language.names import NameTable, names_in
from treaty.language.word_changes import ChangeWeight
from treaty.model import Language

_ACRONYM = re.compile(r"(?<![A-Za-z])[A-Z][A-Z0-9&]{1,9}(?![a-z])")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_Name = tuple[NameTable | None, str]
_ACTOR = re.compile(r"[a-z]{3,}(?:er|or|ee)s?")
"""Who acts and who is acted upon: the lexicon has both in one word family (lender, borrower), and neither is the other."""
_USUAL = 3
"""So many of a word's renderings in the other language, the first ones, are usual."""
_Word = tuple[str, frozenset[int | str]]
"""A word as it is compared, and what it may mean: its rows in the lexicon and its usual renderings."""


def check_of_words(pair: Pair, hunk: Hunk) -> str:
    """The check of checks/revisions.toml that describes a hunk by its words alone."""
    if hunk.weight is ChangeWeight.SIGNS:
        return "signs_changed"
    if _other_name(pair, hunk):
        return "name_changed"
    old, new = (list(_words(spot.words, pair)) for spot in (hunk.old, hunk.new))
    lost = [word for word in old if not _among(word, new)]
    gained = [word for word in new if not _among(word, old)]
    if lost and gained:
        return "words_changed"
    if lost or gained:
        return "words_put_in" if gained else "words_left_out"
    bare = not (old or new) and pair.left.language is Language.KOREAN
    return "endings_changed" if bare or hunk.weight is ChangeWeight.ENDINGS else "words_reworded"


def _other_name(pair: Pair, hunk: Hunk) -> bool:
    """Whether both versions name something here, and not the same."""
    named = [_names(pair, spot) for spot in (hunk.old, hunk.new)]
    return all(named) and named[0] != named[1]


def _names(pair: Pair, spot: Spot) -> set[_Name]:
    rows: set[_Name] = {name.row for name in names_in(spot.words, pair.left.language, pair.rules.names) if name.sure}
    return rows or {(None, acronym) for acronym in _ACRONYM.findall(spot.words)}


def _words(words: str, pair: Pair) -> Iterator[_Word]:
    """The words that say something, the figures among them."""
    yield from ((figure, frozenset()) for figure in _FIGURE.findall(words))
    light = pair.rules.function_words.light[pair.left.language]
    yield from (_korean if pair.left.language is Language.KOREAN else _english)(words, light, pair)


def _korean(words: str, light: frozenset[str], pair: Pair) -> Iterator[_Word]:
    lexicon, telling = pair.rules.lexicon, pair.rules.function_words.telling
    forms = lexicon.korean_forms
    for word in forms.words(words):
        particle = next((end for end in telling if word.form.endswith(end)), None)
        if particle and forms.is_ending(word.form):
            yield particle, frozenset()
        elif not forms.is_ending(word.form) and light.isdisjoint((word.form, word.stem)):
            known = [lexicon.korean.get(form) for form in (word.stem, f"{word.stem}하")]
            rows = Rows().union(*(form.rows for form in known if form))
            yield word.stem, frozenset((*rows, *lexicon.english_renderings(rows)[:_USUAL]))


def _english(words: str, light: frozenset[str], pair: Pair) -> Iterator[_Word]:
    lexicon = pair.rules.lexicon
    for word in lexicon.english_forms.words(words):
        if _ACTOR.fullmatch(word.form):
            yield word.form, frozenset()
        elif word.form not in light:
            entry = lexicon.entry(word.form)
            yield entry.headwords[-1], frozenset((*entry.rows, *lexicon.korean_renderings(entry.rows)[:_USUAL]))


def _among(word: _Word, others: list[_Word]) -> bool:
    """Whether one of the words is the same or, by the lexicon, means about the same."""
    return any(word[0] == other[0] or not word[1].isdisjoint(other[1]) for other in others)
