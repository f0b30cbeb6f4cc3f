"""The words of a text that can name a subject: Korean nouns as their particles show them, English words by their headwords."""

from __future__ import annotations

from collections.abc import Iterator

from treaty.language.lexicon import Lexicon
from treaty.model import Language

_NOUN_ENDINGS = frozenset({"", "을", "를", "의", "과", "와", "에", "이", "가", "은", "으로", "로", "에서", "에의", "에게"})
"""What is left of a Korean word behind its stem if that is a noun; 는 stands behind verbs as well."""
_SHORTEST = {Language.KOREAN: 2, Language.ENGLISH: 4}


class Nouns:
    """Finds the words, with the forms that a lexicon knows."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def of(self, text: str, language: Language) -> list[str]:
        """The words in their order."""
        found = self._korean(text) if language is Language.KOREAN else self._english(text)
        return [word for word in found if len(word) >= _SHORTEST[language]]

    def _korean(self, text: str) -> Iterator[str]:
        forms = self._lexicon.korean_forms
        for word in forms.words(text):
            stem = word.form if self._is_compound(word.form, word.stem) else word.stem
            # A stem that ends in 으 is a noun with the first syllable of 으로 (것으로).
            noun = word.form.removeprefix(stem) in _NOUN_ENDINGS and not word.counts and not stem.endswith("으")
            if noun and stem not in forms.stop_words and not self._one_syllable(stem) and not self._is_verb(stem):
                yield stem

    def _is_compound(self, form: str, stem: str) -> bool:
        """Whether what looks like an ending is the last syllable of a noun that the lexicon knows, behind another one:
        장관회의, which is no 장관회 with 의."""
        ends = range(len(stem) - 1, 0, -1) if form != stem else ()
        return form in self._lexicon.korean or any(self._is_noun(form[end:]) and self._is_noun(form[:end]) for end in ends)

    def _is_noun(self, form: str) -> bool:
        known = self._lexicon.korean.get(form)
        return known is not None and not known.verb

    def _is_verb(self, stem: str) -> bool:
        """Whether a stem is a form of a verb that modifies a noun (취할, 따를)."""
        known = self._lexicon.korean.get(stem)
        return known is not None and known.verb

    def _one_syllable(self, stem: str) -> bool:
        """Whether a stem is a syllable with an ending that was left to it (날에), which says too little of a subject."""
        return self._lexicon.korean_forms.is_ending(stem[1:]) and stem not in self._lexicon.korean

    def _english(self, text: str) -> Iterator[str]:
        forms = self._lexicon.english_forms
        for word in forms.words(text):
            if word.form.isalpha() and word.form not in forms.stop_words:
                rows = self._lexicon.entry(word.form).rows
                yield self._lexicon.rows[min(rows)].english[0].lower() if rows else word.form
