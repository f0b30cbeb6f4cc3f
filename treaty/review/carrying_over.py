"""What the reviewer decided, carried over to texts that were read, cut or linked anew; and what could not be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from treaty.model import Clause, Finding, Link, LinkOrigin, Place, Span, TreatyText
from treaty.review.edits import SetComment, SetJudgement, SetState, Together, dismissed_findings
from treaty.review.review import OWN_RULE, Comment, Comparison, Edit, Review, RowState, row_key
from treaty.review.same_clauses import fingerprint


class Decision(StrEnum):
    """A kind of thing that a reviewer decided."""

    JUDGEMENT = "judgement"
    STATE = "state"
    COMMENT = "comment"
    PIN = "pin"
    OWN_FINDING = "own_finding"


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """A decision that could not be carried over: the full label of the clause it stood at, and what it said or was about."""

    what: Decision
    path: str
    words: str


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """An edit that changes texts or links and takes the reviewer's decisions along, and the decisions that it cannot take."""

    edit: Edit
    left_behind: tuple[LeftBehind, ...]


def carried_over(review: Review, edit: Edit) -> CarriedOver:
    """The edit with all that it needs besides, so that what the reviewer decided holds for what is found after it.

    Verdicts and notes go to the finding of the same rule on the same words of the same clauses; comments to their clause, or to
    the one that has its words now. A row that was read or agreed is unread where its words changed. What was dismissed for good
    is dismissed among the findings that are new.
    """
    after = review.copy()
    after.apply(edit)
    judged, lost_judgements = _judged_again(review, after)
    states, lost_states = _states_again(review, after)
    comments, lost_comments = _comments_again(review, after)
    known = {finding.id for finding in review.findings()}
    taken = {step.finding for step in judged}
    dismissed = [step for step in dismissed_findings(after, [*after.dismissals.values()]) if step.finding not in known | taken]
    further: tuple[Edit, ...] = (*judged, *states, *comments, *dismissed)
    lost = (*lost_judgements, *lost_states, *lost_comments, *_lost_pins(review, after), *_lost_own_findings(review, after))
    return CarriedOver(Together((edit, *further), edit.name) if further else edit, lost)


def own_findings_again(
    before: Comparison, links: Sequence[Link], texts_before: Sequence[TreatyText], texts: Sequence[TreatyText]
) -> Iterator[Finding]:
    """The findings that the reviewer made himself, where their words stand now; those whose words are gone are left out."""
    holder = {clause_id: index for index, link in enumerate(links) for clause_id in (*link.left, *link.right)}
    sides = [(_by_id([old]), new.clauses) for old, new in zip(texts_before, texts, strict=True)]
    for finding in before.findings:
        if finding.rule != OWN_RULE:
            continue
        left, right = (
            _moved(place, *side) if place else None for place, side in zip((finding.left, finding.right), sides, strict=True)
        )
        if place := left or right:
            yield replace(finding, left=left, right=right, link=holder[place.clause])


def _judged_again(before: Review, after: Review) -> tuple[list[SetJudgement], list[LeftBehind]]:
    old = {finding.id: finding for finding in before.findings() if finding.id in before.judgements}
    found = {finding.id for finding in after.findings()}
    known = {finding.id for finding in before.findings()}
    new = {_matter(finding): finding.id for finding in after.findings() if finding.id not in known}
    gone = [finding for finding in old.values() if finding.id not in found]
    kept = [SetJudgement(new[_matter(finding)], before.judgement(finding.id)) for finding in gone if _matter(finding) in new]
    clauses = _by_id(before.texts)
    lost = [
        LeftBehind(Decision.JUDGEMENT, _path(clauses, finding), before.judgement(finding.id).note or _words(finding))
        for finding in gone
        if _matter(finding) not in new and finding.rule != OWN_RULE
    ]
    return kept, lost


def _matter(finding: Finding) -> tuple[object, ...]:
    """What a finding is about, however its clauses are linked and whichever text is on the left."""
    return (finding.rule, frozenset((place.clause, place.text) for place in (finding.left, finding.right) if place))


