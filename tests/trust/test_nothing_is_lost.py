"""Kills, full disks, failing drives, damaged reviews: what was there stays whole, and the rest is named."""

from __future__ import annotations

import errno
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from exporters import REPORT_WRITERS, write_report
from exporters.json import write_json
from tests.example_review import example_review
from tests.exporters.reports import judged_report
from tests.full_disk import full_after
from tests.fuzz.damage import flip, truncate
from tests.treaty.review.test_edits import example_edits
from tests.trust.killed_work import edited, library_words, some_text
from tests.trust.killing import Nothing
from treaty.errors import ReadingError, WritingError
from treaty.language.vector_cache import VectorCache
from treaty.precedents.library import Library
from treaty.progress import SilentProgress
from treaty.review.lock import FORGOTTEN_AFTER, Holder, lock_file, take, this_program
from treaty.review.recovery import RecoveryFile, recovered, unfinished_work
from treaty.review.review import Review
from treaty.review.review_file import decided, load_review, save_review
from treaty.review.salvage import salvage_review
from treaty.whole_file import whole_file

ROOT = Path(__file__).parents[2]
Write = Callable[[Path], None]


def _export(path: Path) -> None:
    write_report(judged_report(), path, progress=SilentProgress())


WRITERS: dict[str, Write] = {
    "daejo": lambda path: save_review(edited(3), path),
    "json": lambda path: write_json(edited(3), path, progress=SilentProgress()),
    **{ending[1:]: _export for ending in REPORT_WRITERS},
}


