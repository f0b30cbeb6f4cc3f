"""What the checks of meaning know: the lexicon, the weights of words, and fields of words that exclude each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from treaty.language.content_words import ContentWord
from treaty.language.lexicon import Lexicon, headword_key
from treaty.model import Language
from treaty.rule_table import read_table

Membership = tuple[str, int]
"""A field's name, and the number of the member in it."""


class Weight(StrEnum):
    """How much it tells that a word has no counterpart: less or more than with other words."""

    LIGHT = "light"
    FIRM = "firm"


@dataclass(frozen=True, slots=True)
class WordFields:
    """The rows of word_fields.tsv by headword; a headword may be a member of several fields."""

    members: dict[str, frozenset[Membership]]

    def exclude(self, word: str, others: Iterable[str]) -> bool:
        """Whether a headword and each reading of another word (`others`, headwords) are different members of one field."""
        mine = self.members.get(word, frozenset())
        theirs = frozenset(place for other in others for place in self.members.get(other, ()))
        return not mine & theirs and not {name for name, _ in mine}.isdisjoint(name for name, _ in theirs)


@dataclass(frozen=True, slots=True)
class MeaningRules:
    """`weights` are those of words that have one, by their headwords and stems."""

    lexicon: Lexicon
    weights: dict[tuple[Language, str], Weight]
    fields: WordFields
    _kin: dict[str, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)
    _readings: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)

    def kindred(self, english: ContentWord, korean: ContentWord) -> bool:
        """Whether a Korean word renders a kindred word of an English one: both English words share a Korean rendering."""
        return not self._renderings_of_kin(korean.stem, korean.renderings).isdisjoint(english.renderings)

    def _renderings_of_kin(self, stem: str, headwords: Iterable[str]) -> frozenset[str]:
        """The Korean renderings of all English words that a Korean word renders; remembered, since words come again."""
        known = self._kin.get(stem)
        if known is None:
            rows = (self.lexicon.english.get(headword_key(word, self.lexicon.english_forms), ()) for word in headwords)
            renderings = self.lexicon.korean_renderings(frozenset(row for found in rows for row in found))
            known = self._kin[stem] = frozenset(renderings)
        return known

    def exclude(self, english: ContentWord, korean: ContentWord) -> bool:
        """Whether an English word and each reading of a Korean one are different members of one field."""
        return english.stem in self.fields.members and self.fields.exclude(english.stem, self._headwords(korean))

    def _headwords(self, korean: ContentWord) -> tuple[str, ...]:
        """The English headwords that a Korean word renders, as the stems of content words have them; remembered likewise."""
        known = self._readings.get(korean.stem)
        if known is None:
            known = self._readings[korean.stem] = tuple(compared_headword(word, self.lexicon) for word in korean.renderings)
        return known


def load_meaning_rules(folder: Path, lexicon: Lexicon) -> MeaningRules:
    """The rules from word_weights.tsv and word_fields.tsv in `folder`, on the words of a lexicon; raises RuleTableError."""
    return MeaningRules(lexicon, _weights(folder), _word_fields(folder, lexicon))


def compared_headword(word: str, lexicon: Lexicon) -> str:
    return " ".join(headword_key(word, lexicon.english_forms))


def _weights(folder: Path) -> dict[tuple[Language, str], Weight]:
    weights: dict[tuple[Language, str], Weight] = {}
    for row in read_table(folder / "word_weights.tsv", ("language", "weight", "words")):
        language, weight = row.choice("language", Language), row.choice("weight", Weight)
        for word in row.words("words"):
            if weights.setdefault((language, word), weight) is not weight:
                raise row.error("row_twice", word=word)
    return weights


def _word_fields(folder: Path, lexicon: Lexicon) -> WordFields:
    members: dict[str, frozenset[Membership]] = {}
    names: set[str] = set()
    for row in read_table(folder / "word_fields.tsv", ("field", "members")):
        if row["field"] in names:
            raise row.error("row_twice", word=row["field"])
        names.add(row["field"])
        for number, member in enumerate(row.words("members")):
            for word in filter(None, map(str.strip, member.split(","))):
                key = compared_headword(word, lexicon)
                members[key] = members.get(key, frozenset()) | {(row["field"], number)}
    return WordFields(members)
