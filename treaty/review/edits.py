"""The reviewer's actions as values that know their inverse."""

from __future__ import annotations

from dataclasses import dataclass, replace

from treaty.model import TreatyText
from treaty.review.review import Changes, Comparison, Edit, Judgement, Review, Verdict


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
class ReplaceText:
    """Puts a changed text, and the comparisons made anew with it, in place of those before. Judgements stay with the
    findings that are found again."""

    text: TreatyText
    comparisons: tuple[Comparison, ...]
    name: str

    def inverse(self, review: Review) -> Edit:
        return ReplaceText(review.text(self.text.id), review.comparisons, self.name)

    def carry_out(self, review: Review) -> Changes:
        review.replace_text(self.text, self.comparisons)
        return Changes(texts=frozenset({self.text.id}))


def set_verdict(review: Review, finding: str, verdict: Verdict | None) -> SetJudgement:
    """The edit that gives a finding a verdict (None: opens it again) and keeps its note."""
    return SetJudgement(finding, replace(review.judgement(finding), verdict=verdict))


def set_note(review: Review, finding: str, note: str) -> SetJudgement:
    """The edit that writes a finding's note and keeps its verdict."""
    return SetJudgement(finding, replace(review.judgement(finding), note=note.strip()), name="edit.note")
