"""What one language allows and the other requires, what one promises and the other only tries, what one denies and the other
does not: the last predicate of a Korean passage against the main predicates of the English one (CHECKS C20, C21, C23, C29)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from treaty.comparison.counterpart_rules import Alone
from treaty.comparison.passages import Linked
from treaty.comparison.predicate_rules import Predicate, PredicateCheck, PredicateRules
from treaty.model import Finding, Language, Span

_SUBORDINATE = re.compile(
    r"\b(?:(?:which|who|whom|whose|where|when|whenever|if|unless|as|whatever|whichever|wherever|whereby|until|because)"
    r"(?:\s+[\w’'-]+){0,4}?|that)\s+(?P<modal>may|can|could|might|shall|will|should|must)\b"
    r"|\b(?:which|who|as|where|whatever)(?:\s+[\w’'-]+){5,8}?\s+(?P<weak>may|can|could|might)\b"
)
"""A modal verb that belongs to the subordinate clause before it, not to the sentence."""


def find_different_modality(linked: Linked, rules: PredicateRules) -> Iterator[Finding]:
    """At most one finding on a passage: that of the first row of predicate_checks.tsv which applies."""
    korean = rules.predicates(linked.korean.lowered, Language.KOREAN)
    english = _main_predicates(linked.english.lowered, rules)
    if not english or not korean or not korean[-1].last:
        return
    for check in rules.checks:
        found = _contradicting(check, linked, korean, english)
        if found:
            spans = {Language.KOREAN: found[0].span, Language.ENGLISH: found[1].span}
            doubtful = check.level is Alone.LOOK
            yield linked.finding(
                check.check,
                korean=_trimmed(linked.korean.text, spans[Language.KOREAN]),
                english=_trimmed(linked.english.text, spans[Language.ENGLISH]),
                confidence=0.6 if doubtful else 0.85,
                doubtful=doubtful,
            )
            return


def _contradicting(
    check: PredicateCheck, linked: Linked, korean: list[Predicate], english: list[Predicate]
) -> tuple[Predicate, Predicate] | None:
    """The predicates to which a check applies, if it does."""
    last = korean[-1]
    if last.meaning not in check.korean or not all(predicate.meaning in check.english for predicate in english):
        return None
    if any(predicate.meaning.denied for predicate in korean[:-1]) and any(predicate.meaning.denied for predicate in english):
        return None
    for passage, language in ((linked.korean, Language.KOREAN), (linked.english, Language.ENGLISH)):
        excuse = check.unless[language]
        if excuse is not None and excuse.search(passage.lowered):
            return None
    return last, english[-1]


def _main_predicates(sentence: str, rules: PredicateRules) -> list[Predicate]:
    """The predicates of an English sentence without those of its subordinate clauses."""
    return rules.predicates(_SUBORDINATE.sub(_masked, sentence), Language.ENGLISH)


def _masked(match: re.Match[str]) -> str:
    """The words up to a modal verb, and a blot of its length."""
    modal = match["modal"] or match["weak"]
    return match.group()[: -len(modal)] + "~" * len(modal)


def _trimmed(text: str, span: Span) -> Span:
    """The span without a blank at either end."""
    words = span.of(text)
    return Span(span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip()))
