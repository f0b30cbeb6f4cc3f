"""`daejo` as other programs and people in a terminal use it: JSON, exit status, messages, files."""

from __future__ import annotations

import json
import os
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import docx
import pypdfium2
import pytest
from openpyxl import load_workbook

from desktop.command_line import main
from tests.conftest import SAMPLES
from tests.example_review import example_review
from tests.four_texts import write_four_texts
from treaty.model import Relation
from treaty.review.edits import set_note, set_verdict
from treaty.review.review import Verdict
from treaty.review.review_file import load_review, save_review

MOU = [str(SAMPLES / "health_mou.ko.txt"), str(SAMPLES / "health_mou.en.txt")]
STATEMENT = str(SAMPLES / "joint_statement.txt")

TEXT = {"id", "file", "sha256", "title", "language", "agreement", "label", "clauses", "set_aside", "unread"}
CLAUSE = {"id", "kind", "level", "number", "label", "path", "heading", "text", "sentences"}
# "unread" is not in DESIGN.md: it came with the formats that hold more than text.
LINK = {"left", "right", "confidence", "origin", "moved", "strength", "reasons", "sentences"}
FINDING = {
    "id", "kind", "severity", "potential", "ministry_class", "link", "left", "right", "rule", "message", "confidence",
    "verdict", "note", "mqm",
}  # fmt: skip
PLACE = {"clause", "start", "end", "text", "value"}


