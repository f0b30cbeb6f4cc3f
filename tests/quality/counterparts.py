"""How well clauses of different agreements that deal with the same subject are found."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tests.quality.gold import OWN, gold_files, read_gold, text_of
from treaty.comparison.rules import ComparisonRules
from treaty.comparison.strength import with_strengths
from treaty.model import ClauseKind, Language, Relation, Strength, TreatyText
from treaty.review.assembly import Instruments, assemble_review

COUNTERPARTS = Path(__file__).parent / "counterparts"
HELD_OUT = ("customs-assistance", "extradition")
"""Hand-linked before it was measured, and fitted on by nothing: only its totals are looked at, never its misses."""
KOREAN, ENGLISH = Language.KOREAN, Language.ENGLISH


@dataclass(frozen=True, slots=True)
class CounterpartScore:
    """Of `made` links `right` are those made by hand, of which there are `wanted`; of the right ones `strengths` are said to be
    as strong, stronger, weaker or different as by hand. `clauses` of them are between clauses that are no headings, which are
    always as strong, and of those `clause_strengths` are right."""

    name: str
    made: int
    right: int
    wanted: int
    strengths: int
    clauses: int
    clause_strengths: int


def counterpart_scores(instruments: Instruments) -> Iterator[CounterpartScore]:
    """Each hand-linked pair of agreements within each language and across."""
    for path in sorted(COUNTERPARTS.glob("*.json")):
        for languages in ((KOREAN, KOREAN), (ENGLISH, ENGLISH), (KOREAN, ENGLISH), (ENGLISH, KOREAN)):
            left, right, wanted = read_pair(path, *languages)
            links = assemble_review([left, right], Relation.COUNTERPART, instruments).comparisons[0].links
            made = {(link.left[0], link.right[0]): link.strength for link in links if not link.one_sided}
            found = made.keys() & wanted.keys()
            judged = [made[pair] is wanted[pair] for pair in found]
            clauses = [made[pair] is wanted[pair] for pair in found if not left.clause(pair[0]).kind.heads]
            name = f"{path.stem} {languages[0]}–{languages[1]}"
            yield CounterpartScore(name, len(made), len(found), len(wanted), sum(judged), len(clauses), sum(clauses))


def translated_strengths(rules: ComparisonRules) -> Iterator[tuple[str, int, int]]:
    """Of the clauses of each hand-aligned translation, judged as if they were of different agreements, how many there are and
    how many are not said to be as strong: a faithful translation is neither stronger nor weaker."""
    for path in gold_files():
        gold = read_gold(path)
        judged = with_strengths(gold.two_sided, gold.left, gold.right, rules=rules)
        yield path.stem, len(judged), sum(link.strength is not Strength.SAME for link in judged)


def read_pair(path: Path, left: Language, right: Language) -> tuple[TreatyText, TreatyText, dict[tuple[str, str], Strength]]:
    """Two agreements, each in one language, and the pairs of clauses on the same subject with what the right one says as
    compared with the left. The left one stands in the file itself, or is one of the hand-aligned texts (`other`)."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    if "other" in raw:
        mine = json.loads((OWN / f"{raw['other']}.json").read_text(encoding="utf-8"))
        theirs, english = raw, {korean: group for groups, group in mine["gold"] for korean in groups}
    else:
        mine, theirs = raw["left"], raw["right"]
        english = {number: [number] for number in range(len(mine["ko"]))}
    first = _titled(text_of("left", left, mine[left.value], mine[f"{left.value}_numbers"]))
    second = _titled(text_of("right", right, theirs[right.value], theirs[f"{right.value}_numbers"]))
    return (
        first,
        second,
        {
            (first.clauses[place].id, second.clauses[other].id): Strength(relation)
            for number, other, relation in raw["gold"]
            for place in (english[number] if left is ENGLISH else [number])
        },
    )


def _titled(text: TreatyText) -> TreatyText:
    """The text with its first clause as its title, as it is read from a document."""
    title, *rest = text.clauses
    return replace(text, clauses=(replace(title, kind=ClauseKind.TITLE), *rest))
