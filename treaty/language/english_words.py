"""English words: where they stand in a text, and the headwords under which a dictionary may have them."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from treaty.model import Span
from treaty.rule_table import read_table

_WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:[’'][A-Za-zÀ-ÿ]+)?")
_POSSESSIVE = re.compile(r"'(?:s|S)?$")
_ACCENT = re.compile(r"[\u0300-\u036f]")
_LONG_ENOUGH = 3  # letters that must be left of a word when an ending is taken off it


class _Step(StrEnum):
    """What a line of english_forms.tsv says."""

    PREFIX = "prefix"
    SPELLING = "spelling"
    IRREGULAR = "irregular"
    INFLECTION = "inflection"
    DERIVATION = "derivation"


@dataclass(frozen=True, slots=True)
class EnglishWord:
    """A word of an English text, in small letters, without accents and possessive "'s"."""

    span: Span
    form: str


@dataclass(frozen=True, slots=True)
class EnglishForms:
    """What is known of English spelling and endings. Empty, it takes every word as it stands.

    `prefixes` are joined with what stands behind their hyphen (co-operation); `spellings` bring British words to one
    spelling, and are found by the last two letters of their endings; `irregular` names the headwords of single forms;
    `inflections` and `derivations` are endings with what takes their place.
    """

    prefixes: frozenset[str] = frozenset()
    spellings: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    irregular: dict[str, tuple[str, ...]] = field(default_factory=dict)
    inflections: dict[str, tuple[str, ...]] = field(default_factory=dict)
    derivations: dict[str, tuple[str, ...]] = field(default_factory=dict)
    stop_words: frozenset[str] = frozenset()

    def words(self, text: str) -> list[EnglishWord]:
        """The words of a text; a hyphen parts them, except behind a prefix."""
        words: list[EnglishWord] = []
        for match in _WORD.finditer(text):
            form = _plain(match[0])
            span = Span(match.start(), match.end())
            last = words[-1] if words else None
            if last and last.form in self.prefixes and text[last.span.end : span.start] == "-":
                words[-1] = EnglishWord(Span(last.span.start, span.end), last.form + form)
            else:
                words.append(EnglishWord(span, form))
        return words

    def headwords(self, form: str) -> tuple[str, ...]:
        """The headwords that a form may belong to by inflection, itself first: leaves is of leave and of leaf."""
        found = [form, *self.irregular.get(form, ()), *_replaced(form, self.inflections)]
        return tuple(dict.fromkeys(self.spelled(headword) for headword in found))

    def relatives(self, form: str) -> tuple[str, ...]:
        """Words from which a form may be derived: cooperative, cooperation → cooperate. Less certain than `headwords`."""
        own = self.headwords(form)
        return tuple(dict.fromkeys(near for word in own for near in _replaced(word, self.derivations) if near not in own))

    def spelled(self, word: str) -> str:
        """A word in the spelling that serves for comparing; it need not be one that anybody writes."""
        for ending, replacement in self.spellings.get(word[-2:], ()):
            if word.endswith(ending) and len(word) >= len(ending) + _LONG_ENOUGH:
                return word.removesuffix(ending) + replacement
        return word


def _plain(word: str) -> str:
    """A word in small letters without accents and possessive "'s"."""
    without_accents = word if word.isascii() else _ACCENT.sub("", unicodedata.normalize("NFD", word.replace("’", "'")))
    return _POSSESSIVE.sub("", without_accents).lower()


def _replaced(word: str, endings: dict[str, tuple[str, ...]]) -> list[str]:
    """The word with each of the endings that it has taken off and replaced, longest ending first."""
    found = []
    for start in range(_LONG_ENOUGH - 1, len(word)):
        found += [word[:start] + replacement for replacement in endings.get(word[start:], ())]
    return found


def load_english_forms(folder: Path) -> EnglishForms:
    """The forms from english_forms.tsv and stop_words.tsv in `folder`; raises RuleTableError with file and line."""
    steps: dict[_Step, dict[str, tuple[str, ...]]] = {step: {} for step in _Step}
    for row in read_table(folder / "english_forms.tsv", ("step", "from", "to")):
        steps[row.choice("step", _Step)][row["from"]] = tuple(word.strip(" -") for word in row["to"].split("|"))
    stop_words = (row for row in read_table(folder / "stop_words.tsv", ("language", "words")) if row["language"] == "en")
    spellings: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for ending, to in sorted(steps[_Step.SPELLING].items(), key=lambda pair: -len(pair[0])):
        spellings[ending[-2:]].append((ending, to[0]))
    return EnglishForms(
        prefixes=frozenset(steps[_Step.PREFIX]),
        spellings={letters: tuple(longest_first) for letters, longest_first in spellings.items()},
        irregular=steps[_Step.IRREGULAR],
        inflections=steps[_Step.INFLECTION],
        derivations=steps[_Step.DERIVATION],
        stop_words=frozenset(word for row in stop_words for word in row.words("words")),
    )
