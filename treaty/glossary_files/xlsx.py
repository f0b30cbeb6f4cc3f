"""Rows of the first sheet of an Excel workbook (ISO/IEC 29500, SpreadsheetML)."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from lxml import etree

from treaty.errors import ReadingError
from treaty.glossary_files.columns import Row
from treaty.reading.archive import Archive
from treaty.reading.xml.tree import parse_xml

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_WORKBOOK, _RELATIONS, _STRINGS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"
_CELL_NAME = re.compile(r"(?P<column>[A-Z]{1,3})\d+")
_MOST_COLUMNS = 100


def xlsx_rows(content: bytes, file: str) -> Iterator[Row]:
    """The rows of the first sheet as text. Raises ReadingError where the file is no such workbook."""
    archive = Archive(content, file, "XLSX")
    try:
        shared = _strings(_part(archive, _STRINGS, file)) if _STRINGS in archive else []
        sheet = _part(archive, _first_sheet(archive, file), file)
        rows = [
            (int(row.get("r") or place), _cells(row, shared)) for place, row in enumerate(sheet.iter(f"{_MAIN}row"), start=1)
        ]
    except (KeyError, IndexError, ValueError) as problem:
        raise ReadingError("damaged_file", file=file, format="XLSX") from problem
    return iter(rows)


def _part(archive: Archive, name: str, file: str) -> etree._Element:
    return parse_xml(archive.read(name), file, "XLSX")


def _first_sheet(archive: Archive, file: str) -> str:
    sheet = next(_part(archive, _WORKBOOK, file).iter(f"{_MAIN}sheet"), None)
    if sheet is None:
        raise KeyError("sheet")
    relations = {relation.get("Id"): relation.get("Target", "") for relation in _part(archive, _RELATIONS, file)}
    target = relations[sheet.get(_RELATION)]
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))


def _strings(root: etree._Element) -> list[str]:
    return [_text(item) for item in root.iter(f"{_MAIN}si")]


def _text(item: etree._Element) -> str:
    """The words of a string, without the phonetic guides that may stand above them."""
    runs = [run for run in item.iter(f"{_MAIN}t") if run.getparent().tag != f"{_MAIN}rPh"]
    return "".join(run.text or "" for run in runs)


def _cells(row: etree._Element, shared: list[str]) -> list[str]:
    cells: list[str] = []
    for cell in row.iter(f"{_MAIN}c"):
        name = _CELL_NAME.fullmatch(cell.get("r") or "")
        column = _column(name["column"]) if name else len(cells)
        if column < _MOST_COLUMNS:
            cells += [""] * (column - len(cells))
            cells.append(_value(cell, shared))
    return cells or [""]


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1


def _value(cell: etree._Element, shared: list[str]) -> str:
    if cell.get("t") == "inlineStr":
        return _text(cell)
    value = cell.findtext(f"{_MAIN}v") or ""
    return shared[int(value)] if cell.get("t") == "s" else value
