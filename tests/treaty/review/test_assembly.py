"""From texts to a review: which are compared as what, with findings; and what cannot be compared."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.treaty.alignment.test_align_lists import ENGLISH, KOREAN
from treaty.errors import ComparisonError
from treaty.model import ClauseKind, Relation, Severity, TreatyText
from treaty.review.assembly import Instruments, assemble_review, relation_between

Read = Callable[..., list[TreatyText]]

OTHER = [
    "The Contracting States open consulates in two harbours.",
    "Students of music receive scholarships for three semesters.",
    "Grain is inspected before it is loaded.",
    "Postal parcels pass customs within a day.",
    "An archive of maps is built in the capital.",
]


def made(read: Read, lines: list[str], first: int = 1) -> TreatyText:
    (text,) = read("\n".join(f"{number}/ {words}" for number, words in enumerate(lines, start=1)), first=first)
    return text


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (KOREAN, ENGLISH, Relation.TRANSLATION),
        (ENGLISH, KOREAN, Relation.TRANSLATION),
        (ENGLISH, [*ENGLISH[:5], *OTHER[:2]], Relation.REVISION),
        (ENGLISH, [words.replace("sides", "Parties") for words in ENGLISH], Relation.REVISION),
        (ENGLISH, OTHER, Relation.COUNTERPART),
        (["Short.", "Words."], ENGLISH, Relation.REVISION),
    ],
)
def test_what_two_texts_are_to_each_other(read: Read, left: list[str], right: list[str], relation: Relation) -> None:
    assert relation_between(made(read, left), made(read, right)) is relation


def test_the_first_text_is_compared_with_each_other(read: Read, instruments: Instruments) -> None:
    texts = [made(read, KOREAN[:3]), made(read, ENGLISH[:3], first=2), made(read, KOREAN[:2], first=3)]
    review = assemble_review(texts, None, instruments)
    assert [(made.left, made.right, made.relation) for made in review.comparisons] == [
        ("t1", "t2", Relation.TRANSLATION),
        ("t1", "t3", Relation.REVISION),
    ]
    assert [finding.kind for finding in review.comparisons[0].findings if finding.severity is not Severity.INFO] == []
    assert [finding.kind for finding in review.comparisons[1].findings] == ["clause_omitted"]


@pytest.mark.parametrize("asked", [Relation.REVISION, Relation.COUNTERPART])
def test_a_relation_that_is_asked_for_is_taken(read: Read, instruments: Instruments, asked: Relation) -> None:
    texts = [made(read, ENGLISH[:2]), made(read, ENGLISH[:2], first=2)]
    assert assemble_review(texts, asked, instruments).comparisons[0].relation is asked


def test_one_text_cannot_be_compared(read: Read, instruments: Instruments) -> None:
    with pytest.raises(ComparisonError) as caught:
        assemble_review([made(read, KOREAN)], None, instruments)
    assert (caught.value.code, caught.value.places) == ("one_text", {"file": "text.txt"})


def test_a_translation_needs_two_languages(read: Read, instruments: Instruments) -> None:
    with pytest.raises(ComparisonError) as caught:
        assemble_review([made(read, KOREAN), made(read, KOREAN, first=2)], Relation.TRANSLATION, instruments)
    assert caught.value.code == "same_language"


def test_thorough_raises_what_only_deserves_a_look(read: Read, instruments: Instruments) -> None:
    (left,) = read("등대\n" + "\n".join(KOREAN[:2]))
    (right,) = read("\n".join(f"{number}. {words}" for number, words in enumerate(ENGLISH[:2], start=1)), first=2)
    assert left.clauses[0].kind is ClauseKind.TITLE
    usual = assemble_review([left, right], None, instruments).comparisons[0].findings
    thorough = assemble_review([left, right], None, instruments, thorough=True).comparisons[0].findings
    assert usual
    assert {finding.severity for finding in usual} == {Severity.INFO}
    assert [finding.severity for finding in thorough] == [finding.potential for finding in usual]
    assert [finding.id for finding in usual] == [finding.id for finding in thorough]


def test_progress_tells_of_every_stage_and_never_runs_over(read: Read, instruments: Instruments) -> None:
    class Watch:
        def __init__(self) -> None:
            self.seen: list[tuple[int, int, str]] = []

        def report(self, done: int, total: int, what: str) -> None:
            self.seen.append((done, total, what))

    watch = Watch()
    assemble_review([made(read, KOREAN), made(read, ENGLISH, first=2)], None, instruments, progress=watch)
    told = {what for _, _, what in watch.seen}
    assert told - {"progress.encode"} == {"progress.align", "progress.compare"}  # texts that are known are not encoded
    assert all(0 <= done <= total for done, total, _ in watch.seen)
    assert [watch.seen[-1][0], watch.seen[-1][2]] == [watch.seen[-1][1], "progress.compare"]
