"""How much of what each side of a link says the other one says too, by words: within a language and across."""

from __future__ import annotations

from treaty.comparison.pair import Pair, Side
from treaty.comparison.uncovered import joined
from treaty.language.content_words import ContentWord, Coverage
from treaty.language.english_content import EnglishContent
from treaty.language.korean_content import KoreanContent
from treaty.language.lexicon import Lexicon
from treaty.model import Language


def least_shared(pair: Pair) -> float:
    """The share of its content words that the side which has more to say of its own has in common with the other, 0 to 1: a
    word is shared where it stands there too, or a word of the same row of the lexicon."""
    lexicon = pair.rules.lexicon
    mine, theirs = (_content(side, lexicon) for side in pair.sides)
    of_mine, of_theirs = list(mine.held_against(theirs.places)), list(theirs.held_against(mine.places))
    return min(_share(of_mine, of_theirs), _share(of_theirs, of_mine))


def _content(side: Side, lexicon: Lexicon) -> KoreanContent | EnglishContent:
    content = KoreanContent if side.language is Language.KOREAN else EnglishContent
    return content(lexicon, joined(side))


def _share(words: list[ContentWord], others: list[ContentWord]) -> float:
    stems = {word.stem for word in others}
    return sum(word.coverage is Coverage.COVERED or word.stem in stems for word in words) / max(1, len(words))
