"""The values of the domain: what is asked of them costs nothing and changes nothing."""

from __future__ import annotations

import copy
import pickle
from dataclasses import replace

import pytest

from treaty.model import Clause, ClauseKind, Language, SourceFile, Span, TreatyText
from treaty.review.values import from_plain, to_plain


class Watched(tuple[Clause, ...]):
    """Clauses that count how often they are gone through."""

    walks = 0

    def __iter__(self):  # type: ignore[no-untyped-def]
        Watched.walks += 1
        return super().__iter__()


def text(count: int) -> TreatyText:
    clauses = (
        Clause(f"t1.c{number}", ClauseKind.PARAGRAPH, 0, None, f"¶{number}", "등대", (), Span(0, 2)) for number in range(count)
    )
    return TreatyText("t1", SourceFile("a", "0", "등대"), "등대", Language.KOREAN, "등대", "", tuple(clauses), ())


def test_clauses_are_found_by_their_ids_without_going_through_them_each_time() -> None:
    watched = replace(text(30), clauses=Watched(text(30).clauses))
    assert [watched.clause(f"t1.c{number}").path for number in (0, 17, 29, 17)] == ["¶0", "¶17", "¶29", "¶17"]
    assert Watched.walks == 1
    with pytest.raises(KeyError):
        watched.clause("t2.c1")


def test_asking_for_a_clause_changes_no_text() -> None:
    asked, unasked = text(3), text(3)
    asked.clause("t1.c1")
    assert asked == unasked
    assert hash(asked) == hash(unasked)
    assert to_plain(asked) == to_plain(unasked)
    assert from_plain(TreatyText, to_plain(asked)) == unasked
    for copied in (copy.copy(asked), copy.deepcopy(asked), pickle.loads(pickle.dumps(asked))):
        assert copied == asked
        assert copied.clause("t1.c2") is copied.clauses[2]
    assert replace(asked, clauses=asked.clauses[1:]).clause("t1.c1") is asked.clauses[1]
