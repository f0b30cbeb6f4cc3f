"""Korean particles that follow the sound of the word before them: 도란공화국은, 에스테리아는."""

from __future__ import annotations

import re

_PAIRS = {"은": "은는", "는": "은는", "이": "이가", "가": "이가", "을": "을를", "를": "을를", "과": "과와", "와": "과와"}
_LONG = {"으로": ("으로", "로"), "로": ("으로", "로"), "이란": ("이란", "란"), "란": ("이란", "란")}
_PARTICLE = re.compile(
    r"(은|는|이|가|을|를)(?![가-힣])|(과|와)(?![가-힣])|(과|와)(?=의(?![가-힣]))|(으로|로)(?=서|써|부터|[^가-힣]|$)|(이란|란)(?![가-힣])"
)
_DIGITS_WITH_FINAL, _DIGITS_IN_L = frozenset("013678"), frozenset("178")
_RIEUL = 8


def agreed(word: str, following: str) -> str:
    """What follows a word, with the particle at its beginning, if there is one, in the form that the word asks for."""
    match = _PARTICLE.match(following)
    final = final_consonant(word)
    if match is None or final is None:
        return following
    return particle(match.group(), final) + following[match.end() :]


def particle(form: str, final: int) -> str:
    """The form of a particle after a word with this final consonant (0 for none)."""
    if form in _LONG:
        closed, open_ = _LONG[form]
        return open_ if final == 0 or (final == _RIEUL and open_ == "로") else closed
    return _PAIRS[form][0 if final else 1]


def final_consonant(word: str) -> int | None:
    """The number of the final consonant of a word's last syllable or digit, 0 for none; None where the sound is not known."""
    last = word.rstrip("”’」』)\"' ")[-1:]
    if "가" <= last <= "힣":
        return (ord(last) - ord("가")) % 28
    if last.isdigit():
        return _RIEUL if last in _DIGITS_IN_L else int(last in _DIGITS_WITH_FINAL)
    return None


def slipped(text: str, start: int) -> tuple[str, str] | None:
    """The particle at `start` and the form of it that the word before does not allow; None where there is no such particle."""
    match = _PARTICLE.match(text, start)
    final = final_consonant(text[:start])
    if match is None or final is None or match.group() in _LONG:
        return None
    wrong = particle(match.group(), 0 if final else 1)
    return (match.group(), wrong) if wrong != match.group() else None
