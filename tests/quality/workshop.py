"""The hand-linked texts as the aligner is fitted and tried on: damaged with several seeds, and paired by mistake."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import numpy as np

from tests.quality.measures import SHARED, judge
from treaty.alignment.belonging import JoinWeights
from treaty.alignment.clauses import clause_groups
from treaty.alignment.evidence import Evidence, Weights
from treaty.alignment.groups import Group
from treaty.alignment.labels import label_number
from treaty.alignment.units import Side, Unit
from treaty.language.meaning import SentenceEncoder
from treaty.model import Language

SEEDS = ("", " 1", " 2")
"""The damage of the benchmark itself, and two others of the same kinds."""
CONDITIONS = ("strip", "delete", "merge", "move", "all", "mislabelled")


@dataclass(frozen=True, slots=True, eq=False)
class Damaged:
    """A hand-linked text as damaged, with its evidence; of two texts paired by mistake the hand-made links are none."""

    document: str
    condition: str
    seed: str
    case: dict[str, Any]
    evidence: Evidence

    @property
    def size(self) -> tuple[int, int]:
        return len(self.evidence.left), len(self.evidence.right)


class Workshop:
    """The hand-linked texts, damaged with several seeds, and all of them paired with each other by mistake."""

    def __init__(self) -> None:
        self.encoder = SentenceEncoder()
        self._judge: ModuleType = judge()
        self._sides: dict[tuple[Unit, ...], Side] = {}
        paths = sorted((SHARED / "texts" / "gold").glob("*.json"))
        paths = [path for path in paths if not path.stem.endswith((".sent", ".point"))]
        self.gold = [self._judge.read_gold(path) for path in paths]
        self.damaged = list(self._damaged())

    def _damaged(self) -> Iterator[Damaged]:
        for seed in SEEDS:
            self._judge.dice = lambda case, condition, seed=seed: random.Random(f"{case['id']} {condition}{seed}")
            for condition in CONDITIONS:
                for case in self.gold if condition != "strip" or not seed else ():
                    yield self._made(case["id"], condition, seed, self._judge.CONDITIONS[condition](case))

    def mistaken(self) -> Iterator[Damaged]:
        """Every text paired with the other language's text of another."""
        for left in self.gold:
            for right in self.gold:
                if left is not right:
                    labels = {"ko_labels": left["ko_labels"], "en_labels": right["en_labels"]}
                    case = {"id": left["id"], "ko": left["ko"], "en": right["en"], "gold": [], **labels}
                    yield self._made(left["id"], "mistaken", "", case)

    def _made(self, document: str, condition: str, seed: str, case: dict[str, Any]) -> Damaged:
        return Damaged(document, condition, seed, case, Evidence(self._side(case, "ko"), self._side(case, "en")))

    def _side(self, case: dict[str, Any], language: str) -> Side:
        labels = case[f"{language}_labels"] or [""] * len(case[language])
        texts = zip(case[language], labels, strict=True)
        units = tuple(Unit(text, Language(language), label_number(label)) for text, label in texts)
        if units not in self._sides:
            self._sides[units] = Side(units, self.encoder)
        return self._sides[units]

    def scores(self, weights: Mapping[str, JoinWeights]) -> dict[str, float]:
        """Strict F1 of each condition, the mean over the seeds, each document aligned with the weights given for it."""
        found = {one: clause_groups(one.evidence, self.encoder, weights[one.document]) for one in self.damaged}
        return self._mean_f1(found)

    def scores_with(self, weights: Weights) -> dict[str, float]:
        """The same with other weights of the evidence, of the benchmark's own damage alone."""
        return self._mean_f1(
            {
                one: clause_groups(Evidence(one.evidence.left, one.evidence.right, weights=weights), self.encoder)
                for one in self.damaged
                if not one.seed
            }
        )

    def _mean_f1(self, found: Mapping[Damaged, list[Group]]) -> dict[str, float]:
        tallies: dict[tuple[str, str], list[list[int]]] = {}
        for one, groups in found.items():
            links = [(list(group.left), list(group.right)) for group in groups]
            tallies.setdefault((one.condition, one.seed), []).append(self._judge.tally(one.case, links))
        f1 = {key: self._judge.f1(*np.sum(some, axis=0))[2] for key, some in tallies.items()}
        return {name: float(np.mean([f1[key] for key in f1 if key[0] == name])) for name in CONDITIONS}
