"""The characters of a page of a PDF, as PDFium finds them: what their codes mean, and which of them the file itself has."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from treaty.reading.document import UNKNOWN

GAP = -2
"""The number of a space that the file does not have, and PDFium adds where it sees a gap."""


def characters_of(text_page: Any) -> Iterator[tuple[int, str]]:
    """The characters of a page with their numbers, in the order in which they are drawn."""
    count = text_page.count_chars()
    index = 0
    while index < count:
        code, place = pdfium.FPDFText_GetUnicode(text_page, index), index
        index += 1
        # PDFium adds nothing but blanks and line ends; to ask for every letter would take a quarter of the time.
        if code <= ord(" ") and pdfium.FPDFText_IsGenerated(text_page, place) == 1:
            if code == ord(" "):
                yield GAP, " "
            continue
        if 0xD800 <= code < 0xDC00 and index < count:
            low = pdfium.FPDFText_GetUnicode(text_page, index)
            if 0xDC00 <= low < 0xE000:
                code, index = 0x10000 + ((code - 0xD800) << 10) + low - 0xDC00, index + 1
        meant = _meant(code)
        if not meant.isalnum() and pdfium.FPDFText_IsHyphen(text_page, place) == 1:
            yield place, "-"
        else:
            yield from ((place, character) for character in meant)


def _meant(code: int) -> str:
    """The characters that a code of a PDF stands for; empty for control characters.

    Fonts give ⼤ for 大, which are different characters but one shape, and ﬁ for fi. All else stays as it is.
    """
    if code == 0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return UNKNOWN
    character = chr(code)
    if 0x2E80 <= code <= 0x2FDF or 0xFB00 <= code <= 0xFB06:
        return unicodedata.normalize("NFKC", character)
    if code == 0xFEFF or (unicodedata.category(character) == "Cc" and not character.isspace()):
        return ""
    # Many programs write the hyphen that they print with the code of the soft hyphen.
    return "-" if code in (0xAD, 0xFFFE) else character
