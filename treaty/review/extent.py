"""How much of a comparison a report shows."""

from __future__ import annotations

from enum import StrEnum


class Extent(StrEnum):
    """How much of a comparison to show."""

    WHOLE = "whole"
    FINDINGS = "findings"
    CHANGED = "changed"
    OPEN = "open"
