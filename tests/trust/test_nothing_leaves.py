"""Nothing leaves the computer, and what stays on it is known, holds no text where that is promised, and can be taken away."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

from desktop import application
from desktop.application import Session
from desktop.command_line import main
from desktop.dialogs.fault_dialog import MOST_TOLD, FaultReporter
from desktop.headless.faults import told
from desktop.main_window import MainWindow
from desktop.toolkit import Toolkit
from desktop.traces.fault_log import begin_log, end_log, log
from desktop.traces.forgetting import forget
from desktop.traces.places import Traces
from desktop.traces.settings import Settings
from resources.wording_table import load_wording
from tests.conftest import SAMPLES
from tests.example_review import example_review
from tests.trust.guard import without_network
from treaty.errors import ReadingError
from treaty.language.meaning import SentenceEncoder
from treaty.language.vector_cache import FILE_NAME
from treaty.model import Language
from treaty.review.recovery import RecoveryFile
from treaty.review.review_file import save_review

ROOT = Path(__file__).parents[2]
REACHING_OUT = re.compile(
    r"QtNetwork|QtWebEngine|\burllib\.request|\bhttp\.client|\bimport socket\b|\brequests\b|\bQDesktopServices|openUrl\("
    r"|setOpenExternalLinks\(True|\bwebbrowser\b|\bsubprocess\b|os\.system|\bQProcess\b|\bpopen\b|\bftplib|\bsmtplib|\bxmlrpc"
)
RUNNING_CODE = re.compile(
    r"(?<![\w.])(?:eval|exec|compile|__import__)\(|\b(?:pickle|marshal|yaml|jsonpickle|dill)\b|\bshelve\."
)
SECRET = "비밀 조항의 글"


def journey(folder: Path, *arguments: str, before: list[str] | None = None) -> subprocess.CompletedProcess[str]:
    command = [*(before or []), sys.executable, "-m", "tests.trust.journey", str(folder), *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False)


@pytest.mark.slow
def test_a_day_of_work_reaches_for_no_network(tmp_path: Path) -> None:
    """Window and command line, in a network of their own with nothing in it where the system lends one."""
    done = journey(tmp_path, before=without_network())
    assert done.returncode == 0, done.stderr
    assert "guarded in Python" in done.stdout
    assert sys.platform != "linux" or "and in the kernel" in done.stdout
    printed = journey(tmp_path, "--printing", before=without_network())
    assert printed.returncode == 0, printed.stderr
    assert (tmp_path / "printed.pdf").exists()
    cached = (tmp_path / "cache" / "daejo" / FILE_NAME).read_bytes()
    texts = json.loads((tmp_path / "sheet.json").read_text("utf-8"))["texts"]
    words = {word for text in texts for clause in text["clauses"] for word in re.findall(r"\w{6,}", clause["text"])}
    assert len(words) > 100
    for encoding in ("utf-8", "utf-16-le", "cp949"):
        assert not [word for word in words if word.encode(encoding, "replace") in cached], "the cache holds words"


@pytest.mark.slow
@pytest.mark.parametrize(("reach", "ended_by"), [("python", signal.SIGABRT), ("kernel", signal.SIGSYS)])
def test_the_guards_end_what_reaches_out(reach: str, ended_by: signal.Signals, tmp_path: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("the kernel's guard is Linux's")
    assert journey(tmp_path, "--reach", reach).returncode == -ended_by


def sources() -> list[Path]:
    return [path for package in ("treaty", "exporters", "desktop", "resources") for path in (ROOT / package).rglob("*.py")]


@pytest.mark.parametrize("forbidden", [REACHING_OUT, RUNNING_CODE], ids=["reaching out", "running code"])
def test_the_program_has_no_means_of(forbidden: re.Pattern[str]) -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in sources()
        for match in forbidden.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.fixture
def places(tmp_path: Path) -> Traces:
    """Traces of a user who has worked a day and whose program once crashed."""
    made = Traces(
        tmp_path / "config" / "daejo.ini", tmp_path / "recovery", tmp_path / "cache", tmp_path / "log",
        tmp_path / "library.sqlite",
    )  # fmt: skip
    settings = Settings(made.settings)
    settings.keep_recent([Path("/조약/비밀.docx")])
    settings._store.sync()
    made.choices.write_text("")
    made.library.touch()
    crashed = RecoveryFile(made.recovery / "a.recovery")
    made.recovery.mkdir()
    crashed.keep(example_review(), "비밀", "/조약/비밀.docx", "2028-03-02T10:15:00")
    crashed._database.close()  # type: ignore[union-attr]  # as a crash does, but in this process
    (made.recovery / "damaged.recovery").write_bytes(b"SQLite format 3\x00 and no more")
    SentenceEncoder(made.cache).encode(["비밀 조항"])
    begin_log(made.log)
    end_log()
    return made


def test_forgetting_takes_all_away_but_what_the_user_made(places: Traces, tmp_path: Path) -> None:
    held = RecoveryFile(places.recovery / "open.recovery")
    held.keep(example_review(), "지금", "", "2028-03-02T10:15:00")
    assert forget(places)
    assert sorted(path.name for path in places.recovery.iterdir()) == ["open.recovery", "open.recovery-wal"]
    held.discard()
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == {places.choices, places.library}
    assert places.kept() == [places.library, places.choices]


def test_the_command_says_what_it_took_away_and_what_it_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if sys.platform != "linux":
        pytest.skip("where the folders are is told to the program the way of Linux")
    for kind in ("CONFIG", "CACHE", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind))
    (tmp_path / "DATA" / "daejo").mkdir(parents=True)
    (tmp_path / "DATA" / "daejo" / "library.sqlite").touch()
    assert main(["compare", str(SAMPLES / "health_mou.ko.txt"), str(SAMPLES / "health_mou.en.txt"), "--private", "--json"]) == 0
    assert not (tmp_path / "CACHE").exists(), "a private session keeps no vectors"
    cache = tmp_path / "CACHE" / "daejo" / FILE_NAME
    cache.parent.mkdir(parents=True)
    cache.touch()
    capsys.readouterr()
    assert main(["--forget", "--language", "en"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"Removed: {cache}",
        f"Kept: {tmp_path / 'DATA' / 'daejo' / 'library.sqlite'}",
    ]
    assert not cache.exists()


def test_a_private_window_keeps_nothing_and_says_so(
    qapp: QApplication, toolkit: Toolkit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for kind in ("CONFIG", "CACHE", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind))
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    review, seen = tmp_path / "비밀.daejo", []
    save_review(example_review(), review)

    def look_and_leave() -> None:
        (window,) = [each for each in qapp.topLevelWidgets() if isinstance(each, MainWindow) and each.isVisible()]
        seen.extend(label.text() for label in window.line.findChildren(QLabel))
        qapp.quit()

    QTimer.singleShot(1500, look_and_leave)
    assert application.run_window([review], toolkit, Language.ENGLISH, private=True) == 0
    assert load_wording(Language.ENGLISH)("window.private") in seen
    written = [path for path in tmp_path.rglob("*") if path.is_file() and path != review]
    assert {path.name for path in written} <= {"daejo.ini"}, "only how the window looks"
    assert not [path for path in written if "비밀" in path.read_text(encoding="utf-8") or "recent" in path.read_text("utf-8")]


def test_the_menu_forgets(open_session: Callable[[Language], Session], settings: Settings, tmp_path: Path) -> None:
    settings.keep_recent([tmp_path / "secret.docx"])
    session = open_session(Language.KOREAN)
    session.window.actions_["forget"].trigger()
    assert settings.recent == []
    assert session.window.line.currentMessage() == session.words("message.forgotten")


def _fault() -> Exception:
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as first:
            raise ReadingError("missing_file", file=f"/조약/{SECRET}.docx") from first
    except ReadingError as error:
        return error


def test_a_fault_is_told_without_words_of_the_document(tmp_path: Path) -> None:
    begin_log(tmp_path)
    log.error("A fault reached the window: %s", told(_fault()))
    end_log()
    for said in (told(_fault()), (tmp_path / "daejo.log").read_text(encoding="utf-8")):
        assert "builtins.KeyError" in said
        assert "tests/trust/test_nothing_leaves.py" in said
        assert SECRET not in said
        assert "조약" not in said
        assert os.sep + "home" not in said


def test_the_log_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.traces.fault_log.MOST_BYTES", 2_000)
    begin_log(tmp_path)
    for _ in range(200):
        log.info("x" * 100)
    end_log()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["daejo.log", "daejo.log.1", "daejo.log.2"]
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < 7_000


def test_one_dialog_at_a_time_and_the_same_fault_not_for_ever(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    reporter = FaultReporter(lambda: load_wording(Language.ENGLISH))

    def show(details: str) -> None:
        shown.append(details)

    monkeypatch.setattr(reporter, "_show", show)
    for _ in range(MOST_TOLD + 5):
        error = _fault()
        reporter(type(error), error, error.__traceback__)
    assert len(shown) == MOST_TOLD
    assert SECRET not in shown[0]


def test_the_command_line_tells_a_fault_without_words_of_the_document(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError(SECRET)

    monkeypatch.setattr("desktop.toolkit.Toolkit.compare_files", fail)
    assert main(["compare", str(SAMPLES / "joint_statement.txt"), "--private"]) == 4
    said = capsys.readouterr().err
    assert "builtins.ZeroDivisionError" in said
    assert SECRET not in said
