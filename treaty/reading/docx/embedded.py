"""Documents that stand whole in a DOCX until Word takes them over (altChunk): other Word files, web pages, plain text."""

from __future__ import annotations

from collections.abc import Callable

from treaty.errors import ReadingError
from treaty.reading.document import Document, Reading
from treaty.reading.docx.package import Package, is_word
from treaty.reading.html import read_html, recognises_html
from treaty.reading.limits import MOST_EMBEDDED, MOST_EMBEDDED_BYTES
from treaty.reading.plain_text import read_plain_text

ReadWord = Callable[[bytes, Reading], Document]


class Embedded:
    """The documents in a package, each of which is read where it is first referred to; Word files only with `read_word`."""

    def __init__(self, package: Package, reading: Reading, read_word: ReadWord | None) -> None:
        self._package, self._reading, self._read_word = package, reading, read_word
        self._seen: set[str | None] = set()
        self._bytes = 0

    def document(self, relation: str | None) -> Document | None:
        """The document that a relation names; None where it is none that can be read, or was read before."""
        if relation in self._seen or len(self._seen) == MOST_EMBEDDED:
            return None
        self._seen.add(relation)
        content = self._package.content(relation)
        self._bytes += len(content)
        if not content or self._bytes > MOST_EMBEDDED_BYTES:
            return None
        try:
            return self._read(content)
        except ReadingError:
            return None

    def _read(self, content: bytes) -> Document | None:
        if is_word(content):
            return self._read_word(content, self._reading) if self._read_word else None
        if recognises_html(content):
            return read_html(content, self._reading)
        if content.lstrip().startswith(b"<"):
            return None
        return read_plain_text(content, self._reading.file)
