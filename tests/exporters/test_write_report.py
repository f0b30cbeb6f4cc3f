"""The writer is chosen by the name's ending; every writer keeps the old file until the new one is whole."""

import os
from pathlib import Path

import pytest

from exporters import REPORT_WRITERS, write_report
from tests.exporters.reports import judged_report, long_report
from treaty.errors import Cancelled, WritingError
from treaty.progress import SilentProgress


class StopsHalfway:
    """Progress of a user who stops the work after it began; in a short report that is when it is nearly done."""

    def report(self, done: int, total: int, what: str) -> None:
        if done:
            raise Cancelled


@pytest.mark.parametrize(("ending", "first_bytes"), [(".docx", b"PK\x03\x04"), (".PDF", b"%PDF-")])
def test_the_ending_chooses_the_format(tmp_path: Path, ending: str, first_bytes: bytes) -> None:
    path = tmp_path / f"대조{ending}"
    write_report(judged_report(), path, progress=SilentProgress())
    assert path.read_bytes().startswith(first_bytes)


def test_an_unknown_ending_names_those_that_can_be_written(tmp_path: Path) -> None:
    with pytest.raises(WritingError) as caught:
        write_report(judged_report(), tmp_path / "대조.hwp", progress=SilentProgress())
    assert caught.value.code == "cannot_write_format"
    assert caught.value.places == {"file": "대조.hwp", "endings": ", ".join(REPORT_WRITERS)}


@pytest.mark.parametrize("ending", REPORT_WRITERS)
def test_a_missing_folder_is_a_writing_error(tmp_path: Path, ending: str) -> None:
    with pytest.raises(WritingError) as caught:
        write_report(judged_report(), tmp_path / "none" / f"a{ending}", progress=SilentProgress())
    assert caught.value.code == "cannot_write"


@pytest.mark.parametrize("times", [1, 10])
@pytest.mark.parametrize("ending", REPORT_WRITERS)
def test_stopping_leaves_the_old_file(tmp_path: Path, ending: str, times: int) -> None:
    path = tmp_path / f"a{ending}"
    path.write_text("old")
    with pytest.raises(Cancelled):
        write_report(long_report(times), path, progress=StopsHalfway())
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == [path.name]
