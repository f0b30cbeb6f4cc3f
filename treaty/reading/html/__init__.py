"""Web pages: saved from a browser (also as MHTML), or pieces of them pasted with their tags."""

from __future__ import annotations

import codecs
import email
import re
from collections.abc import Callable, Iterable, Iterator
from email.message import Message
from typing import Any

from lxml import etree

from treaty.errors import ReadingError
from treaty.model import Unread
from treaty.reading.document import Block, Document, Reading
from treaty.reading.html.footnotes import footnotes_placed
from treaty.reading.html.region import with_roles
from treaty.reading.html.walk import PageWalk
from treaty.reading.limits import MOST_CHARACTERS
from treaty.reading.notes import marked_notes
from treaty.reading.plain_text import decoded

_LOOKED_AT = 65_536
_TAGS = (
    "a address article aside b blockquote body br caption center dd div dl dt em fieldset figure font footer form h1 h2 h3 h4"
    " h5 h6 head header hr html i iframe img li link main meta nav ol p pre script section span strong style sub sup table"
    " tbody td tfoot th thead title tr u ul"
).replace(" ", "|")
_BEFORE = r"(?>(?:\s|<\?xml[^>]*>|<!--.*?-->)*)"
_BEGINS = re.compile(rf"{_BEFORE}<(?:!doctype\s+html\b|(?:{_TAGS})(?:\s[^<>]*)?/?>)", re.I | re.S)
_CLOSES = re.compile(r"</(?:p|div|td|li|h[1-6]|span|table|ol|ul|body|html)\s*>|<br\s*/?>", re.I)
_LEAST_TAGS, _MOST_BETWEEN = 2, 1500
"""Text that does not begin with a tag is a piece of a page if it has tags all along; a text may well mention one."""
_OTHERS = (b"%PDF-", b"PK\x03\x04", b"{\\rtf", b"\xd0\xcf\x11\xe0")
_MIME = re.compile(rb"^mime-version\s*:", re.I | re.M)
_RELATED = re.compile(rb"^content-type\s*:\s*multipart/(?:related|alternative|mixed)", re.I | re.M)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"<meta\b[^>]*?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)", re.I)
_KOREAN = frozenset("euc-kr euckr ks_c_5601-1987 ks_c_5601 ksc5601 ksc_5601 korean x-windows-949 ms949 uhc cp949".split())
_WESTERN = frozenset("iso-8859-1 latin1 windows-1252 cp1252 us-ascii ascii iso-8859-15".split())
_KOREAN_WORD = re.compile("[가-힣]{2}")
_LEAST_KOREAN_WORDS = 3
_REPORTED_EACH = 500
_MOST_BYTES_EACH = 5
"""A page with more bytes to each of the most characters is too large to be parsed: in memory it takes ten times that."""
_MOST_PARAGRAPHS = 1_000_000
"""The longest trade agreement with all schedules has some 100,000 paragraphs and rows."""


def recognises_html(content: bytes) -> bool:
    """Whether a file is a web page, a web archive, or text with the tags of a page in it."""
    if _is_archive(content):
        return True
    head = _head(content)
    tags = len(_CLOSES.findall(head))
    return bool(_BEGINS.match(head)) or (tags >= _LEAST_TAGS and tags * _MOST_BETWEEN >= len(head))


def read_html(content: bytes, reading: Reading) -> Document:
    """A web page's text in paragraphs; what is no part of the agreement has the role of furniture."""
    report = _reporter(reading)
    report(0)
    if len(content) > _MOST_BYTES_EACH * MOST_CHARACTERS:
        raise ReadingError("too_large", file=reading.file)
    try:
        root = _joined(_parsed(page, charset) for page, charset in _pages(content))
    except (ValueError, LookupError, RecursionError, etree.LxmlError) as problem:
        raise _damaged(reading) from problem
    if root is None:
        return Document(())
    if sum(map(len, root.itertext())) > MOST_CHARACTERS:
        raise ReadingError("too_large", file=reading.file)
    walk = PageWalk(reading.original, report)
    walk.read(root)
    paragraphs, region = with_roles(walk, root)
    blocks = marked_notes(Block(part.text, part.role, part.cells) for part in footnotes_placed(paragraphs))
    changes = sum(1 for change in root.iter("ins", "del") if "".join(change.itertext()).strip())
    return Document(tuple(blocks), tuple(_unread(walk, region)), changes)


