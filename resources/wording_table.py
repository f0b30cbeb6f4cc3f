"""The program's own words: every sentence a user sees, in Korean and English, from the tables in resources/wording."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from resources import path_of


class Wording:
    """The program's words in one language. Calling it with a key ("menu.open") and the values of its gaps gives the sentence.

    Raises KeyError for a key that no table has: that is a fault of the program, and a test looks for it.
    """

    def __init__(self, language: str, sentences: Mapping[str, Mapping[str, str]]) -> None:
        self.language = language
        self._sentences = sentences

    def __call__(self, key: str, **places: object) -> str:
        return self._sentences[key][self.language].format(**places)

    def __contains__(self, key: str) -> bool:
        return key in self._sentences

    def keys(self) -> frozenset[str]:
        return frozenset(self._sentences)


def load_wording(language: str, folder: Path | None = None) -> Wording:
    """The words of one language ("ko" or "en") from all tables; a key is the table's name and the section's ("menu.open")."""
    return Wording(language, _sentences(folder or path_of("wording")))


@cache
def _sentences(folder: Path) -> Mapping[str, Mapping[str, str]]:
    """All sentences by their keys; kept, since every window that is built anew asks for them."""
    return {
        f"{table.stem}.{name}": words
        for table in sorted(folder.glob("*.toml"))
        for name, words in tomllib.loads(table.read_text(encoding="utf-8")).items()
    }
