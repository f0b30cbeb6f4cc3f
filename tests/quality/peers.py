"""The same measurements of programs that others wrote, where they are installed (`pip install -r constraints-peers.txt`).

Each is used for what it is for, with its own defaults (galechurch is told the ratio of lengths): galechurch links clauses,
pofilter checks translations, difflib, diff-match-patch and redlines show what changed between two versions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from desktop.toolkit import Toolkit
from tests.quality.measures import judge
from tests.quality.planted import ROUNDS, excluded_links, texts_of
from tests.quality.planting.linked_text import LinkedText
from tests.quality.planting.planter import Planter
from tests.quality.revised import OWN
from treaty.language.tokens import Tokenizer
from treaty.language.word_changes import word_changes
from treaty.model import Language, Relation
from treaty.progress import SilentProgress

Flags = Callable[[str, str], frozenset[str]]
"""What a checker says of a Korean text and the English one that it translates: a set of complaints."""
Edges = tuple[tuple[int, int], tuple[int, int]]
"""Start and end of a change in the old text and in the new one."""


@dataclass(frozen=True, slots=True)
class PeerCheck:
    """How a checker of others did on one half: errors planted and found, faithful clauses and complaints about them."""

    name: str
    planted: int
    found: int
    faithful: int
    complaints: int


@dataclass(frozen=True, slots=True)
class PeerDiff:
    """How a program shows changes: changes a clause, the share of characters marked, and of ends of changes inside a word."""

    name: str
    changes: float
    marked: float
    inside_words: float


def checks(half: str, gold: Path) -> Iterator[PeerCheck]:
    """Checkers of others on the planted errors of a half. An error counts as found when anything new is said of its clauses,
    wherever in them, which is kinder than what is asked of Daejo."""
    for name, flags in _checkers().items():
        planter, tally = Planter(half), [0, 0, 0, 0]
        for text in texts_of(half, gold):
            for number, count in enumerate(_checked(text, planter, ROUNDS[half], flags)):
                tally[number] += count
        yield PeerCheck(name, *tally)


def _checkers() -> dict[str, Flags]:
    found: dict[str, Flags] = {"digits alone": _digits}
    if find_spec("translate"):
        found["pofilter"] = _pofilter()
    return found


def _digits(korean: str, english: str) -> frozenset[str]:
    """The figures that only one side has, as written."""
    left, right = (frozenset(re.findall(r"\d+(?:[.,]\d+)*", text)) for text in (korean, english))
    return left ^ right


def _pofilter() -> Flags:
    from translate.filters.checks import CheckerConfig, StandardChecker
    from translate.storage.base import TranslationUnit

    checker = StandardChecker(CheckerConfig(targetlanguage="ko"))

    def flags(korean: str, english: str) -> frozenset[str]:
        unit = TranslationUnit(english)
        unit.target = korean
        return frozenset(checker.run_filters(unit))

    return flags


def _checked(text: LinkedText, planter: Planter, rounds: int, flags: Flags) -> tuple[int, int, int, int]:
    left_out = frozenset(excluded_links(text))
    before = {number: flags(*words) for number, words in _pairs(text).items()}
    faithful = [said for number, said in before.items() if number not in left_out]
    planted = found = 0
    for round_number in range(rounds):
        spoiled = planter.plant(text, round_number, left_out)
        words = _pairs(spoiled.text)
        for plant in spoiled.plants:
            planted += 1
            found += bool(flags(*words.get(plant.link, ("", ""))) - before[plant.link])
    return planted, found, len(faithful), sum(map(len, faithful))


def _pairs(text: LinkedText) -> dict[int, tuple[str, str]]:
    words = [{clause.id: clause.text for clause in side.clauses} for side in (text.korean, text.english)]
    return {
        number: (" ".join(words[0].get(i, "") for i in link.left), " ".join(words[1].get(i, "") for i in link.right))
        for number, link in enumerate(text.links)
    }


def alignments(gold: Sequence[Path]) -> Iterator[tuple[str, float]]:
    """Strict F1 of galechurch for each condition of the benchmark in shared/quality; nothing where either is not there."""
    if not find_spec("galechurch"):
        return
    import galechurch  # type: ignore[import-not-found]

    def linked(case: dict[str, list[str]]) -> list[tuple[list[int], list[int]]]:
        # Its defaults are of European languages, whose texts are about equally long; Korean is half as long as English.
        ratio = sum(map(len, case["ko"])) / max(1, sum(map(len, case["en"])))
        beads = galechurch.align(case["ko"], case["en"], mean_xy=ratio).beads
        return [
            (list(range(bead.source_start, bead.source_end)), list(range(bead.target_start, bead.target_end))) for bead in beads
        ]

    scorer = judge()
    cases = [scorer.read_gold(path) for path in gold]
    for condition, damage in scorer.CONDITIONS.items():
        tallies = [scorer.tally(case, linked(case)) for case in map(damage, cases)]
        yield condition, scorer.f1(*(sum(column) for column in zip(*tallies, strict=True)))[2]


def diffs(toolkit: Toolkit) -> Iterator[PeerDiff]:
    """What each program marks in the changed clauses of our own pairs of versions."""
    changed = list(_changed_clauses(toolkit))
    for name, edges in _diffs(toolkit.instruments.rules.tokenizer).items():
        made = [(old, new, edges(old, new, language)) for old, new, language in changed]
        ends = [
            (text, at)
            for old, new, spans in made
            for span in spans
            for text, part in zip((old, new), span, strict=True)
            if part[0] < part[1]
            for at in part
        ]
        marked = sum(end - start for _, _, spans in made for span in spans for start, end in span)
        yield PeerDiff(
            name,
            sum(len(spans) for _, _, spans in made) / len(made),
            marked / sum(len(old) + len(new) for old, new, _ in made),
            sum(_inside_word(text, at) for text, at in ends) / max(1, len(ends)),
        )


def _changed_clauses(toolkit: Toolkit) -> Iterator[tuple[str, str, Language]]:
    for earlier in sorted(OWN.glob("*.earlier.txt")):
        files = [earlier, earlier.with_name(earlier.name.replace("earlier", "later"))]
        review = toolkit.compare_files(files, Relation.REVISION, SilentProgress())
        words = {clause.id: clause.text for text in review.texts for clause in text.clauses}
        for link in review.comparisons[0].links:
            if len(link.left) == len(link.right) == 1 and words[link.left[0]] != words[link.right[0]]:
                yield words[link.left[0]], words[link.right[0]], review.texts[0].language


def _diffs(tokenizer: Tokenizer) -> dict[str, Callable[[str, str, Language], list[Edges]]]:
    found: dict[str, Callable[[str, str, Language], list[Edges]]] = {
        "Daejo": partial(_own, tokenizer),
        "difflib": _difflib,
    }
    if find_spec("diff_match_patch"):
        found["diff-match-patch"] = _diff_match_patch
    if find_spec("redlines"):
        found["redlines"] = _redlines
    return found


def _own(tokenizer: Tokenizer, old: str, new: str, language: Language) -> list[Edges]:
    changes = word_changes(old, new, language, tokenizer)
    return [((change.old.start, change.old.end), (change.new.start, change.new.end)) for change in changes]


def _difflib(old: str, new: str, _: Language) -> list[Edges]:
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [((a, b), (c, d)) for what, a, b, c, d in codes if what != "equal"]


def _diff_match_patch(old: str, new: str, _: Language) -> list[Edges]:
    from diff_match_patch import diff_match_patch  # type: ignore[import-not-found]

    program = diff_match_patch()
    parts = program.diff_main(old, new)
    program.diff_cleanupSemantic(parts)
    return _joined(parts)


def _redlines(old: str, new: str, _: Language) -> list[Edges]:
    from redlines import Redlines  # type: ignore[import-not-found]

    parts = []
    for change in Redlines(old, new).redlines:
        if change.operation == "equal":
            parts.append((0, change.source_text))
            continue
        parts += [(-1, change.source_text or ""), (1, change.test_text or "")]
    return _joined(parts)


def _joined(parts: Sequence[tuple[int, str]]) -> list[Edges]:
    """Changes out of a list of kept (0), deleted (-1) and inserted (1) texts; neighbours are one change."""
    made: list[Edges] = []
    here, places = [0, 0], [0, 0]
    for what, text in (*parts, (0, "")):
        if what == 0:
            if here != places:
                made.append(((here[0], places[0]), (here[1], places[1])))
            places = [place + len(text) for place in places]
            here = list(places)
        else:
            places[what > 0] += len(text)
    return made


def _inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