def _states_again(before: Review, after: Review) -> tuple[list[SetState], list[LeftBehind]]:
    old, new = _by_id(before.texts), _by_id(after.texts)
    links = {row_key(link): _held(link) for comparison in before.comparisons for link in comparison.links}
    keys = {_held(link): row_key(link) for comparison in after.comparisons for link in comparison.links}
    steps, lost = [], []
    for key, state in before.states.items():
        clauses = links.get(key, frozenset())
        changed = any(_differs(old, new, clause) for clause in clauses)
        now = keys.get(clauses, key)
        if now != key:
            steps += [SetState(key, None), SetState(now, state)]
        if changed and state is not RowState.TO_DISCUSS:
            steps.append(SetState(now, None))
            first = old[min(clauses, key=list(old).index)]
            lost.append(LeftBehind(Decision.STATE, first.path, first.text))
    return steps, lost


def _held(link: Link) -> frozenset[str]:
    return frozenset((*link.left, *link.right))


def _differs(old: Mapping[str, Clause], new: Mapping[str, Clause], clause: str) -> bool:
    return clause not in new or fingerprint(old[clause].text) != fingerprint(new[clause].text)


def _comments_again(before: Review, after: Review) -> tuple[list[SetComment], list[LeftBehind]]:
    old = _by_id(before.texts)
    steps, lost = [], []
    for comment in before.comments.values():
        clause = old.get(comment.clause)
        text = _text_of(after, comment.clause)
        if clause is None or text is None:
            continue
        moved = _comment_again(comment, clause, text.clauses)
        if moved is None:
            lost.append(LeftBehind(Decision.COMMENT, clause.path, comment.text))
        elif moved != comment:
            steps.append(SetComment(comment.id, moved))
    return steps, lost


def _comment_again(comment: Comment, clause: Clause, clauses: Sequence[Clause]) -> Comment | None:
    """A comment where its words stand now, or its clause; None where both are gone."""
    if comment.span and (place := _find(comment.span, clause, clauses)):
        return replace(comment, clause=place[0], span=place[1])
    holder = next((each for each in clauses if each.id == clause.id), None)
    words = fingerprint(clause.text)
    holder = holder or next((each for each in clauses if words and words in fingerprint(each.text)), None)
    return replace(comment, clause=holder.id, span=None) if holder else None


def _moved(place: Place, old: Mapping[str, Clause], clauses: Sequence[Clause]) -> Place | None:
    found = _find(place.span, old[place.clause], clauses)
    return replace(place, clause=found[0], span=found[1]) if found else None


def _find(span: Span, clause: Clause, clauses: Sequence[Clause]) -> tuple[str, Span] | None:
    """Where words of a clause stand now: at their place, else elsewhere in the clause, else in the one clause that has them."""
    words = span.of(clause.text)
    now = next((each for each in clauses if each.id == clause.id), None)
    if now and span.of(now.text) == words:
        return now.id, span
    if now and words in now.text:
        return now.id, _span_of(words, now.text)
    holders = [each for each in clauses if words in each.text]
    return (holders[0].id, _span_of(words, holders[0].text)) if len(holders) == 1 else None


def _span_of(words: str, text: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _lost_pins(before: Review, after: Review) -> Iterator[LeftBehind]:
    """The reviewer's links of which a clause is gone. Those he takes back himself are not lost."""
    old, new = _by_id(before.texts), _by_id(after.texts)
    for link in (link for comparison in before.comparisons for link in comparison.links):
        clauses = (*link.left, *link.right)
        if link.origin is LinkOrigin.REVIEWER and any(clause not in new for clause in clauses):
            yield LeftBehind(Decision.PIN, old[clauses[0]].path, old[clauses[0]].text)


def _lost_own_findings(before: Review, after: Review) -> Iterator[LeftBehind]:
    clauses, kept = _by_id(before.texts), {finding.id for finding in after.findings()}
    for finding in before.findings():
        if finding.rule == OWN_RULE and finding.id not in kept:
            yield LeftBehind(Decision.OWN_FINDING, _path(clauses, finding), _words(finding))


def _by_id(texts: Iterable[TreatyText]) -> dict[str, Clause]:
    return {clause.id: clause for text in texts for clause in text.clauses}


def _text_of(review: Review, clause: str) -> TreatyText | None:
    text_id = clause.rpartition(".c")[0]
    return next((text for text in review.texts if text.id == text_id), None)


def _path(clauses: Mapping[str, Clause], finding: Finding) -> str:
    place = finding.left or finding.right
    return clauses[place.clause].path if place else ""


def _words(finding: Finding) -> str:
    return " — ".join(place.text for place in (finding.left, finding.right) if place)
