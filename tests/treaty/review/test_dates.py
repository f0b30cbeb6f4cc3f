"""The date of a report is that of its sources and judgements."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from tests.example_review import example_review
from treaty.reading import Pasted, read_treaty
from treaty.review.dates import as_of, moment_of
from treaty.review.edits import Signature, set_verdict
from treaty.review.review import Review, Verdict


def dated(*modified: str) -> Review:
    review = example_review()
    texts = [replace(text, source=replace(text.source, modified=at)) for text, at in zip(review.texts, modified, strict=True)]
    return Review(tuple(texts), review.comparisons)


def test_the_newest_source_dates_a_review_that_nobody_judged() -> None:
    assert as_of(dated("2028-03-01T09:00:00", "2028-03-02T09:00:00")) == datetime(2028, 3, 2, 9)


def test_a_later_judgement_dates_it_and_an_earlier_one_does_not() -> None:
    review = dated("2028-03-01T09:00:00", "")
    review.apply(set_verdict(review, "f1", Verdict.ERROR, Signature("", "2027-01-01T00:00:00")))
    assert as_of(review) == datetime(2028, 3, 1, 9)
    review.apply(set_verdict(review, "f2", Verdict.ERROR, Signature("", "2028-04-01T10:30:00")))
    assert as_of(review) == datetime(2028, 4, 1, 10, 30)


def test_a_review_of_pasted_texts_has_no_date() -> None:
    assert as_of(example_review()) is None


@pytest.mark.parametrize("text", ["", "gestern", "2028-13-01"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert moment_of(text) is None


def test_a_file_brings_its_date_and_a_pasted_text_none(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("제1조 목적\n이 협정은 협력을 목적으로 한다.\n", encoding="utf-8")
    moment = datetime(2028, 3, 1, 9, 0, 5)
    os.utime(path, (moment.timestamp(), moment.timestamp()))
    assert read_treaty(path)[0].source.modified == "2028-03-01T09:00:05"
    assert read_treaty(Pasted("글", path.read_text(encoding="utf-8")))[0].source.modified == ""
