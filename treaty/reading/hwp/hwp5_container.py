"""HWP 5 files opened: the compound file, its header's flags, its streams unpacked and decrypted, all bounded."""

from __future__ import annotations

import io
import re
import struct
import zlib
from collections.abc import Iterator

import olefile
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import ECB

from treaty.reading.hwp.hwp5_records import DISTRIBUTION, Damaged, TooLarge
from treaty.reading.hwp.scripts import does_something
from treaty.reading.limits import MOST_ENTRY, MOST_RATIO, MOST_UNPACKED

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SIGNATURE = b"HWP Document File"
_COMPRESSED, _PASSWORD, _DISTRIBUTION, _RIGHTS, _CERTIFICATE, _CERTIFICATE_RIGHTS, _TRACKED = (
    1 << bit for bit in (0, 1, 2, 4, 8, 10, 14)
)
_SCRIPTS = "scripts/defaultjscript"
_SCRIPT_PARTS = 4
_LEAST_CHECKED = 1024 * 1024
_KEY_RECORD = 256
_OLE_PROBLEMS = (
    OSError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    MemoryError,
    struct.error,
)
"""What olefile raises on damaged files, besides its own errors, which are OSErrors."""


def is_hwp5(content: bytes) -> bool:
    """Whether the bytes are a compound file of HWP 5; one that cannot be opened any more is told by its signature."""
    if not content.startswith(MAGIC):
        return False
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as ole:
            return bool(ole.exists("FileHeader") and ole.openstream("FileHeader").read(len(SIGNATURE)) == SIGNATURE)
    except _OLE_PROBLEMS:
        return SIGNATURE in content


class Container:
    """The streams of an HWP 5 file. Raises Damaged and TooLarge."""

    def __init__(self, content: bytes) -> None:
        self._left = MOST_UNPACKED
        try:
            self._ole = olefile.OleFileIO(io.BytesIO(content))
            self._names = ["/".join(path) for path in self._ole.listdir()]
        except _OLE_PROBLEMS as problem:
            raise Damaged from problem
        header = self._stored("FileHeader")
        if len(header) < 40 or not header.startswith(SIGNATURE):
            raise Damaged
        (self._flags,) = struct.unpack_from("<I", header, 36)

    @property
    def locked(self) -> bool:
        """Whether a password, a certificate or rights management keeps the text from being read."""
        return bool(self._flags & (_PASSWORD | _RIGHTS | _CERTIFICATE | _CERTIFICATE_RIGHTS))

    @property
    def tracked(self) -> bool:
        """Whether the document has tracked changes."""
        return bool(self._flags & _TRACKED)

    def shapes(self) -> bytes:
        """The stream with the shapes of paragraphs and the numberings."""
        return self._unpacked(self._stored("DocInfo"))

    def sections(self, original: bool) -> Iterator[bytes]:
        """The sections' streams in order.

        A distribution document has its text encrypted in ViewText, and only a notice in BodyText. A document with tracked
        changes has the final text in BodyText, and the text with all changes in ViewText.
        """
        distribution = bool(self._flags & _DISTRIBUTION)
        names = self._section_names("BodyText")
        if distribution or (original and self.tracked):
            viewed = self._section_names("ViewText")
            names = viewed if viewed or distribution else names
        if not names:
            raise Damaged
        for name in names:
            stored = self._stored(name)
            yield self._unpacked(_decrypted(stored) if distribution else stored)

    @property
    def scripts(self) -> int:
        """How many of the document's scripts do something; one that cannot be read is counted. None is ever run."""
        name = next((name for name in self._names if name.casefold() == _SCRIPTS), None)
        if name is None:
            return 0
        try:
            stored = self._stored(name)
            content = self._unpacked(_decrypted(stored) if self._flags & _DISTRIBUTION else stored)
            return sum(map(does_something, _strings(content)))
        except (Damaged, TooLarge):
            return 1

    def _section_names(self, storage: str) -> list[str]:
        shape = re.compile(rf"{storage}/Section(\d{{1,6}})", re.I)
        matches = [match for name in self._names if (match := shape.fullmatch(name))]
        return [match[0] for match in sorted(matches, key=lambda match: int(match[1]))]

    def _stored(self, name: str) -> bytes:
        try:
            content: bytes = self._ole.openstream(name).read()
            whole = len(content) == self._ole.get_size(name)
        except _OLE_PROBLEMS as problem:
            raise Damaged from problem
        if not whole:
            raise Damaged
        return content

    def _unpacked(self, stored: bytes) -> bytes:
        if not self._flags & _COMPRESSED:
            return stored
        limit = min(MOST_ENTRY, self._left, max(_LEAST_CHECKED, MOST_RATIO * len(stored)))
        inflater = zlib.decompressobj(-15)
        try:
            content = inflater.decompress(stored, limit)
        except zlib.error as problem:
            raise Damaged from problem
        if not inflater.eof:
            raise TooLarge if len(content) >= limit else Damaged
        self._left -= len(content)
        return content


def _strings(content: bytes) -> Iterator[str]:
    """The scripts in their stream: what stands before all, the functions, what runs before and what after them."""
    place = 0
    for _ in range(_SCRIPT_PARTS):
        if len(content) < place + 4:
            raise Damaged
        (length,) = struct.unpack_from("<I", content, place)
        start, place = place + 4, place + 4 + 2 * length
        if place > len(content):
            raise Damaged
        yield content[start:place].decode("utf-16-le", "replace")


def _decrypted(stored: bytes) -> bytes:
    """A section of a distribution document. Its key stands in its first record, masked by numbers drawn from a seed."""
    (head,) = struct.unpack_from("<I", stored.ljust(4, b"\x00"))
    if head & 0x3FF != DISTRIBUTION or head >> 20 != _KEY_RECORD or len(stored) < 4 + _KEY_RECORD:
        raise Damaged
    hidden, sealed = stored[4 : 4 + _KEY_RECORD], stored[4 + _KEY_RECORD :]
    (seed,) = struct.unpack_from("<I", hidden)
    shown = bytes(byte ^ mask for byte, mask in zip(hidden, _masks(seed), strict=False))
    start = 4 + (seed & 0xF)
    decryptor = Cipher(AES(shown[start : start + 16]), ECB()).decryptor()
    return decryptor.update(sealed[: len(sealed) // 16 * 16]) + decryptor.finalize()


def _masks(seed: int) -> Iterator[int]:
    """The bytes that the key record is masked with: runs of one byte each, from the random numbers of Microsoft's C library."""
    state = seed

    def drawn() -> int:
        nonlocal state
        state = (state * 214013 + 2531011) & 0xFFFFFFFF
        return state >> 16 & 0x7FFF

    while True:
        mask = drawn() & 0xFF
        yield from (mask for _ in range((drawn() & 0xF) + 1))