class Run(NamedTuple):
    """What a run of the program returned and printed."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Daejo = Callable[..., Run]


@pytest.fixture
def daejo(capsys: pytest.CaptureFixture[str], tables_at_hand: None, monkeypatch: pytest.MonkeyPatch) -> Daejo:
    """Runs `daejo` in this process."""
    monkeypatch.setenv("LANG", "C.UTF-8")

    def run(*arguments: object) -> Run:
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as leaving:
            status = int(leaving.code or 0)
        return Run(status, *capsys.readouterr())

    return run


class TestWrongFiles:
    """Two files that hardly share anything are compared all the same, and doubted in one sentence."""

    WRONG = (SAMPLES / "health_mou.ko.txt", SAMPLES / "critical_minerals_agreement.en.txt")

    @pytest.mark.parametrize(("language", "words"), [("ko", "겹치는 내용이 거의 없으므로"), ("en", "hardly share anything")])
    def test_they_are_named_on_stderr(self, daejo: Daejo, language: str, words: str) -> None:
        run = daejo("compare", *self.WRONG, "--language", language)
        assert run.status == 0
        assert run.err.count("\n") == 1
        assert all(said in run.err for said in (words, "health_mou.ko.txt", "critical_minerals_agreement.en.txt"))

    def test_other_programs_are_told(self, daejo: Daejo) -> None:
        (wrong,) = daejo("compare", *self.WRONG, "--json").json["comparisons"]
        (right,) = daejo("compare", *MOU, "--json").json["comparisons"]
        assert (wrong["hardly_alike"], right["hardly_alike"]) == (True, False)
        assert wrong["likeness"] < 0.3 < right["likeness"]


class TestComparisonJson:
    """The JSON has exactly the names that DESIGN.md promises to other programs."""

    @pytest.fixture
    def printed(self, daejo: Daejo) -> Any:
        run = daejo("compare", *MOU, "--json")
        assert (run.status, run.err) == (0, "")
        return run.json

    def test_names_on_every_level(self, printed: Any) -> None:
        assert list(printed) == ["format", "version", "texts", "comparisons", "themes"]
        assert (printed["format"], printed["version"]) == ("daejo-comparison", 1)
        (comparison,) = printed["comparisons"]
        assert set(comparison) == {"left", "right", "relation", "likeness", "hardly_alike", "links", "findings"}
        assert {frozenset(text) for text in printed["texts"]} == {frozenset(TEXT)}
        assert {frozenset(clause) for text in printed["texts"] for clause in text["clauses"]} == {frozenset(CLAUSE)}
        assert {frozenset(link) for link in comparison["links"]} == {frozenset(LINK)}
        assert {frozenset(pair) for link in comparison["links"] for pair in link["sentences"]} == {frozenset({"left", "right"})}
        assert {frozenset(finding) for finding in comparison["findings"]} == {frozenset(FINDING)}
        places = [finding[side] for finding in comparison["findings"] for side in ("left", "right") if finding[side]]
        assert {frozenset(place) for place in places} == {frozenset(PLACE)}
        assert {frozenset(finding["message"]) for finding in comparison["findings"]} == {frozenset({"ko", "en"})}

    def test_texts_say_where_they_come_from(self, printed: Any) -> None:
        assert [text["id"] for text in printed["texts"]] == ["t1", "t2"]
        assert [text["language"] for text in printed["texts"]] == ["ko", "en"]
        assert [text["file"] for text in printed["texts"]] == ["health_mou.ko.txt", "health_mou.en.txt"]
        assert all(len(text["sha256"]) == 64 for text in printed["texts"])

    def test_a_clauses_text_never_holds_its_own_number(self, printed: Any) -> None:
        clauses = {clause["path"]: clause for clause in printed["texts"][0]["clauses"] if clause["kind"] != "article"}
        item, first = clauses["제2항 가"], clauses["제4항 1"]
        assert (item["label"], item["number"], item["text"]) == ("가.", "가", "전자의무기록의 표준화 및 상호운용성")
        assert (first["label"], first["number"], first["level"]) == ("1.", "1", 1)
        articles = [clause for clause in printed["texts"][0]["clauses"] if clause["kind"] == "article"]
        assert (articles[1]["heading"], articles[1]["text"], articles[1]["path"]) == ("협력 분야", "", "제2항")

    def test_spans_hold_the_words_that_they_point_to(self, printed: Any) -> None:
        clauses = {clause["id"]: clause for text in printed["texts"] for clause in text["clauses"]}
        for finding in printed["comparisons"][0]["findings"]:
            for side in ("left", "right"):
                if place := finding[side]:
                    assert clauses[place["clause"]]["text"][place["start"] : place["end"]] == place["text"] != ""
        for clause in clauses.values():
            assert all(0 <= start < end <= len(clause["text"]) for start, end in clause["sentences"])

    def test_links_hold_every_clause_once_and_findings_point_to_links(self, printed: Any) -> None:
        comparison = printed["comparisons"][0]
        for side, text in zip(("left", "right"), printed["texts"], strict=True):
            linked = [clause for link in comparison["links"] for clause in link[side]]
            assert sorted(linked) == sorted(clause["id"] for clause in text["clauses"])
        for finding in comparison["findings"]:
            link = comparison["links"][finding["link"]]
            for side in ("left", "right"):
                assert finding[side] is None or finding[side]["clause"] in link[side]

    def test_values_are_from_the_known_lists(self, printed: Any) -> None:
        comparison = printed["comparisons"][0]
        assert comparison["relation"] == "translation"
        assert {link["origin"] for link in comparison["links"]} == {"computed"}
        assert {finding["severity"] for finding in comparison["findings"]} <= {"critical", "major", "minor", "info"}
        for finding in comparison["findings"]:
            assert (finding["potential"] is not None) == (finding["severity"] == "info")
            assert finding["verdict"] is finding["note"] is None

    def test_the_same_files_give_the_same_json(self, printed: Any, daejo: Daejo) -> None:
        assert daejo("compare", *MOU, "--json").json == printed


def test_a_file_with_both_languages_is_split(daejo: Daejo) -> None:
    printed = daejo("compare", STATEMENT, "--json").json
    assert [(text["language"], text["file"]) for text in printed["texts"]] == [
        ("ko", "joint_statement.txt"),
        ("en", "joint_statement.txt"),
    ]
    assert printed["texts"][0]["label"] == "비공식 국문 번역본"
    reasons = [part["reason"] for part in printed["texts"][0]["set_aside"]]
    assert reasons == ["press_lead"] * 6 + ["version_marker"]


def test_of_a_bilingual_file_and_another_one_text_each_is_taken(daejo: Daejo, tmp_path: Path) -> None:
    english = tmp_path / "english.txt"
    english.write_text("1/ The Ministers met.\n2/ They reaffirmed the partnership.\n", encoding="utf-8")
    printed = daejo("compare", STATEMENT, english, "--json").json
    assert [(text["language"], text["file"]) for text in printed["texts"]] == [
        ("ko", "joint_statement.txt"),
        ("en", "english.txt"),
    ]


def test_the_listing_names_each_finding_in_both_texts(daejo: Daejo) -> None:
    run = daejo("compare", *MOU, "--language", "en")
    assert (run.status, run.err) == (0, "")
    assert "Translation: 해온공화국 보건복지부와" in run.out.splitlines()[0]
    assert "제7항 4 “4주” — Paragraph 7.4 “four months”" in run.out
    findings = daejo("compare", *MOU, "--json").json["comparisons"][0]["findings"]
    shown = [finding for finding in findings if finding["severity"] != "info"]
    assert run.out.count("\n[") == len(shown)
    assert f"findings: {len(shown)} " in run.out.splitlines()[-1]


def test_the_listing_speaks_korean_when_asked(daejo: Daejo) -> None:
    run = daejo("compare", *MOU, "--language", "ko")
    assert "번역 대조" in run.out
    assert "지적" in run.out.splitlines()[-1]


def test_faithful_texts_give_a_listing_that_says_so(daejo: Daejo, tmp_path: Path) -> None:
    korean, english = tmp_path / "ko.txt", tmp_path / "en.txt"
    korean.write_text("1/ 양측은 만났다.\n2/ 등대는 밝다.\n", encoding="utf-8")
    english.write_text("1/ The two sides met.\n2/ The lighthouse is bright.\n", encoding="utf-8")
    run = daejo("compare", korean, english, "--language=en")
    assert (run.status, run.out.splitlines()[-1]) == (0, "No differences found in 2 links.")


def test_thorough_raises_what_only_deserves_a_look(daejo: Daejo, tmp_path: Path) -> None:
    korean, english = tmp_path / "ko.txt", tmp_path / "en.txt"
    korean.write_text("등대에 관한 공동선언\n1/ 양측은 만났다.\n2/ 등대는 밝다.\n", encoding="utf-8")
    english.write_text("1/ The two sides met.\n2/ The lighthouse is bright.\n", encoding="utf-8")
    usual = daejo("compare", korean, english, "--json").json["comparisons"][0]["findings"]
    thorough = daejo("compare", korean, english, "--json", "--thorough").json["comparisons"][0]["findings"]
    assert [(finding["severity"], finding["potential"]) for finding in usual] == [("info", "minor")]
    assert [finding["severity"] for finding in thorough] == ["minor"]


@pytest.mark.parametrize("relation", ["auto", *Relation])
def test_the_relation_asked_for(daejo: Daejo, relation: str) -> None:
    printed = daejo("compare", *MOU, "--relation", relation, "--json").json
    assert printed["comparisons"][0]["relation"] == ("translation" if relation == "auto" else relation)


def test_a_users_glossary_counts_as_evidence(daejo: Daejo, tmp_path: Path) -> None:
    glossary = tmp_path / "terms.tsv"
    glossary.write_text("원격의료\ttelemedicine\n", encoding="utf-8")
    with_terms = daejo("compare", *MOU, "--json", "--glossary", glossary).json["comparisons"][0]["links"]
    without = daejo("compare", *MOU, "--json").json["comparisons"][0]["links"]
    evidence = [sum("terms" in link["reasons"] for link in links) for links in (with_terms, without)]
    assert evidence[0] > evidence[1] > 0


def test_several_glossaries_are_kept_to(daejo: Daejo, tmp_path: Path) -> None:
    first, second = tmp_path / "first.csv", tmp_path / "second.tsv"
    first.write_text("국문,영문,금지\n원격 진료,telemedicine,원격의료\n", encoding="utf-8")
    second.write_text("보건당국\thealth authority\n", encoding="utf-8")
    findings = daejo("compare", *MOU, "--json", "--glossary", first, "--glossary", second).json["comparisons"][0]["findings"]
    said = [finding["message"]["ko"] for finding in findings if finding["kind"] == "term"]
    assert any("원격의료" in message and "원격 진료" in message for message in said)


class TestOutput:
    """-o writes whole files in the format of the name's ending."""

    def test_all_formats_at_once(self, daejo: Daejo, tmp_path: Path) -> None:
        paths = [tmp_path / f"대조.{ending}" for ending in ("docx", "pdf", "json", "daejo")]
        run = daejo("compare", *MOU, "-o", *paths)
        assert run == (0, "", "")
        docx, pdf, printed, saved = paths
        assert "word/document.xml" in zipfile.ZipFile(docx).namelist()
        assert pdf.read_bytes().startswith(b"%PDF-")
        assert json.loads(printed.read_text(encoding="utf-8")) == daejo("compare", *MOU, "--json").json
        assert len(load_review(saved).texts) == 2

    def test_endings_in_capitals_count_too(self, daejo: Daejo, tmp_path: Path) -> None:
        assert daejo("compare", *MOU, "-o", tmp_path / "A.JSON").status == 0
        assert json.loads((tmp_path / "A.JSON").read_text(encoding="utf-8"))["format"] == "daejo-comparison"

    def test_exporting_a_saved_review(self, daejo: Daejo, tmp_path: Path) -> None:
        saved = tmp_path / "a.daejo"
        daejo("compare", *MOU, "-o", saved)
        review = load_review(saved)
        finding = next(review.findings()).id
        review.apply(set_verdict(review, finding, Verdict.ERROR))
        review.apply(set_note(review, finding, "고칠 것"))
        save_review(review, saved)
        run = daejo("export", saved, "-o", tmp_path / "a.json", "-o", tmp_path / "a.docx", tmp_path / "a.pdf")
        assert run == (0, "", "")
        exported = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["comparisons"][0]["findings"]
        assert {(found["verdict"], found["note"]) for found in exported if found["id"] == finding} == {("error", "고칠 것")}
        assert "고칠 것" in zipfile.ZipFile(tmp_path / "a.docx").read("word/comments.xml").decode()

    def test_comparing_a_saved_review_shows_it(self, daejo: Daejo, tmp_path: Path) -> None:
        saved = tmp_path / "a.daejo"
        daejo("compare", *MOU, "-o", saved)
        assert daejo("compare", saved, "--json").json == daejo("compare", *MOU, "--json").json

    def test_verdicts_are_carried_over_from_another_review(self, daejo: Daejo, tmp_path: Path) -> None:
        saved = tmp_path / "a.daejo"
        daejo("compare", *MOU, "-o", saved)
        review = load_review(saved)
        finding = next(review.findings()).id
        review.apply(set_verdict(review, finding, Verdict.FALSE_ALARM))
        save_review(review, saved)
        found = daejo("compare", *MOU, "--review", saved, "--json").json["comparisons"][0]["findings"]
        assert [entry["id"] for entry in found if entry["verdict"] == "false_alarm"] == [finding]

    @pytest.mark.parametrize(
        "ending",
        ["docx", "pdf", "json", "daejo"],
    )
    def test_a_folder_that_is_not_there(self, daejo: Daejo, tmp_path: Path, ending: str) -> None:
        run = daejo("compare", STATEMENT, "-o", tmp_path / "none" / f"a.{ending}")
        assert run.status == 3
        assert run.out == ""
        assert len(run.err.splitlines()) == 1
        assert f"a.{ending}" in run.err

    def test_what_cannot_be_written_is_said_before_anything_is_read(self, daejo: Daejo, tmp_path: Path) -> None:
        """Nobody waits for a comparison that cannot be kept: the missing input would be named otherwise."""
        for output in (tmp_path / "a.odt", tmp_path / "none" / "a.pdf", tmp_path):
            run = daejo("compare", tmp_path / "nowhere.txt", "-o", output)
            assert run.status == 3
            assert output.name in run.err
            assert "nowhere" not in run.err

    @pytest.mark.parametrize("ending", ["docx", "pdf", "json", "daejo"])
    def test_what_cannot_be_written_leaves_all_as_it_was(self, daejo: Daejo, tmp_path: Path, ending: str) -> None:
        """A folder stands under the name: nobody, not even root, can put a file in its place."""
        target = tmp_path / f"a.{ending}"
        target.mkdir()
        (target / "kept.txt").write_text("kept")
        run = daejo("compare", STATEMENT, "-o", target)
        assert run.status == 3
        assert len(run.err.splitlines()) == 1
        assert os.listdir(tmp_path) == [target.name]
        assert (target / "kept.txt").read_text() == "kept"

    def test_an_unknown_ending_is_refused(self, daejo: Daejo, tmp_path: Path) -> None:
        run = daejo("compare", STATEMENT, "-o", tmp_path / "a.odt")
        assert run.status == 3
        assert ".docx" in run.err
        assert list(tmp_path.iterdir()) == []


