"""Two versions as tracked changes in Word, read back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from desktop.toolkit import Toolkit
from exporters.docx.tracked import both_texts, write_tracked
from tests.conftest import SAMPLES
from tests.example_review import example_review
from tests.four_texts import write_four_texts
from treaty.comparison.tracked import plain_lines
from treaty.errors import WritingError
from treaty.model import Language, Relation
from treaty.review.assembly import Instruments, assemble_review
from treaty.review.paper import Paper
from treaty.review.report import ReportOptions
from treaty.review.review import Review

OPTIONS = ReportOptions(Language.KOREAN, reviewer="김서연", paper=Paper(portrait=True))


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory, toolkit: Toolkit, with_encoder: Instruments) -> Review:
    texts = toolkit.read_files(write_four_texts(tmp_path_factory.mktemp("four"))[:2])
    return assemble_review(texts, Relation.REVISION, with_encoder)


def test_accepting_all_gives_the_new_text_and_rejecting_all_the_old(versions: Review, tmp_path: Path) -> None:
    write_tracked(versions, tmp_path / "a.docx", OPTIONS)
    old, new = versions.texts
    assert both_texts(tmp_path / "a.docx") == (plain_lines(new.clauses), plain_lines(old.clauses))
    assert plain_lines(new.clauses) != plain_lines(old.clauses)


def test_changes_have_a_number_an_author_and_a_date(versions: Review, tmp_path: Path) -> None:
    write_tracked(versions, tmp_path / "a.docx", OPTIONS)
    body = docx.Document(str(tmp_path / "a.docx")).element.body
    changes: list[Any] = [*body.iter(qn("w:ins")), *body.iter(qn("w:del"))]
    assert len(changes) > 4
    assert len({change.get(qn("w:id")) for change in changes}) == len(changes)
    assert {change.get(qn("w:author")) for change in changes} == {"김서연"}
    assert all(change.get(qn("w:date")).endswith("Z") for change in changes)
    assert not [text for deleted in body.iter(qn("w:del")) for text in deleted.iter(qn("w:t"))]


def test_texts_that_have_little_in_common_come_back_too(tmp_path: Path, toolkit: Toolkit, with_encoder: Instruments) -> None:
    texts = toolkit.read_files([write_four_texts(tmp_path)[3], SAMPLES / "health_mou.en.txt"])
    review = assemble_review(texts, Relation.REVISION, with_encoder)
    write_tracked(review, tmp_path / "a.docx", OPTIONS)
    old, new = review.texts
    assert both_texts(tmp_path / "a.docx") == (plain_lines(new.clauses), plain_lines(old.clauses))


def test_the_same_versions_give_the_same_bytes(versions: Review, tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_tracked(versions, tmp_path / f"{name}.docx", OPTIONS)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_translations_are_no_versions(tmp_path: Path) -> None:
    with pytest.raises(WritingError) as caught:
        write_tracked(example_review(), tmp_path / "a.docx", OPTIONS)
    assert caught.value.code == "no_versions"
    assert not (tmp_path / "a.docx").exists()
