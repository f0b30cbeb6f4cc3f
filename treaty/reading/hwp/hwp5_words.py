"""The words that HWP 5 keeps in controls and objects instead of in paragraphs: automatic numbers, ruby, forms."""

from __future__ import annotations

import re
from collections.abc import Sequence

from treaty.reading.hwp.hwp5_records import CONTROL, EQUATION, FORM, TEXT_ART, Damaged, Record, characters
from treaty.reading.hwp.numbering import NUMBER_FORMATS, number_in_format

_PAGE_NUMBER, _TOTAL_PAGES = 0, 6
_FORM_WORDS = re.compile(r"(?:Caption|Text):wstring:(\d{1,5}):")
_CORNERS = 32
"""The bytes that the corners of a text drawn as a picture take up in front of it."""


def has_number(records: Sequence[Record]) -> bool:
    """Whether an automatic number stands anywhere in the records."""
    return any((record.tag == CONTROL and record.data[3::-1] == b"atno") or has_number(record.children) for record in records)


def note_number(control: Record) -> str:
    """The number that a note's control gives it; empty where it gives none."""
    return str(control.number(4, "<I")) if len(control.data) >= 8 else ""


def words_in_line(control: Record, kind: bytes) -> str:
    """The words of a control that stands in the line like a character; empty for others."""
    if kind == b"atno":
        return _automatic_number(control)
    if kind == b"tcps":
        return control.text(4)[0].rstrip("\x00")
    if kind == b"tdut":
        base, offset = control.text(4)
        ruby, _ = control.text(offset)
        return f"{base}({ruby})" if ruby else base
    return ""


def script_of_equation(control: Record) -> str:
    """An equation as its writer typed it ("a over b"); empty where the control holds none that can be read."""
    equation = next((child for child in control.children if child.tag == EQUATION), None)
    try:
        return "" if equation is None else equation.text(4)[0].strip()
    except Damaged:
        return ""


def _automatic_number(control: Record) -> str:
    """The number of a note, table or picture. Page numbers have none before the pages are laid out."""
    attributes = control.number(4, "<I")
    if attributes & 0xF in (_PAGE_NUMBER, _TOTAL_PAGES):
        return ""
    number_format = attributes >> 4 & 0xFF
    name = NUMBER_FORMATS[number_format] if number_format < len(NUMBER_FORMATS) else "DIGIT"
    number = number_in_format(control.number(8), name)
    own, before, after = (characters(control.data[place : place + 2]).strip("\x00") for place in (10, 12, 14))
    return before + (own or number) + after


def words_of_object(record: Record) -> str:
    """The words of an object that holds them as a plain string: text drawn as a picture, or a field of a form."""
    if record.tag == TEXT_ART:
        return record.text(_CORNERS)[0]
    if record.tag == FORM:
        settings = characters(record.data[: len(record.data) // 2 * 2])
        return " ".join(settings[match.end() : match.end() + int(match[1])] for match in _FORM_WORDS.finditer(settings))
    return ""
