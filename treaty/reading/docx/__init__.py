"""DOCX: Word's documents, as the page shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from treaty.errors import ReadingError
from treaty.model import Unread
from treaty.progress import Progress
from treaty.reading.document import Block, Document, Reading, Role
from treaty.reading.docx.changes import Changes
from treaty.reading.docx.embedded import Embedded
from treaty.reading.docx.notes import AllNotes, Notes
from treaty.reading.docx.numbering import Numbering
from treaty.reading.docx.package import Package, W, is_word, relation_of
from treaty.reading.docx.story import StoryReader
from treaty.reading.docx.styles import Styles
from treaty.reading.docx.words import WordReader

_REPORTED_EVERY = 250


def recognises_docx(content: bytes) -> bool:
    """Whether a file is a DOCX (or DOCM, DOTX), Strict ones too; damaged ones count."""
    return is_word(content)


def read_docx(content: bytes, reading: Reading) -> Document:
    """The blocks of a DOCX. Raises ReadingError where it is damaged, locked or too large."""
    try:
        return _Docx(content, reading).document()
    except RecursionError as problem:
        raise ReadingError("too_large", file=reading.file) from problem


def _read_within(content: bytes, reading: Reading) -> Document:
    """The blocks of a DOCX within another one. Those that stand within it in turn are not read."""
    return _Docx(content, reading, is_within=True).document()


class _Docx:
    """One DOCX that is being read."""

    def __init__(self, content: bytes, reading: Reading, *, is_within: bool = False) -> None:
        package = Package(content, reading.file)
        body = package.main.find(f"{W}body")
        if body is None:
            raise ReadingError("damaged_file", file=reading.file, format="DOCX")
        self._package, self._body = package, body
        self._told = _Told(reading.progress, sum(1 for _ in body.iter(f"{W}p")))
        changes = Changes(reading.original)
        styles = Styles(package.part("styles"))
        self._words = WordReader(styles, changes, package.related)
        numbering = Numbering(package.part("numbering"), styles, changes)
        embedded = Embedded(package, reading, None if is_within else _read_within)
        self._stories = StoryReader(self._words, numbering, changes, self._notes(), embedded, self._told.one_more)

    def document(self) -> Document:
        blocks = (
            *self._margins("header", Role.PAGE_HEADER),
            *self._stories.story(self._body, Role.BODY),
            *self._margins("footer", Role.PAGE_FOOTER),
            *self._comments(),
        )
        parts = (self._body, self._package.part("footnotes"), self._package.part("endnotes"))
        changes = sum(map(Changes.count_in, parts)) + self._stories.changes_within
        unread = self._words.unread | Counter(macro=self._package.macros)
        return Document(blocks, tuple(Unread(what, count) for what, count in unread.items()), changes)

    def _notes(self) -> AllNotes:
        settings = self._package.part("settings")
        return AllNotes(
            Notes("footnote", self._package.part("footnotes"), settings, "decimal"),
            Notes("endnote", self._package.part("endnotes"), settings, "lowerRoman"),
            [section for section in self._body.iter(f"{W}sectPr") if section.getparent().tag != f"{W}sectPrChange"],
        )

    def _margins(self, kind: str, role: Role) -> Iterator[Block]:
        """The page headers or footers of all sections, each text once."""
        relations = dict.fromkeys(relation_of(reference) for reference in self._body.iter(f"{W}{kind}Reference"))
        seen: set[str] = set()
        for relation in relations:
            root = self._package.related(relation)
            for block in self._stories.story(root, role) if root is not None else ():
                if block.text.strip() and block.text not in seen:
                    seen.add(block.text)
                    yield block

    def _comments(self) -> Iterator[Block]:
        root = self._package.part("comments")
        for comment in root.iter(f"{W}comment") if root is not None else ():
            blocks = [block for block in self._stories.story(comment, Role.COMMENT) if block.text.strip()]
            words = "\n".join(block.text for block in blocks if block.role is Role.COMMENT)
            author = comment.get(f"{W}author")
            yield Block(f"{author}: {words}" if author else words, Role.COMMENT)
            yield from (block for block in blocks if block.role is not Role.COMMENT)


class _Told:
    """Tells the progress how many paragraphs have been read."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress, self._total, self._done = progress, max(1, total), 0
        progress.report(0, self._total, "progress.read")

    def one_more(self) -> None:
        self._done += 1
        if self._done % _REPORTED_EVERY == 0:
            self._progress.report(min(self._done, self._total), self._total, "progress.read")
