"""`python -m tests.quality.fitting` fits what the aligner has that is fitted, on all hand-linked texts and leaving one out at a
time, and prints both: the weights, the links found with them, and how far the confidences come true; and what a quarter more or
less of the other weights does. `joins`, `confidences` and `sensitivity` name the parts. Asserts nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, fields, replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt

import tests  # noqa: F401  (sets the number of threads before numpy is loaded)
from tests.quality.measures import SHARED
from tests.quality.workshop import CONDITIONS, Damaged, Workshop
from treaty.alignment.belonging import Belonging, JoinWeights
from treaty.alignment.clauses import clause_groups
from treaty.alignment.confidence import Calibration, standings_of
from treaty.alignment.evidence import Weights
from treaty.alignment.groups import Group
from treaty.alignment.search import CLAUSE_COSTS, linked_groups
from treaty.language.meaning import SentenceEncoder

Floats = npt.NDArray[np.float64]
Example = tuple[tuple[float, ...], bool]
CONFIDENCES = (0.0, 0.2, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 1.01)


def join_examples(one: Damaged, encoder: SentenceEncoder) -> Iterator[Example]:
    """Clauses beside links that are right otherwise, and whether they belong to them."""
    owners = [{place: number for number, group in enumerate(one.case["gold"]) for place in group[side]} for side in (0, 1)]
    belonging = Belonging((one.evidence.left.units, one.evidence.right.units), encoder, JoinWeights())
    for side, run, rest, other in _questions(linked_groups(one.evidence, CLAUSE_COSTS), one.size):
        held = {owners[side].get(place) for place in rest} | {owners[1 - side].get(place) for place in other}
        fit = belonging.best_fit(side, run, rest, other) if len(held) == 1 else None
        if fit:
            yield astuple(fit), owners[side].get(run.start) in held


def _questions(groups: Sequence[Group], size: tuple[int, int]) -> Iterator[tuple[int, range, range, range]]:
    """The clauses at the edges of links, and those left over beside them: the side, the clause, the rest of the link, its other
    side."""
    for side in (0, 1):
        runs = [((group.left, group.right)[side], (group.left, group.right)[1 - side]) for group in groups]
        held = {place for run, _ in runs for place in run}
        for run, other in runs:
            if len(run) > 1:
                yield side, run[:1], run[1:], other
                yield side, run[-1:], run[:-1], other
            for beside in (run.start - 1, run.stop):
                if 0 <= beside < size[side] and beside not in held:
                    yield side, range(beside, beside + 1), run, other


def confidence_examples(one: Damaged, workshop: Workshop) -> Iterator[Example]:
    """The links found, and whether they are right."""
    gold = {(tuple(left), tuple(right)) for left, right in one.case["gold"]}
    groups = clause_groups(one.evidence, workshop.encoder)
    for group, standing in zip(groups, standings_of(groups, *one.size), strict=True):
        if standing:
            yield astuple(standing), (tuple(group.left), tuple(group.right)) in gold


def fitted(examples: Sequence[Example], ridge: float = 1e-3) -> list[float]:
    """Logistic regression by Newton's method: the bias and one weight a feature."""
    features = np.array([features for features, _ in examples])
    right = np.array([right for _, right in examples], dtype=np.float64)
    spread = features.std(axis=0) + 1e-9
    table = np.column_stack([np.ones(len(features)), (features - features.mean(axis=0)) / spread])
    penalty = ridge * len(right) * np.diag([0.0, *np.ones(features.shape[1])])
    weights = np.zeros(table.shape[1])
    for _ in range(30):
        chances = 1 / (1 + np.exp(-table @ weights))
        curvature = (table * (chances * (1 - chances))[:, None]).T @ table + penalty
        weights += np.linalg.solve(curvature, table.T @ (right - chances) - penalty @ weights)
    slopes = weights[1:] / spread
    return [float(weights[0] - slopes @ features.mean(axis=0)), *map(float, slopes)]


def left_out(examples: dict[str, list[Example]]) -> dict[str, list[float]]:
    """For each document what is fitted on all the others."""
    return {out: fitted([one for name, some in examples.items() if name != out for one in some]) for out in examples}