class TestReports:
    """What a report shows is said by arguments; corrections and judgements go out and come back."""

    @pytest.fixture
    def saved(self, tmp_path: Path) -> Path:
        review = example_review()
        review.apply(set_verdict(review, "f2", Verdict.ERROR))
        save_review(review, tmp_path / "a.daejo")
        return tmp_path / "a.daejo"

    def test_the_same_comparison_twice_gives_the_same_files(self, daejo: Daejo, tmp_path: Path) -> None:
        endings = ("docx", "pdf", "xlsx", "html", "tmx", "md", "json", "daejo")
        for name in ("a", "b"):
            daejo("compare", *MOU, "-o", *(tmp_path / f"{name}.{ending}" for ending in endings))
        for ending in endings:
            assert (tmp_path / f"a.{ending}").read_bytes() == (tmp_path / f"b.{ending}").read_bytes()

    def test_only_findings_on_letter_paper(self, daejo: Daejo, saved: Path, tmp_path: Path) -> None:
        page = tmp_path / "a.md"
        sheet = tmp_path / "a.pdf"
        arguments = ["--only", "open", "--paper", "letter", "--portrait", "--draft", "3차안", "--language", "en"]
        assert daejo("export", saved, "-o", page, sheet, *arguments) == (0, "", "")
        said = page.read_text(encoding="utf-8")
        assert "Shown: clauses with open findings (7 of 10 rows)" in said
        assert "3차안" in said
        assert "four months" not in said
        assert [round(side) for side in pypdfium2.PdfDocument(sheet)[0].get_size()] == [612, 792]

    def test_columns_in_their_order(self, daejo: Daejo, saved: Path, tmp_path: Path) -> None:
        page = tmp_path / "a.html"
        assert daejo("export", saved, "-o", page, "--columns", "right,number", "--language", "en") == (0, "", "")
        assert re.findall(r'<th scope="col".*?>(.*?)</th>', page.read_text(encoding="utf-8")) == ["English 영문본", "Clause"]

    def test_clauses_by_their_number_and_by_their_theme(self, daejo: Daejo, saved: Path, tmp_path: Path) -> None:
        page = tmp_path / "a.html"
        daejo("export", saved, "-o", page, "--clauses", "제4항", "--language", "ko")
        assert "범위: 제4항 (2/10행)" in page.read_text(encoding="utf-8")
        assert daejo("export", saved, "-o", page, "--theme", "health_bio", "--language", "ko").status == 0
        assert "범위: 보건·생명공학" in page.read_text(encoding="utf-8")
        assert daejo("export", saved, "-o", page, "--theme", "보건·생명공학", "--language", "en").status == 0

    @pytest.mark.parametrize("choice", [("--theme", "등대"), ("--clauses", "제99조")])
    def test_what_the_review_does_not_have_is_named(
        self, daejo: Daejo, saved: Path, tmp_path: Path, choice: tuple[str, str]
    ) -> None:
        run = daejo("export", saved, "-o", tmp_path / "a.md", *choice)
        assert run.status == 3
        assert choice[1] in run.err
        assert not (tmp_path / "a.md").exists()

    def test_corrections(self, daejo: Daejo, saved: Path, tmp_path: Path) -> None:
        run = daejo("export", saved, "--corrections", tmp_path / "정오표.docx", tmp_path / "정오표.xlsx")
        assert run == (0, "", "")
        assert "4주간" in zipfile.ZipFile(tmp_path / "정오표.docx").read("word/document.xml").decode()

    def test_findings_in_a_copy_of_the_original(self, daejo: Daejo, tmp_path: Path) -> None:
        korean, copy = tmp_path / "국문.docx", tmp_path / "사본.docx"
        document = docx.Document()
        for line in Path(MOU[0]).read_text(encoding="utf-8").splitlines():
            document.add_paragraph(line)
        document.save(str(korean))
        before = korean.read_bytes()
        daejo("compare", korean, MOU[1], "-o", tmp_path / "a.daejo")
        run = daejo("export", tmp_path / "a.daejo", "--annotate", korean, copy, "--language", "ko")
        assert (run.status, run.err) == (0, "")
        assert run.out.startswith("사본.docx에 지적 ")
        assert "찾지 못한" not in run.out
        comments = [comment.text for comment in docx.Document(str(copy)).comments]
        assert any("4주" in comment for comment in comments)
        assert korean.read_bytes() == before
        for source, target in ((korean, korean), (copy, tmp_path / "b.docx"), (korean, tmp_path / "b.pdf")):
            refused = daejo("export", tmp_path / "a.daejo", "--annotate", source, target)
            assert (refused.status, refused.out) == (3, "")
        assert korean.read_bytes() == before

    def test_nothing_to_write_is_said(self, daejo: Daejo, saved: Path) -> None:
        run = daejo("export", saved, "--language", "en")
        assert (run.status, run.out) == (3, "")
        assert "-o" in run.err

    def test_judgements_come_back_from_a_workbook(self, daejo: Daejo, saved: Path, tmp_path: Path) -> None:
        book, judged = tmp_path / "a.xlsx", tmp_path / "b.daejo"
        daejo("export", saved, "-o", book, "--language", "ko")
        opened = load_workbook(book)
        sheet = opened.worksheets[1]
        for line in range(2, sheet.max_row + 1):
            sheet.cell(line, 10).value = "문의"
        opened.save(book)
        meanwhile = load_review(saved)
        meanwhile.apply(set_verdict(meanwhile, "f1", Verdict.FALSE_ALARM))
        save_review(meanwhile, saved)
        run = daejo("judge", saved, book, "-o", judged, "--reviewer", "이검토", "--language", "ko")
        assert (run.status, run.err) == (0, "")
        assert run.out.splitlines()[0] == "엑셀에서 판정 5건을 가져왔습니다. 가져오지 않은 것 1건."
        assert run.out.splitlines()[1].startswith("[1] 엑셀: 문의. 그동안 검토에서 바뀌어 그대로 둔 것: 해당 없음")
        said = load_review(judged).judgement("f2")
        assert (said.verdict, said.author) == (Verdict.QUERY, "이검토")
        assert load_review(saved).judgement("f2").verdict is Verdict.ERROR


