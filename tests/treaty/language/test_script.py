"""Which language a line is written in."""

from __future__ import annotations

import pytest

from treaty.language.script import language_of
from treaty.model import Language

LINES = [
    ("등대는 불을 켠다.", Language.KOREAN),
    ("The lamp burns.", Language.ENGLISH),
    ("등대(Lighthouse of the Northern Sea)는 밝다.", Language.KOREAN),
    ("The lamp (등대지기의 붉은 등불) burns.", Language.ENGLISH),
    ("마루(Maru) 장관", Language.KOREAN),
    ("The keepers sang “불을 밝혀라 바다의 등대여 영원히” again.", Language.ENGLISH),
    ("AI 정책을 논의한다.", Language.KOREAN),
    ("ANNEX", Language.ENGLISH),
    ("(국문본)", Language.KOREAN),
    ("(the English text)", Language.ENGLISH),
    ("USD", None),
    ("- 3 -", None),
    ("12.5", None),
    ("", None),
]


@pytest.mark.parametrize(("line", "language"), LINES)
def test_the_language_of_a_line(line: str, language: Language | None) -> None:
    assert language_of(line) is language
