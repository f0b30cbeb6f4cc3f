"""How what was counted on planted errors is printed: a table a half, and lists of the development half for writers of rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from tests.quality.blind import FOR_DEVELOPMENT, BlindScore
from tests.quality.planted import (
    NUMERIC,
    Alarm,
    Found,
    HalfScore,
    alarms_by_kind,
    per_hundred,
)  # fmt: skip
from tests.quality.planting.hits import Located

_MOST_WORDS = 230
Say = Callable[[str], None]


def print_half(half: str, score: HalfScore, say: Say) -> None:
    """The recall of each class, of the numeric and formal ones, and of all; the false alarms by kind."""
    say(f"Planted errors, {half} half: {len(score.found)} plants")
    say(f"  {'class':<20} {'planted':>7} {'found':>6} {'default':>8} {'thorough':>8} {'tight':>6}")
    classes: dict[str, list[Found]] = {}
    for one in score.found:
        classes.setdefault(one.plant.error_class, []).append(one)
    for name in sorted(classes, key=lambda name: (name not in NUMERIC, name)):
        _print_row(name, classes[name], say)
    _print_row("numeric and formal", [one for one in score.found if one.plant.error_class in NUMERIC], say)
    _print_row("all the others", [one for one in score.found if one.plant.error_class not in NUMERIC], say)
    _print_row("all", score.found, say)
    seen = [one.said for one in score.found if one.default > Located.MISSED]
    say(f"  findings of the default level on the clauses of each error found: {sum(seen) / max(1, len(seen)):.2f}")
    _print_alarms(score, say)


def _print_row(name: str, found: Sequence[Found], say: Say) -> None:
    planted = max(1, len(found))
    plain, thorough, tight = (sum(map(hit, found)) for hit in (_plainly, _thoroughly, _tightly))
    say(
        f"  {name:<20} {len(found):7} {plain:6} {100 * plain / planted:7.1f}% {100 * thorough / planted:7.1f}%"
        f" {100 * tight / max(1, thorough):5.1f}%"
    )


def _print_alarms(score: HalfScore, say: Say) -> None:
    numeric = [alarm for alarm in score.alarms if alarm.finding.kind in NUMERIC_KINDS]
    say(f"False alarms per 100 faithful clauses ({score.faithful} clauses, each once)")
    say(f"  ({score.excluded} links left out, as unfaithful.tsv says or because they hold several clauses)")
    say(f"  {'kind':<20} {'default':>8} {'thorough':>8}")
    for name, alarms in (("all", score.alarms), ("numeric and formal", numeric)):
        rates = [per_hundred(alarms, score.faithful, hidden=hidden) for hidden in (False, True)]
        say(f"  {name:<20} {rates[0]:8.2f} {rates[1]:8.2f}")
    for kind, plain, count in alarms_by_kind(score.alarms):
        say(f"  {kind:<20} {100 * plain / score.faithful:8.2f} {100 * count / score.faithful:8.2f}")
    new = [per_hundred(score.new_alarms, score.spared, hidden=hidden) for hidden in (False, True)]
    say(f"  and {new[0]:.2f} and {new[1]:.2f} more on {score.spared} clauses left alone beside errors elsewhere")


def print_missed(error_class: str, found: Iterable[Found], say: Say) -> None:
    """The plants of a class that not even the thorough level found."""
    missed = [one for one in found if one.plant.error_class == error_class and one.thorough is Located.MISSED]
    say(f"{error_class}: {len(missed)} missed")
    for one in missed:
        say(f"  {one.text} ({one.plant.language}): {one.plant.old or '∅'} -> {one.plant.new or '∅'}")
        for words in one.clauses:
            say(f"    {_shortened(words)}")


def print_blind_scores(scores: Sequence[BlindScore], say: Say) -> None:
    """A line a document, and one for those that are measured on."""
    head = ("document", "errors", "default", "thorough", "tight", "clauses", "alarms", "all", "traps")
    say("  {:<24} {:>6} {:>8} {:>8} {:>6} {:>8} {:>7} {:>6} {:>8}".format(*head))
    held = [score for score in scores if score.name not in FOR_DEVELOPMENT]
    for name, some in (*((score.name, [score]) for score in scores), ("measured on", held), ("all", scores)):
        found = [one for score in some for one in score.counted.found]
        clauses = sum(score.counted.faithful for score in some)
        alarms = [alarm for score in some for alarm in score.counted.alarms]
        rates = [per_hundred(alarms, clauses, hidden=hidden) for hidden in (False, True)]
        shares = [sum(map(hit, found)) / max(1, len(found)) for hit in (_plainly, _thoroughly, _tightly)]
        traps = f"{sum(len(score.trapped) for score in some)}/{sum(score.traps for score in some)}"
        say(
            f"  {name:<24} {len(found):6} {shares[0]:8.1%} {shares[1]:8.1%} {shares[2]:6.1%} {clauses:8}"
            f" {rates[0]:7.2f} {rates[1]:6.2f} {traps:>8}"
        )


def print_blind_lists(score: BlindScore, say: Say) -> None:
    """What was not found in a document, and what was said where nothing is wrong."""
    for one in score.counted.found:
        if one.default is Located.MISSED:
            level = "hidden" if one.thorough else "missed"
            say(f"  {level} {one.plant.error_class} ({one.plant.language}): {one.plant.old or '∅'} -> {one.plant.new or '∅'}")
            for words in one.clauses:
                say(f"    {words}")
    print_alarms(score.counted.alarms, say)


def _plainly(one: Found) -> bool:
    return one.default > Located.MISSED


def _thoroughly(one: Found) -> bool:
    return one.thorough > Located.MISSED


def _tightly(one: Found) -> bool:
    return one.thorough is Located.TIGHT


def print_alarms(alarms: Iterable[Alarm], say: Say) -> None:
    """Every false alarm with its clauses."""
    for alarm in alarms:
        places = [place.text if place else "∅" for place in (alarm.finding.left, alarm.finding.right)]
        level = "thorough" if alarm.hidden else "default"
        say(f"  {alarm.text} {level} {alarm.finding.kind} {alarm.finding.rule}: {places[0]} | {places[1]}")
        for words in alarm.clauses:
            say(f"    {_shortened(words)}")


def _shortened(words: str) -> str:
    return words if len(words) <= _MOST_WORDS else f"{words[:_MOST_WORDS]}…"


NUMERIC_KINDS = frozenset(
    {"number", "unit", "percentage", "date", "deadline", "boundary", "frequency", "cross_reference", "acronym",
     "numbering", "clause_number"}
)  # fmt: skip
"""The kinds of findings that belong to the numeric and formal classes."""