class TestFaults:
    """A file that cannot be used: status 3, nothing on stdout, one line that names the file, in the language asked for."""

    @pytest.fixture(params=["ko", "en"])
    def language(self, request: pytest.FixtureRequest) -> str:
        return str(request.param)

    def check(self, run: Run, language: str, *named: str) -> None:
        assert run.status == 3
        assert run.out == ""
        assert len(run.err.splitlines()) == 1
        assert "Traceback" not in run.err
        assert run.err.startswith("daejo: ")
        assert any("가" <= character <= "힣" for character in run.err) == (language == "ko")
        assert all(name in run.err for name in named)

    def test_a_missing_file(self, daejo: Daejo, language: str) -> None:
        for command in ("compare", "outline"):
            self.check(daejo(command, "nowhere.txt", "--language", language), language, "nowhere.txt")
        self.check(daejo("nowhere.txt", "--language", language), language, "nowhere.txt")

    @pytest.mark.parametrize("content", [b"", b"%PDF-1.4\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", bytes(range(1, 32)) * 99])
    def test_a_file_that_is_no_text(self, daejo: Daejo, language: str, content: bytes, tmp_path: Path) -> None:
        path = tmp_path / "input.txt"
        path.write_bytes(content)
        self.check(daejo("compare", path, "--language", language), language, "input.txt")

    def test_a_folder(self, daejo: Daejo, language: str, tmp_path: Path) -> None:
        self.check(daejo("outline", tmp_path, "--language", language), language, tmp_path.name)

    def test_one_text_alone(self, daejo: Daejo, language: str) -> None:
        self.check(daejo("compare", MOU[0], "--language", language), language, "health_mou.ko.txt")

    def test_a_translation_within_one_language(self, daejo: Daejo, language: str) -> None:
        run = daejo("compare", MOU[1], MOU[1], "--relation", "translation", "--language", language)
        self.check(run, language, "health_mou.en.txt")

    def test_a_faulty_glossary(self, daejo: Daejo, language: str, tmp_path: Path) -> None:
        path = tmp_path / "terms.tsv"
        path.write_text("등대\tlighthouse\n등불\n", encoding="utf-8")
        self.check(daejo("compare", STATEMENT, "--glossary", path, "--language", language), language, "terms.tsv", "2")

    def test_what_is_no_review(self, daejo: Daejo, language: str) -> None:
        run = daejo("export", MOU[0], "-o", "a.docx", "--language", language)
        self.check(run, language, "health_mou.ko.txt")


