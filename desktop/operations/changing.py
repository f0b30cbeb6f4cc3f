"""Changes of texts and links. Comparing anew takes long, so it is a job; what it yields is one edit."""

from __future__ import annotations

from collections.abc import Callable

from desktop.operations.desk import Desk
from treaty.progress import Progress
from treaty.review.carrying_over import CarriedOver, Decision, carried_over
from treaty.review.review import Edit, Review

Work = Callable[[Review, Progress], Edit]


def change(desk: Desk, work: Work, said: str, *, tells_states: bool = False) -> None:
    """Runs the work on a copy of the review, which the reviewer may go on changing, and applies the edit it yields, with his
    decisions carried over. `tells_states`: that a row is unread again is news to him."""
    review = desk.controller.review
    assert review is not None
    if desk.controller.read_only:
        desk.controller.refused.emit()
        return
    comparisons, copy = review.comparisons, review.copy()

    def apply(carried: CarriedOver) -> None:
        if desk.controller.review is not review or review.comparisons is not comparisons:
            desk.notices.tell(desk.words("message.changed_meanwhile"))
            return
        desk.controller.do(carried.edit)
        desk.say(said)
        tell_left_behind(desk, carried, tells_states=tells_states)

    desk.notices.clear()
    desk.jobs.run(lambda progress: carried_over(copy, work(copy, progress)), apply, desk.tell_error)


def tell_left_behind(desk: Desk, carried: CarriedOver, *, tells_states: bool) -> None:
    """Says that some decisions could not be carried over, and offers their list."""
    told = [lost for lost in carried.left_behind if tells_states or lost.what is not Decision.STATE]
    if not told:
        return
    entries = [(f"{desk.words(f'left_behind.{lost.what}')} · {lost.path}", lost.words) for lost in told]
    title = desk.words("window.left_behind")
    sentence = desk.words("message.left_behind", count=len(told))
    desk.notices.tell(sentence, desk.words("window.show"), lambda: desk.questions.show_list(title, entries))
