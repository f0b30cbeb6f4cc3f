"""Going through the findings and deciding on them."""

from __future__ import annotations

from desktop.desk import Desk
from treaty.review.review import Verdict


def go_to_open_finding(desk: Desk, step: int, row: int) -> None:
    """Makes the next (step 1) or the previous (step -1) open finding the current one; `row` is where the reader is."""
    finding = desk.controller.next_open(step, row)
    if finding:
        desk.controller.select(finding)
    else:
        desk.say(desk.words("message.all_decided"))


def set_verdict(desk: Desk, verdict: Verdict | None) -> None:
    """Decides on the current finding; None opens it again."""
    desk.controller.set_verdict(verdict)


def undo(desk: Desk) -> None:
    desk.controller.undo()


def redo(desk: Desk) -> None:
    desk.controller.redo()