@pytest.mark.slow
def test_a_kill_at_any_moment_loses_at_most_the_last_step() -> None:
    """Three hundred kills of editing, saving, exporting and indexing."""
    if not hasattr(os, "fork"):
        pytest.skip("the work is done in forked processes")
    command = [sys.executable, "-m", "tests.trust.killing", "--times", "300", "--seed", "1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    print(done.stdout)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.ESTALE, errno.ETIMEDOUT])
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_drive_that_fails_late_leaves_the_earlier_file(
    step: str, number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.daejo"
    save_review(edited(1), path)

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as broken:
        broken.setattr(os if step == "fsync" else Path, step, fail)
        with pytest.raises(WritingError):
            save_review(edited(2), path)
    assert load_review(path) == edited(1)
    assert list(tmp_path.iterdir()) == [path]


def test_a_slow_drive_shows_the_earlier_file_until_the_new_one_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, seen = tmp_path / "a.daejo", []
    save_review(edited(1), path)
    flush = os.fsync

    def slow(file: int) -> None:
        seen.append(load_review(path))
        time.sleep(0.05)
        flush(file)

    monkeypatch.setattr(os, "fsync", slow)
    save_review(edited(2), path)
    assert seen[0] == edited(1)
    assert load_review(path) == edited(2)


@contextmanager
def as_nobody() -> Iterator[Path]:
    """A folder that may only be read; as root, which may write everywhere, the process becomes another user meanwhile."""
    if os.name != "posix":
        pytest.skip("rights of folders the POSIX way")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        save_review(edited(1), folder / "a.daejo")
        library_words()  # what is loaded late has to be loaded by whoever may read the program
        for ending, write in WRITERS.items():
            write(folder / f"b.{ending}")
            (folder / f"b.{ending}").unlink()
        folder.chmod(0o555)
        user = os.geteuid()
        if user == 0:
            os.seteuid(65534)
        try:
            yield folder
        finally:
            os.seteuid(user)
            folder.chmod(0o755)


def test_a_folder_that_may_only_be_read_is_said_to_be_so() -> None:
    with as_nobody() as folder:
        for ending, write in WRITERS.items():
            with pytest.raises(WritingError):
                write(folder / f"b.{ending}")
        assert load_review(folder / "a.daejo") == edited(1)
        assert take(folder / "a.daejo", this_program()) is None, "who may not write needs no lock"
        with pytest.raises(WritingError):
            Library(folder / "library.sqlite", library_words())


def test_edits_that_a_full_disk_refused_are_kept_with_the_next(tmp_path: Path) -> None:
    file = RecoveryFile(tmp_path / "a.recovery")
    with full_after(100), pytest.raises(WritingError):
        file.keep(edited(1), "", "", "1")
    file.keep(edited(1), "", "", "1")
    with full_after(0), pytest.raises(Exception, match=r"I/O|full"):
        file.keep(edited(2), "", "", "2")
    file.keep(edited(3), "", "", "3")
    file._database.close()  # type: ignore[union-attr]  # as a crash does, but in this process
    (work,) = unfinished_work(tmp_path)
    assert recovered(work) == edited(3)


def test_a_library_on_a_full_disk_keeps_what_it_has(tmp_path: Path) -> None:
    with Library(tmp_path / "library.sqlite", library_words()) as library:
        library.add([some_text(1)], [], Nothing())
        with full_after(8192), pytest.raises(WritingError):
            library.add([some_text(2)], [], Nothing())
        assert [agreement.title for agreement in library.agreements()] == ["등대 협정 1"]
        library.add([some_text(3)], [], Nothing())
    with Library(tmp_path / "library.sqlite", library_words()) as library:
        assert [agreement.title for agreement in library.agreements()] == ["등대 협정 1", "등대 협정 3"]


def test_a_cache_on_a_full_disk_is_no_error(tmp_path: Path) -> None:
    with full_after(100):
        cache = VectorCache(tmp_path, "model")
        cache.keep({"등대": Nothing().encode(["등대"])[0]})
        assert cache.find(["등대"]) == {}


@pytest.mark.parametrize("ahead", [-1e6, 1e6])
def test_a_clock_that_was_set_frees_no_lock_and_hides_no_work(
    ahead: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.daejo"
    far = Holder("lee", "elsewhere", 1, "2028-03-02T10:15:00")
    take(path, far)
    file = RecoveryFile(tmp_path / "a.recovery")
    file.keep(edited(1), "", "", "2128-03-02T10:15:00")
    file._database.close()  # type: ignore[union-attr]  # as a crash does, but in this process
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + ahead)
    assert len(list(unfinished_work(tmp_path))) == 1
    assert (take(path, this_program()) is None) == (ahead > FORGOTTEN_AFTER)
    assert lock_file(path).exists()


def test_what_another_computer_is_writing_is_not_taken_away(tmp_path: Path) -> None:
    with whole_file(tmp_path / "a.md") as mine:
        mine.write_text("half")
        theirs = mine.with_name(".daejo-0ffice-1-abc.part")
        theirs.touch()
        ended = mine.with_name(mine.name.replace(f"-{os.getpid()}-", f"-{_ended_process()}-"))
        ended.touch()
        with whole_file(tmp_path / "b.md") as other:
            other.write_text("whole")
        assert mine.exists()
        assert theirs.exists()
        assert not ended.exists()


def _ended_process() -> int:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


@pytest.mark.parametrize("damage", [flip, truncate])
def test_of_a_damaged_review_everything_is_saved_or_named(
    damage: Callable[[bytearray, random.Random], None], tmp_path: Path
) -> None:
    whole, path = _saved(tmp_path), tmp_path / "damaged.daejo"
    content, opened = path.with_name("whole.daejo").read_bytes(), 0
    for seed in range(200):
        chance, broken = random.Random(seed), bytearray(content)
        damage(broken, chance)
        path.write_bytes(broken)
        try:
            salvaged = salvage_review(path)
        except ReadingError as refused:
            assert refused.code in {"damaged_review", "not_a_review", "newer_review"}
            continue
        opened += 1
        lossy = {loss.table for loss in salvaged.losses}
        for table, values in decided(whole).items():
            gone = values.keys() - decided(salvaged.review)[table].keys()
            assert not gone or table in lossy, f"seed {seed}: {table} {gone} are lost and not named"
    assert opened > 5


def _saved(folder: Path) -> Review:
    review = example_review()
    for edit in example_edits(review):
        review.apply(edit)
    save_review(review, folder / "whole.daejo")
    return review
