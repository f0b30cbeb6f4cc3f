"""How a review is shown, as it is remembered: in the user's settings for each review, and in the review's file."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from treaty.review.review import Review


@dataclass(frozen=True, slots=True)
class View:
    """The table's columns that are hidden, how wide the others are, as multiples of an equal share, and how the columns of a
    report are arranged."""

    hidden: frozenset[int] = frozenset()
    shares: Mapping[int, float] = field(default_factory=dict)
    report: Sequence[str] = ()

    def as_text(self) -> str:
        shares = {str(key): share for key, share in self.shares.items()}
        return json.dumps({"hidden": sorted(self.hidden), "shares": shares, "report": list(self.report)})


def view_from(kept: str, columns: int) -> View:
    """What `as_text` wrote, for a table of so many columns; all columns alike where it is none or says what cannot be."""
    try:
        said = json.loads(kept or "{}")
        hidden = frozenset(int(column) for column in said.get("hidden", ()))
        shares = {int(column): min(max(float(share), 0.1), 10.0) for column, share in said.get("shares", {}).items()}
        report = tuple(str(column) for column in said.get("report", ()))
    except (ValueError, TypeError, AttributeError):
        return View()
    return View() if hidden >= set(range(1, columns)) else View(hidden, shares, report)


def name_of(review: Review) -> str:
    """What a review is known by on this computer, saved or not: the check sums of its sources."""
    return "-".join(text.source.sha256[:16] for text in review.texts)