def print_joins(workshop: Workshop) -> None:
    examples: dict[str, list[Example]] = {case["id"]: [] for case in workshop.gold}
    for one in workshop.damaged:
        examples[one.document] += join_examples(one, workshop.encoder)
    everything = fitted([one for some in examples.values() for one in some])
    others = left_out(examples)
    say(f"Whether a clause belongs to the link beside it, {sum(map(len, examples.values())):,} examples")
    _print_weights(("bias", "piece", "rest", "covered", "length", "size"), everything, others, astuple(JoinWeights()))
    say("Strict F1, mean of three seeds of damage")
    say(f"  {'':<24}" + "".join(f"{condition:>12}" for condition in CONDITIONS))
    given = {
        "as in the program": {name: JoinWeights() for name in others},
        "fitted on all": {name: JoinWeights(*everything) for name in others},
        "fitted on the others": {name: JoinWeights(*weights) for name, weights in others.items()},
    }
    for name, weights in given.items():
        _print_scores(name, workshop.scores(weights))


def print_confidences(workshop: Workshop) -> None:
    faithful: dict[str, list[Example]] = {case["id"]: [] for case in workshop.gold}
    mistaken: dict[str, list[Example]] = {case["id"]: [] for case in workshop.gold}
    for one in workshop.damaged:
        faithful[one.document] += confidence_examples(one, workshop)
    for one in workshop.mistaken():
        mistaken[one.document] += confidence_examples(one, workshop)
    both = {name: faithful[name] + mistaken[name] for name in faithful}
    everything, others = fitted([one for some in both.values() for one in some]), left_out(both)
    say("Confidence of links")
    _print_weights(("bias", "score", "near", "adjoining"), everything, others, astuple(Calibration()))
    for title, examples in (("all links", both), ("links of texts paired by mistake", mistaken)):
        say(f"  {title:<36}{'as in the program':>24}{'fitted on the others':>24}")
        program = {name: list(astuple(Calibration())) for name in others}
        columns = [_reliability(examples, weights) for weights in (program, others)]
        for span, *told in zip(pairwise(CONFIDENCES), *columns, strict=True):
            shares = "".join(f"{count:>14,} {share:>8.1%}" for count, share in told)
            say(f"    {span[0]:.2f}–{min(1.0, span[1]):.2f}{'':<23}{shares}")


def _reliability(examples: dict[str, list[Example]], weights: dict[str, list[float]]) -> list[tuple[int, float]]:
    """For each span of confidences how many links have one in it, and which share of them is right."""
    told: list[tuple[float, bool]] = []
    for name, some in examples.items():
        bias, *slopes = weights[name]
        told += [(1 / (1 + np.exp(-bias - np.dot(slopes, features))), right) for features, right in some]
    found = [[right for sure, right in told if low <= sure < high] for low, high in pairwise(CONFIDENCES)]
    return [(len(some), sum(some) / max(1, len(some))) for some in found]


def print_sensitivity(workshop: Workshop) -> None:
    say("Strict F1 when a weight that was set by hand is a quarter smaller, and a quarter larger")
    say(f"  {'':<24}" + "".join(f"{condition:>12}" for condition in CONDITIONS))
    _print_scores("as in the program", workshop.scores_with(Weights()))
    for field in fields(Weights):
        if field.name not in ("glossary", "both_heading", "heading_against_text"):
            for factor in (0.75, 1.25):
                weights = replace(Weights(), **{field.name: factor * getattr(Weights(), field.name)})
                _print_scores(f"{field.name} × {factor}", workshop.scores_with(weights))


def _print_scores(name: str, scores: Mapping[str, float]) -> None:
    say(f"  {name:<24}" + "".join(f"{scores[condition]:12.4f}" for condition in CONDITIONS))


def _print_weights(
    names: Sequence[str], everything: Sequence[float], others: dict[str, list[float]], program: Sequence[float]
) -> None:
    say(f"  {'':<12}{'program':>10}{'all':>10}{'one left out: from':>22}{'to':>10}")
    for place, name in enumerate(names):
        range_of = [weights[place] for weights in others.values()]
        say(f"  {name:<12}{program[place]:>10.2f}{everything[place]:>10.2f}{min(range_of):>22.2f}{max(range_of):>10.2f}")


def say(line: str = "") -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> int:
    if not SHARED.is_dir():
        say(f"Nothing to fit on: the hand-linked texts are kept in {SHARED}, which is not here.")
        return 0
    workshop = Workshop()
    for part in (print_joins, print_confidences, print_sensitivity):
        if not sys.argv[1:] or part.__name__.removeprefix("print_") in sys.argv[1:]:
            part(workshop)
            say()
    return 0


if __name__ == "__main__":
    sys.exit(main())
