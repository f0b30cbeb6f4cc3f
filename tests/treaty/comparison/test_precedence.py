"""One difference gives one finding; the table that says which is kept is proved on loading."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from resources import path_of
from treaty.comparison.precedence import Precedence, load_precedence
from treaty.errors import RuleTableError
from treaty.model import Bilingual, Finding, MinistryClass, Place, Severity, Span


@pytest.fixture
def precedence() -> Precedence:
    return load_precedence(path_of("rules"))


def finding(kind: str, left: tuple[int, int] | None, right: tuple[int, int] | None = None, confidence: float = 0.9) -> Finding:
    """A finding of `kind` on spans of one clause a side."""
    places = [
        Place(clause, Span(*span), "", Bilingual("", "")) if span else None for clause, span in (("a", left), ("b", right))
    ]
    name = f"{kind}-{left}-{right}"
    message = Bilingual("", "")
    kinds = (kind, Severity.MAJOR, MinistryClass.MISTRANSLATION)
    return Finding(name, *kinds, 0, places[0], places[1], "C00", message, confidence)


def test_the_more_specific_finding_stands_for_both(precedence: Precedence) -> None:
    bound, words = finding("boundary", (4, 9), (4, 12)), finding("omission", (6, 9))
    assert precedence.distinct([words, bound]) == [bound]


def test_findings_on_other_words_are_all_kept(precedence: Precedence) -> None:
    assert len(precedence.distinct([finding("number", (0, 2), (0, 2)), finding("date", (2, 5), (2, 5))])) == 2


def test_two_values_that_share_words_on_one_side_only_are_two_differences(precedence: Precedence) -> None:
    assert len(precedence.distinct([finding("number", (0, 4), (0, 2)), finding("date", (2, 5), (7, 9))])) == 2


def test_a_clause_that_moved_hides_nothing_and_is_hidden_by_nothing(precedence: Precedence) -> None:
    moved, number = finding("clause_moved", (0, 40), (0, 50)), finding("number", (3, 5), (4, 6))
    assert set(precedence.distinct([number, moved])) == {moved, number}


def test_what_is_nearly_certain_goes_before_what_is_worth_a_look(precedence: Precedence) -> None:
    sure = finding("meaning", (0, 4))
    doubtful = replace(finding("number", (2, 6)), severity=Severity.INFO, potential=Severity.MAJOR)
    assert precedence.distinct([doubtful, sure]) == [sure]


@pytest.mark.parametrize(
    ("line", "code"), [("number\tyes", "bad_choice"), ("weather\tyes", "bad_choice"), ("spelling\tmaybe", "bad_choice")]
)
def test_a_faulty_row_is_refused(line: str, code: str, tmp_path: Path) -> None:
    kept = path_of("rules/precedence.tsv").read_text(encoding="utf-8").replace("spelling\tyes\n", "")
    (tmp_path / "precedence.tsv").write_text(f"{kept}{line}\n", encoding="utf-8")
    with pytest.raises(RuleTableError) as caught:
        load_precedence(tmp_path)
    assert caught.value.code == code


def test_a_kind_that_is_missing_is_named(tmp_path: Path) -> None:
    shutil.copy(path_of("rules/precedence.tsv"), tmp_path)
    path = tmp_path / "precedence.tsv"
    path.write_text(path.read_text(encoding="utf-8").replace("acronym\tyes\n", ""), encoding="utf-8")
    with pytest.raises(RuleTableError) as caught:
        load_precedence(tmp_path)
    assert caught.value.places["rows"] == "acronym"
