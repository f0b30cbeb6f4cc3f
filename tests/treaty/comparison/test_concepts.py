"""Words that exclude each other are found on both sides or not at all; translations of one word stay silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from resources import path_of
from tests.treaty.comparison.made import found, link, text
from treaty.comparison import find_findings
from treaty.comparison.concept_rules import load_concepts
from treaty.comparison.rules import ComparisonRules
from treaty.errors import RuleTableError
from treaty.model import Relation

DIFFERENT = [
    ("양측은 등유 수출을 늘린다.", "The two sides expand imports of kerosene.", "meaning", "수출", "imports"),
    ("등대에 석탄을 공급한다.", "They supply hydrogen to the lighthouse.", "meaning", "석탄", "hydrogen"),
    ("도로 공사를 한다.", "They build a railway.", "meaning", "도로", "railway"),
    ("양측은 백신을 개발한다.", "The two sides develop therapeutics.", "meaning", "백신", "therapeutics"),
    ("등대지기를 최소 3명 둔다.", "They keep a maximum of three keepers.", "boundary", None, None),
]
FAITHFUL = [
    ("양측은 등유 수출입을 늘린다.", "The two sides expand exports and imports of kerosene."),
    ("양측은 의존도를 낮추는 데 협력을 강화한다.", "The two sides strengthen cooperation to reduce dependence."),
    (
        "이 협정은 서명일에 발효하며 5년 후 종료한다.",
        "This Agreement enters into force on signature and ends after five years.",
    ),
    ("중요한 등대를 지킨다.", "They guard important lighthouses."),
    ("수교 60주년을 맞는다.", "They mark 60 years of diplomatic relations."),
    ("중장기 계획을 세운다.", "They draw up medium- to long-term plans."),
    ("가능한 한 조속히 통보한다.", "They notify as soon as possible."),
    ("해상과 육상의 등대를 지킨다.", "They guard lighthouses at sea and on land."),
    ("요청국과 피요청국은 협의한다.", "The requesting Party and the requested Party consult."),
]


@pytest.mark.parametrize(("korean", "english", "kind", "left", "right"), DIFFERENT)
def test_words_that_exclude_each_other(
    korean: str, english: str, kind: str, left: str | None, right: str | None, rules: ComparisonRules
) -> None:
    findings = [finding for finding in found(korean, english, rules) if finding.kind == kind]
    assert findings
    assert findings[0].left is not None
    assert findings[0].right is not None
    assert left in (None, findings[0].left.text)
    assert right in (None, findings[0].right.text)


@pytest.mark.parametrize(("korean", "english"), FAITHFUL)
def test_renderings_of_one_word_stay_silent(korean: str, english: str, rules: ComparisonRules) -> None:
    assert [finding for finding in found(korean, english, rules) if finding.rule in ("C33", "C04", "C16")] == []


def test_each_sentence_is_held_against_its_own(rules: ComparisonRules) -> None:
    """Both clauses speak of exports and of imports; the sentences that belong together do not."""
    left = text("t1", ["북쪽은 등유를 수출한다. 남쪽은 등유를 수입한다."])
    right = text("t2", ["The north imports kerosene. The south exports kerosene."])
    findings = find_findings([link(left, right)], left, right, Relation.TRANSLATION, rules=rules)
    assert [(finding.left and finding.left.text, finding.right and finding.right.text) for finding in findings] == [
        ("수출", "imports"),
        ("수입", "exports"),
    ]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("change\tincreas\tmeaning\t증가\tincreas*\t-\t-", "row_twice"),
        ("new\tone\tweather\t하나\tone\t-\t-", "bad_choice"),
        ("new\tone\tmeaning\t하나\tone", "bad_row"),
    ],
)
def test_a_faulty_line_is_named(line: str, code: str, tmp_path: Path) -> None:
    kept = path_of("rules/concepts.tsv").read_text(encoding="utf-8").rstrip("\n").splitlines()
    (tmp_path / "concepts.tsv").write_text("\n".join([*kept, line, ""]), encoding="utf-8")
    with pytest.raises(RuleTableError) as caught:
        load_concepts(tmp_path)
    assert (caught.value.code, caught.value.places["line"]) == (code, str(len(kept) + 1))
