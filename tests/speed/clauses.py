"""Clauses without end, in Korean and in English, that say something else each."""

from __future__ import annotations

KOREAN = ("양측은 {place}의 {thing} {count}개를 {days}일 이내에 {act}", ("나누기로 합의하였다.", "보내기로 하였다.", "고친다."))
ENGLISH = (
    "The sides {act} {count} {thing} in {place} within {days} days.",
    ("agreed to share", "decided to send", "shall repair"),
)
PLACES = [("새별", "Saebyeol"), ("오르반", "Orvane"), ("테센", "Tessen"), ("마레사", "Maressa"), ("한들", "Handeul")]
THINGS = [("등대", "lighthouses"), ("등불", "lamps"), ("부표", "buoys"), ("나침반", "compasses"), ("해도", "sea charts"),
          ("종", "bells"), ("돛", "sails")]  # fmt: skip


def clause(number: int, language: int) -> str:
    """The clause with this number in Korean (0) or English (1)."""
    shape, acts = (KOREAN, ENGLISH)[language]
    place, thing = PLACES[number % 5][language], THINGS[number % 7][language]
    return f"{number}. " + shape.format(place=place, thing=thing, count=number + 3, days=number % 80 + 5, act=acts[number % 3])
