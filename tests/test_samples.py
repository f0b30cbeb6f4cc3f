"""The samples: what samples/README.md says differs is found, as far as there is a check for it, and nothing else."""

from __future__ import annotations

import pytest

from desktop.toolkit import Toolkit
from tests.conftest import SAMPLES
from treaty.model import Finding, Severity
from treaty.progress import SilentProgress
from treaty.reading.rules import ReadingRules
from treaty.review.assembly import Instruments
from treaty.review.review import Review

# Kind and path of each finding: that of the Korean clause, else of the English one.
EXPECTED = {
    "joint_statement": {
        ("number", "3"),
        ("date", "4"),
        ("percentage", "5"),
        ("number", "6"),
        ("unit", "8"),
        ("sentence_omitted", "9"),
        ("speech_act", "7"),
        ("softener", "10"),
        ("date", "11"),
    },
    "critical_minerals_agreement": {
        ("date", "전문 ¶3"),
        ("boundary", "제2조 2"),
        ("clause_moved", "제4조 ① 2"),
        ("unit", "제5조 ②"),
        ("clause_omitted", "Article 6.2(c)"),
        ("number", "제7조 ②"),
        ("modality", "제7조 ④"),
        ("percentage", "제8조 ③"),
        ("clause_omitted", "Article 8.4"),
        ("unit", "제10조 ①"),
        ("cross_reference", "제13조 ③"),
        ("deadline", "제14조 ④"),
    },
    "health_mou": {
        ("list", "제2항 다"),
        ("hedge", "제6항 1"),
        ("clause_added", "제3항 ㅇ4"),
        ("number", "제4항 2"),
        ("date", "제4항 4"),
        ("frequency", "제5항 1"),
        ("sentence_omitted", "Paragraph 5.2"),
        ("unit", "제7항 4"),
        ("clause_added", "제7항 5"),
    },
    "fisheries_protocol": {("number", "제3조 ②"), ("date", "제6조 ②")},
}
# Of the kinds that are checked, what the README lists and no finding names.
NOT_FOUND = {
    ("health_mou", "제6항 2"): "exchanged shares are not seen: 45 and 55 per cent stand on both sides",
}


@pytest.fixture(scope="module")
def reviews(reading_rules: ReadingRules, instruments: Instruments) -> dict[str, Review]:
    toolkit = Toolkit(reading_rules, instruments)
    files = {name: [SAMPLES / f"{name}.ko.txt", SAMPLES / f"{name}.en.txt"] for name in EXPECTED}
    files["joint_statement"] = [SAMPLES / "joint_statement.txt"]
    files["fisheries_protocol"] = [SAMPLES / "fisheries_protocol.docx"]
    return {name: toolkit.compare_files(paths, None, SilentProgress()) for name, paths in files.items()}


def path_of_finding(review: Review, finding: Finding) -> str:
    comparison = review.comparisons[0]
    place, text = (finding.left, comparison.left) if finding.left else (finding.right, comparison.right)
    assert place is not None
    return review.text(text).clause(place.clause).path


def named(review: Review) -> list[tuple[str, str]]:
    """Kind and path of every finding of the default level."""
    shown = [finding for finding in review.findings() if finding.severity is not Severity.INFO]
    return [(finding.kind, path_of_finding(review, finding)) for finding in shown]


@pytest.mark.parametrize("name", EXPECTED)
def test_the_listed_discrepancies_are_found_and_nothing_else(reviews: dict[str, Review], name: str) -> None:
    found = named(reviews[name])
    assert set(found) == EXPECTED[name]
    assert len(found) == len(EXPECTED[name])


@pytest.mark.parametrize(
    ("name", "path"),
    [pytest.param(*place, marks=pytest.mark.xfail(strict=True, reason=why)) for place, why in NOT_FOUND.items()],
)
def test_discrepancies_that_are_listed_and_not_found(reviews: dict[str, Review], name: str, path: str) -> None:
    assert path in {where for _, where in named(reviews[name])}


@pytest.mark.parametrize("name", EXPECTED)
def test_every_expected_finding_is_listed_in_the_readme(name: str) -> None:
    """Whoever changes a sample changes its list: the path's last part stands in the sample's table."""
    readme = (SAMPLES / "README.md").read_text(encoding="utf-8")
    table = next(part for part in readme.split("\n## ") if part.startswith(name))
    cells = [row.split("|")[1] for row in table.splitlines() if row.startswith("|")]
    for _, path in EXPECTED[name]:
        last = path.removeprefix("전문 ").split(" ")[-1].removeprefix("Paragraph ").split(".")[-1]
        assert any(last.replace("(", " (").split(" ")[-1].strip("()") in cell for cell in cells), path


@pytest.mark.parametrize("name", EXPECTED)
def test_every_clause_but_the_listed_ones_has_its_counterpart(reviews: dict[str, Review], name: str) -> None:
    review = reviews[name]
    lonely = [link for link in review.comparisons[0].links if link.one_sided]
    listed = [kind for kind, _ in EXPECTED[name] if kind in ("clause_omitted", "clause_added")]
    assert len(lonely) == len(listed)
