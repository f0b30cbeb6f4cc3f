"""Phrases that reports and correction tables share: dates, and lines that have to be short."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from resources.wording_table import Wording
from treaty.model import Language

LANGUAGE_TAGS = {Language.KOREAN: "ko-KR", Language.ENGLISH: "en-US"}
"""What a document says its language is."""


def dated(at: datetime | None, wording: Wording) -> str:
    """A date as a report says it; nothing for none."""
    if at is None:
        return ""
    parts = {"year": at.year, "month": at.month, "day": at.day, "hour": at.hour, "minute": at.minute}
    return wording("report.as_of", **parts)


def on_one_line(lines: Iterable[str]) -> str:
    """Lines, which may themselves be several, set on one."""
    return " · ".join(part for line in lines for part in line.split("\n"))


def shortened(text: str, length: int) -> str:
    """The text on one line, cut at a word (or inside a very long one) where it is longer than `length`."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    space = line.rfind(" ", length // 2, length)
    return line[: space if space > 0 else length] + "…"
