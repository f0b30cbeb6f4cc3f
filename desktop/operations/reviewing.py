"""Going through findings and rows and deciding on them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import uuid4

from desktop.operations.desk import Desk
from treaty.model import Bilingual, Finding, MinistryClass, Place, Severity, Span
from treaty.review import edits
from treaty.review.review import OWN_RULE, Comment, Edit, Judgement, Review, RowState, Verdict
from treaty.review.rows import CellClause, Row, RowKind, key_of


def go_to_open_finding(desk: Desk, step: int, row: int) -> None:
    """Makes the next (step 1) or the previous (step -1) open finding the current one; `row` is where the reader is."""
    finding = desk.controller.shown.next_open(step, desk.controller.current, row)
    if finding:
        desk.controller.select(finding)
    else:
        desk.say(desk.words("message.all_decided"))


def next_row(desk: Desk, step: int, row: int, wanted: Callable[[Row], bool], none: str) -> int | None:
    """The next (step 1) or previous row of a kind, round the end and over again; says so where there is none."""
    rows = desk.controller.rows
    turn = ((row + step * distance) % len(rows) for distance in range(1, len(rows) + 1))
    found = next((place for place in turn if rows[place].kind is RowKind.CLAUSES and wanted(rows[place])), None)
    if found is None:
        desk.say(desk.words(none))
    return found


def set_verdict(desk: Desk, verdict: Verdict | None) -> None:
    """Decides on the current finding; None opens it again."""
    desk.controller.set_verdict(verdict)


def set_severity(desk: Desk, severity: Severity | None) -> None:
    """Weighs the current finding otherwise; None: as it was found."""
    review, finding = _current(desk)
    if review.judgement(finding).severity is not severity:
        desk.controller.do(edits.set_severity(review, finding, severity, desk.controller.sign()))


def set_class(desk: Desk, ministry_class: MinistryClass | None) -> None:
    """Puts the current finding into another class; None: as it was found."""
    review, finding = _current(desk)
    if review.judgement(finding).ministry_class is not ministry_class:
        desk.controller.do(edits.set_class(review, finding, ministry_class, desk.controller.sign()))


def dismiss_all_like(desk: Desk) -> None:
    """Asks why, dismisses every open finding of the same rule on the same words, and remembers to do so again."""
    review, finding = _current(desk)
    verdict = review.judgement(finding).verdict
    verdict = verdict if verdict is Verdict.ACCEPTED_DIFFERENCE else Verdict.FALSE_ALARM
    title = desk.words("menu.dismiss_like").rstrip("…")
    reason = desk.questions.words(title, desk.words("message.dismiss_like_hint"), "")
    if reason is None:
        return
    opened = _opened_again(review, finding)
    edit = edits.dismiss_all_like(opened, finding, verdict, reason, desk.controller.sign())
    desk.controller.do(edit)
    desk.say(desk.words("message.dismissed_like", count=len(edit.edits) - 1))


def _opened_again(review: Review, finding: str) -> Review:
    """The review with one finding open, so that it is judged with those like it."""
    copy = review.copy()
    copy.apply(edits.set_verdict(copy, finding, None))
    return copy


def revoke_dismissal(desk: Desk, dismissal: str) -> None:
    """Forgets that a kind of finding was dismissed for good; what it dismissed is open again."""
    review = _review(desk)
    revoked = review.dismissals[dismissal]
    alike = [
        finding.id
        for finding in review.findings()
        if revoked.covers(finding) and review.judgement(finding.id).note == revoked.reason
        and review.judgement(finding.id).verdict is revoked.verdict
    ]  # fmt: skip
    opened = [edits.set_verdict(review, finding, None, desk.controller.sign()) for finding in alike]
    name = "edit.revoke_dismissal"
    desk.controller.do(edits.Together((edits.SetDismissal(dismissal, None), *opened), name))


def set_state(desk: Desk, rows: Sequence[Row], state: RowState | None) -> None:
    """Says how far the reviewer is with rows; what has that state already is unread again."""
    review = _review(desk)
    said = [row for row in rows if row.kind is not RowKind.POINTER]
    if state and said and all(row.state is state for row in said):
        state = None
    steps: list[Edit] = [edits.SetState(key_of(row), state) for row in said if review.states.get(key_of(row)) is not state]
    if steps:
        desk.controller.do(steps[0] if len(steps) == 1 else edits.Together(tuple(steps), "edit.state"))


def add_comment(desk: Desk, clause: CellClause, span: Span | None) -> None:
    """Asks for a remark on a clause, or on some of its words, and adds it."""
    about = span.of(clause.text) if span else f"{clause.label} {clause.text}".strip()
    said = desk.questions.words(desk.words("menu.comment").rstrip("…"), about, "")
    if said and said.strip():
        by = desk.controller.sign()
        comment = Comment(uuid4().hex[:12], clause.clause, said.strip(), span, by.author, by.at)
        desk.controller.do(edits.SetComment(comment.id, comment))


def change_comment(desk: Desk, comment_id: str) -> None:
    """Lets a remark be written otherwise; without words it goes."""
    comment = _review(desk).comments[comment_id]
    said = desk.questions.words(desk.words("menu.change_comment").rstrip("…"), "", comment.text)
    if said is not None and said.strip() != comment.text:
        by = desk.controller.sign()
        changed = Comment(comment.id, comment.clause, said.strip(), comment.span, by.author, by.at)
        desk.controller.do(edits.SetComment(comment_id, changed if changed.text else None))


def take_comment_away(desk: Desk, comment_id: str) -> None:
    """Takes a remark away."""
    desk.controller.do(edits.SetComment(comment_id, None))


def add_own_finding(desk: Desk, column: int, row: Row, clause: CellClause, span: Span | None) -> None:
    """Asks what is wrong with a clause, or with some of its words, and adds it to the findings."""
    span = span or Span(0, len(clause.text))
    said = desk.questions.own_finding(span.of(clause.text))
    if said is None:
        return
    place = Place(clause.clause, span, span.of(clause.text), Bilingual("", ""))
    left, right = (place, None) if column == 1 else (None, place)
    message = Bilingual(said.message, said.message)
    finding = Finding(
        f"{OWN_RULE}-{uuid4().hex[:12]}", said.kind, said.severity, said.ministry_class, row.link, left, right, OWN_RULE,
        message, 1.0,
    )  # fmt: skip
    review = _review(desk)
    judged = Judgement(Verdict.ERROR, author=desk.controller.sign().author, at=desk.controller.sign().at)
    added = edits.add_own_finding(review, 0, finding)
    desk.controller.do(edits.Together((added, edits.SetJudgement(finding.id, judged)), added.name))
    desk.controller.select(finding.id)


def undo(desk: Desk) -> None:
    """Takes the last edit back, and says which that was."""
    if name := desk.controller.next_undo:
        desk.controller.undo()
        desk.say(desk.words("window.journal_undone", what=desk.words(name)))


def redo(desk: Desk) -> None:
    """Carries out again what was taken back, and says what that was."""
    if name := desk.controller.next_redo:
        desk.controller.redo()
        desk.say(desk.words("window.journal_redone", what=desk.words(name)))


def _review(desk: Desk) -> Review:
    assert desk.controller.review is not None
    return desk.controller.review


def _current(desk: Desk) -> tuple[Review, str]:
    return _review(desk), desk.controller.current
