"""Every word that the program says stands in the wording tables, whole, in both languages."""

from __future__ import annotations

import ast
import re
import string
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from resources import path_of
from resources.wording_table import load_wording
from treaty.model import (
    FAMILY_OF_KIND,
    ClauseKind,
    Language,
    MarkFamily,
    MinistryClass,
    Relation,
    SetAsideReason,
    Severity,
)  # fmt: skip
from treaty.review.carrying_over import Decision
from treaty.review.review import RowState, Verdict
from treaty.review.review_file import DECISIONS

ROOT = Path(__file__).parents[1]
SOURCES = sorted(path for package in ("treaty", "exporters", "desktop") for path in (ROOT / package).rglob("*.py"))
TABLES = sorted(path_of("wording").glob("*.toml"))
SENTENCES = {
    f"{table.stem}.{name}": words
    for table in TABLES
    for name, words in tomllib.loads(table.read_text(encoding="utf-8")).items()
}
TABLE_NAMES = {table.stem for table in TABLES}
SAME_IN_BOTH = {"menu.language_ko", "menu.language_en", "window.formats", "window.counted", "window.answered"}
"""Names of formats and languages, which stay as they are in either language."""

ENUMERATED: dict[str, Iterable[str]] = {
    "kind.": FAMILY_OF_KIND,
    "message.what_": FAMILY_OF_KIND,
    "severity.": Severity,
    "relation.": Relation,
    "language.": Language,
    "clause_kind.": ClauseKind,
    "set_aside.": SetAsideReason,
    "family.": MarkFamily,
    "report.sample_": MarkFamily,
    "ministry_class.": MinistryClass,
    "verdict.": [*Verdict, "open"],
    "state.": [*RowState, "unread"],
    "left_behind.": Decision,
    "loss.": ["texts", "comparisons", *DECISIONS],
    "reason.": ["number", "dates", "figures", "names", "terms", "meaning", "length", "position"],
}


def places(sentence: str) -> set[str]:
    """The named gaps of a sentence."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


@dataclass(frozen=True)
class Use:
    """A key in the code, with the names given for its gaps (None where they cannot be seen)."""

    key: str
    given: frozenset[str] | None
    where: str


TREES = [(path, node) for path in SOURCES for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]


def where(path: Path, node: ast.AST) -> str:
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', '?')}"


def keys_named() -> Iterator[Use]:
    """Keys that stand in the code as they are; called ones with their gaps."""
    key_shape = re.compile(rf"(?:{'|'.join(TABLE_NAMES)})\.[a-z][a-z_0-9]*")
    called = set()
    for path, node in TREES:
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            key = node.args[0].value
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if isinstance(key, str) and key_shape.fullmatch(key) and name.lstrip("_") == "words":
                called.add(node.args[0])
                starred = any(keyword.arg is None for keyword in node.keywords)
                given = None if starred else frozenset(str(keyword.arg) for keyword in node.keywords)
                yield Use(key, given, where(path, node))
    parts = {part for _, node in TREES if isinstance(node, ast.JoinedStr) for part in node.values}
    for path, node in TREES:
        if isinstance(node, ast.Constant) and node not in called | parts and isinstance(node.value, str):
            is_table = node.value.endswith((".tsv", ".toml"))
            if key_shape.fullmatch(node.value) and not is_table:
                yield Use(node.value, None, where(path, node))


def errors_raised() -> Iterator[Use]:
    """The codes of the errors that the code raises, with the places that each is given."""
    for path, node in TREES:
        if not (isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant)):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        of_row = name == "error" and "treaty" in path.parts and ast.unparse(node.func) != "re.error"
        if (name.endswith("Error") and name in {"ReadingError", "ComparisonError", "WritingError", "RuleTableError"}) or of_row:
            given = {str(keyword.arg) for keyword in node.keywords} | ({"file", "line"} if of_row else set())
            yield Use(f"errors.{node.args[0].value}", frozenset(given), where(path, node))


def prefixes_used() -> Iterator[tuple[str, str, str]]:
    """The beginnings and ends of keys that are put together in the code: f"kind.{…}"."""
    for path, node in TREES:
        if isinstance(node, ast.JoinedStr) and node.values and isinstance(node.values[0], ast.Constant):
            start = str(node.values[0].value)
            if start.partition(".")[0] in TABLE_NAMES and re.fullmatch(r"[a-z_]+\.[a-z_]*", start):
                end = node.values[-1].value if isinstance(node.values[-1], ast.Constant) else ""
                yield start, str(end), where(path, node)


USES = [*keys_named(), *errors_raised()]
PREFIXES = sorted(set(prefixes_used()))


@pytest.mark.parametrize("use", USES, ids=lambda use: f"{use.key}@{use.where}")
def test_every_key_in_the_code_has_a_sentence_and_gets_its_gaps_filled(use: Use) -> None:
    assert use.key in SENTENCES
    if use.given is not None:
        for language in Language:
            assert places(SENTENCES[use.key][language]) <= use.given


def test_the_errors_of_all_layers_are_found() -> None:
    codes = {use.key for use in errors_raised()}
    assert {"errors.missing_file", "errors.bad_number", "errors.same_language", "errors.cannot_write_format"} <= codes


@pytest.mark.parametrize(("start", "end", "place"), PREFIXES, ids=lambda part: part)
def test_every_key_put_together_in_the_code_can_be_found(start: str, end: str, place: str) -> None:
    members = ENUMERATED.get(start)
    if members is None:
        assert any(key.startswith(start) and key.endswith(end) for key in SENTENCES)
    else:
        assert [f"{start}{member}{end}" for member in members if f"{start}{member}{end}" not in SENTENCES] == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_sentences_are_whole_in_both_languages(table: Path) -> None:
    faults = []
    for name, words in tomllib.loads(table.read_text(encoding="utf-8")).items():
        key = f"{table.stem}.{name}"
        if set(words) != {"ko", "en"} or not all(isinstance(said, str) and said.strip() for said in words.values()):
            faults.append(f"{key}: not both languages")
            continue
        if places(words["ko"]) != places(words["en"]):
            faults.append(f"{key}: gaps differ")
        bare = re.sub(r"\{[^}]*\}", "", words["ko"])
        if key not in SAME_IN_BOTH and re.search(r"[A-Za-z]{4,}", bare) and not re.search(r"[가-힣]", bare):
            faults.append(f"{key}: no Korean")
        if key not in SAME_IN_BOTH and re.search(r"[가-힣]", words["en"]):
            faults.append(f"{key}: Korean in the English sentence")
    assert faults == []


def test_both_languages_know_the_same_keys() -> None:
    assert load_wording("ko").keys() == load_wording("en").keys() == set(SENTENCES)


CHECKS = {
    name: check
    for path in path_of("rules/checks").glob("*.toml")
    for name, check in tomllib.loads(path.read_text(encoding="utf-8")).items()
}


@pytest.mark.parametrize("name", sorted(CHECKS))
def test_explanations_of_findings_say_the_same_in_both_languages(name: str) -> None:
    check = CHECKS[name]
    assert places(check["ko"]) == places(check["en"])
    assert re.search(r"[가-힣]", check["ko"])
    assert not re.search(r"[가-힣]", check["en"])
