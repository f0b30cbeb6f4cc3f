"""Correcting links: each correction is a pin, and the rest is aligned anew around the pins."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from desktop.operations.changing import change
from desktop.operations.desk import Desk
from treaty.model import Link, LinkOrigin
from treaty.review import link_changes

SAID = {"edit.confirm_link": "message.link_confirmed", "edit.release_link": "message.link_released"}
"""What is said of an edit of links that takes no clause to another."""


def link(desk: Desk, clauses: Collection[str], name: str = "edit.link") -> None:
    """Puts clauses into one link."""
    left, right = desk.controller.texts
    _pin(desk, link_changes.with_link(desk.controller.comparison, left, right, clauses), name)


def unlink(desk: Desk, index: int) -> None:
    """Parts the two sides of a link; the reviewer's own one-sided link is computed again."""
    found = desk.controller.comparison.links[index]
    if not found.one_sided:
        _pin(desk, link_changes.without_link(desk.controller.comparison, index), "edit.unlink")
    elif found.origin is LinkOrigin.REVIEWER:
        release(desk, index)
    else:
        desk.say(desk.words("message.nothing_to_unlink"))


def confirm(desk: Desk, index: int) -> None:
    """Says that a link is right: it stays whatever is corrected around it."""
    if desk.controller.comparison.links[index].origin is LinkOrigin.REVIEWER:
        desk.say(desk.words("message.confirmed_already"))
    else:
        _pin(desk, link_changes.with_link_confirmed(desk.controller.comparison, index), "edit.confirm_link")


def release(desk: Desk, index: int) -> None:
    """Lets a link be computed again."""
    if desk.controller.comparison.links[index].origin is not LinkOrigin.REVIEWER:
        desk.say(desk.words("message.not_pinned"))
    else:
        _pin(desk, link_changes.without_pin(desk.controller.comparison, index), "edit.release_link")


def split(desk: Desk, index: int, left: int, right: int) -> None:
    """Makes a link two: so many clauses of either side, and the rest."""
    _pin(desk, link_changes.with_link_split(desk.controller.comparison, index, left, right), "edit.split_row")


def possible_splits(found: Link) -> list[tuple[int, int]]:
    """How a link can be made two: clauses of the left and of the right side in the first part, the evenest first."""
    sizes = len(found.left), len(found.right)
    pairs = [(left, right) for left in range(sizes[0] + 1) for right in range(sizes[1] + 1) if 0 < left + right < sum(sizes)]
    return sorted(pairs, key=lambda pair: (_one_sided_parts(pair, sizes), pair))


def _one_sided_parts(pair: tuple[int, int], sizes: tuple[int, int]) -> int:
    rest = sizes[0] - pair[0], sizes[1] - pair[1]
    return sum(1 for part in (pair, rest) if 0 in part)


def exchange(desk: Desk) -> None:
    """Exchanges the columns."""
    change(desk, desk.comparer.exchange, desk.words("message.exchanged"))


def _pin(desk: Desk, pinned: Sequence[Link], name: str) -> None:
    """The one place where links are made anew."""
    said = desk.words(SAID.get(name, "message.linked"))
    change(desk, lambda review, progress: desk.comparer.link_again(review, pinned, name, progress), said)