@pytest.mark.parametrize(
    "arguments",
    [
        ["compare"],
        ["compare", "a.txt", "--relation", "cousin"],
        ["compare", "a.txt", "--language", "fr"],
        ["compare", "a.txt", "--nonsense"],
        ["outline"],
        ["judge", "a.daejo"],
        ["export", "a.daejo", "--paper", "a0"],
        ["export", "a.daejo", "--columns", "number,findings"],
        ["export", "a.daejo", "--columns", "left,middle"],
        ["--grab", "a.png", "--size", "huge"],
        ["--grab", "a.png", "--size", "10x10"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_status_2(daejo: Daejo, arguments: list[str]) -> None:
    run = daejo(*arguments)
    assert run.status == 2
    assert run.out == ""
    assert "usage: daejo" in run.err


@pytest.mark.parametrize("arguments", [["--help"], ["compare", "--help"], ["--version"]], ids=" ".join)
def test_help_and_version_are_status_0(daejo: Daejo, arguments: list[str]) -> None:
    run = daejo(*arguments)
    assert (run.status, run.err) == (0, "")
    assert "daejo" in run.out


class TestOutline:
    """The clauses as read, what was set aside, and where every character went."""

    def test_as_text(self, daejo: Daejo) -> None:
        run = daejo("outline", STATEMENT, "--language", "en")
        assert (run.status, run.err) == (0, "")
        lines = run.out.splitlines()
        assert lines[0].startswith("t1  Korean (비공식 국문 번역본)")
        assert sum(line.startswith("t2  English") for line in lines) == 1
        assert any("press lead" in line and "6.10.(목)" in line for line in lines)
        assert lines[-1].endswith("0 in neither")

    def test_as_json(self, daejo: Daejo) -> None:
        printed = daejo("outline", STATEMENT, "--json").json
        assert set(printed) == {"format", "version", "texts", "characters"}
        assert printed["format"] == "daejo-outline"
        assert {frozenset(text) for text in printed["texts"]} == {frozenset(TEXT)}
        counts = printed["characters"]
        assert counts["unaccounted"] == 0
        assert counts["total"] == counts["blank"] + counts["in_clauses"] + counts["set_aside"]
        numbers = [[clause["label"] for clause in text["clauses"] if clause["label"]] for text in printed["texts"]]
        assert numbers == [[f"{number}/" for number in range(1, 12)]] * 2

    def test_texts_are_those_that_are_compared(self, daejo: Daejo) -> None:
        assert daejo("outline", STATEMENT, "--json").json["texts"] == daejo("compare", STATEMENT, "--json").json["texts"]


class TestFourTexts:
    """An earlier and a new version, each in two languages."""

    def test_it_is_said_where_one_language_did_not_follow(self, daejo: Daejo, tmp_path: Path) -> None:
        korean_old, korean_new, english_old, english_new = write_four_texts(tmp_path)
        run = daejo("compare", english_old, korean_old, korean_new, english_new, "--language", "en")
        assert run.status == 0
        assert "Korean round2.ko.txt → round3.ko.txt, English round2.en.txt → round3.en.txt" in run.out
        assert "! 제2조 1 — Article 2.1  Korean alone" in run.out
        assert "! 제3조 2 — Article 3.2  Changed differently (USD 3,000,000, USD 4,000,000)" in run.out
        assert run.out.rstrip().endswith("both changed 3, Korean changed alone 2, English changed alone 1")

    def test_the_json_has_the_rows_under_a_key_of_their_own(self, daejo: Daejo, tmp_path: Path) -> None:
        printed = daejo("compare", *write_four_texts(tmp_path), "--json").json
        checked = printed["four_way"]
        assert [printed["comparisons"][checked[language]]["relation"] for language in ("korean", "english")] == ["revision"] * 2
        assert {row["following"] for row in checked["rows"]} == {"same", "both", "korean_alone", "english_alone"}

    def test_two_of_them_are_reported(self, daejo: Daejo, tmp_path: Path) -> None:
        page, four = tmp_path / "a.md", write_four_texts(tmp_path)
        assert daejo("compare", *four, "-o", page, "--texts", 4, 3, "--language", "en").status == 0
        said = page.read_text(encoding="utf-8")
        assert [path.name for path in four if path.name.replace("_", "\\_") in said] == [path.name for path in four[2:]]
        refused = daejo("compare", *four, "-o", page, "--texts", 1, 5, "--language", "en")
        assert (refused.status, "does not compare texts 1 5 with each other" in refused.err) == (3, True)

    def test_two_texts_have_no_such_key(self, daejo: Daejo) -> None:
        assert "four_way" not in daejo("compare", *MOU, "--json").json


def test_versions_are_exported_with_what_changed(daejo: Daejo, tmp_path: Path) -> None:
    old, new, *_ = write_four_texts(tmp_path)
    out = [tmp_path / f"changes{ending}" for ending in (".html", ".docx", ".pdf")]
    assert daejo("compare", old, new, "-o", *out, "--language", "ko").status == 0
    page = out[0].read_text(encoding="utf-8")
    assert "<del>7일</del>" in page
    assert "<ins>15일</ins>" in page
    assert '<span class="light">에는</span>' in page
    with zipfile.ZipFile(out[1]) as package:
        body = package.read("word/document.xml").decode()
    struck = re.findall(r"<w:strike/>.*?<w:t[^>]*>([^<]*)</w:t>", body)
    assert "7일" in struck
    assert "15일" not in struck
    assert out[2].read_bytes().startswith(b"%PDF")


class TestNearest:
    """daejo nearest ranks the clauses of other texts."""

    def test_a_clause_of_the_first_file_by_its_number(self, daejo: Daejo) -> None:
        first, *ranked = daejo("nearest", "제4항 2", *MOU, "--count", "1", "--language", "en").out.splitlines()
        assert first.startswith("health_mou.ko.txt, 제4항 2: ")
        assert ranked[0].endswith(", Paragraph 4.2")

    def test_words_that_stand_nowhere_and_json(self, daejo: Daejo) -> None:
        printed = daejo("nearest", "The working group will meet twice a year.", *MOU, "--json").json
        assert printed["format"] == "daejo-nearest"
        assert printed["asked"] == {"words": "The working group will meet twice a year."}
        similarities = [each["similarity"] for each in printed["nearest"]]
        assert similarities == sorted(similarities, reverse=True)
        assert {each["language"] for each in printed["nearest"]} == {"ko", "en"}

    def test_what_is_near_to_nothing_is_said(self, daejo: Daejo) -> None:
        assert daejo("nearest", "Qwxz", MOU[0], "--language", "en").out.splitlines()[-1] == "No clause is near."


class TestTerms:
    """daejo terms shows how each term is rendered."""

    def test_a_table_of_all_terms(self, daejo: Daejo) -> None:
        lines = daejo("terms", *MOU, "--language", "en").out.splitlines()
        assert any(line.startswith("participant") and "×" in line for line in lines)

    def test_one_term_with_its_places(self, daejo: Daejo) -> None:
        printed = daejo("terms", *MOU, "--term", "Participants", "--json").json
        assert printed["format"] == "daejo-terms"
        (term,) = printed["terms"]
        assert term["count"] == sum(one["count"] for one in term["renderings"]) + len(term["unrendered"])
        place = term["renderings"][0]["places"][0]
        assert place["place"]["text"].lower().startswith("participant")
        assert place["rendering"]["text"]

    def test_a_term_that_is_not_there(self, daejo: Daejo) -> None:
        assert daejo("terms", *MOU, "--term", "telescope", "--language", "ko").out == "옮긴 말을 알 수 있는 용어가 없습니다.\n"
