"""An agreement linked with the one that it is laid beside."""

from __future__ import annotations

from treaty.comparison.strength import strength_reasons
from treaty.model import TreatyText
from treaty.progress import Progress, SilentProgress
from treaty.review.assembly import Instruments, links_between
from treaty.review.pivot import Beside


def laid_beside(
    pivot: TreatyText, other: TreatyText, instruments: Instruments, progress: Progress = SilentProgress()
) -> Beside:
    """A text linked with the pivot, whatever they are to each other; only of different agreements it is told what is
    stronger."""
    links = links_between(pivot, other, instruments, progress)
    judged = [link for link in links if link.strength]
    return Beside(other, tuple(links), strength_reasons(judged, pivot, other, rules=instruments.rules))
