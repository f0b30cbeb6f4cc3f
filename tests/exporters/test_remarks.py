"""What a reviewer says beside verdicts, suggested wording and remarks on clauses, stands in every format."""

from __future__ import annotations

import zipfile
from html import unescape
from pathlib import Path

import pypdfium2
import pytest

from exporters import REPORT_WRITERS, write_report
from exporters.json import comparison_json
from tests.exporters.reports import REMARKS, judged_review, remarked_report
from treaty.progress import SilentProgress
from treaty.review.edits import SetComment

READABLE = [ending for ending in REPORT_WRITERS if ending != ".tmx"]


def everything_in(path: Path) -> str:
    """All that a file says, without white space; of an archive with its markup."""
    if path.suffix == ".pdf":
        said = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))
    elif zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            said = "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml"))
    else:
        said = path.read_text(encoding="utf-8")
    return "".join(unescape(said).split())


@pytest.mark.parametrize("ending", READABLE)
def test_remarks_and_suggested_wording_are_in_every_format(tmp_path: Path, ending: str) -> None:
    write_report(remarked_report(), tmp_path / f"a{ending}", progress=SilentProgress())
    said = everything_in(tmp_path / f"a{ending}")
    for words in (*(remark.text for remark in REMARKS), REMARKS[0].author, "4개월간"):
        assert "".join(words.split()) in said, words


@pytest.mark.parametrize("ending", READABLE)
def test_a_report_without_notes_is_without_remarks(tmp_path: Path, ending: str) -> None:
    write_report(remarked_report(remarks=False), tmp_path / f"a{ending}", progress=SilentProgress())
    assert "재정당국과협의" not in everything_in(tmp_path / f"a{ending}")


def test_json_says_of_which_words_a_remark_is() -> None:
    review = judged_review()
    for remark in REMARKS:
        review.apply(SetComment(remark.id, remark))
    first, second = comparison_json(review)["remarks"]  # type: ignore[misc]
    assert (first["clause"], first["span"], first["author"]) == ("t1.c8", [4, 9], "박지훈")
    assert second["span"] is None
