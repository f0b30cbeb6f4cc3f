"""Files made to do harm: each is refused in one sentence, or read without it, in seconds and in little memory."""

from __future__ import annotations

import io
import socket
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.treaty.reading.formats import test_docx
from tests.treaty.reading.formats.contract import AGREEMENT
from tests.treaty.reading.formats.every_format import BUILDERS, build, zipped
from treaty.errors import ReadingError
from treaty.reading import Pasted, formats, read_treaty
from treaty.reading.ledger import ledger_of
from treaty.reading.limits import MOST_BYTES, MOST_ENTRIES

resource = pytest.importorskip("resource", reason="memory is measured, and files are named, the POSIX way")
SECONDS = 8
MORE_MEMORY = 400 * 1024
"""Kilobytes that the run may have grown by while one file is read."""
LAUGHS = (
    '[<!ENTITY a "lol">'
    + "".join(f'<!ENTITY {one} "{f"&{before};" * 10}">' for before, one in zip("abcdefgh", "bcdefghi", strict=True))
    + "]"
)
SECRET = "Not to be read"


@pytest.fixture(autouse=True)
def bounded(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No test here may open a connection, take long (of the processor, however busy it is), or leave much memory taken."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    started, before = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield
    assert time.process_time() - started < SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MORE_MEMORY


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "협정"


def docx_xml(body: str, doctype: str = "") -> bytes:
    """A DOCX with this body, whose main part begins with a document type."""
    return changed(test_docx.package(body), "word/document.xml", doctype)


def hwpx_xml(words: str, doctype: str = "") -> bytes:
    """An HWPX with one paragraph, whose section begins with a document type."""
    stream = io.BytesIO()
    section = f'<hs:sec xmlns:hs="s" xmlns:hp="p"><hp:p><hp:run><hp:t>{words}</hp:t></hp:run></hp:p></hs:sec>'
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/hwp+zip")
        archive.writestr("Contents/section0.xml", doctype + section)
    return stream.getvalue()


def changed(content: bytes, victim: str, before: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as whole:
        files = {name: whole.read(name) for name in whole.namelist()}
    return zipped(files | {victim: before.encode() + files[victim]})


def xml_files(words: str, declared: str) -> dict[str, bytes]:
    """A file of each XML format with these words, and `declared` in its document type."""
    return {
        "DOCX": docx_xml(test_docx.paragraph(test_docx.run(words)), f"<!DOCTYPE document {declared}>"),
        "HWPX": hwpx_xml(words, f"<!DOCTYPE sec {declared}>"),
        "Akoma Ntoso": f"<!DOCTYPE akomaNtoso {declared}><akomaNtoso><doc><p>{words}</p></doc></akomaNtoso>".encode(),
        "TOTA": f"<!DOCTYPE treaty {declared}><treaty><body><article>{words}</article></body></treaty>".encode(),
        "HTML": f"<!DOCTYPE html {declared}><html><body><p>{words}</p></body></html>".encode(),
    }


def nested(root: str, name: str, deep: int) -> bytes:
    return (f"<{root}>" + f"<{name}>" * deep + "x" + f"</{name}>" * deep + f"</{root}>").encode()


def code_of(path: Path, content: bytes | None = None) -> str:
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ReadingError) as caught:
        read_treaty(path)
    return caught.value.code


def words_of(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    texts = read_treaty(path)
    assert ledger_of(texts).unaccounted == 0
    return texts[0].source.text


class TestArchives:
    @pytest.mark.parametrize("main", ["word/document.xml", "Contents/section0.xml"])
    def test_a_bomb_is_refused_without_being_unpacked(self, main: str, path: Path) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            archive.writestr("[Content_Types].xml", "<Types/>")
            with archive.open(main, "w", force_zip64=True) as stream:
                for _ in range(400):
                    stream.write(bytes(1024 * 1024))
        assert code_of(path) == "too_large"

    @pytest.mark.parametrize("main", ["word/document.xml", "Contents/section0.xml"])
    def test_a_bomb_that_calls_itself_small_is_damaged(self, main: str, path: Path) -> None:
        packed = bytearray(zipped({"[Content_Types].xml": "<Types/>", main: b"<a>" + b" " * 30_000_000 + b"</a>"}))
        for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
            place = packed.rfind(signature)
            packed[place + offset : place + offset + 4] = (1000).to_bytes(4, "little")
        assert code_of(path, bytes(packed)) == "damaged_file"

    def test_many_entries_are_too_many(self, path: Path) -> None:
        files: dict[str, str | bytes] = {f"word/media/{number}": "" for number in range(MOST_ENTRIES)}
        main = {"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"}
        assert code_of(path, zipped(main | files)) == "too_large"
        assert (
            code_of(path, zipped({"mimetype": "application/hwp+zip", "Contents/section0.xml": "<s/>"} | files)) == "too_large"
        )

    def test_entries_that_overlap_are_damaged(self, path: Path) -> None:
        """Two names for one stretch of the file: what a bomb of many small parts does."""
        packed = bytearray(zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"}, zipfile.ZIP_STORED))
        second = packed.rfind(b"PK\x01\x02")
        packed[second + 42 : second + 46] = (0).to_bytes(4, "little")
        assert code_of(path, bytes(packed)) == "damaged_file"

    @pytest.mark.parametrize("name", ["../outside.txt", "/outside.daejo", "..\\outside.txt", "a/../../outside.txt", "C:\\x"])
    def test_names_that_lead_outside_are_never_written(
        self, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        folder = tmp_path / "in" / "side"
        folder.mkdir(parents=True)
        monkeypatch.chdir(folder)
        whole = test_docx.package(test_docx.paragraph("등대에 관한 협정"))
        with zipfile.ZipFile(io.BytesIO(whole)) as archive:
            files = {one: archive.read(one) for one in archive.namelist()}
        assert "등대" in words_of(folder / "협정.docx", zipped({name: "out"} | files | {f"word/{name}": "out"}))
        assert [found for found in tmp_path.rglob("*") if found.is_file()] == [folder / "협정.docx"]
        assert not Path("/outside.daejo").exists()

    def test_an_archive_inside_is_not_opened(self, path: Path) -> None:
        inner = test_docx.package(test_docx.paragraph(SECRET))
        outer = test_docx.package(test_docx.paragraph("등대에 관한 협정"))
        with zipfile.ZipFile(io.BytesIO(outer)) as archive:
            files = {one: archive.read(one) for one in archive.namelist()}
        assert SECRET not in words_of(path, zipped(files | {"word/embeddings/inner.docx": inner, "Contents/x.hwpx": inner}))


class TestXml:
    @pytest.mark.parametrize("name", xml_files("", ""))
    def test_entities_that_grow_are_refused_or_not_resolved(self, name: str, path: Path) -> None:
        content = xml_files("등대 &i;", LAUGHS)[name]
        if name == "HTML":
            assert "lol" not in words_of(path, content).replace('"lol"', "")
        else:
            assert code_of(path, content) == "declares_entities"

    @pytest.mark.parametrize("name", xml_files("", ""))
    def test_no_file_is_read_through_an_entity(self, name: str, path: Path, tmp_path: Path) -> None:
        secret = tmp_path / "secret.txt"
        secret.write_text(SECRET)
        content = xml_files("등대 &s;", f'[<!ENTITY s SYSTEM "{secret.as_uri()}">]')[name]
        if name == "HTML":
            assert SECRET not in words_of(path, content)
        else:
            assert code_of(path, content) == "declares_entities"

    @pytest.mark.parametrize("name", xml_files("", ""))
    def test_a_type_defined_elsewhere_is_not_fetched(self, name: str, path: Path, tmp_path: Path) -> None:
        definition = tmp_path / "sea.dtd"
        definition.write_text(f'<!ENTITY s "{SECRET}">')
        for address in (definition.as_uri(), "http://127.0.0.1:9/sea.dtd"):
            assert SECRET not in words_of(path, xml_files("등대의 불", f'SYSTEM "{address}"')[name])

    @pytest.mark.parametrize(
        ("content", "code"),
        [
            (docx_xml("<w:sdt><w:sdtContent>" * 50_000 + "</w:sdtContent></w:sdt>" * 50_000), "damaged_file"),
            (docx_xml("<w:sdt>" * 1_000 + "</w:sdt>" * 1_000), "too_large"),
            (hwpx_xml("<a>" * 100_000 + "x" + "</a>" * 100_000), "damaged_file"),
            (hwpx_xml("<a>" * 1_000 + "x" + "</a>" * 1_000), "too_large"),
            (nested("akomaNtoso", "p", 100_000), "damaged_file"),
            (nested("akomaNtoso", "p", 1_000), "too_large"),
            (nested("treaty", "body", 100_000), "damaged_file"),
            (nested("treaty", "body", 1_000), "too_large"),
            (nested("html", "div", 100_000), "damaged_file"),
        ],
        ids=lambda value: "" if isinstance(value, bytes) else value,
    )
    def test_elements_nested_too_deep_are_refused(self, content: bytes, code: str, path: Path) -> None:
        """The parser itself gives up on those that are nested far too deep; to it they are damaged."""
        assert code_of(path, content) == code


class TestSizes:
    def test_a_file_over_the_limit_is_refused_unread(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def read_bytes(_: Path) -> bytes:
            raise AssertionError("the file was read")

        with path.open("wb") as stream:
            stream.truncate(MOST_BYTES + 1)
        monkeypatch.setattr(Path, "read_bytes", read_bytes)
        assert code_of(path) == "too_large"

    @pytest.mark.parametrize("name", BUILDERS)
    def test_more_text_than_the_limit_is_refused(self, name: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        build(name, path)
        length = len(read_treaty(path)[0].source.text)
        monkeypatch.setattr(formats, "MOST_CHARACTERS", length)
        assert read_treaty(path)
        monkeypatch.setattr(formats, "MOST_CHARACTERS", length - 1)
        assert code_of(path) == "too_large"

    def test_more_pasted_text_than_the_limit_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(formats, "MOST_CHARACTERS", 10)
        with pytest.raises(ReadingError) as caught:
            read_treaty(Pasted("붙여 넣은 글", "등대에 관한 협정과 그 부속서"))
        assert caught.value.code == "too_large"

    @pytest.mark.parametrize(
        "line",
        ["Article 1 ", "제1조 ", "1. (a) ", "1. a; 2. b; ", "(a) (b) ", "① ② ", "부속서 1 ", "CHAPTER I "],
    )
    def test_a_line_of_numbers_is_cut_without_end_or_loss(self, line: str, path: Path) -> None:
        words_of(path, (line * 2_000 + "x").encode())

    @pytest.mark.parametrize("line", ["Article 1\n", "부속서 1\n", "제1장\n", "1. 목적\n", "Annex A\n", "-\n"])
    def test_thousands_of_headings_take_no_time(self, line: str, path: Path) -> None:
        words_of(path, (line * 6_000 + "등대의 불").encode())

    @pytest.mark.parametrize(
        "lines",
        [
            "x" + " " * 100_000 + "x",
            "\n" * 100_000 + "x",
            "x\n" + "." * 2_000 + "\n" + " -" * 20_000 + "x",
            "-" * 100_000,
            "1." * 50_000,
            "a" * 5_000 + "1",
            "각주 1 가\n" * 5_000,
            "x; y: (a) " * 20_000,
            ": 1. " * 20_000 + "\n2. x",
        ],
    )
    def test_runs_of_blanks_and_signs_take_no_time(self, lines: str, path: Path) -> None:
        words_of(path, lines.encode())


class TestOddities:
    def test_characters_that_are_no_text(self, path: Path) -> None:
        assert code_of(path, b"\0" * 5_000) == "empty_file"
        assert code_of(path, b"\0" * 5_000 + b"x") == "not_text"
        assert code_of(path, "등대\0에 관한 협정".encode()) == "not_text"
        assert code_of(path, b"") == "empty_file"

    @pytest.mark.parametrize("content", [b"<treaty><body>a\0b</body></treaty>", b"<akomaNtoso><p>a\0b</p></akomaNtoso>"])
    def test_nul_in_xml_is_damage(self, content: bytes, path: Path) -> None:
        assert code_of(path, content) == "damaged_file"

    @pytest.mark.parametrize(
        "name", ["협\n정.txt", "a\tb", "'\"$(x);&|", "-rf", "~", "%s{0}", "\u202eftp.txt", "é\u0301\U0001d11e"]
    )
    def test_odd_characters_in_a_name(self, name: str, tmp_path: Path) -> None:
        path = build("DOCX", tmp_path / name)
        (text,) = read_treaty(path)
        assert (text.title, text.source.name) == (AGREEMENT[0], name)

    def test_a_name_that_is_no_unicode(self, tmp_path: Path) -> None:
        path = build("plain text", tmp_path / "\udcff\udcfe.txt")
        assert read_treaty(path)[0].title == AGREEMENT[0]

    @pytest.mark.parametrize("name", BUILDERS)
    def test_nothing_is_written_beside_a_file(self, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = build(name, tmp_path / "협정")
        monkeypatch.chdir(tmp_path)
        read_treaty(path)
        assert list(tmp_path.iterdir()) == [path]

    def test_links_and_templates_outside_are_not_followed(self, path: Path) -> None:
        """A DOCX names a template and a picture elsewhere, a page its frames and styles."""
        relation = '<Relationship Id="x" TargetMode="External" Type="a/styles" Target="http://127.0.0.1:9/styles.xml"/>'
        whole = test_docx.package(test_docx.paragraph("등대에 관한 협정"))
        with zipfile.ZipFile(io.BytesIO(whole)) as archive:
            files = {one: archive.read(one) for one in archive.namelist()}
        files["word/_rels/document.xml.rels"] = f"<Relationships>{relation}</Relationships>".encode()
        assert "등대" in words_of(path, zipped(files))
        page = '<html><head><link rel=stylesheet href="http://127.0.0.1:9/a"></head><body><iframe src="http://127.0.0.1:9/"></iframe>'
        assert "등대" in words_of(path, (page + "<p>등대에 관한 협정</p></body></html>").encode())
