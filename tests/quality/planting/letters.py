"""Slips of the pen: letters of an acronym exchanged, a name misspelt or replaced, a wrong particle, a bracket left behind."""

from __future__ import annotations

import re

from tests.quality.planting.change import Change, Changes, ClausePair, Draw, once
from tests.quality.planting.particles import slipped
from treaty.model import Language, Span

_ACRONYM = re.compile(r"(?<![A-Za-z])[A-Z]{3,6}(?![A-Za-z])")
_CURRENCIES = {"USD", "EUR", "KRW", "SDR", "DONE", "WITNESS", "WHEREOF"}
_VOWELS = {"a": "e", "e": "a", "i": "o", "o": "u", "u": "i"}
_VOWEL_COUNT, _FINAL_COUNT = 21, 28
_VOWEL_TWINS = {0: 4, 4: 0, 8: 13, 13: 8, 20: 5, 5: 1, 1: 5, 18: 13, 6: 2, 2: 6}
"""The places of vowels in a syllable's code (ㅏ 0, ㅓ 4, ㅗ 8 …), each with one that it is mistaken for."""
_NOUN_END = re.compile(r"(?<=[가-힣])(?=를(?:\s|,))|(?<=[가-힣])(?<![있없않받얻같많적좋높했였되])(?=을(?:\s|,))")
"""Where an object ends: 는 and 은 also end verbs, and so does 을 behind some of them."""
_LEFTOVERS = (("〔검토 필요〕", "[TBC]"), ("[추후 확정]", "[to be confirmed]"), ("(한측 제안)", "[KOR proposal]"))


def changed_acronyms(pair: ClausePair, draw: Draw) -> Changes:
    """Two letters of an acronym that both sides have, transposed on one."""
    for korean in _ACRONYM.finditer(pair.ko):
        english = once(re.compile(rf"(?<![A-Za-z]){korean.group()}(?![A-Za-z])"), pair.en)
        if korean.group() in _CURRENCIES or english is None or pair.ko.count(korean.group()) != 1:
            continue
        new = _transposed(korean.group())
        if new:
            yield Change("acronym", Language.KOREAN, Span(*korean.span()), new, Span(*english.span()))
            yield Change("acronym", Language.ENGLISH, Span(*english.span()), new, Span(*korean.span()))


def _transposed(letters: str) -> str:
    for index in range(len(letters) - 2, -1, -1):
        if letters[index] != letters[index + 1]:
            return letters[:index] + letters[index + 1] + letters[index] + letters[index + 2 :]
    return ""


def changed_names(pair: ClausePair, draw: Draw) -> Changes:
    """A proper name misspelt, or replaced by another of the same text."""
    for korean_name, english_name in (*pair.around.names, *pair.around.states):
        korean, english = once(re.compile(re.escape(korean_name)), pair.ko), once(re.compile(re.escape(english_name)), pair.en)
        if korean is None or english is None:
            continue
        spans = Span(*korean.span()), Span(*english.span())
        yield Change("name_misspelt", Language.KOREAN, spans[0], _misspelt_korean(korean_name, draw), spans[1])
        yield Change("name_misspelt", Language.ENGLISH, spans[1], _misspelt_english(english_name), spans[0])
        others = pair.around.states if (korean_name, english_name) in pair.around.states else pair.around.names
        for other_korean, other_english in others:
            if other_korean not in pair.ko and other_english not in pair.en:
                yield Change("name_replaced", Language.KOREAN, spans[0], other_korean, spans[1])
                yield Change("name_replaced", Language.ENGLISH, spans[1], other_english, spans[0])


def swapped_states(pair: ClausePair, draw: Draw) -> Changes:
    """The other state named in the place of one, so that it is said to do what the first does; and one for the two together."""
    states = pair.around.states
    if len(states) != 2:
        return
    for first, second in (states, tuple(reversed(states))):
        spans = [once(re.compile(re.escape(name)), text) for name, text in zip(first, (pair.ko, pair.en), strict=True)]
        if all(spans) and not (second[0] in pair.ko or second[1] in pair.en):
            korean, english = (Span(*match.span()) for match in spans if match)
            yield Change("party", Language.KOREAN, korean, second[0], english)
            yield Change("party", Language.ENGLISH, english, second[1], korean)
    for korean_word, english_word in (("양국", "the two countries"), ("양국", "both countries"), ("양 당사국", "the Parties")):
        found = (
            once(re.compile(rf"(?<![가-힣]){korean_word}(?=[은이])"), pair.ko),
            once(re.compile(english_word, re.I), pair.en),
        )
        if found[0] and found[1]:
            state = draw.choice(states)
            article = "the " if found[1].group()[0].islower() else "The "
            yield Change("actor", Language.KOREAN, Span(*found[0].span()), state[0], Span(*found[1].span()))
            yield Change("actor", Language.ENGLISH, Span(*found[1].span()), article + state[1], Span(*found[0].span()))


def _misspelt_korean(name: str, draw: Draw) -> str:
    """A name with the vowel of one syllable exchanged for its neighbour."""
    places = [index for index, sign in enumerate(name[:4]) if "가" <= sign <= "힣" and _vowel(sign) in _VOWEL_TWINS]
    place = draw.choice(places or [0])
    code = ord(name[place]) - ord("가")
    initial, vowel, final = code // (_VOWEL_COUNT * _FINAL_COUNT), _vowel(name[place]), code % _FINAL_COUNT
    wrong = _VOWEL_TWINS.get(vowel, (vowel + 2) % _VOWEL_COUNT)
    return name[:place] + chr(ord("가") + (initial * _VOWEL_COUNT + wrong) * _FINAL_COUNT + final) + name[place + 1 :]


def _vowel(syllable: str) -> int:
    return (ord(syllable) - ord("가")) // _FINAL_COUNT % _VOWEL_COUNT


def _misspelt_english(name: str) -> str:
    """A name with the first vowel of its last word exchanged."""
    start = name.rfind(" ") + 1
    place = next((index for index in range(start + 1, len(name)) if name[index] in _VOWELS), None)
    return name + "e" if place is None else name[:place] + _VOWELS[name[place]] + name[place + 1 :]


def slipped_particles(pair: ClausePair, draw: Draw) -> Changes:
    """A particle that its noun does not allow, as it stays behind when a name is exchanged."""
    places = list(_NOUN_END.finditer(pair.ko))
    draw.shuffle(places)
    for match in places[:1]:
        slip = slipped(pair.ko, match.end())
        if slip:
            yield Change("particle", Language.KOREAN, Span(match.end(), match.end() + 1), slip[1], None)


def left_over(pair: ClausePair, draw: Draw) -> Changes:
    """A drafter's note left behind."""
    korean, english = draw.choice(_LEFTOVERS)
    if not re.search(r"[\[〔]", pair.ko + pair.en):
        for language, note in ((Language.KOREAN, korean), (Language.ENGLISH, english)):
            end = len(pair.text(language).rstrip(" .;,:"))
            yield Change("leftover", language, Span(end, end), f" {note}", None)
