"""The words of one paragraph: what its runs print, what they hide, which notes they cite, which text boxes hang on it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from treaty.reading.docx.changes import Changes
from treaty.reading.docx.forms import chosen_in_form
from treaty.reading.docx.package import CHART, DIAGRAM, A, M, W, relation_of, switched
from treaty.reading.docx.styles import Style, Styles
from treaty.reading.docx.symbols import in_font, is_private, symbol
from treaty.reading.xml.drawn import Drawn, drawn_words

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_VML = "{urn:schemas-microsoft-com:vml}"
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_PICTURES = ("{http://schemas.openxmlformats.org/drawingml/2006/picture}pic", f"{_VML}imagedata")
_DRAWN = (f"{CHART}chart", "{http://schemas.microsoft.com/office/drawing/2014/chartex}chart", f"{DIAGRAM}relIds")
"""Charts and diagrams, whose words stand in a part of their own."""
_BETWEEN = {f"{M}f": "/", f"{M}sSup": "^", f"{M}sSub": "_"}
"""What stands between the parts of a formula, so that ½ does not become 12."""
_PAGE_FIELD = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b")
_COUNTING_FIELD = re.compile(r"\s*(?:LISTNUM|AUTONUM)")
"""Fields that Word counts when it prints; no file says what."""
_BREAKS = re.compile(r"[\r\n]+")


@dataclass(slots=True)
class Citation:
    """The place where a note is cited: whether it is an endnote, its name, and the mark if the writer set one ("*")."""

    is_endnote: bool
    name: str
    mark: str | None


@dataclass(slots=True)
class Words:
    """What stands in one paragraph. `boxes` are the contents of text boxes, `shapes` words drawn as shapes (WordArt),
    `drawn` the charts and diagrams.

    `hidden` holds words that are not printed, each with the place in the text where it stands.
    """

    style: Style
    pieces: list[str] = field(default_factory=list)
    hidden: list[tuple[int, str]] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    shapes: list[str] = field(default_factory=list)
    drawn: list[Drawn] = field(default_factory=list)
    instructions: list[str] = field(default_factory=list)
    fields: list[bool] = field(default_factory=list)
    """The fields that are open, outermost first: whether their instruction still goes on."""

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    @property
    def is_page_number(self) -> bool:
        """Whether nothing but the number of the page stands here: "3", "- 3 -", "3 / 12"."""
        has_field = any(_PAGE_FIELD.match(instruction) for instruction in self.instructions)
        return has_field and not any(character.isalpha() for character in self.text)

    def add(self, words: str, hidden: bool) -> None:
        if hidden or any(self.fields):
            self.hidden.append((len(self.pieces), words))
        else:
            self.pieces.append(words)

    def hidden_parts(self) -> list[str]:
        """The hidden words, those together that stand together."""
        parts: dict[int, str] = {}
        for place, words in self.hidden:
            parts[place] = parts.get(place, "") + words
        return list(parts.values())


class WordReader:
    """Reads the words of paragraphs. Elements that it does not know it looks into: Word's own versions add such.

    `related` gives the part that stands behind the name of a relation.
    """

    def __init__(self, styles: Styles, changes: Changes, related: Callable[[str | None], etree._Element | None]) -> None:
        self._styles, self._changes, self._related = styles, changes, related
        self.unread: Counter[str] = Counter()
        self._skipped = changes.dropped | {f"{W}pPr", f"{W}rPr", f"{W}sdtPr"}
        self._readers: dict[str, Callable[[etree._Element, Words, bool], None]] = {
            f"{W}r": self._run,
            f"{W}t": self._text,
            f"{W}delText": self._text,
            f"{W}sym": _symbol,
            f"{W}ruby": self._ruby,
            f"{W}fldChar": _field,
            f"{W}fldSimple": self._simple_field,
            f"{W}instrText": _instruction,
            f"{W}footnoteReference": _citation,
            f"{W}endnoteReference": _citation,
            f"{W}txbxContent": lambda element, words, hidden: words.boxes.append(element),
            f"{_MC}AlternateContent": self._alternative,
            f"{M}oMath": self._equation,
            f"{_VML}textpath": lambda element, words, hidden: words.shapes.append(element.get("string") or ""),
            f"{A}t": lambda element, words, hidden: words.shapes.append(_content(element)),
            **{f"{W}{name}": _sign for name in _SIGNS},
            **dict.fromkeys(_PICTURES, self._picture),
            **dict.fromkeys(_DRAWN, self._drawn),
            f"{W}object": self._object,
        }

    def read(self, paragraph: etree._Element) -> Words:
        """The words of a paragraph."""
        words = Words(self.style_of(self._changes.properties(paragraph, "pPr")))
        self._look_into(paragraph, words, False)
        if unknown := sum(map(is_private, words.text)):
            self.unread["character"] += unknown
        for _ in filter(_COUNTING_FIELD.match, words.instructions):
            self.unread["automatic_number"] += 1
        return words

    def style_of(self, properties: etree._Element | None) -> Style:
        """The style of a paragraph with these properties."""
        return self._styles.of_paragraph(properties)

    def hides(self, properties: etree._Element | None, style: Style) -> bool:
        """Whether a run with these properties, in a paragraph of this style, is not printed."""
        if (own := switched(properties, "vanish")) is not None:
            return own
        # Two styles that both hide cancel each other: Word toggles.
        return self._styles.of_run(properties).hidden is not style.hidden

    def _look_into(self, element: etree._Element, words: Words, hidden: bool) -> None:
        for child in element.iterchildren("*"):
            if reader := self._readers.get(child.tag):
                reader(child, words, hidden)
            elif child.tag not in self._skipped:
                self._look_into(child, words, hidden)

    def _text(self, element: etree._Element, words: Words, hidden: bool) -> None:
        text = _content(element)
        if any(map(is_private, text)):
            text = in_font(text, self._font_of(element.getparent(), words.style))
        words.add(text, hidden)

    def _font_of(self, run: etree._Element, style: Style) -> str:
        """The font that a run names, or its style, or that of its paragraph; empty where none does."""
        properties = self._changes.properties(run, "rPr")
        own = properties.find(f"{W}rFonts") if properties is not None else None
        named = "" if own is None else own.get(f"{W}ascii") or own.get(f"{W}hAnsi") or own.get(f"{W}cs") or ""
        return named or self._styles.of_run(properties).font or style.font

    def _run(self, run: etree._Element, words: Words, hidden: bool) -> None:
        hidden = self.hides(self._changes.properties(run, "rPr"), words.style)
        marked, start = len(words.citations), len(words.pieces)
        self._look_into(run, words, hidden)
        if len(words.citations) > marked and words.citations[-1].mark is not None:
            words.citations[-1].mark = "".join(words.pieces[start:])
            del words.pieces[start:]

    def _ruby(self, ruby: etree._Element, words: Words, hidden: bool) -> None:
        """Words with their reading, which Word prints above them, in brackets behind."""
        for name, before, after in (("rubyBase", "", ""), ("rt", "(", ")")):
            for part in ruby.iterchildren(W + name):
                words.add(before, hidden)
                self._look_into(part, words, hidden)
                words.add(after, hidden)

    def _simple_field(self, element: etree._Element, words: Words, hidden: bool) -> None:
        words.instructions.append(element.get(f"{W}instr") or "")
        self._look_into(element, words, hidden)

    def _alternative(self, element: etree._Element, words: Words, hidden: bool) -> None:
        """One of the versions of the same thing: the first, which is the newest."""
        branch = chosen(element)
        if branch is not None:
            self._look_into(branch, words, hidden)

    def _equation(self, element: etree._Element, words: Words, hidden: bool) -> None:
        self.unread["equation"] += 1
        words.add(self._formula(element), hidden)

    def _formula(self, element: etree._Element) -> str:
        if element.tag in (f"{M}t", f"{W}t"):
            return _content(element)
        parts = [self._formula(child) for child in element.iterchildren("*") if child.tag not in self._skipped]
        return _BETWEEN.get(element.tag, "").join(filter(None, parts))

    def _picture(self, element: etree._Element, words: Words, hidden: bool) -> None:
        self.unread["picture"] += 1

    def _object(self, element: etree._Element, words: Words, hidden: bool) -> None:
        self.unread["embedded_object"] += 1

    def _drawn(self, element: etree._Element, words: Words, hidden: bool) -> None:
        part = self._related(relation_of(element))
        if part is not None and (drawn := drawn_words(part)):
            words.drawn.append(drawn)
        else:
            self.unread["embedded_object"] += 1


def chosen(alternative: etree._Element) -> etree._Element | None:
    """The branch of <mc:AlternateContent> that is read: the first choice, or the fallback where there is none."""
    return next(alternative.iterchildren(f"{_MC}Choice", f"{_MC}Fallback"), None)


def is_alternative(element: etree._Element) -> bool:
    return bool(element.tag == f"{_MC}AlternateContent")


def _content(element: etree._Element) -> str:
    """The characters of an element. A line end in the XML is a blank on the page."""
    text = (element.text or "") if not len(element) else str(element.xpath("string()"))
    return _BREAKS.sub(" ", text)


def _sign(element: etree._Element, words: Words, hidden: bool) -> None:
    words.add(_SIGNS[element.tag.removeprefix(W)], hidden)


def _symbol(element: etree._Element, words: Words, hidden: bool) -> None:
    words.add(symbol(element.get(f"{W}font") or "", element.get(f"{W}char") or ""), hidden)


def _instruction(element: etree._Element, words: Words, hidden: bool) -> None:
    words.instructions.append(_content(element))


def _field(element: etree._Element, words: Words, hidden: bool) -> None:
    """Keeps count of fields: between "begin" and "separate" stands the instruction, up to "end" the result."""
    match element.get(f"{W}fldCharType"):
        case "begin":
            words.add(chosen_in_form(element), hidden)
            words.fields.append(True)
        case "separate" if words.fields:
            words.fields[-1] = False
        case "end" if words.fields:
            words.fields.pop()


def _citation(element: etree._Element, words: Words, hidden: bool) -> None:
    own_mark = element.get(f"{W}customMarkFollows") in ("1", "true", "on")
    is_endnote = element.tag == f"{W}endnoteReference"
    words.citations.append(Citation(is_endnote, element.get(f"{W}id") or "", "" if own_mark else None))
