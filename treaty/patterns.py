"""Regular expressions that people write into tables, checked before they meet a text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _constants as constants  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from re import error as PatternFault
from typing import Any

_REPEATS = (constants.MAX_REPEAT, constants.MIN_REPEAT)
_FEW = 16
"""A repetition of no more than this ends; what is repeated in one without end must always be repeated as often."""


def checked_pattern(expression: str) -> re.Pattern[str]:
    """A regular expression; raises re.error where it is none, or where a repetition stands in one without end, as in (a+)+ or
    (a{1,3})*: a text of a few dozen letters could hold such a one up for years. What (a|aa)+ does is not seen."""
    if _runs_away(parser.parse(expression), inside=False):
        raise PatternFault("a repetition stands within one without end", expression)
    return re.compile(expression)


def _runs_away(items: Iterable[tuple[Any, Any]], *, inside: bool) -> bool:
    return any(_item_runs_away(kind, value, inside) for kind, value in items)


def _item_runs_away(kind: Any, value: Any, inside: bool) -> bool:
    if kind in _REPEATS:
        least, most, repeated = value
        varies = most > max(1, least)
        return (varies and inside) or _runs_away(repeated, inside=inside or most > _FEW)
    if kind is constants.BRANCH:
        return any(_runs_away(branch, inside=inside) for branch in value[1])
    if kind in (constants.SUBPATTERN, constants.ASSERT, constants.ASSERT_NOT):
        return _runs_away(value[-1], inside=inside)
    return False
