"""Quantities of rare kinds, each told by one word alone: none is passed over because the text has no other sign of a figure."""

from __future__ import annotations

from fractions import Fraction

import pytest

from treaty.language.quantities import CalendarDate, Quantity, UnitTable
from treaty.language.quantity_readers import quantities_of
from treaty.model import Language

KOREAN: list[tuple[str, str, Fraction | int]] = [
    ("회의는 격년으로 열린다", "frequency", Fraction(1, 2)),
    ("격월로 점검한다", "frequency", 6),
    ("격주로 만난다", "frequency", 26),
    ("반기마다 보고한다", "frequency", 2),
    ("분기별로 보고한다", "frequency", 4),
    ("매월 알린다", "frequency", 12),
    ("달마다 알린다", "frequency", 12),
    ("매주 알린다", "frequency", 52),
    ("날마다 기록한다", "frequency", 365),
    ("해마다 검토한다", "frequency", 1),
    ("연례 회의", "frequency", 1),
    ("두 달마다 만난다", "frequency", 6),
    ("연 두 차례 만난다", "frequency", 2),
    ("세 번째 회의", "ordinal", 3),
    ("열두째 조", "ordinal", 12),
    ("위원 절반의 찬성", "count", Fraction(1, 2)),
    ("위원 삼분의 이의 찬성", "count", Fraction(2, 3)),
    ("보름 이내에 답한다", "measure", 15),
    ("사흘 전에 알린다", "measure", 3),
    ("스무 척의 배", "count", 20),
    ("백만 명의 주민", "count", 10**6),
    ("같은 조 나목에 따라", "reference", 2),
    ("부속서 IV", "reference", 4),
    ("별표 II", "reference", 2),
    ("하반기에 만난다", "date", 0),
    ("５개의 등대", "count", 5),
]
ENGLISH: list[tuple[str, str, Fraction | int]] = [
    ("a biennial meeting", "frequency", Fraction(1, 2)),
    ("held triennially", "frequency", Fraction(1, 3)),
    ("a quadrennial review", "frequency", Fraction(1, 4)),
    ("a quinquennial review", "frequency", Fraction(1, 5)),
    ("semi-annual reports", "frequency", 2),
    ("half-yearly reports", "frequency", 2),
    ("bi-monthly reports", "frequency", 6),
    ("bimonthly reports", "frequency", 6),
    ("reports made fortnightly", "frequency", 26),
    ("each quarter", "frequency", 4),
    ("monthly reports", "frequency", 12),
    ("weekly reports", "frequency", 52),
    ("daily reports", "frequency", 365),
    ("an ANNUAL report", "frequency", 1),
    ("every other year", "frequency", Fraction(1, 2)),
    ("three times a year", "frequency", 3),
    ("tenfold growth", "count", 10),
    ("half the members", "count", Fraction(1, 2)),
    ("two thirds of the members", "count", Fraction(2, 3)),
    ("the past decade", "measure", 1),
    ("the inaugural meeting", "ordinal", 1),
    ("the Twenty-First meeting", "ordinal", 21),
    ("shall meet twice", "count", 2),
    ("Annex IV", "reference", 4),
    ("sub-paragraph (b)", "reference", 2),
    ("Rules VI", "reference", 6),
    ("the second half of the year", "date", 0),
    ("by the end of May", "date", 0),
    ("the first day of March", "date", 0),
]


@pytest.mark.parametrize(("text", "kind", "value"), KOREAN)
def test_one_syllable_tells_a_korean_quantity(text: str, kind: str, value: Fraction | int, units: UnitTable) -> None:
    assert _told(quantities_of(text, Language.KOREAN, units)) == [(kind, value)]


@pytest.mark.parametrize(("text", "kind", "value"), ENGLISH)
def test_one_word_tells_an_english_quantity(text: str, kind: str, value: Fraction | int, units: UnitTable) -> None:
    assert _told(quantities_of(text, Language.ENGLISH, units)) == [(kind, value)]


def test_a_month_run_into_the_word_before_it_is_read(units: UnitTable) -> None:
    (found,) = quantities_of("signed onMay 5, 2031", Language.ENGLISH, units)
    assert found.date == CalendarDate(2031, 5, 5)


def _told(quantities: tuple[Quantity, ...]) -> list[tuple[str, Fraction]]:
    return [(str(quantity.kind), quantity.figure) for quantity in quantities]
