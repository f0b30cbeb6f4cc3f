"""Formats are told apart by what is in a file: its name does not matter, and no two formats claim the same file."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.treaty.reading.formats import test_hwp5
from tests.treaty.reading.formats.contract import AGREEMENT
from tests.treaty.reading.formats.every_format import BUILDERS, PLAIN_TEXT, XML_ROOTS, build, refused_files, zipped
from treaty.errors import ReadingError
from treaty.reading import read_treaty
from treaty.reading.formats import FORMATS

LONG_NAME = "협" * 80 + ".pdf"
"""As long as a name may be: 84 characters, 244 bytes."""
NAMES = ["a.txt", "a.pdf", "협정", "등대에 관한 '협정' (최종).hwp", "a" * 196 + ".doc", LONG_NAME, ".docx", "a.b.c", "%41 #&.x"]
NAMES += ['"협정"? <최종>: a|b*.txt', "협정. "] if os.name == "posix" else []
ALSO_CLAIMED = {"Akoma Ntoso": ["HTML"]}
"""Formats besides the first that recognise a file. HTML comes last: its fragments have no root, and XML may use its tags."""


def claimed(content: bytes) -> list[str]:
    """The formats that recognise a file, without the last of all, which takes what is XML and nobody's."""
    assert FORMATS[-1].kind == "unknown_xml"
    return [format_.name for format_ in FORMATS[:-1] if format_.recognises(content)]


def refusal(path: Path, content: bytes) -> ReadingError:
    path.write_bytes(content)
    with pytest.raises(ReadingError) as caught:
        read_treaty(path)
    return caught.value


@pytest.mark.parametrize("name", BUILDERS)
def test_a_file_is_read_under_any_name(name: str, tmp_path: Path) -> None:
    content = build(name, tmp_path / "right").read_bytes()
    for wrong in NAMES:
        path = tmp_path / wrong
        path.write_bytes(content)
        (text,) = read_treaty(path)
        assert text.title == AGREEMENT[0]
        assert text.source.name == wrong


@pytest.mark.parametrize("name", BUILDERS)
def test_no_two_formats_claim_a_file(name: str, tmp_path: Path) -> None:
    claims = claimed(build(name, tmp_path / "file").read_bytes())
    assert len(claims[:1]) == (name != PLAIN_TEXT)
    assert claims[1:] == ALSO_CLAIMED.get(name, [])


@pytest.mark.parametrize("name", refused_files())
def test_formats_that_cannot_be_read_are_refused_by_name(name: str, tmp_path: Path) -> None:
    content, code = refused_files()[name]
    assert len(claimed(content)) == 1
    for wrong in NAMES:
        assert refusal(tmp_path / wrong, content).code == code


def test_real_files_are_claimed_once(shared: Path) -> None:
    files = [path for path in sorted((shared / "formats").rglob("*.*")) if path.suffix != ".md"]
    assert len(files) > 40
    assert [path.name for path in files if len(claimed(path.read_bytes())) != 1] == []


def test_texts_are_claimed_by_no_format(shared: Path) -> None:
    files = sorted((shared / "texts").rglob("*.txt"))
    assert len(files) > 20
    assert [path.name for path in files if claimed(path.read_bytes())] == []


def test_an_archive_of_both_zip_formats_is_what_its_first_entry_says(tmp_path: Path) -> None:
    """HWPX is looked for first: its archive begins with its type, and nobody writes both by accident."""
    content = zipped({"mimetype": "application/hwp+zip", "[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"}, 0)
    assert claimed(content) == ["HWPX", "DOCX"]
    assert refusal(tmp_path / "both.docx", content).places["format"] == "HWPX"


