"""The forms in which a Korean verb or adjective meets its endings: 따르다 stands in texts as 따르-, 따른-, 따를-, 따라-."""

from __future__ import annotations

_FIRST_SYLLABLE = ord("가")
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = ["", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"]
_CONTRACTED = {"ㅣ": "ㅕ", "ㅗ": "ㅘ", "ㅜ": "ㅝ", "ㅚ": "ㅙ"}
_BRIGHT = "ㅏㅑㅗ"


def conjugated(verb: str) -> frozenset[str]:
    """Every form of the stem of `verb`, given in dictionary form (…다), that an ending can follow.

    Regular and irregular forms are both made where spelling does not tell (묻다): one form too many is harmless.
    """
    stem = verb.removesuffix("다")
    return frozenset(_after_vowel(stem) if not _parts(stem[-1])[2] else _after_consonant(stem))


def _after_vowel(stem: str) -> set[str]:
    before, (onset, vowel, _) = stem[:-1], _parts(stem[-1])
    forms = {stem} | {before + _syllable(onset, vowel, final) for final in "ㄴㄹㅁㅂ"}
    if stem[-1] == "하":
        return forms | {before + form for form in ("해", "했")}
    if vowel == "ㅡ":
        return forms | _without_eu(before, onset)
    short = _CONTRACTED.get(vowel, vowel)
    if vowel not in "ㅟㅢ":
        forms |= {before + _syllable(onset, short, final) for final in ("", "ㅆ")}
    return forms


def _without_eu(before: str, onset: int) -> set[str]:
    """쓰다 → 써, 모으다 → 모아, 따르다 → 따라, 다르다 → 달라."""
    bright = bool(before) and _parts(before[-1])[1] in _BRIGHT
    endings = {_syllable(onset, "ㅏ" if bright else "ㅓ", final) for final in ("", "ㅆ")}
    forms = {before + ending for ending in endings}
    if before and onset == _parts("르")[0] and not _parts(before[-1])[2]:
        doubled = before[:-1] + _with_final(before[-1], "ㄹ")
        forms |= {doubled + ending for ending in endings}
    return forms


def _after_consonant(stem: str) -> set[str]:
    before, last = stem[:-1], stem[-1]
    final = _parts(last)[2]
    open_stem = before + _with_final(last, "")
    forms = {stem}
    if final == "ㄹ":
        forms |= {before + _with_final(last, changed) for changed in ("", "ㄴ", "ㅁ", "ㅂ")}
    elif final == "ㅂ":
        forms |= {open_stem + ending for ending in "우운울움워웠와왔"}
    elif final == "ㄷ":
        forms.add(before + _with_final(last, "ㄹ"))
    elif final == "ㅅ":
        forms.add(open_stem)
    elif final == "ㅎ":
        forms |= {before + _with_final(last, changed) for changed in ("ㄴ", "ㄹ")}
    return forms


def _parts(syllable: str) -> tuple[int, str, str]:
    """The number of the onset, the vowel and the final consonant of a syllable."""
    onset, rest = divmod(ord(syllable) - _FIRST_SYLLABLE, len(_VOWELS) * len(_FINALS))
    vowel, final = divmod(rest, len(_FINALS))
    return onset, _VOWELS[vowel], _FINALS[final]


def _syllable(onset: int, vowel: str, final: str) -> str:
    return chr(_FIRST_SYLLABLE + (onset * len(_VOWELS) + _VOWELS.index(vowel)) * len(_FINALS) + _FINALS.index(final))


def _with_final(syllable: str, final: str) -> str:
    onset, vowel, _ = _parts(syllable)
    return _syllable(onset, vowel, final)
