"""Nothing that a reviewer did is lost: recovery after a crash, locks of reviews, what is left of a damaged one."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.example_review import example_review
from tests.treaty.review.test_edits import example_edits
from treaty.errors import ReadingError
from treaty.review.edits import ReplaceComparison, SetComment, set_verdict
from treaty.review.lock import FORGOTTEN_AFTER, Holder, give_back, holder_of, lock_file, take, this_program
from treaty.review.recovery import RecoveryFile, recovered, unfinished_work
from treaty.review.review import Comment, Review, Verdict
from treaty.review.review_file import save_review
from treaty.review.salvage import Loss, salvage_review

WORK_AND_CRASH = """
import os, signal, sys
from pathlib import Path
from tests.example_review import example_review
from tests.treaty.review.test_edits import example_edits
from treaty.review.recovery import RecoveryFile
review = example_review()
file = RecoveryFile(Path(sys.argv[1]) / "a.recovery")
for edit in example_edits(review):
    review.apply(edit)
    file.keep(review, "양해각서", "/x/a.daejo", "2028-03-02T10:15:00")
    print("kept", flush=True)
if sys.argv[2] == "wait":
    sys.stdin.read()
os.kill(os.getpid(), signal.SIGKILL)
"""


def program(folder: Path, then: str) -> subprocess.Popen[str]:
    arguments = [sys.executable, "-c", WORK_AND_CRASH, str(folder), then]
    return subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[3])


def edited() -> Review:
    review = example_review()
    for edit in example_edits(review):
        review.apply(edit)
    return review


def test_a_killed_program_leaves_every_edit_behind(tmp_path: Path) -> None:
    with program(tmp_path, "die") as running:
        running.communicate()
    (work,) = unfinished_work(tmp_path)
    assert (work.title, work.path, work.at) == ("양해각서", "/x/a.daejo", "2028-03-02T10:15:00")
    assert recovered(work) == edited()


def test_work_that_a_running_program_has_is_not_offered(tmp_path: Path) -> None:
    with program(tmp_path, "wait") as running:
        assert running.stdout is not None
        for _ in example_edits(example_review()):
            running.stdout.readline()
        assert list(unfinished_work(tmp_path)) == []
        running.kill()
    assert len(list(unfinished_work(tmp_path))) == 1


def test_the_recovery_follows_undone_edits_and_other_comparisons(tmp_path: Path) -> None:
    review, file = example_review(), RecoveryFile(tmp_path / "b.recovery")
    file.keep(review, "", "", "1")
    edits = [SetComment("c1", Comment("c1", "t1.c3", "왜?")), set_verdict(review, "f1", Verdict.QUERY)]
    comparison = review.comparisons[0]
    edits.append(ReplaceComparison(0, type(comparison)("t1", "t2", comparison.relation, comparison.links, ()), ""))  # type: ignore[arg-type]
    inverses = [edit.inverse(review) for edit in edits]
    for edit in (*edits, inverses[0]):
        review.apply(edit)
        file.keep(review.copy(), "", "", "2")
    file._database.close()  # type: ignore[union-attr]  # as a crash does, but in this process
    (work,) = unfinished_work(tmp_path)
    assert recovered(work) == review
    assert not recovered(work).comments
    assert not list(recovered(work).findings())


def test_discarded_recovery_leaves_nothing(tmp_path: Path) -> None:
    file = RecoveryFile(tmp_path / "c.recovery")
    file.keep(example_review(), "", "", "")
    file.discard()
    assert list(tmp_path.iterdir()) == []
    file.keep(example_review(), "", "", "")
    assert (tmp_path / "c.recovery").exists(), "it can be begun again"
    file.discard()


def other(pid: int, host: str | None = None) -> Holder:
    return Holder("lee", host or this_program().host, pid, "2028-03-02T10:15:00")


def test_the_first_has_the_lock_until_it_gives_it_back(tmp_path: Path) -> None:
    review, me, you = tmp_path / "검토.daejo", this_program(), other(os.getpid())
    assert take(review, me) is None
    assert take(review, me) is None, "one's own lock is kept"
    assert take(review, you) == me
    give_back(review, you)
    assert holder_of(review) == me, "nobody gives back what another has"
    give_back(review, me)
    assert take(review, you) is None


def test_the_lock_of_a_process_that_ended_is_nobodys(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        ended.wait()
    review = tmp_path / "a.daejo"
    assert take(review, other(ended.pid)) is None
    assert take(review, this_program()) is None


@pytest.mark.parametrize(("age", "free"), [(FORGOTTEN_AFTER - 60, False), (FORGOTTEN_AFTER + 60, True)])
def test_the_lock_of_another_computer_is_forgotten_in_time(tmp_path: Path, age: float, free: bool) -> None:
    review, far = tmp_path / "a.daejo", other(1, "elsewhere")
    take(review, far)
    long_ago = time.time() - age
    os.utime(lock_file(review), (long_ago, long_ago))
    assert take(review, this_program()) == (None if free else far)


def test_a_lock_that_cannot_be_read_is_nobodys(tmp_path: Path) -> None:
    review, me = tmp_path / "a.daejo", this_program()
    lock_file(review).write_text('{"user": "le')
    assert take(review, me) is None
    assert holder_of(review) == me


def test_where_no_lock_can_be_written_nobody_has_it(tmp_path: Path) -> None:
    assert take(tmp_path / "none" / "a.daejo", this_program()) is None


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "a.daejo"
    save_review(edited(), path)
    return path


def change(path: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute(statement, values)
        database.commit()


def test_a_whole_review_loses_nothing(saved: Path) -> None:
    salvaged = salvage_review(saved)
    assert (salvaged.review, salvaged.losses) == (edited(), ())


def test_entries_that_can_be_read_are_saved_and_the_others_named(saved: Path) -> None:
    change(saved, "UPDATE judgements SET content = '{' WHERE finding = 'f2'")
    change(saved, "UPDATE comments SET content = CAST(? AS TEXT)", b'{"id": "\xff\xfe"}')
    change(saved, "DROP TABLE states")
    salvaged = salvage_review(saved)
    assert set(salvaged.losses) == {Loss("judgements", "f2"), Loss("comments", "c1"), Loss("states", "")}
    assert salvaged.review.judgement("f1") == edited().judgement("f1")
    assert salvaged.review.comparisons == edited().comparisons


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM comparisons", "UPDATE comparisons SET content = 'null'",
     "UPDATE comparisons SET content = replace(content, '\"link\": 2', '\"link\": 99')"],
)  # fmt: skip
def test_without_its_comparison_a_review_has_its_texts(saved: Path, statement: str) -> None:
    change(saved, statement)
    salvaged = salvage_review(saved)
    assert salvaged.review.texts == edited().texts
    assert salvaged.review.comparisons == ()
    assert salvaged.review.judgements == edited().judgements


@pytest.mark.parametrize("statement", ["DROP TABLE texts", "UPDATE texts SET content = '{' WHERE position = 1"])
def test_without_its_texts_nothing_can_be_saved(saved: Path, statement: str) -> None:
    change(saved, statement)
    with pytest.raises(ReadingError) as caught:
        salvage_review(saved)
    assert caught.value.code == "damaged_review"