@pytest.mark.parametrize(
    "files",
    [
        {"협정.txt": "등대에 관한 협정"},
        {"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"},
        {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<office:document-content/>"},
        {"mimetype": "application/epub+zip", "OEBPS/chapter.xhtml": "<html/>"},
        {"inside/협정.docx": zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"})},
    ],
    ids=["text", "xlsx", "odt", "epub", "nested"],
)
def test_archives_that_are_no_documents_are_unsupported(files: dict[str, str | bytes], tmp_path: Path) -> None:
    problem = refusal(tmp_path / "협정.docx", zipped(files))
    assert (problem.code, problem.places["format"]) == ("unsupported_format", "ZIP")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (test_hwp5.compound_file({"Workbook": b"figures"}), "HWP/DOC"),
        (test_hwp5.compound_file({"PowerPoint Document": b"slides"}), "HWP/DOC"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 2000, "HWP/DOC"),
        (b"PK\x03\x04 and nothing more", "ZIP"),
        (b"{\\rtf1 Agreement}", "RTF"),
    ],
)
def test_other_formats_are_unsupported_by_name(content: bytes, kind: str, tmp_path: Path) -> None:
    problem = refusal(tmp_path / "협정.hwp", content)
    assert (problem.code, problem.places["format"]) == ("unsupported_format", kind)


@pytest.mark.parametrize("content", [bytes(range(256)) * 40, b"\x89PNG\r\n\x1a\n" + b"\x00\x01\x02\xff" * 500])
def test_what_is_no_text_at_all_is_said_to_be_none(content: bytes, tmp_path: Path) -> None:
    assert refusal(tmp_path / "협정.txt", content).code == "not_text"


@pytest.mark.parametrize("root", XML_ROOTS)
@pytest.mark.parametrize(
    "prolog",
    [
        "\ufeff",
        '<?xml version="1.0" encoding="utf-8"?>\r\n\r\n<!-- 1 > 0 --><!---->\n',
        '<?xml-stylesheet href="a"?><!DOCTYPE {root} SYSTEM "{root}.dtd">\n',
        '<!DOCTYPE {root} [<!ENTITY a "aaaa">\n<!ENTITY b "&a;">]>\n<!-- here -->',
    ],
)
def test_the_root_element_is_found_behind_whatever_stands_before_it(root: str, prolog: str) -> None:
    content = (prolog.replace("{root}", root) + f"<{root}><body>").encode()
    assert XML_ROOTS[root](content)
    assert not XML_ROOTS[root](content.replace(f"<{root}>".encode(), b"<p>"))
    assert not XML_ROOTS[root](f"<!-- <{root}> --><p/>".encode())


@pytest.mark.parametrize(
    "before", ["<!---->", "<!-- a -->\n", "<?a?>", '<?xml version="1.0"?>', " ", "\n", "<", "<!", "<!DOCTYPE ", "<p ", "<!--"]
)
def test_what_stands_before_a_root_costs_no_time(before: str) -> None:
    """Patterns that split a run in all possible ways take years on a few dozen comments."""
    started = time.process_time()
    assert set(claimed((before * 5_000 + "x").encode())) <= {"HTML"}
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    "content",
    [
        b"Files of PDF begin with\n%PDF-1.7\nand end with %%EOF, which nobody should write here.",
        b"%PDF-1.7 is what files of PDF begin with. Article 1 says so.",
        b"Agreement on files\nArticle 1\nThe marker is %PDF-1.4, behind it stands 1 0 obj.\n%%EOF",
        b"<html><body><p>Agreement</p><pre>\n%PDF-1.4\n1 0 obj\n</pre><p>on files</p></body></html>",
    ],
)
def test_a_text_that_tells_of_pdf_is_none(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    (text,) = read_treaty(path)
    assert "%PDF-1." in text.source.text


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf", b"\r\n", b"HTTP/1.1 200 OK\r\nServer: a\r\n\r\n"])
def test_a_pdf_is_one_behind_what_a_server_put_before_it(before: bytes, tmp_path: Path) -> None:
    content = build("PDF", tmp_path / "file").read_bytes()
    assert claimed(before + content)[:1] == ["PDF"]
    assert claimed(before + content[: len(content) // 2])[:1] == ["PDF"]


def test_no_reader_is_loaded_before_a_file_of_its_format_comes() -> None:
    """Asking for help, and reading plain text, need none of the libraries that read formats."""
    code = """
import sys
from treaty.reading import Pasted, read_treaty
read_treaty(Pasted("a", "Article 1 Lamps"))
print(*sorted({"pypdfium2", "lxml", "olefile", "cryptography"} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "\n", "")
