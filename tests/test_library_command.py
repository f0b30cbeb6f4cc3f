"""`daejo library` and `daejo themes` as their users type them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.command_line import main
from tests.conftest import SAMPLES

pytestmark = pytest.mark.usefixtures("tables_at_hand")


@pytest.fixture
def asked(tmp_path: Path) -> list[str]:
    """The options that every command is given: a library of the test's own, messages in English."""
    return ["--library", str(tmp_path / "library.sqlite"), "--language", "en"]


def test_adding_finding_listing_and_taking_out(asked: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    files = [str(SAMPLES / f"critical_minerals_agreement.{language}.txt") for language in ("ko", "en")]
    assert main(["library", "add", *files, *asked]) == 0
    assert main(["library", "add", *files, *asked]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("Agreements added: 1.")
    assert second.startswith("Agreements added: 0. Files already there: 2")
    assert main(["library", "find", "비축", "--count", "2", *asked]) == 0
    found = capsys.readouterr().out
    assert "  stockpiling" in found
    assert "joint stockpiling of critical minerals" in found
    assert main(["library", "find", "비축", "--json", *asked]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["novelty"], list(answer)) == ("known", ["novelty", "occurrences", "renderings", "nearest"])
    assert {precedent["clause"]["language"] for precedent in answer["nearest"]} == {"ko", "en"}
    assert main(["library", "list", *asked]) == 0
    assert "critical_minerals_agreement.en.txt" in capsys.readouterr().out
    assert main(["library", "remove", "1", *asked]) == 0
    assert main(["library", "list", "--json", *asked]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "[]"


def test_what_cannot_be_done_is_said_in_one_sentence(
    asked: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    for arguments in (["add", str(tmp_path / "empty.txt")], ["add", str(tmp_path / "nowhere")], ["remove", "7"]):
        assert main(["library", *arguments, *asked]) == 3
        (line,) = capsys.readouterr().err.splitlines()
        assert line.startswith("daejo: ")


def test_the_help_says_what_is_written_where(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["library", "--help"])
    assert "library.sqlite" in capsys.readouterr().out


def test_themes_have_the_profiles_and_the_likeness_of_the_texts(capsys: pytest.CaptureFixture[str]) -> None:
    file = str(SAMPLES / "joint_statement.txt")
    assert main(["themes", file, "--json", "--private"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert list(printed)[:5] == ["format", "version", "texts", "comparisons", "themes"]
    whole = [profile for profile in printed["profiles"] if profile["theme"] is None]
    assert [(profile["text"], profile["status"]) for profile in whole] == [("t1", "political"), ("t2", "political")]
    assert all(len(profile["levels"]) == 7 for profile in printed["profiles"])
    assert printed["similarities"][0][0] == 1
    assert printed["similarities"][0][1] == printed["similarities"][1][0] > 0.5
    assert printed["proposals"] == []
    assert main(["themes", file, "--language", "en", "--private"]) == 0
    assert "political text" in capsys.readouterr().out
