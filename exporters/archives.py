"""Archives (DOCX, XLSX) that come out the same each time: the same content gives the same bytes.

They are made in memory: the libraries leave files open that they cannot write, and Windows then keeps half of one.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

UNDATED = datetime(1980, 1, 1)
"""The date of what bears none: the earliest that zip knows, which every file inside an archive bears."""


def with_fixed_dates(written: bytes, as_of: datetime | None) -> bytes:
    """An archive anew with one date for all its files, and `as_of` as the time its document was last changed.

    The libraries put the clock's time into both places.
    """
    stamp = f"{as_of or UNDATED:%Y-%m-%dT%H:%M:%SZ}".encode()
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(written)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, UNDATED.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            content = old.read(name)
            new.writestr(entry, _stamped(content, stamp) if name == "docProps/core.xml" else content)
    return made.getvalue()


def _stamped(core: bytes, stamp: bytes) -> bytes:
    """The document's properties with the time of saving replaced."""
    head, mark, rest = core.partition(b"<dcterms:modified")
    start, end = rest.find(b">") + 1, rest.find(b"</")
    return head + mark + rest[:start] + stamp + rest[end:] if mark else core
