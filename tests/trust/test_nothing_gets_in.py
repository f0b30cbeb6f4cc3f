"""What stands in a file stays words: damaged files, macros, formulas, markup, and patterns that would run for ever."""

from __future__ import annotations

import io
import random
import re
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook

from exporters import write_report
from exporters.glossary import write_glossary
from exporters.xlsx.reading import read_back
from resources.wording_table import load_wording
from tests.example_review import example_review
from tests.exporters.reports import judged_report, with_words
from tests.fuzz.targets import Target, every_target
from tests.treaty.reading.formats import test_docx
from tests.treaty.reading.formats.every_format import build, zipped
from treaty.comparison.concordance import Concordance, Rendering
from treaty.errors import ReadingError, RuleTableError, TreatyError
from treaty.model import Language, Unread
from treaty.patterns import checked_pattern
from treaty.progress import SilentProgress
from treaty.reading import read_treaty
from treaty.reading.rules import ReadingRules
from treaty.review.edits import Signature
from treaty.rule_table import read_table

INPUTS = 120
"""Of each kind; `python -m tests.fuzz --inputs 200000` is the long run whose result docs/security.md tells."""
FORMULAS = ('=HYPERLINK("http://x")', "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "＝1+1")
KINDS = ("DOCX", "HWPX", "HWP", "PDF", "HTML", "Akoma Ntoso", "TOTA", "plain text", "review", "glossary TSV", "glossary TBX",
         "glossary XLSX", "judged workbook")  # fmt: skip


@pytest.fixture(scope="module")
def targets(tmp_path_factory: pytest.TempPathFactory, reading_rules: ReadingRules) -> dict[str, Target]:
    return {target.name: target for target in every_target(tmp_path_factory.mktemp("whole"), reading_rules)}


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_damaged_files_are_read_without_loss_or_refused(kind: str, targets: dict[str, Target], tmp_path: Path) -> None:
    target, path = targets[kind], tmp_path / f"damaged{targets[kind].ending}"
    read = refused = 0
    for seed in range(1, INPUTS + 1):
        chance = random.Random(f"{kind} {seed}")
        path.write_bytes(target.damage(chance.choice(target.wholes), chance))
        try:
            target.feed(path, chance)
            read += 1
        except TreatyError as error:
            assert error.code, seed
            refused += 1
        except Exception as fault:
            fault.add_note(f"python -m tests.fuzz --only '{kind}' --seed {seed} --inputs 1")
            raise
    assert read, "nothing was read: the changes are too many"
    assert refused, "nothing was refused: the changes are too few"


def test_every_kind_is_fuzzed(targets: dict[str, Target]) -> None:
    assert tuple(targets) == KINDS


def test_macros_are_counted_and_never_run(tmp_path: Path) -> None:
    whole = zipfile.ZipFile(io.BytesIO(test_docx.package(test_docx.paragraph("등대에 관한 협정"))))
    files = {name: whole.read(name) for name in whole.namelist()}
    path = tmp_path / "협정.docm"
    path.write_bytes(zipped(files | {"word/vbaProject.bin": b"Sub AutoOpen()"}))
    (text,) = read_treaty(path)
    assert text.source.unread == (Unread("macro", 1),)
    assert "AutoOpen" not in text.source.text


def test_files_attached_to_a_pdf_are_counted_and_not_opened(tmp_path: Path) -> None:
    document = pypdfium2.PdfDocument(build("PDF", tmp_path / "whole"))
    document.new_attachment("부록.exe").set_data(b"MZ and more")
    document.save(tmp_path / "협정.pdf")
    document.close()
    (text,) = read_treaty(tmp_path / "협정.pdf")
    assert Unread("attachment", 1) in text.source.unread
    assert "MZ" not in text.source.text


@pytest.mark.parametrize("words", FORMULAS)
def test_a_clause_that_looks_like_a_formula_stays_words(words: str, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_report(with_words(judged_report(), words), path, progress=SilentProgress())
    with zipfile.ZipFile(path) as archive:
        assert not [name for name in archive.namelist() if b"<f>" in archive.read(name) or b"<f " in archive.read(name)]
    cells = [cell for sheet in load_workbook(path) for row in sheet.iter_rows() for cell in row]
    assert [cell.data_type for cell in cells if str(cell.value).strip() == words.strip()] == ["s"]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]


@pytest.mark.parametrize("words", FORMULAS)
def test_a_term_that_looks_like_a_formula_is_no_formula_in_a_table(words: str, tmp_path: Path) -> None:
    term = Concordance(words, Language.ENGLISH, (Rendering(words, ()),), ())
    write_glossary([term], tmp_path / "terms.csv", load_wording(Language.ENGLISH))
    written = (tmp_path / "terms.csv").read_text(encoding="utf-8-sig")
    assert not re.search(r'(?m)(?:^|,)"?[=+\-@\t＝]', written)


@pytest.mark.parametrize("ending", ["html", "md"])
def test_markup_in_a_clause_stays_words(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{ending}"
    words = "<script>alert(1)</script><img src=x onerror=alert(2)>&amp;"
    write_report(with_words(judged_report(), words), path, progress=SilentProgress())
    assert not re.search(r"(?<!\\)<(?:script|img)", path.read_text(encoding="utf-8"))


def test_a_page_loads_nothing_from_elsewhere(tmp_path: Path) -> None:
    write_report(judged_report(), tmp_path / "a.html", progress=SilentProgress())
    assert not re.search(r"https?:|<script|<link|@import|url\(", (tmp_path / "a.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "content", [b"<!DOCTYPE w [<!ENTITY a 'aaaa'>]><worksheet>&a;</worksheet>", b"<a>" * 1_000 + b"</a>" * 1_000]
)
def test_a_workbook_that_was_made_to_do_harm_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_report(judged_report(), path, progress=SilentProgress())
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    path.write_bytes(zipped(files | {"xl/worksheets/sheet2.xml": content}))
    with pytest.raises(ReadingError) as caught:
        read_back(path, example_review(), Signature("김대조", ""))
    assert caught.value.code in {"damaged_file", "declares_entities", "too_large"}


@pytest.mark.parametrize(
    "pattern", ["(a+)+$", "(a{1,9})+", "(a|b+)*c", r"(?:\w+ ?)*x", "((ab)*)*", r"(?=(a+)+)b", "(?:(?:a{2,})+)"]
)
def test_a_pattern_that_might_run_for_ever_is_refused_with_its_line(pattern: str, tmp_path: Path) -> None:
    table = tmp_path / "rules.tsv"
    table.write_text(f"# pattern\n{pattern}\n", encoding="utf-8")
    (row,) = read_table(table, ("pattern",))
    with pytest.raises(RuleTableError) as caught:
        row.pattern("pattern")
    assert caught.value.code == "bad_pattern"
    assert (caught.value.places["file"], caught.value.places["line"]) == ("rules.tsv", "2")


@pytest.mark.parametrize("pattern", [r"[\w-]+(\.[\w-]+){1,9}", "(a|b)*c", "제\\d+조.*"])
def test_a_pattern_that_ends_is_taken(pattern: str) -> None:
    assert checked_pattern(pattern).fullmatch("a" * 2_000 + "!") is None
