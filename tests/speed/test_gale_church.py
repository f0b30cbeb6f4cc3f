"""The yardstick is a sound one."""

from __future__ import annotations

from tests.speed.gale_church import gale_church


def test_clauses_of_like_length_are_paired() -> None:
    lengths = [40, 200, 15, 90]
    assert gale_church(lengths, [2 * length for length in lengths]) == [(range(n, n + 1), range(n, n + 1)) for n in range(4)]


def test_a_divided_clause_is_one_group() -> None:
    groups = gale_church([100, 80, 120, 60], [100, 40, 40, 120, 60])
    assert (range(1, 2), range(1, 3)) in groups


def test_every_clause_is_in_one_group() -> None:
    groups = gale_church([30, 50, 20], [30, 50, 20, 90])
    assert [n for _, right in groups for n in right] == [0, 1, 2, 3]
