"""Several agreements side by side along one of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.treaty.comparison.made import text
from treaty.model import Link, Strength
from treaty.review.assembly import Instruments
from treaty.review.beside import laid_beside
from treaty.review.pivot import Beside, pivot_rows, said_beside
from treaty.review.rows import Row

PIVOT = text("t1", ["The Parties shall consult.", "They shall meet.", "They shall report."])
OTHER = text("t2", ["Meetings are annual.", "Reports are due.", "Each bears its costs."])
THIRD = text("t3", ["Consultations take place.", "Nothing else."])


def shown(rows: list[Row]) -> list[list[list[str]]]:
    return [[[clause.clause for clause in cell.clauses] for cell in row.cells] for row in rows]


def test_each_clause_of_the_pivot_stands_beside_its_counterparts() -> None:
    links = [Link(("t1.c2",), ("t2.c1",), 0.9), Link(("t1.c3",), ("t2.c2",), 0.9), Link((), ("t2.c3",), 0.9)]
    rows = pivot_rows(PIVOT, [Beside(OTHER, tuple(links)), Beside(THIRD, (Link(("t1.c1",), ("t3.c1",), 0.9),))])
    assert shown(rows) == [
        [["t1.c1"], [], ["t3.c1"]],
        [["t1.c2"], ["t2.c1"], []],
        [["t1.c3"], ["t2.c2"], []],
        [[], ["t2.c3"], []],
        [[], [], ["t3.c2"]],
    ]


def test_clauses_that_are_linked_together_share_a_row() -> None:
    rows = pivot_rows(PIVOT, [Beside(OTHER, (Link(("t1.c1", "t1.c2"), ("t2.c1",), 0.9),))])
    assert shown(rows)[0] == [["t1.c1", "t1.c2"], ["t2.c1"]]


@given(st.lists(st.tuples(st.sampled_from(PIVOT.clauses), st.sampled_from(OTHER.clauses))))
def test_no_clause_of_any_text_is_lost(pairs: list[tuple[object, object]]) -> None:
    links = [Link((mine.id,), (theirs.id,), 0.9) for mine, theirs in pairs]  # type: ignore[attr-defined]
    columns = list(zip(*shown(pivot_rows(PIVOT, [Beside(OTHER, tuple(links))])), strict=True))
    assert [clause for cell in columns[0] for clause in cell] == [clause.id for clause in PIVOT.clauses]
    assert {clause for cell in columns[1] for clause in cell} == {clause.id for clause in OTHER.clauses}


def test_each_clause_beside_the_pivot_says_whether_it_is_stronger_and_why(instruments: Instruments) -> None:
    left = text("t1", ["The Parties shall notify any accident at sea within 24 hours.", "They shall send each other experts."])
    right = text("t2", ["Within 72 hours each State shall report accidents at sea.", "An exchange of experts may take place."])
    beside = laid_beside(left, right, instruments)
    rows = pivot_rows(left, [beside])
    told = {each.clause.clause: each for row, column, said in said_beside(rows, [beside]) for each in said}
    assert {clause: each.strength for clause, each in told.items()} == {"t2.c1": Strength.WEAKER, "t2.c2": Strength.WEAKER}
    reason = told["t2.c1"].reason
    assert reason
    assert [place and place.text for place in (reason.left, reason.right)] == ["24 hours", "72 hours"]
