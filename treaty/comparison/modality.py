"""What one language allows and the other requires, what one promises and the other only tries, what one denies and the other
does not: the last predicate of a Korean passage against the main predicates of the English one (CHECKS C20, C21, C23, C29)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from treaty.comparison.counterpart_rules import Alone
from treaty.comparison.passages import Linked
from treaty.comparison.predicate_rules import Force, Meaning, Predicate, PredicateCheck, PredicateRules
from treaty.model import Finding, Language, Span

_SUBORDINATORS = (
    "which|who|whom|whose|where|when|whenever|if|unless|as|whatever|whichever|wherever|whereby|until|because|(?<!to )that"
)
_SUBORDINATE = re.compile(
    rf"\b(?:{_SUBORDINATORS})(?:\s+[\w’'-]+)?\s+(?P<modal>may|can|could|might|shall|will|should|must)\b"
    rf"|\b(?:(?:{_SUBORDINATORS})(?:\s+(?!and\s+(?:may|can|could|might)\b)[\w’'-]+){{2,8}}?|or)\s+(?P<weak>may|can|could|might)\b"
)
"""A modal verb that belongs to the subordinate clause before it, not to the sentence."""
_REPORTED = re.compile(
    r"\b(?:stress|reiterat|emphasi[sz]|confirm|re-?affirm|affirm|underscor|underlin|recogni[sz]|acknowledg|not|declar|stat"
    r"|point(?:s|ed)? out|highlight|shar)(?:s|es|ed|e|ing)?(?: [a-z]+){0,4}? that\b(?P<said>[^;]*)"
    r"|\b(?:principle|understanding|fact|view|position|belief|conviction|recognition) that\b(?P<held>[^;]*)"
)
"""What a sentence reports that somebody said: its predicates are not those of the sentence."""


@dataclass(frozen=True, slots=True)
class _Opposed:
    """Two predicates that contradict each other, the check that says so, and whether that only deserves a look."""

    check: PredicateCheck
    korean: Predicate
    english: Predicate
    doubtful: bool


@dataclass(frozen=True, slots=True)
class _Said:
    """The predicates of a passage: the Korean ones, the English main ones, and the meanings of the English subordinate ones."""

    korean: list[Predicate]
    english: list[Predicate]
    subordinate: frozenset[Meaning]

    @property
    def last(self) -> Predicate:
        return self.korean[-1]

    @property
    def complete(self) -> bool:
        return bool(self.english and self.korean and self.last.last)

    def rendered_before(self) -> bool:
        """Whether a Korean predicate before the last may be what an English one is rendered by."""
        return any(
            before.meaning == one.meaning or (before.meaning.denied and one.meaning.denied)
            for before in self.korean[:-1]
            for one in self.english
        )


def find_different_modality(linked: Linked, rules: PredicateRules) -> Iterator[Finding]:
    """At most one finding on a passage: that of the first row of predicate_checks.tsv which applies; only worth a look where a
    side says it in several sentences, for then each last predicate may answer another."""
    said = _said(linked, rules)
    if not said.complete:
        opposed = _in_report(linked, rules)
    elif said.rendered_before():
        opposed = _one_by_one(linked, said, rules)
    else:
        opposed = _all_against_last(linked, said, rules)
    if opposed is None:
        return
    several = len(linked.korean.sentences) > 1 or len(linked.english.sentences) > 1
    doubtful = opposed.doubtful or opposed.korean.meaning in said.subordinate or several
    yield linked.finding(
        opposed.check.check,
        korean=_trimmed(linked.korean.text, opposed.korean.span),
        english=_trimmed(linked.english.text, opposed.english.span),
        confidence=0.6 if doubtful else 0.85,
        doubtful=doubtful,
    )


def _all_against_last(linked: Linked, said: _Said, rules: PredicateRules) -> _Opposed | None:
    """The last Korean predicate, where it contradicts all English ones."""
    check = next((check for check in rules.checks if _applies(check, linked, said.last, said.english)), None)
    return _Opposed(check, said.last, said.english[-1], check.level is Alone.LOOK) if check else None


def _one_by_one(linked: Linked, said: _Said, rules: PredicateRules) -> _Opposed | None:
    """The one pair that contradicts each other where both languages have as many predicates, taken in order: "shall maintain …
    and shall endeavour" against two duties. None where in another order they might not, or where a subordinate clause has a
    predicate of its own; only efforts and explorations are nearly certain, for what is allowed and owed changes places."""
    if (
        len(said.korean) != len(said.english)
        or said.subordinate
        or rules.predicates(linked.korean.lowered, Language.KOREAN, reported=True)
    ):
        return None
    opposed = [
        (check, korean, english)
        for korean, english in zip(said.korean, said.english, strict=True)
        if (check := next((check for check in rules.checks if _applies(check, linked, korean, [english])), None))
    ]
    if len(opposed) != 1:
        return None
    check, korean, english = opposed[0]
    mine, theirs = (Counter(one.meaning for one in side) for side in (said.korean, said.english))
    if korean.meaning not in mine - theirs or english.meaning not in theirs - mine:
        return None
    soft = {korean.meaning.force, english.meaning.force} & {Force.EFFORT, Force.EXPLORATION}
    return _Opposed(check, korean, english, doubtful=check.level is Alone.LOOK or not soft)


def main_predicates(lowered: str, language: Language, rules: PredicateRules) -> list[Predicate]:
    """The predicates of a text that are not those of an English subordinate clause; `lowered` as `phrases.lowered` makes it."""
    if language is Language.KOREAN:
        return rules.predicates(lowered, language)
    main = rules.predicates(_REPORTED.sub(_blotted, _SUBORDINATE.sub(_masked, lowered)), language)
    return [one for one in main if one.meaning.force is not Force.PERFECT] or main


def _said(linked: Linked, rules: PredicateRules) -> _Said:
    sentence = linked.english.lowered
    main = main_predicates(sentence, Language.ENGLISH, rules)
    everything = rules.predicates(sentence, Language.ENGLISH) if _SUBORDINATE.search(sentence) else main
    places = {predicate.span.start for predicate in main}
    subordinate = frozenset(predicate.meaning for predicate in everything if predicate.span.start not in places)
    return _Said(rules.predicates(linked.korean.lowered, Language.KOREAN), main, subordinate)


def _in_report(linked: Linked, rules: PredicateRules) -> _Opposed | None:
    """The one predicate of what both sentences report, where it says another thing: "stressed that it must be"."""
    korean = rules.predicates(linked.korean.lowered, Language.KOREAN, reported=True)
    reports = list(_REPORTED.finditer(linked.english.lowered))
    if len(korean) != 1 or len(reports) != 1:
        return None
    start, content = _content(reports[0])
    within = rules.predicates(_SUBORDINATE.sub(_masked, content), Language.ENGLISH)
    english = [replace(one, span=one.span.shifted(start)) for one in within]
    check = next((check for check in rules.checks if english and _applies(check, linked, korean[0], english)), None)
    return _Opposed(check, korean[0], english[-1], check.level is Alone.LOOK or len(english) > 1) if check else None


def _blotted(match: re.Match[str]) -> str:
    """The words up to what is reported, and a blot of its length."""
    size = len(_content(match)[1])
    return match.group()[: len(match.group()) - size] + "~" * size


def _content(match: re.Match[str]) -> tuple[int, str]:
    """Where what is reported begins, and its words."""
    group = "said" if match["said"] is not None else "held"
    return match.start(group), match[group]


def _masked(match: re.Match[str]) -> str:
    """The words up to a modal verb, and a blot of its length."""
    modal = match["modal"] or match["weak"]
    return match.group()[: -len(modal)] + "~" * len(modal)


def _applies(check: PredicateCheck, linked: Linked, last: Predicate, english: Sequence[Predicate]) -> bool:
    if last.meaning not in check.korean or any(one.meaning not in check.english for one in english):
        return False
    unless = check.unless[Language.KOREAN], check.unless[Language.ENGLISH]
    excused = (unless[0] and unless[0].search(linked.korean.lowered)) or (
        unless[1] and unless[1].search(linked.english.lowered)
    )
    return not excused


def _trimmed(text: str, span: Span) -> Span:
    """The span without a blank at either end."""
    words = span.of(text)
    return Span(span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip()))
