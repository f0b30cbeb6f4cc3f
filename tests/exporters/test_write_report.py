"""The writer is chosen by the name's ending; every writer keeps the old file until the new one is whole."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from exporters import REPORT_WRITERS, write_report
from tests.example_review import example_review
from tests.exporters.reports import judged_report
from treaty.errors import WritingError
from treaty.model import Language
from treaty.progress import SilentProgress
from treaty.review.report import ReportOptions, build_report


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


@pytest.mark.parametrize("ending", REPORT_WRITERS)
def test_the_same_report_gives_the_same_bytes(tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = tmp_path / f"a{ending}", tmp_path / f"b{ending}"
    write_report(judged_report(), first, progress=SilentProgress())
    tomorrow = time.time() + 100_000
    monkeypatch.setattr(time, "time", lambda: tomorrow)
    write_report(judged_report(), second, progress=SilentProgress())
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("ending", REPORT_WRITERS)
def test_a_review_without_any_date_can_be_written(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a{ending}"
    write_report(build_report(example_review(), ReportOptions(Language.KOREAN)), path, progress=SilentProgress())
    assert path.stat().st_size > 500


NEEDS_NO_WRITER = """
import sys
from desktop.command_line import main
try:
    main(["--help"])
except SystemExit:
    pass
loaded = {"openpyxl", "docx", "reportlab", "pypdfium2", "PySide6"} & {name.partition(".")[0] for name in sys.modules}
sys.exit(str(loaded) if loaded else 0)
"""


def test_a_writers_library_is_loaded_only_to_write() -> None:
    done = subprocess.run([sys.executable, "-c", NEEDS_NO_WRITER], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
