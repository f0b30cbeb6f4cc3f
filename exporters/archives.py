"""Archives (DOCX, XLSX) that come out the same each time: the same content gives the same bytes.

They are made in memory: the libraries leave files open that they cannot write, and Windows then keeps half of one.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

UNDATED = datetime(1980, 1, 1)
"""The date of what bears none: the earliest that zip knows, which every file inside an archive bears."""


def dated(content: bytes, as_of: datetime | None) -> bytes:
    """An archive with one date for all its files, and `as_of` as the time its document was last changed.

    The libraries put the clock's time into both places.
    """
    stamp = f"{as_of or UNDATED:%Y-%m-%dT%H:%M:%SZ}".encode()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        files = [(entry.filename, archive.read(entry)) for entry in archive.infolist()]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, inside in files:
            entry = zipfile.ZipInfo(name, UNDATED.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, _stamped(inside, stamp) if name == "docProps/core.xml" else inside)
    return made.getvalue()


def _stamped(core: bytes, stamp: bytes) -> bytes:
    """The document's properties with the time of saving replaced."""
    head, mark, rest = core.partition(b"<dcterms:modified")
    start, end = rest.find(b">") + 1, rest.find(b"</")
    return head + mark + rest[:start] + stamp + rest[end:] if mark else core
