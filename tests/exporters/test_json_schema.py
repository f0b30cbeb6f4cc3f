"""The schema that docs/ publishes, held by what is written."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.toolkit import Toolkit
from exporters.json import comparison_json
from tests.exporters.json_schema import faults
from tests.exporters.reports import REMARKS, judged_review
from tests.four_texts import write_four_texts
from treaty.comparison.four_way import Following, SideChange
from treaty.model import ClauseKind, LinkOrigin, MinistryClass, MqmClass, Relation, SetAsideReason, Severity
from treaty.review.assembly import Instruments, assemble_review
from treaty.review.edits import SetComment
from treaty.review.review import Verdict

SCHEMA = json.loads((Path(__file__).parents[2] / "docs/daejo-comparison.schema.json").read_text(encoding="utf-8"))


@pytest.fixture
def made() -> Any:
    review = judged_review()
    for remark in REMARKS:
        review.apply(SetComment(remark.id, remark))
    return json.loads(json.dumps(comparison_json(review)))


def test_what_is_written_is_as_the_schema_says(made: Any) -> None:
    assert list(faults(made, SCHEMA, SCHEMA)) == []


Change = Callable[[Any], None]
CHANGES: dict[str, Change] = {
    "a name is missing": lambda made: made["texts"][0].pop("sha256"),
    "a name too many": lambda made: made["texts"][0].update(new=1),
    "an unknown kind of clause": lambda made: made["texts"][0]["clauses"][0].update(kind="verse"),
    "a confidence above 1": lambda made: made["comparisons"][0]["links"][0].update(confidence=1.5),
    "an unknown verdict": lambda made: made["comparisons"][0]["findings"][0].update(verdict="perhaps"),
    "a place without words": lambda made: made["comparisons"][0]["findings"][1]["left"].pop("text"),
    "a span of three": lambda made: made["texts"][0]["clauses"][2]["sentences"].append([0, 1, 2]),
    "another version": lambda made: made.update(version=2),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_is_otherwise_is_refused(made: Any, change: Change) -> None:
    other = copy.deepcopy(made)
    change(other)
    assert len(list(faults(other, SCHEMA, SCHEMA))) == 1


@pytest.mark.parametrize(
    ("place", "values"),
    [
        (("clause", "kind"), ClauseKind),
        (("comparison", "relation"), Relation),
        (("link", "origin"), LinkOrigin),
        (("finding", "severity"), Severity),
        (("finding", "ministry_class"), MinistryClass),
    ],
)
def test_the_lists_of_values_are_whole(place: tuple[str, str], values: Any) -> None:
    kind, name = place
    assert SCHEMA["$defs"][kind]["properties"][name]["enum"] == [value.value for value in values]


def test_the_lists_that_may_be_null_or_lie_deeper_are_whole() -> None:
    finding = SCHEMA["$defs"]["finding"]["properties"]
    assert finding["verdict"]["anyOf"][0]["enum"] == [value.value for value in Verdict]
    assert finding["mqm"]["anyOf"][0]["enum"] == [value.value for value in MqmClass]
    reasons = SCHEMA["$defs"]["text"]["properties"]["set_aside"]["items"]["properties"]["reason"]["enum"]
    assert reasons == [value.value for value in SetAsideReason]


@pytest.mark.slow
def test_themes_and_four_texts_are_as_the_schema_says(tmp_path: Path, toolkit: Toolkit, with_encoder: Instruments) -> None:
    texts = toolkit.read_files(write_four_texts(tmp_path))
    review = assemble_review(texts, None, with_encoder)
    made = json.loads(json.dumps(comparison_json(review, toolkit.find_themes(texts))))
    assert made["four_way"]["rows"]
    assert made["themes"]
    assert list(faults(made, SCHEMA, SCHEMA)) == []
    row = SCHEMA["$defs"]["four_way_row"]["properties"]
    assert row["following"]["enum"] == [value.value for value in Following]
    assert row["korean_change"]["enum"] == [value.value for value in SideChange]
