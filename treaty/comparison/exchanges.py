"""Words that stand in each other's place: names and terms that the rest of the text renders otherwise, and names spelt in two
ways (CHECKS C14, C16, C17)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from treaty.comparison.harmony import term_drift
from treaty.comparison.pair import Pair
from treaty.comparison.renderings import LearnedRenderings, Renderings, kinship
from treaty.comparison.word_index import TextWords, WordIndex
from treaty.language.spellings import same_name
from treaty.model import Bilingual, Finding, Language, Place

_FAITHFUL = 0.75
"""How near two words must be, by Dice, for them to render nothing else."""
_LEAST_NAMED = 2
_LEAST_TIMES = 3
"""How often a name, and any other word, must stand together with its rendering."""
_LEAST_SYLLABLES = 3
"""Shorter Korean words are words of every day, whose renderings are free."""


def find_inconsistent_words(pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Findings on all links, learned from the whole of both texts."""
    if not pairs or pairs[0].left.language is pairs[0].right.language:
        return
    index, seldom = _learned(pairs)
    often = {word: found for word, found in seldom.items() if found[1] >= _LEAST_TIMES}
    yield from term_drift(pairs, index, often)
    yield from _exchanged(pairs, index, _solid(index, often))
    yield from _misspelt(pairs, index, seldom)


def _learned(pairs: Sequence[Pair]) -> tuple[WordIndex, Renderings]:
    """The words of all pairs, and which of them render each other; of what was known of these texts only what changed is
    learned anew."""
    first = pairs[0]
    index = first.texts.of(WordIndex, lambda: WordIndex(first.left.language, first.right.language, first.rules.term_words))
    learned = first.texts.of(LearnedRenderings, lambda: LearnedRenderings(_LEAST_NAMED))
    learned.learn(index, index.follow(pairs))
    return index, learned.mutual()


def _exchanged(pairs: Sequence[Pair], index: WordIndex, korean_of: Mapping[str, str]) -> Iterator[Finding]:
    """Links where an English word stands without its rendering, and a Korean one without the word that it renders."""
    english_of = {korean: english for english, korean in korean_of.items()}
    korean, english = index.text(Language.KOREAN), index.text(Language.ENGLISH)
    for pair in pairs:
        if pair.link.one_sided:
            continue
        here, there = korean.words[pair.index], english.words[pair.index]
        theirs = max(
            (word for word in there if word in korean_of and not _stands(korean_of[word], here)), key=len, default=None
        )
        mine = max(
            (word for word in here if word in english_of and not _stands(english_of[word], there)), key=len, default=None
        )
        if mine and theirs:
            places = korean.places(pair.index, mine)[-1], english.places(pair.index, theirs)[0]
            words = {"label": Bilingual(korean_of[theirs], english_of[mine]), "value": places[0].value}
            yield _finding(pair, "exchanged", *places, words)


def _solid(index: WordIndex, renderings: Renderings) -> dict[str, str]:
    """English words with the only Korean word that renders them, and that renders nothing else."""
    english, korean = index.text(Language.ENGLISH), index.text(Language.KOREAN)
    return {
        word: rendering
        for word, (rendering, together) in renderings.items()
        if len(rendering) >= _LEAST_SYLLABLES
        and index.words.acts(rendering)
        and kinship(together, len(english.links_of[word]), len(korean.links_of[rendering])) >= _FAITHFUL
    }


def _stands(word: str, words: Mapping[str, object]) -> bool:
    """Whether a word stands among others, alone or as part of a longer one (공급자 in 국내공급자)."""
    return word in words or any(word in other for other in words)


def _misspelt(pairs: Sequence[Pair], index: WordIndex, renderings: Renderings) -> Iterator[Finding]:
    """Words that stand once, are nearly another word of their text, and stand where that one belongs."""
    pair_of = {pair.index: pair for pair in pairs}
    for english, (korean, together) in renderings.items():
        for language, kept, usual in ((Language.KOREAN, english, korean), (Language.ENGLISH, korean, english)):
            here, there = index.text(language), index.other(language)
            links = there.links_of[kept] if len(there.links_of[kept]) > together else ()
            for link in links:
                for variant in () if usual in here.words[link] else _variants(pair_of[link], usual, here):
                    mine, theirs = here.places(link, variant)[0], there.places(link, kept)[0]
                    if language is Language.KOREAN or _is_name(mine):
                        yield _spelling(pair_of[link], language, mine, theirs, usual)


def _variants(pair: Pair, usual: str, here: TextWords) -> list[str]:
    """The words of a link that stand once and are nearly the usual one."""
    single, language = here.seldom(pair.index, 1), here.language
    asked = _misspelt, usual, language
    return pair.facts.of(asked, lambda: [word for word in single if same_name(word, usual, language)], single)


def _is_name(place: Place) -> bool:
    """Whether English words are a name: the last of them has a capital letter."""
    return place.text.split()[-1][0].isupper()


def _spelling(pair: Pair, language: Language, mine: Place, theirs: Place, usual: str) -> Finding:
    side = pair.left if pair.left.language is language else pair.right
    label = usual if language is Language.KOREAN else usual.title()
    words = {"name": side.name, "label": Bilingual(label, label), "value": mine.value}
    korean, english = (mine, theirs) if language is Language.KOREAN else (theirs, mine)
    return _finding(pair, "name_misspelt", korean, english, words)


def _finding(pair: Pair, check: str, korean: Place, english: Place, words: Mapping[str, Bilingual]) -> Finding:
    left, right = (korean, english) if pair.left.language is Language.KOREAN else (english, korean)
    return pair.finding(check, left=left, right=right, confidence=0.8, words=words)
