"""What the sources hold besides text, as a sentence: it was not compared, and the reviewer must know."""

from __future__ import annotations

from collections.abc import Sequence

from resources.wording_table import Wording
from treaty.model import SourceFile, TreatyText


def unread_sentence(words: Wording, source: SourceFile) -> str:
    """What was not read of a source, with counts; empty where all was read."""
    if not source.unread:
        return ""
    parts = (words("window.unread_part", what=_name(words, part.what), count=part.count) for part in source.unread)
    total = sum(part.count for part in source.unread)
    return words("window.unread", total=total, parts=", ".join(parts))


def sources_of(texts: Sequence[TreatyText]) -> list[SourceFile]:
    """The sources of texts in order; a file that holds two texts once."""
    return list(dict.fromkeys(text.source for text in texts))


def _name(words: Wording, what: str) -> str:
    """A review may come from a program that knew of more things than this one."""
    key = f"unread.{what}"
    return words(key) if key in words else what
