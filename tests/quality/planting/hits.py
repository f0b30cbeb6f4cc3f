"""Whether what a checker said of a pair of clauses is what was planted there."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from tests.quality.planting.planter import Plant
from treaty.model import Finding, Language, Place, Span

_QUANTITIES = frozenset({"number", "unit", "percentage", "date", "deadline", "frequency"})
_MISSING = frozenset({"omission", "addition", "sentence_omitted", "sentence_added", "clause_omitted", "clause_added", "list"})
_WORDS = frozenset({"meaning", "term", "wording", "omission", "addition", "name", "strength"})
_FORCE = frozenset({"modality", "softener", "speech_act", "negation", "strength", "status"})
_SCOPE = frozenset(
    {"scope", "and_or", "list", "number", "meaning", "actor", "party", "omission", "addition", "wording", "strength"}
)
_NAMES = frozenset({"name", "party", "actor", "acronym", "term", "meaning", "spelling", "wording"})
_SPEECH = frozenset({"speech_act", "modality", "softener", "meaning", "wording", "strength", "intensifier"})
_SMALL = frozenset({"hedge", "intensifier", "scope", "strength", "softener", "meaning", "wording", "deadline"}) | _MISSING
_CLOSING = frozenset(
    {"final_clause", "deadline", "meaning", "number", "status", "name", "wording", "term", "omission", "addition"}
)

KINDS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("number", "magnitude", "ordinal", "unit", "currency", "percentage", "percentage_points"), _QUANTITIES),
    **dict.fromkeys(("date", "frequency"), _QUANTITIES),
    "deadline": _QUANTITIES | {"final_clause", "boundary", "meaning", "wording"},
    "boundary": frozenset({"boundary", "scope", "number", "deadline", "strength"}),
    "cross_reference": frozenset({"cross_reference", "number", "clause_number", "numbering"}),
    "acronym": frozenset({"acronym", "name"}),
    "numbering": frozenset({"numbering", "clause_number", "cross_reference"}),
    **dict.fromkeys(("modality_down", "modality_up", "softener_lost", "softener_added"), _FORCE | {"speech_act"}),
    **dict.fromkeys(("negation_lost", "negation_added"), _FORCE | {"hedge", "meaning", "scope", "boundary"}),
    "speech_act": _SPEECH | {"term"},
    **dict.fromkeys(("hedge_lost", "hedge_added", "intensifier", "intensifier_added", "qualifier_lost"), _SMALL),
    "quantifier": _SCOPE | {"negation", "hedge", "boundary"},
    "and_or": _SCOPE,
    "list_closed": _SCOPE | {"negation"},
    **dict.fromkeys(("list_item_lost", "list_item_added"), _MISSING | {"hedge", "meaning", "wording"}),
    "list_item_replaced": _MISSING | _WORDS,
    **dict.fromkeys(("party", "actor", "office", "organisation", "name_misspelt", "name_replaced"), _NAMES),
    "term": frozenset({"term", "wording", "meaning", "status"}),
    "meaning": _WORDS | {"negation", "hedge", "speech_act", "party", "actor"},
    "status": frozenset({"status", "modality", "term", "final_clause", "party", "meaning", "wording", "name"}),
    "final_clause": _CLOSING,
    "tense": frozenset({"strength", "modality", "meaning", "wording", "intensifier", "speech_act", "softener"}) | _MISSING,
    "particle": frozenset({"spelling"}),
    "leftover": frozenset({"leftover", "addition", "spelling"}),
    **dict.fromkeys(("sentence_lost", "sentence_added"), _MISSING),
    "clause_lost": _MISSING,
}
"""The kinds of findings that say what an error of a class is."""
_SHORT = 30
_WIDEST = 4
_LEAST_SHARE = 0.5
_WHOLE_PASSAGES = frozenset({"clause_lost", "numbering"})


class Located(IntEnum):
    """How well a planted error was found: not, in its place with the right kind, or also with tight spans."""

    MISSED = 0
    FOUND = 1
    TIGHT = 2


def is_hit(plant: Plant, findings: Sequence[Finding]) -> Located:
    """The best that any of the findings on a plant's link says of it."""
    named = (finding for finding in findings if finding.kind in KINDS[plant.error_class])
    return max((_located(plant, finding) for finding in named), default=Located.MISSED)


def _located(plant: Plant, finding: Finding) -> Located:
    if plant.error_class in _WHOLE_PASSAGES:
        return Located.TIGHT
    korean = plant.language is Language.KOREAN
    mine, theirs = (finding.left, finding.right) if korean else (finding.right, finding.left)
    if mine is not None and plant.span.start < plant.span.end:
        return _by_overlap(plant.span, mine, max(len(plant.old), len(plant.new)))
    if mine is not None:
        near = mine.span.start - 1 <= plant.span.start <= mine.span.end + 1
        near = near or (theirs is not None and plant.counterpart is not None and theirs.span.overlaps(plant.counterpart))
        return _tight_if(near, len(mine.text) <= _SHORT)
    if theirs is None:
        return Located.MISSED
    if plant.counterpart is None:
        return _tight_if(True, len(theirs.text) <= max(_SHORT, _WIDEST * max(len(plant.old), len(plant.new))))
    return _by_overlap(plant.counterpart, theirs, max(len(plant.old), plant.counterpart.end - plant.counterpart.start))


def _by_overlap(planted: Span, place: Place, size: int) -> Located:
    together = min(planted.end, place.span.end) - max(planted.start, place.span.start)
    if together <= 0:
        return Located.MISSED
    union = max(planted.end, place.span.end) - min(planted.start, place.span.start)
    return _tight_if(True, together / union >= _LEAST_SHARE or max(size, len(place.text)) <= _SHORT)


def _tight_if(found: bool, tight: bool) -> Located:
    return Located.MISSED if not found else Located.TIGHT if tight else Located.FOUND
