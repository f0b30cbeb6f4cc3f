"""The reviewer's actions as values that know their inverse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from treaty.model import Finding, Link, LinkOrigin, MinistryClass, Severity, TreatyText
from treaty.review.review import Changes, Comment, Comparison, Dismissal, Edit, Judgement, Review, RowState, Verdict


@dataclass(frozen=True, slots=True)
class Signature:
    """Who does something, and when (ISO 8601, to the second); it goes with everything that a reviewer says."""

    author: str = ""
    at: str = ""


UNSIGNED = Signature()


@dataclass(frozen=True, slots=True)
class SetJudgement:
    """Puts a finding's judgement, verdict and note together, to a given value."""

    finding: str
    judgement: Judgement
    name: str = "edit.judge"

    def inverse(self, review: Review) -> Edit:
        return SetJudgement(self.finding, review.judgement(self.finding), self.name)

    def carry_out(self, review: Review) -> Changes:
        review.judge(self.finding, self.judgement)
        return Changes(findings=frozenset({self.finding}))


@dataclass(frozen=True, slots=True)
class SetState:
    """Says how far the reviewer is with a row; None: unread."""

    row: str
    state: RowState | None
    name: str = "edit.state"

    def inverse(self, review: Review) -> Edit:
        return SetState(self.row, review.states.get(self.row), self.name)

    def carry_out(self, review: Review) -> Changes:
        review.set_state(self.row, self.state)
        return Changes(rows=frozenset({self.row}))


@dataclass(frozen=True, slots=True)
class SetComment:
    """Writes a remark under its id, or takes it away (None)."""

    comment_id: str
    comment: Comment | None
    name: str = "edit.comment"

    def inverse(self, review: Review) -> Edit:
        return SetComment(self.comment_id, review.comments.get(self.comment_id), self.name)

    def carry_out(self, review: Review) -> Changes:
        touched = (review.comments.get(self.comment_id), self.comment)
        review.set_comment(self.comment_id, self.comment)
        return Changes(clauses=frozenset(comment.clause for comment in touched if comment))


@dataclass(frozen=True, slots=True)
class SetDismissal:
    """Dismisses a kind of finding for good, or revokes that (None). The findings that are there keep their judgements."""

    dismissal_id: str
    dismissal: Dismissal | None
    name: str = "edit.dismiss_like"

    def inverse(self, review: Review) -> Edit:
        return SetDismissal(self.dismissal_id, review.dismissals.get(self.dismissal_id), self.name)

    def carry_out(self, review: Review) -> Changes:
        review.set_dismissal(self.dismissal_id, self.dismissal)
        return Changes()


@dataclass(frozen=True, slots=True)
class SetPlace:
    """Says where a text's file is."""

    text_id: str
    path: str | None
    name: str = "edit.reread"

    def inverse(self, review: Review) -> Edit:
        return SetPlace(self.text_id, review.places.get(self.text_id), self.name)

    def carry_out(self, review: Review) -> Changes:
        review.set_place(self.text_id, self.path)
        return Changes()


@dataclass(frozen=True, slots=True)
class ReplaceComparison:
    """Puts a comparison made anew (other links, other findings, columns exchanged) in place of that before."""

    index: int
    comparison: Comparison
    name: str

    def inverse(self, review: Review) -> Edit:
        return ReplaceComparison(self.index, review.comparisons[self.index], self.name)

    def carry_out(self, review: Review) -> Changes:
        before = review.comparisons[self.index]
        review.replace_comparison(self.index, self.comparison)
        pinned = _pins(before) ^ _pins(self.comparison)
        clauses = frozenset(clause for link in pinned for clause in (*link.left, *link.right))
        return Changes(texts=frozenset({self.comparison.left, self.comparison.right}), clauses=clauses)


@dataclass(frozen=True, slots=True)
class ReplaceText:
    """Puts a changed text, and the comparisons made anew with it, in place of those before. Judgements stay with the
    findings that are found again."""

    text: TreatyText
    comparisons: tuple[Comparison, ...]
    name: str

    def inverse(self, review: Review) -> Edit:
        return ReplaceText(review.text(self.text.id), review.comparisons, self.name)

    def carry_out(self, review: Review) -> Changes:
        before = {clause.id: clause for clause in review.text(self.text.id).clauses}
        review.replace_text(self.text, self.comparisons)
        now = {clause.id: clause for clause in self.text.clauses}
        clauses = frozenset(key for key in before.keys() | now.keys() if before.get(key) != now.get(key))
        return Changes(texts=frozenset({self.text.id}), clauses=clauses)


