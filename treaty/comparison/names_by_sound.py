"""Which Hangul word is which Latin name, learned from a whole text pair by sound (Ferda, 페르다)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from treaty.comparison.facts import Facts
from treaty.language.spellings import same_name
from treaty.language.transliteration import Sounds
from treaty.model import Language

_LONGEST_NAME, _SHORTEST_NAME = 8, 2
_ALIKE = 0.85
_LEAST_LINKS = 1
_USUAL = 0.5
_MOST_LINKS = 8
"""A pair of names is known where a link has both, as at least half of the first eight do that have the Latin one."""


@dataclass(frozen=True, slots=True, eq=False)
class KnownNames:
    """Latin names with the Hangul that stands for each, in the order in which they are met; equal only to itself."""

    hangul: Mapping[str, str]
    latin: Mapping[str, Sequence[tuple[int, str]]]
    """The names that a Hangul form stands for, with their places in that order."""

    def begun_by(self, word: str) -> list[tuple[int, str]]:
        """The names, with their places, whose Hangul a word begins with."""
        ends = range(_SHORTEST_NAME, min(_LONGEST_NAME, len(word)) + 1)
        return [name for end in ends for name in self.latin.get(word[:end], ())]


class LearnedNames:
    """Learns the names of two texts, and learns again only what other links than before can tell of them."""

    def __init__(self, sounds: Sounds) -> None:
        self._ear = _Ear(sounds)
        self._heard = Facts()
        self._texts: dict[int, str] = {}
        self._holding: dict[str, int] = {}
        self._known = KnownNames({}, {})

    def learn(self, latin: Mapping[int, Sequence[str]], hangul: Mapping[int, Sequence[str]]) -> KnownNames:
        """The names among the Latin and the Hangul words of each link, both in the order of the links; the very object of the
        last time where they are the same. A link's number never stands for other words than before."""
        self._follow(hangul)
        links_of: defaultdict[str, dict[int, None]] = defaultdict(dict)
        for link, words in latin.items():
            for word in words:
                links_of[word][link] = None
        names: dict[str, str] = {}
        for name, found in links_of.items():
            links = list(islice(found, _MOST_LINKS))
            form, heard, spelt = self._heard.of(name, partial(self._form_of, name, links, hangul), links)
            if spelt >= max(_LEAST_LINKS, _USUAL * len(links)) and heard >= _USUAL * self._links_with(form):
                names[name] = form
        if list(names.items()) != list(self._known.hangul.items()):
            self._known = _known(names)
        return self._known

    def _follow(self, hangul: Mapping[int, Sequence[str]]) -> None:
        for link in self._texts.keys() - hangul.keys():
            self._count(self._texts.pop(link), -1)
        for link in hangul.keys() - self._texts.keys():
            self._texts[link] = " ".join(hangul[link])
            self._count(self._texts[link], 1)

    def _count(self, text: str, times: int) -> None:
        for form in self._holding:
            self._holding[form] += times * (form in text)

    def _links_with(self, form: str) -> int:
        if form not in self._holding:
            self._holding[form] = sum(form in text for text in self._texts.values())
        return self._holding[form]

    def _form_of(self, name: str, links: Sequence[int], hangul: Mapping[int, Sequence[str]]) -> tuple[str, int, int]:
        """The Hangul heard for a name in most of these links, in how many it is, and in how many in any spelling."""
        heard: Counter[str] = Counter()
        for link in links:
            heard.update(form for form in dict.fromkeys(self._ear.beginning(word, name) for word in hangul[link]) if form)
        best = max(heard, key=lambda form: (heard[form], len(form)), default="")
        return best, heard[best], sum(count for form, count in heard.items() if form == best or respells(form, best))


def respells(word: str, usual: str) -> bool:
    """Whether a Hangul word is the same name as another in another spelling, or the same."""
    return len(word) == len(usual) and same_name(word, usual, Language.KOREAN)


def _known(names: Mapping[str, str]) -> KnownNames:
    latin: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for place, (name, form) in enumerate(names.items()):
        latin[form].append((place, name))
    return KnownNames(names, dict(latin))


class _Ear:
    """Hears which beginning of a Hangul word sounds like a Latin one; remembers what it heard."""

    def __init__(self, sounds: Sounds) -> None:
        self._sounds = sounds
        self._begins: dict[tuple[str, str], bool] = {}
        self._heard: dict[tuple[str, str], str] = {}

    def beginning(self, hangul: str, latin: str) -> str:
        """The longest beginning that sounds most like the Latin word; empty where none does."""
        key = hangul[:_LONGEST_NAME], latin
        if key not in self._heard:
            self._heard[key] = self._listen(*key)
        return self._heard[key]

    def _listen(self, hangul: str, latin: str) -> str:
        begins = hangul[0], latin[:3]
        if begins not in self._begins:
            self._begins[begins] = self._sounds.sounds_like(hangul[0], latin[:3]) > 0 or latin[0] in "AEIOUY"
        if not self._begins[begins]:
            return ""
        scored = [(self._sounds.sounds_like(hangul[:end], latin), end) for end in range(_SHORTEST_NAME, len(hangul) + 1)]
        score, end = max(scored, default=(0.0, 0))
        return hangul[:end] if score >= _ALIKE else ""
