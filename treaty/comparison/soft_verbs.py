"""Verbs that ask for a conduct without saying which ("encourage", 협력하다): the table soft_verbs.tsv."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from treaty.model import Language, Span
from treaty.rule_table import read_table

_BEFORE_ENDING = r"\s?(?:하|되|할|될|해|하여|하도록|시키|시켜|것을)?$"
_BEHIND_MODAL = r"^(?:,? (?:also|further|[a-z]+ly|continue to|agreed to|to|each|both|the|be))*,? (?:{words})(?:d|ed|s)?\b"
_FARTHEST = 40
"""How many characters before or behind a predicate its verb is looked for."""


@dataclass(frozen=True, slots=True)
class SoftVerbs:
    """One expression a language, for the words beside a predicate."""

    patterns: dict[Language, re.Pattern[str]]

    def govern(self, passage: str, predicate: Span, language: Language) -> bool:
        """Whether the verb of a predicate is soft: what stands before its ending in Korean, behind its modal verb in English;
        `passage` in small letters."""
        if language is Language.KOREAN:
            beside = passage[max(0, predicate.start - _FARTHEST) : predicate.start]
        else:
            beside = passage[predicate.end : predicate.end + _FARTHEST * 2]
        return self.patterns[language].search(beside) is not None


def load_soft_verbs(folder: Path) -> SoftVerbs:
    """The rows of soft_verbs.tsv in `folder`; raises RuleTableError with file and line where one is faulty."""
    words: dict[Language, list[str]] = {language: [] for language in Language}
    for row in read_table(folder / "soft_verbs.tsv", ("language", "pattern")):
        words[row.choice("language", Language)].append(row.pattern("pattern").pattern)
    korean, english = ("|".join(words[language]) for language in (Language.KOREAN, Language.ENGLISH))
    return SoftVerbs(
        {
            Language.KOREAN: re.compile(rf"(?<![가-힣])(?:{korean}){_BEFORE_ENDING}"),
            Language.ENGLISH: re.compile(_BEHIND_MODAL.format(words=english)),
        }
    )
