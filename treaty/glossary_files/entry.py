"""One term as a glossary file has it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """Renderings that are allowed, the preferred one first, and renderings that are forbidden, by language; a comment."""

    ko: tuple[str, ...]
    en: tuple[str, ...]
    forbidden_ko: tuple[str, ...] = ()
    forbidden_en: tuple[str, ...] = ()
    comment: str = ""