def _damaged(reading: Reading) -> ReadingError:
    return ReadingError("damaged_file", file=reading.file, format="HTML")


def _reporter(reading: Reading) -> Callable[[int], None]:
    def report(done: int) -> None:
        if done % _REPORTED_EACH == 0:
            reading.progress.report(done, done + 1, "progress.read")
        if done > _MOST_PARAGRAPHS:
            raise ReadingError("too_large", file=reading.file)

    return report


def _unread(walk: PageWalk, region: set[Any]) -> Iterator[Unread]:
    """What is no text in the agreement's part of the page."""
    for what, elements in (("picture", walk.pictures), ("embedded_object", walk.embedded)):
        if count := sum(element in region for element in elements):
            yield Unread(what, count)


def _head(content: bytes) -> str:
    """The beginning of a file as characters, good enough to see tags; empty where it is no text."""
    head = content[:_LOOKED_AT]
    mark, encoding = next(((mark, encoding) for mark, encoding in _MARKS if head.startswith(mark)), (b"", "latin-1"))
    if head.startswith(_OTHERS) or (b"\x00" in head[:4096] and not encoding.startswith("utf-16")):
        return ""
    return head.removeprefix(mark).decode(encoding, "replace")


def _is_archive(content: bytes) -> bool:
    headers = re.split(rb"\r?\n\r?\n", content[:8192].lstrip(), maxsplit=1)[0]
    return bool(_MIME.search(headers) and _RELATED.search(headers)) and b"text/html" in content[:_LOOKED_AT].lower()


def _pages(content: bytes) -> Iterator[tuple[bytes, str]]:
    """The page in a file, or all pages of a web archive (frames are pages of their own), with the encoding named outside."""
    if not _is_archive(content):
        yield content, ""
        return
    for part in email.message_from_bytes(content.lstrip()).walk():
        if part.get_content_type() == "text/html" and isinstance(payload := part.get_payload(decode=True), bytes):
            yield payload, _charset(part)


def _charset(part: Message) -> str:
    charset = part.get_param("charset")
    return charset if isinstance(charset, str) else ""


def _parsed(page: bytes, charset: str) -> Any:
    """The root element of a page; None where it has none. Raises ValueError where it is no text or nests too deep."""
    text = _decoded(page, charset)
    if text is None:
        raise ValueError("no text")
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True, recover=True
    )
    root = etree.fromstring(text.replace("\x00", "").encode(), parser) if text.strip() else None
    # Where elements nest deeper than the parser can take it leaves out the rest of the page without another word.
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise ValueError("nests too deep")
    return root


def _joined(roots: Iterable[Any]) -> Any:
    """The pages of an archive as one tree."""
    first, *others = [root for root in roots if root is not None] or [None]
    for other in others:
        first.append(other)
    return first


def _decoded(page: bytes, charset: str) -> str | None:
    """A page's characters: by its mark, as UTF-8, as it declares itself, or as it most likely is."""
    for mark, encoding in _MARKS:
        if page.startswith(mark):
            return _strictly(page.removeprefix(mark), encoding)
    found = _DECLARED.search(page[:_LOOKED_AT])
    declared = (charset or ((found[1] or found[2]).decode() if found else "")).lower()
    unicode = _strictly(page, "utf-8") if b"\x00" not in page else None
    # Text in another encoding is almost never valid UTF-8 with three bytes to a character, whatever it says of itself.
    if unicode is not None and (declared not in _KOREAN or any(character > "\u07ff" for character in unicode)):
        return unicode
    korean = _strictly(page, "cp949") if declared in _KOREAN | _WESTERN else None
    if korean is not None and (declared in _KOREAN or len(_KOREAN_WORD.findall(korean)) >= _LEAST_KOREAN_WORDS):
        return korean
    # A declaration that can be read byte by byte does not stand in UTF-16, even if it says so.
    trusted = "cp1252" if declared in _WESTERN else "" if declared.startswith(("utf-16", "utf-32", "ucs")) else declared
    return (_strictly(page, trusted) if trusted else None) or decoded(page)


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        text = content.decode(encoding)
        text.encode()
    except (UnicodeError, LookupError, ValueError):
        return None
    return text
