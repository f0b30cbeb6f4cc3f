"""A name never holds half a file."""

import os
from pathlib import Path

import pytest

from treaty.errors import WritingError
from treaty.whole_file import whole_file


def test_what_is_written_takes_the_place_of_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "대조.pdf"
    target.write_text("old")
    with whole_file(target) as part:
        part.write_text("new")
        assert target.read_text() == "old"
    assert target.read_text() == "new"
    assert os.listdir(tmp_path) == ["대조.pdf"]


def test_any_failure_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "대조.pdf"
    target.write_text("old")
    with pytest.raises(ZeroDivisionError), whole_file(target) as part:
        part.write_text("half")
        raise ZeroDivisionError
    assert target.read_text() == "old"
    assert os.listdir(tmp_path) == ["대조.pdf"]


def test_a_full_disk_is_a_writing_error(tmp_path: Path) -> None:
    with pytest.raises(WritingError) as caught, whole_file(tmp_path / "a.pdf") as part:
        part.write_text("half")
        raise OSError(28, "No space left on device")
    assert caught.value.code == "cannot_write"
    assert caught.value.places == {"file": "a.pdf", "reason": "No space left on device"}
    assert os.listdir(tmp_path) == []


def test_a_missing_folder_is_a_writing_error(tmp_path: Path) -> None:
    with pytest.raises(WritingError) as caught, whole_file(tmp_path / "none" / "a.pdf") as part:
        part.write_text("x")
    assert caught.value.code == "cannot_write"


def test_a_write_protected_file_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.pdf"
    target.write_text("signed")
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(WritingError), whole_file(target) as part:
        part.write_text("new")
    assert target.read_text() == "signed"


def test_a_folder_of_that_name_is_a_writing_error(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(WritingError), whole_file(tmp_path / "a.pdf") as part:
        part.write_text("x")
    assert os.listdir(tmp_path) == ["a.pdf"]
