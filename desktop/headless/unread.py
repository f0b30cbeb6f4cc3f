"""What the sources hold besides text, as a sentence: it was not compared, and the reviewer must know."""

from __future__ import annotations

from collections.abc import Sequence

from resources.wording_table import Wording
from treaty.model import SourceFile, TreatyText, Unread
from treaty.reading.document import CHANGES_MADE, CHANGES_UNDONE

_CHANGES = (CHANGES_MADE, CHANGES_UNDONE)


def unread_sentence(words: Wording, source: SourceFile) -> str:
    """What was not read of a source, with counts; empty where all was read."""
    unread = not_text(source)
    if not unread:
        return ""
    parts = (words("window.unread_part", what=_name(words, part.what), count=part.count) for part in unread)
    return words("window.unread", total=sum(part.count for part in unread), parts=", ".join(parts))


def not_text(source: SourceFile) -> list[Unread]:
    """What a source holds that is not text, without what it says of tracked changes."""
    return [part for part in source.unread if part.what not in _CHANGES]


def changes_sentence(words: Wording, source: SourceFile) -> str:
    """How the tracked changes of a source were read; empty where it has none."""
    return next((words(f"window.{part.what}") for part in source.unread if part.what in _CHANGES), "")


def is_original(source: SourceFile) -> bool:
    """Whether a source was read as it was before its tracked changes."""
    return any(part.what == CHANGES_UNDONE for part in source.unread)


def sources_of(texts: Sequence[TreatyText]) -> list[SourceFile]:
    """The sources of texts in order; a file that holds two texts once."""
    return list(dict.fromkeys(text.source for text in texts))


def _name(words: Wording, what: str) -> str:
    """A review may come from a program that knew of more things than this one."""
    key = f"unread.{what}"
    return words(key) if key in words else what
