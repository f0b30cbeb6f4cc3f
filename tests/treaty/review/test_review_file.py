"""The .daejo file: what was saved comes back; what is no review, or damaged, says so; a failure destroys nothing."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.example_review import example_review
from treaty.errors import ReadingError, WritingError
from treaty.model import Span
from treaty.review import review_file
from treaty.review.edits import SetComment, SetPlace, SetState, dismiss_all_like, set_note, set_verdict
from treaty.review.journal import Step
from treaty.review.review import Comment, Review, RowState, Verdict, row_key
from treaty.review.review_file import is_review, load_review, save_review
from treaty.review.rows import RowOptions, rows


@pytest.fixture
def judged() -> Review:
    review = example_review()
    for finding, verdict in zip(("f1", "f2", "f3", "f5"), Verdict, strict=True):
        review.apply(set_verdict(review, finding, verdict))
    review.apply(set_note(review, "f6", "“따옴표”와 줄\n바꿈, 그리고 𝄞"))
    return review


@pytest.fixture
def saved(judged: Review, tmp_path: Path) -> Path:
    path = tmp_path / "검토.daejo"
    save_review(judged, path)
    return path


def test_a_review_comes_back_as_it_was_saved(judged: Review, saved: Path) -> None:
    loaded = load_review(saved)
    assert loaded == judged
    assert rows(loaded, RowOptions(info=True)) == rows(judged, RowOptions(info=True))


def test_a_review_saved_by_the_first_version_is_read() -> None:
    loaded = load_review(Path(__file__).parent / "files" / "version_1.daejo")
    assert {finding: (said.verdict, said.note) for finding, said in loaded.judgements.items()} == {
        "f1": (Verdict.ERROR, ""),
        "f6": (None, "메모"),
    }
    assert len(loaded.comparisons[0].findings) == len(example_review().comparisons[0].findings)


def test_a_review_saved_by_the_second_version_is_read() -> None:
    loaded = load_review(Path(__file__).parent / "files" / "version_2.daejo")
    assert loaded.judgement("f1").suggestion == "30일 이내"
    assert list(loaded.states.values()) == [RowState.AGREED]
    assert [comment.text for comment in loaded.comments.values()] == ["다음 회의에서 논의"]
    assert [dismissal.reason for dismissal in loaded.dismissals.values()] == ["관용 표현"]
    assert not loaded.places


def test_a_review_saved_by_the_third_version_is_read() -> None:
    loaded = load_review(Path(__file__).parent / "files" / "version_3.daejo")
    assert (loaded.judgement("f1").author, loaded.judgement("f1").suggestion) == ("김대조", "30일 이내")
    assert dict(loaded.places) == {"t1": "문서/국문.txt"}
    assert not loaded.journal
    assert not loaded.settings


def test_a_review_saved_by_the_fourth_version_is_read() -> None:
    loaded = load_review(Path(__file__).parent / "files" / "version_4.daejo")
    assert [(step.step, step.name, step.place, step.author) for step in loaded.journal.values()] == [
        (Step.DONE, "edit.judge", "2.", "김대조"),
        (Step.UNDONE, "edit.judge", "2.", "이대조"),
        (Step.REDONE, "edit.judge", "2.", "김대조"),
    ]
    assert dict(loaded.settings) == {"view": "{}"}


def test_states_remarks_and_dismissals_are_kept(judged: Review, tmp_path: Path) -> None:
    judged.apply(SetState(row_key(judged.comparisons[0].links[0]), RowState.AGREED))
    judged.apply(
        SetComment("c1", Comment("c1", judged.texts[0].clauses[0].id, "다음 회의에서", Span(0, 2), "김", "2028-01-01T09:00:00"))
    )
    judged.apply(dismiss_all_like(judged, "f7", Verdict.FALSE_ALARM, "관용"))
    judged.apply(SetPlace("t1", "문서/국문.txt"))
    save_review(judged, tmp_path / "all.daejo")
    assert load_review(tmp_path / "all.daejo") == judged


def test_reading_changes_nothing_on_the_disk(saved: Path) -> None:
    before = saved.read_bytes()
    load_review(saved)
    assert saved.read_bytes() == before
    assert [path.name for path in saved.parent.iterdir()] == [saved.name]


def test_saving_again_replaces_the_old_review(judged: Review, saved: Path) -> None:
    judged.apply(set_verdict(judged, "f2", None))
    save_review(judged, saved)
    assert load_review(saved) == judged


def test_a_review_is_known_by_its_content_not_by_its_name(saved: Path, tmp_path: Path) -> None:
    other = saved.rename(tmp_path / "review.bin")
    assert is_review(other)
    assert len(load_review(other).texts) == 2
    text = tmp_path / "text.daejo"
    text.write_text("no review")
    assert not is_review(text)
    assert not is_review(tmp_path / "missing.daejo")


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute(statement)
        database.commit()


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("PRAGMA application_id=7", "not_a_review"),
        ("PRAGMA user_version=99", "newer_review"),
        ("DROP TABLE texts", "damaged_review"),
        ("DROP TABLE judgements", "damaged_review"),
        ("UPDATE texts SET content = '{'", "damaged_review"),
        ("UPDATE texts SET content = '[]' WHERE position = 0", "damaged_review"),
        ("UPDATE texts SET content = replace(content, '\"id\"', '\"ix\"')", "damaged_review"),
        ("UPDATE texts SET content = replace(content, '\"ko\"', '\"kr\"')", "damaged_review"),
        ('UPDATE comparisons SET content = replace(content, \'"link": 2\', \'"link": "2"\')', "damaged_review"),
        ("UPDATE comparisons SET content = 'null'", "damaged_review"),
        ("UPDATE judgements SET content = '{'", "damaged_review"),
    ],
)
def test_a_review_that_is_not_whole_says_so(saved: Path, statement: str, code: str) -> None:
    change(saved, statement)
    with pytest.raises(ReadingError) as caught:
        load_review(saved)
    assert (caught.value.code, caught.value.places) == (code, {"file": saved.name})


def test_a_review_from_before_likeness_was_measured_is_read(judged: Review, saved: Path) -> None:
    with closing(sqlite3.connect(saved)) as database:
        database.execute("UPDATE comparisons SET content = json_remove(content, '$.likeness')")
        database.commit()
    assert load_review(saved).comparisons == judged.comparisons


def test_a_finding_on_a_link_that_is_not_there_is_damage(saved: Path) -> None:
    change(saved, "UPDATE comparisons SET content = replace(content, '\"link\": 2', '\"link\": 99')")
    with pytest.raises(ReadingError):
        load_review(saved)


@pytest.mark.parametrize("kept", [16, 100, 5000])
def test_half_a_review_is_damaged(saved: Path, kept: int) -> None:
    saved.write_bytes(saved.read_bytes()[:kept])
    with pytest.raises(ReadingError) as caught:
        load_review(saved)
    assert caught.value.code in {"damaged_review", "not_a_review"}


@pytest.mark.parametrize("content", [b"", b"plain text", b"%PDF-1.7"])
def test_another_file_is_no_review(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.daejo"
    path.write_bytes(content)
    with pytest.raises(ReadingError) as caught:
        load_review(path)
    assert caught.value.code == "not_a_review"


def test_another_programs_database_is_no_review(tmp_path: Path) -> None:
    path = tmp_path / "a.daejo"
    change(path, "CREATE TABLE texts (position INTEGER, content TEXT)")
    with pytest.raises(ReadingError) as caught:
        load_review(path)
    assert caught.value.code == "not_a_review"


def test_a_missing_review_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadingError) as caught:
        load_review(tmp_path / "none.daejo")
    assert caught.value.code == "missing_file"


def test_a_failing_save_leaves_the_old_review(judged: Review, saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = saved.read_bytes()

    def full(*_: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(review_file, "packed", full)
    with pytest.raises(WritingError) as caught:
        save_review(judged, saved)
    assert caught.value.code == "cannot_write"
    assert saved.read_bytes() == before
    assert [path.name for path in saved.parent.iterdir()] == [saved.name]


def test_a_folder_that_is_not_there_is_a_writing_error(judged: Review, tmp_path: Path) -> None:
    with pytest.raises(WritingError):
        save_review(judged, tmp_path / "none" / "a.daejo")


@pytest.mark.skipif(os.name == "nt" or getattr(os, "geteuid", lambda: 1)() == 0, reason="root may write everywhere")
def test_a_write_protected_review_stays(judged: Review, saved: Path) -> None:
    saved.chmod(0o400)
    before = saved.read_bytes()
    with pytest.raises(WritingError):
        save_review(judged, saved)
    assert saved.read_bytes() == before
