"""The fonts and the named styles of a Word export."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Length, Pt

from exporters.docx.xml import PARAGRAPH_ORDER, RUN_ORDER, element, fonts, put_in_order
from exporters.styles import (
    BODY,
    FILES,
    FONT_SUBSTITUTES,
    HEAD,
    HEADING,
    LEGEND,
    NOTE,
    NUMBER,
    RAISED,
    SANS,
    SERIF,
    STATUS,
    SUBTITLE,
    TITLE,
    Type,
)

CLAUSE = "Daejo Clause"
HEADING_ROW = "Daejo Heading"
CLAUSE_NUMBER = "Daejo Number"
COLUMN_HEAD = "Daejo Column Head"
NOTE_LINE = "Daejo Note"
TITLE_LINE = "Daejo Title"
SUBTITLE_LINE = "Daejo Subtitle"
STATUS_LINE = "Daejo Status"
LEGEND_LINE = "Daejo Legend"
FILE_LINE = "Daejo Files"
PART_TITLE = "Daejo Part Title"
# Character styles.
LABEL = "Daejo Label"
HEADING_LABEL = "Daejo Heading Label"
MARK_NUMBER = "Daejo Mark Number"
CARET = "Daejo Caret"
PROGRAM_WORDS = "Daejo Program Words"
# Word's own, by which it knows comments.
COMMENT_REFERENCE = "CommentReference"
COMMENT_TEXT = "CommentText"
HEADING_SHADE = "EDEDED"

PARAGRAPH_STYLES: tuple[tuple[str, str, Type, bool], ...] = (
    (CLAUSE, SERIF, BODY, False),
    (HEADING_ROW, SANS, HEADING, True),
    (CLAUSE_NUMBER, SANS, NUMBER, False),
    (COLUMN_HEAD, SANS, HEAD, True),
    (NOTE_LINE, SANS, NOTE, False),
    (TITLE_LINE, SERIF, TITLE, True),
    (SUBTITLE_LINE, SERIF, SUBTITLE, False),
    (STATUS_LINE, SANS, STATUS, False),
    (LEGEND_LINE, SANS, LEGEND, False),
    (FILE_LINE, SANS, FILES, False),
    (PART_TITLE, SANS, HEADING, True),
)
# Headings of the treaty and of the parts behind the table: Word's navigation pane shows paragraphs of such a level.
OUTLINE_LEVELS = {HEADING_ROW: 0, PART_TITLE: 0}
CHARACTER_STYLES: tuple[tuple[str, Type], ...] = (
    (LABEL, NUMBER),
    (HEADING_LABEL, HEADING),
    (MARK_NUMBER, RAISED),
    (CARET, NOTE),
    (PROGRAM_WORDS, NOTE),
)
# Word shrinks what it raises or sinks to about two thirds; these sizes come out as the table of type has them.
SHIFTED = {MARK_NUMBER: ("superscript", RAISED.size * 1.55), CARET: ("subscript", NOTE.size * 1.55)}


def set_styles(document: Document) -> None:
    """Replaces the template's look by ours, and adds what Word expects of a document with comments."""
    _set_defaults(document)
    for name, font, use, bold in PARAGRAPH_STYLES:
        _add_paragraph_style(document, name, font, use, bold)
    for name, use in CHARACTER_STYLES:
        style: Any = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        fonts(style.element.get_or_add_rPr(), SANS)
        shift, size = SHIFTED.get(name, ("baseline", use.size))
        style.font.size = _half_points(size)
        put_in_order(style.element.rPr, RUN_ORDER, "w:vertAlign", val=shift)
    _add_comment_styles(document)
    _name_font_substitutes(document)


def _set_defaults(document: Document) -> None:
    run = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    fonts(run, SERIF)
    put_in_order(run, RUN_ORDER, "w:lang", val="en-US", eastAsia="ko-KR", bidi="ar-SA")
    settings = document.settings.element
    settings.find(qn("w:themeFontLang")).set(qn("w:eastAsia"), "ko-KR")
    # Without this Word opens the file as one of an older Word, and says so in its title bar.
    settings.find(f"{qn('w:compat')}/{qn('w:compatSetting')}").set(qn("w:val"), "15")


def _add_paragraph_style(document: Document, name: str, font: str, use: Type, bold: bool) -> None:
    style: Any = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    fonts(style.element.get_or_add_rPr(), font)
    style.font.size = _half_points(use.size)
    style.font.bold = bold
    style.quick_style = True
    properties = style.element.get_or_add_pPr()
    # Word would widen the space between Hangul and Latin letters or figures that the source does not have.
    for tag in ("w:autoSpaceDE", "w:autoSpaceDN"):
        put_in_order(properties, PARAGRAPH_ORDER, tag, val=0)
    put_in_order(properties, PARAGRAPH_ORDER, "w:spacing", before=0, after=0, line=round(use.leading * 20), lineRule="atLeast")
    if name in OUTLINE_LEVELS:
        style.paragraph_format.keep_with_next = True
        put_in_order(properties, PARAGRAPH_ORDER, "w:outlineLvl", val=OUTLINE_LEVELS[name])
    if name == PART_TITLE:
        style.paragraph_format.space_before = Pt(10)
    if name == HEADING_ROW:
        put_in_order(properties, PARAGRAPH_ORDER, "w:shd", val="clear", color="auto", fill=HEADING_SHADE)


def _add_comment_styles(document: Document) -> None:
    reference: Any = document.styles.add_style("annotation reference", WD_STYLE_TYPE.CHARACTER, builtin=True)
    reference.element.set(qn("w:styleId"), COMMENT_REFERENCE)
    reference.font.size = Pt(8)
    text: Any = document.styles.add_style("annotation text", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    text.element.set(qn("w:styleId"), COMMENT_TEXT)
    fonts(text.element.get_or_add_rPr(), SANS)
    text.font.size = Pt(9)
    properties = text.element.get_or_add_pPr()
    put_in_order(properties, PARAGRAPH_ORDER, "w:spacing", before=0, after=0, line=240, lineRule="auto")


def _half_points(size: float) -> Length:
    """Word knows half points only."""
    return Pt(round(size * 2) / 2)


def _name_font_substitutes(document: Document) -> None:
    """Says in the font table which font to take where ours is not installed."""
    part: Any = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    table: Any = parse_xml(part.blob)
    for name, substitute in FONT_SUBSTITUTES.items():
        font = element("w:font", name=name)
        font.append(element("w:altName", val=substitute))
        font.append(element("w:charset", val="81"))
        font.append(element("w:family", val="roman" if name == SERIF else "swiss"))
        font.append(element("w:pitch", val="variable"))
        table.append(font)
    part._blob = serialize_part_xml(table)
