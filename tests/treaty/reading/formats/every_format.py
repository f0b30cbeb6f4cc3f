"""One file of every format, made by the builders in the formats' own tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.treaty.reading.formats import (
    test_akoma_ntoso,
    test_docx,
    test_html,
    test_hwp5,
    test_hwpx,
    test_pdf,
    test_plain_text,
    test_tota,
)
from tests.treaty.reading.formats.contract import AGREEMENT, FormatContract, Table
from treaty.reading.refused import recognises_hwpml
from treaty.reading.xml.akoma_ntoso import recognises_akoma_ntoso
from treaty.reading.xml.tota import recognises_tota

XML_ROOTS = {
    "akomaNtoso": recognises_akoma_ntoso,
    "treaty": recognises_tota,
    "HWPML": recognises_hwpml,
}
"""The formats that are told by the root element of an XML file."""
PLAIN_TEXT = "plain text"
BUILDERS: dict[str, FormatContract] = {
    "DOCX": test_docx.TestDocx(),
    "HWPX": test_hwpx.TestHwpx(),
    "HWP": test_hwp5.TestHwp5(),
    "PDF": test_pdf.TestPdf(),
    "HTML": test_html.TestHtml(),
    "Akoma Ntoso": test_akoma_ntoso.TestAkomaNtoso(),
    "TOTA": test_tota.TestTota(),
    PLAIN_TEXT: test_plain_text.TestPlainText(),
}


def build(name: str, path: Path, parts: Sequence[str | Table] = AGREEMENT) -> Path:
    """A file of the format `name` with a paragraph for each part."""
    BUILDERS[name].build(path, parts)
    return path


def refused_files() -> dict[str, tuple[bytes, str]]:
    """Files of formats that are recognised only to be refused by name, each with the code of the sentence."""
    return {
        "locked Office": (test_docx.ole("EncryptedPackage"), "locked_file"),
        "DOC": (test_docx.ole("WordDocument"), "old_word"),
        "HWP 3": (b"HWP Document File V3.00 \x1a\x01\x02\x03\x04\x05" + bytes(200), "old_hwp"),
        "HWPML": (b'<?xml version="1.0"?><HWPML Version="2.8"><BODY/></HWPML>', "hwpml"),
    }


def zipped(files: Mapping[str, str | bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive that holds `files`."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", packing) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()
