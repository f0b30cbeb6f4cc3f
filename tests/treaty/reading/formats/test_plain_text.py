"""Plain text keeps the contract of every format."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.treaty.reading.formats.contract import FormatContract, Table


class TestPlainText(FormatContract):
    ending = ".txt"
    keeps_tables = False

    def build(self, path: Path, parts: Sequence[str | Table]) -> None:
        path.write_text("\n".join(part for part in parts if isinstance(part, str)), encoding="utf-8")
