"""The files beside the program say what the program says, and the wheel works where nothing of this checkout is."""

from __future__ import annotations

import configparser
import sys
import sysconfig
from pathlib import Path

import pytest
from lxml import etree

from resources import path_of
from tests.packages.programs import build_wheel, do_main_job, install_wheel
from tests.packages.shell_files import shell_files


@pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="argparse words its usage otherwise in each version of Python")
@pytest.mark.parametrize("path", list(shell_files()), ids=lambda path: path.name)
def test_manual_page_and_completion_are_those_of_todays_arguments(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == shell_files()[path], "make them anew: python -m tests.packages pages"


def test_the_desktop_entry_opens_the_files_of_the_type_that_is_declared() -> None:
    entry = configparser.RawConfigParser(strict=True)
    entry.optionxform = str  # type: ignore[assignment, method-assign]
    entry.read_string((path_of("packaging") / "daejo.desktop").read_text(encoding="utf-8"))
    declared = etree.parse(path_of("packaging") / "daejo.xml").getroot()
    (mime,) = [child.get("type") for child in declared]
    assert entry["Desktop Entry"]["MimeType"] == f"{mime};"
    assert entry["Desktop Entry"]["Exec"] == "daejo %F"
    assert (path_of("packaging") / f"{entry['Desktop Entry']['Icon']}.svg").is_file()


@pytest.mark.slow
def test_the_wheel_does_the_main_job_from_another_folder(tmp_path: Path) -> None:
    """What it depends on is lent by this environment; `python -m tests.packages wheel` installs that too."""
    daejo = install_wheel(build_wheel(tmp_path), tmp_path / "environment", dependencies=False)
    lent = {"PYTHONPATH": sysconfig.get_path("purelib")}
    assert do_main_job(daejo, tmp_path / "elsewhere", lent)
