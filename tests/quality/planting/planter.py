"""Plants errors in about a third of a text's clauses, one a clause, the same for the same seed."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from tests.quality.planting.change import Change, ClausePair, Draw, Surroundings
from tests.quality.planting.dates import changed_dates
from tests.quality.planting.letters import changed_acronyms, changed_names, left_over, slipped_particles, swapped_states
from tests.quality.planting.linked_text import LinkedText
from tests.quality.planting.passages import added_sentences, changed_lists, lost_sentences
from tests.quality.planting.quantities import changed_magnitudes, changed_values
from tests.quality.planting.wording import changed_words
from treaty.language.sentences import sentence_spans
from treaty.model import Clause, Language, Link, Span, TreatyText

FAMILIES: tuple[Callable[[ClausePair, Draw], Iterator[Change]], ...] = (
    changed_values, changed_magnitudes, changed_dates, changed_words, changed_acronyms, changed_names, swapped_states,
    changed_lists, lost_sentences, added_sentences, slipped_particles, left_over,
)  # fmt: skip
CLAUSE_LOST, NUMBERING = "clause_lost", "numbering"
_SHARE = 3
_LONGEST_SPARE = 130
_ANYWHERE = frozenset({CLAUSE_LOST, NUMBERING, "leftover", "particle", "sentence_added", "hedge_added"})
_LEAST, _MOST_SHARE = 5, 0.02
_WEIGHTS = (
    {"meaning": 5.0, "number": 3.0, "qualifier_lost": 2.5}
    | dict.fromkeys(("quantifier", "deadline", "cross_reference", "date", "percentage"), 2.0)
    | dict.fromkeys(("negation_lost", "modality_down", "modality_up"), 1.5)
    | dict.fromkeys(("negation_added", "hedge_added", "softener_added", NUMBERING), 0.7)
    | dict.fromkeys(("sentence_added", CLAUSE_LOST, "particle", "leftover"), 0.4)
)
"""How often a class is planted where it can be, against the others (1): by how often translators make that error."""


@dataclass(frozen=True, slots=True)
class Plant:
    """One planted error: its class, the side changed, the link and the clauses' ids, the span of the new words in the changed
    text (empty for an omission), the words before and after, the whole changed text, and what says the old thing on the
    other side."""

    error_class: str
    language: Language
    link: int
    clause: str
    span: Span
    old: str
    new: str
    text: str = ""
    counterpart: Span | None = None


@dataclass(frozen=True, slots=True)
class PlantedText:
    """A linked text with errors in it, each in a link of its own."""

    text: LinkedText
    plants: tuple[Plant, ...]


class Planter:
    """Plants round after round; keeps count, so that the classes come evenly and no error is planted twice."""

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._tally: Counter[str] = Counter()
        self._planted: set[tuple[object, ...]] = set()

    def plant(self, text: LinkedText, round_number: int, untouchable: frozenset[int] = frozenset()) -> PlantedText:
        """A text with errors in a third of the clauses that can bear one; links in `untouchable` stay as they are."""
        draw = random.Random(f"{self._seed}:{text.name}:{round_number}")
        around = surroundings(text)
        korean = {clause.id: clause for clause in text.korean.clauses}
        english = {clause.id: clause for clause in text.english.clauses}
        numbers = [number for number, link in enumerate(text.links) if _bears(link, korean) and number not in untouchable]
        draw.shuffle(numbers)
        plants: list[Plant] = []
        for number in numbers:
            if len(plants) * _SHARE >= len(text.links):
                break
            link = text.links[number]
            chosen = self._chosen(text.name, number, korean[link.left[0]], english[link.right[0]], around, draw)
            if chosen:
                plants.append(chosen)
        for plant in plants:
            text = with_plant(text, plant)
        return PlantedText(text, tuple(plants))

    def _chosen(
        self, name: str, number: int, korean: Clause, english: Clause, around: Surroundings, draw: Draw
    ) -> Plant | None:
        """The plant of the class that has come least often so far, of those that the pair allows."""
        possible: dict[str, list[Plant]] = {}
        for plant in possible_plants(number, korean, english, around, draw):
            if (name, _identity(plant)) not in self._planted and not self._too_many(plant.error_class):
                possible.setdefault(plant.error_class, []).append(plant)
        if not possible:
            return None
        rank = {name: (self._tally[name] / _WEIGHTS.get(name, 1.0), draw.random()) for name in sorted(possible)}
        chosen = draw.choice(possible[min(rank, key=lambda name: rank[name])])
        self._tally[chosen.error_class] += 1
        self._planted.add((name, _identity(chosen)))
        return chosen

    def _too_many(self, error_class: str) -> bool:
        """Whether a class that can be planted anywhere has had its share."""
        return error_class in _ANYWHERE and self._tally[error_class] > _LEAST + _MOST_SHARE * self._tally.total()


def _identity(plant: Plant) -> tuple[object, ...]:
    return plant.link, plant.language, plant.error_class, plant.span.start, plant.old, plant.new


def _bears(link: Link, korean: dict[str, Clause]) -> bool:
    """Whether a link is one clause to one, and not a mere heading."""
    return len(link.left) == len(link.right) == 1 and not korean[link.left[0]].kind.heads


def surroundings(text: LinkedText) -> Surroundings:
    """What changes may draw on in a text."""
    spare = [
        (korean.text, english.text)
        for korean, english in text.pairs()
        if len(english.text) <= _LONGEST_SPARE and korean.text.endswith("다.") and english.text.endswith(".")
        if len(sentence_spans(english.text, Language.ENGLISH)) == 1
    ]
    return Surroundings(text.states, text.names, "\n".join(clause.text for clause in text.korean.clauses), tuple(spare))


def possible_plants(number: int, korean: Clause, english: Clause, around: Surroundings, draw: Draw) -> Iterator[Plant]:
    """Everything that can be planted in a pair of clauses."""
    pair = ClausePair(korean.text, english.text, around)
    for family in FAMILIES:
        for change in family(pair, draw):
            clause = korean if change.language is Language.KOREAN else english
            changed = change.applied(clause.text)
            if changed.text.strip() and changed.text != clause.text:
                yield Plant(
                    change.error_class, change.language, number, clause.id,
                    changed.span, changed.old, changed.new, changed.text, change.counterpart,
                )  # fmt: skip
    for language, clause, other in ((Language.KOREAN, korean, english), (Language.ENGLISH, english, korean)):
        yield Plant(CLAUSE_LOST, language, number, clause.id, Span(0, 0), clause.text, "", "", Span(0, len(other.text)))
        if clause.label and clause.label.number.isdigit() and korean.label and english.label:
            yield Plant(
                NUMBERING, language, number, clause.id, Span(0, 0), clause.label.number, str(int(clause.label.number) + 3)
            )


def with_plant(text: LinkedText, plant: Plant) -> LinkedText:
    """A linked text with one error planted in it."""
    korean_side = plant.language is Language.KOREAN
    side = text.korean if korean_side else text.english
    if plant.error_class == CLAUSE_LOST:
        changed = replace(side, clauses=tuple(clause for clause in side.clauses if clause.id != plant.clause))
        whole = text.links[plant.link]
        link = replace(whole, left=()) if korean_side else replace(whole, right=())
        text = replace(text, links=(*text.links[: plant.link], link, *text.links[plant.link + 1 :]))
    else:
        clauses = tuple(_planted(clause, plant) if clause.id == plant.clause else clause for clause in side.clauses)
        changed = replace(side, clauses=clauses)
    return replace(text, korean=changed) if korean_side else replace(text, english=changed)


def _planted(clause: Clause, plant: Plant) -> Clause:
    if plant.error_class == NUMBERING and clause.label:
        label = replace(clause.label, printed=clause.label.printed.replace(plant.old, plant.new), number=plant.new)
        before, _, after = clause.path.rpartition(plant.old)
        return replace(clause, label=label, path=before + plant.new + after)
    words = plant.text
    return replace(clause, text=words, sentences=sentence_spans(words, plant.language), source=Span(0, len(words)))


def clause_of(text: TreatyText, clause_id: str) -> Clause | None:
    """A clause of a text, None if it was taken out."""
    return next((clause for clause in text.clauses if clause.id == clause_id), None)
