"""Words that several agreements share and that no theme covers: proposals for new themes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from treaty.model import Language, TreatyText
from treaty.rule_table import read_table
from treaty.themes.table import ThemeTable

_LEAST_TEXTS, _LEAST_CLAUSES, _LEAST_A_TEXT = 2, 4, 2
"""A word is proposed that stands in so many texts, in so many clauses of all of them, and on average in so many of each text
that has it: what a text is about comes back in it, while the words of treaties stand once in many (burstiness: Church and Gale
1995)."""
_NAME = re.compile(r"(?<=[A-Za-z,;:] )[A-Z][\w’'-]*")
"""An English word with a capital inside a sentence."""
_KOREAN_VERB = re.compile(r"(?:하|되|시키)다$")

Words = Callable[[str, Language], Sequence[str]]
"""Gives the words of a text that can name a subject (treaty.themes.nouns)."""


@dataclass(frozen=True, slots=True)
class ProposedTheme:
    """A word that could be the key term of a new theme, with the clauses of each text in which it stands, by text id."""

    word: str
    language: Language
    clauses: dict[str, tuple[str, ...]]

    @property
    def total(self) -> int:
        return sum(map(len, self.clauses.values()))


def propose_themes(
    texts: Sequence[TreatyText], *, themes: ThemeTable, words: Words, common: Set[str], most: int = 10
) -> list[ProposedTheme]:
    """The words of a language that most of its texts share, then those of most clauses, at most `most` a language.

    Left out are the terms of all themes, `common` words and what is put together from them, and names: what stands in titles,
    or has a capital in a sentence.
    """
    return [
        proposal
        for language in Language
        for proposal in _of_language([text for text in texts if text.language is language], themes, words, common)[:most]
    ]


def common_words(files: Sequence[Path]) -> frozenset[str]:
    """The words of lexicon tables of general words, in both languages; Korean verbs without 하다. Raises RuleTableError."""
    rows = [row for file in files for row in read_table(file, ("english", "korean"))]
    english = {word.lower() for row in rows for word in row.words("english")}
    return frozenset(english | {_KOREAN_VERB.sub("", word) for row in rows for word in row.words("korean")})


def load_no_themes(folder: Path) -> frozenset[str]:
    """The words of no_themes.tsv in `folder`, in both languages; raises RuleTableError with file and line."""
    rows = list(read_table(folder / "no_themes.tsv", ("language", "words")))
    return frozenset(word.lower() for row in rows if row.choice("language", Language) for word in row.words("words"))


def _of_language(texts: Sequence[TreatyText], themes: ThemeTable, words: Words, common: Set[str]) -> list[ProposedTheme]:
    named = {word for text in texts for word in words(text.title, text.language)}
    standing: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for text in texts:
        for clause, word in _uncovered(text, themes, words):
            if word not in named and not _is_common(word, text.language, common):
                standing[word][text.id].append(clause)
    proposed = [
        ProposedTheme(word, texts[0].language, {text: tuple(clauses) for text, clauses in found.items()})
        for word, found in standing.items()
        if len(found) >= _LEAST_TEXTS and sum(map(len, found.values())) >= max(_LEAST_CLAUSES, _LEAST_A_TEXT * len(found))
    ]
    return sorted(proposed, key=lambda proposal: (-len(proposal.clauses), -proposal.total, proposal.word))


def _is_common(word: str, language: Language, common: Set[str]) -> bool:
    """Whether a word is common, or a Korean one of two that are (협력방안) or of one and a last syllable (영어본)."""
    if word in common or language is not Language.KOREAN:
        return word in common
    splits = ((word[:end], word[end:]) for end in range(2, len(word)))
    return any(first in common and (last in common or len(last) == 1) for first, last in splits)


def _uncovered(text: TreatyText, themes: ThemeTable, words: Words) -> Iterator[tuple[str, str]]:
    """The ids of clauses with each word of theirs that belongs to no term of a theme."""
    for clause in text.clauses:
        said = clause.text
        for term in themes.terms_in(said, text.language):
            said = said[: term.span.start] + " " * (term.span.end - term.span.start) + said[term.span.end :]
        for word in dict.fromkeys(words(_NAME.sub(" ", said), text.language)):
            yield clause.id, word
