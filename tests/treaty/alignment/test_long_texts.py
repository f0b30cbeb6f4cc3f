"""Texts so long that only pairs near a path are compared: what is found in short ones is found in them."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.treaty.alignment.test_align_lists import linked
from treaty.alignment import align_lists
from treaty.language.meaning import SentenceEncoder

PLACES = [("새별", "Saebyeol"), ("오르반", "Orvane"), ("테센", "Tessen"), ("마레사", "Maressa"), ("한들", "Handeul")]
THINGS = [("등대", "lighthouses"), ("부표", "buoys"), ("나침반", "compasses"), ("해도", "sea charts"), ("종", "bells")]
ACTS = [("고친다", "repair"), ("검사한다", "inspect"), ("사들인다", "purchase"), ("없앤다", "remove"), ("지킨다", "guard")]
PAIRS = [
    (
        f"양측은 {PLACES[n % 5][0]}의 {THINGS[n // 5 % 5][0]} {3 * n + 7}개를 {ACTS[n // 25 % 5][0]}.",
        f"The sides shall {ACTS[n // 25 % 5][1]} {3 * n + 7} {THINGS[n // 5 % 5][1]} in {PLACES[n % 5][1]}.",
    )
    for n in range(450)
]
KOREAN = [korean for korean, _ in PAIRS]
ENGLISH = [english for _, english in PAIRS]


@pytest.mark.parametrize(
    "order",
    [
        list(range(450)),
        [*range(120), *range(200, 450)],
        [*range(60), *range(90, 420), *range(60, 90), *range(420, 450)],
    ],
    ids=["in order", "eighty are missing", "a block stands elsewhere"],
)
def test_long_texts(encoder: SentenceEncoder, order: list[int]) -> None:
    found = linked(align_lists(KOREAN, [ENGLISH[place] for place in order], encoder=encoder))
    wanted = {((left,), (right,)) for right, left in enumerate(order)}
    assert len(wanted & found) >= 0.99 * len(wanted)


def test_another_process_gives_the_same_bytes() -> None:
    """Nothing depends on the order in which sets are walked, which differs from process to process."""
    code = (
        "from tests.treaty.alignment.test_long_texts import ENGLISH, KOREAN\n"
        "from treaty.alignment import align_lists\n"
        "print(align_lists(KOREAN[:30], ENGLISH[:12] + ENGLISH[20:30] + ENGLISH[12:18]))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1
