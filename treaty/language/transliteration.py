"""How alike a Hangul word and a name in Latin script sound (트롬쇠 and Tromsø): the one may be the other's transliteration.

Both are reduced to their consonants, which Korean spelling keeps better than vowels, and compared by their longest common
subsequence, as in the similarity ratio of Ratcliff and Metzener. Which letters sound alike is a table.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from treaty.language.name_index import fold
from treaty.language.quantities import alternatives
from treaty.model import Language
from treaty.rule_table import read_table

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_FINALS = "-ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_VOWELS_A_SYLLABLE = 21
_FIRST_SYLLABLE = ord("가")
_SILENT = "-"
_HALF = 0.5
"""What a consonant costs that may be silent, but usually is not (the last one of Corridor)."""

SOUNDS_ALIKE = 0.75
"""From here on two words may be one name: 98 % of the right pairs of states and cities, 4 % of shuffled ones."""


class Script(StrEnum):
    """What a row of the table is about: a consonant by its place in a Hangul syllable, Latin letters, or two classes alike."""

    INITIAL = "initial"
    FINAL = "final"
    LATIN = "latin"
    ALIKE = "alike"


@dataclass(frozen=True, slots=True)
class Sounds:
    """The table: classes of Hangul consonants, alternatives for runs of Latin letters, pairs of classes half alike."""

    initials: dict[str, str]
    finals: dict[str, str]
    latin: dict[str, tuple[str, ...]]
    alike: frozenset[frozenset[str]]
    letters: re.Pattern[str]

    def sounds_like(self, hangul: str, latin: str) -> float:
        """From 0, nothing in common, to 1, the same consonants in the same order. 0 where either word has no consonant."""
        heard, written = self._hangul_classes(hangul), self._latin_classes(latin)
        voiced = sum(options[0] != "" for options in written)
        if not heard or not voiced:
            return 0.0
        return max(0.0, 1 - self._unmatched(heard, written) / (len(heard) + voiced))

    def _hangul_classes(self, word: str) -> str:
        """The consonant classes of a word; a consonant that closes one syllable and opens the next counts once (칠레)."""
        classes, closing = "", ""
        for letter in unicodedata.normalize("NFC", word):
            if not "가" <= letter <= "힣":
                closing = ""
                continue
            body, final = divmod(ord(letter) - _FIRST_SYLLABLE, len(_FINALS))
            opening = self.initials.get(_INITIALS[body // _VOWELS_A_SYLLABLE], "")
            classes += "" if opening == closing else opening
            closing = self.finals.get(_FINALS[final], "")
            classes += closing
        return classes

    def _latin_classes(self, word: str) -> list[tuple[str, ...]]:
        return [self.latin[run] for run in self.letters.findall(fold(word, Language.ENGLISH).letters)]

    def _unmatched(self, heard: str, written: list[tuple[str, ...]]) -> float:
        """The least number of consonants, of both words together, that have no partner; alike ones count half.

        `after` holds, for each place in `heard`, the least number from there on with the letters behind those being read.
        """
        after = [float(left) for left in range(len(heard), -1, -1)]
        for options in reversed(written):
            silent = _HALF if options[0] else 0
            least: list[float] = []
            for place in range(len(heard), -1, -1):
                ways = [least[-1] + 1] if least else []
                for option in options:
                    ways.append(after[place] + (len(option) or silent))
                    if option and place + len(option) <= len(heard):
                        ways.append(after[place + len(option)] + self._apart(heard[place : place + len(option)], option))
                least.append(min(ways))
            after = least[::-1]
        return after[0]

    def _apart(self, heard: str, option: str) -> float:
        pairs = zip(heard, option, strict=True)
        return sum(0 if one == other else 1 if frozenset((one, other)) in self.alike else 2 for one, other in pairs)


def load_sounds(path: Path) -> Sounds:
    """The sounds from a table like resources/names/transliteration.tsv; raises RuleTableError with file and line."""
    classes: dict[Script, dict[str, tuple[str, ...]]] = {script: {} for script in Script}
    for row in read_table(path, ("script", "signs", "sounds")):
        sounds = tuple(sound.replace(_SILENT, "") for sound in row.words("sounds"))
        script = row.choice("script", Script)
        classes[script] |= dict.fromkeys([row["signs"]] if script is Script.ALIKE else row.words("signs"), sounds)
    return Sounds(
        _single(classes[Script.INITIAL].items()),
        _single(classes[Script.FINAL].items()),
        classes[Script.LATIN],
        frozenset(frozenset(pair.split("|")) for pair in classes[Script.ALIKE]),
        re.compile(alternatives(classes[Script.LATIN])),
    )


def _single(classes: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, str]:
    return {sign: sounds[0] for sign, sounds in classes}