@dataclass(frozen=True, slots=True)
class Together:
    """Several edits as one: done in order, taken back in the other order."""

    edits: tuple[Edit, ...]
    name: str

    def inverse(self, review: Review) -> Edit:
        """The inverse of the whole. An edit's inverse depends on what the edits before it did, so each is tried on a copy."""
        trial = review.copy()
        inverses = []
        for edit in self.edits:
            inverses.append(edit.inverse(trial))
            trial.apply(edit)
        return Together(tuple(reversed(inverses)), self.name)

    def carry_out(self, review: Review) -> Changes:
        changes = Changes()
        for edit in self.edits:
            changes |= edit.carry_out(review)
        return changes


def set_verdict(review: Review, finding: str, verdict: Verdict | None, by: Signature = UNSIGNED) -> SetJudgement:
    """The edit that gives a finding a verdict (None: opens it again) and keeps its note."""
    return _judged(review, finding, by, "edit.judge", verdict=verdict)


def set_note(review: Review, finding: str, note: str, by: Signature = UNSIGNED) -> SetJudgement:
    """The edit that writes a finding's note and keeps its verdict."""
    return _judged(review, finding, by, "edit.note", note=note.strip())


def set_suggestion(review: Review, finding: str, suggestion: str, by: Signature = UNSIGNED) -> SetJudgement:
    """The edit that suggests other wording for the faulty side of a finding."""
    return _judged(review, finding, by, "edit.suggestion", suggestion=suggestion.strip())


def set_severity(review: Review, finding: str, severity: Severity | None, by: Signature = UNSIGNED) -> SetJudgement:
    """The edit that weighs a finding otherwise; None: as it was found."""
    return _judged(review, finding, by, "edit.severity", severity=severity)


def set_class(review: Review, finding: str, ministry_class: MinistryClass | None, by: Signature = UNSIGNED) -> SetJudgement:
    """The edit that puts a finding into another class of the correction list; None: as it was found."""
    return _judged(review, finding, by, "edit.class", ministry_class=ministry_class)


def dismiss_all_like(review: Review, finding_id: str, verdict: Verdict, reason: str, by: Signature = UNSIGNED) -> Together:
    """The edit that gives every open finding of one rule on the same words a verdict, and remembers to do so again."""
    like = next(finding for finding in review.findings() if finding.id == finding_id)
    left, right = (place.text if place else "" for place in (like.left, like.right))
    name = f"{like.rule}:{left}:{right}"
    dismissal = Dismissal(name, like.rule, left, right, verdict, reason.strip(), by.author, by.at)
    judged = dismissed_findings(review, [dismissal])
    return Together((SetDismissal(dismissal.id, dismissal), *judged), "edit.dismiss_like")


def dismissed_findings(review: Review, dismissals: Sequence[Dismissal]) -> list[SetJudgement]:
    """The edits that carry dismissals out on the findings that are still open."""
    return [
        SetJudgement(finding.id, Judgement(dismissal.verdict, dismissal.reason, author=dismissal.author, at=dismissal.at))
        for finding in review.findings()
        if review.judgement(finding.id).verdict is None
        for dismissal in [next((entry for entry in dismissals if entry.covers(finding)), None)]
        if dismissal
    ]


def _pins(comparison: Comparison) -> set[Link]:
    """The links that the reviewer made."""
    return {link for link in comparison.links if link.origin is LinkOrigin.REVIEWER}


def _judged(review: Review, finding: str, by: Signature, name: str, **said: object) -> SetJudgement:
    judgement = replace(review.judgement(finding), author=by.author, at=by.at, **said)  # type: ignore[arg-type]
    return SetJudgement(finding, judgement, name)


def add_own_finding(review: Review, index: int, finding: Finding) -> ReplaceComparison:
    """The edit that adds a finding of the reviewer's own to a comparison, in the order of its links."""
    comparison = review.comparisons[index]
    findings = sorted([*comparison.findings, finding], key=lambda entry: entry.link)
    return ReplaceComparison(index, replace(comparison, findings=tuple(findings)), "edit.own_finding")
