"""How terms were rendered in two texts, as a glossary that translation tools, Excel and Daejo itself read: CSV, or TBX
(ISO 30042:2019, TBX-Basic)."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from lxml import etree

from exporters.characters import xml_text
from resources.wording_table import Wording
from treaty.comparison.concordance import Concordance, Rendering
from treaty.errors import WritingError
from treaty.model import Language
from treaty.whole_file import whole_file

GLOSSARY_ENDINGS = (".csv", ".tbx")
_TBX = "urn:iso:std:iso:30042:ed-2"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""Signs with which a spreadsheet takes a cell for a formula; in Korean and Japanese ones the wide forms too."""


def write_glossary(terms: Sequence[Concordance], path: Path, wording: Wording) -> None:
    """Writes the terms that have a rendering, each with how often; the ending of the file's name says in which format."""
    if path.suffix.lower() not in GLOSSARY_ENDINGS:
        raise WritingError("cannot_write_format", file=path.name, endings=", ".join(GLOSSARY_ENDINGS))
    rendered = [term for term in terms if term.renderings]
    content = _csv(rendered, wording) if path.suffix.lower() == ".csv" else _tbx(rendered, wording)
    with whole_file(path) as part:
        part.write_bytes(content)


def _csv(terms: Sequence[Concordance], wording: Wording) -> bytes:
    """With the mark by which Excel knows UTF-8."""
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow([wording("language.ko"), wording("language.en"), wording("report.remark")])
    for term in terms:
        words = {term.language: [_term(term)], _other(term.language): [_rendering(each) for each in term.renderings]}
        cells = [" | ".join(words[language]) for language in (Language.KOREAN, Language.ENGLISH)]
        writer.writerow([_harmless(cell) for cell in (*cells, _counts(term, wording))])
    return table.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _tbx(terms: Sequence[Concordance], wording: Wording) -> bytes:
    root = etree.Element(f"{{{_TBX}}}tbx", {"type": "TBX-Basic", "style": "dca", _LANG: "en"}, nsmap={None: _TBX})
    source = etree.SubElement(_added(_added(root, "tbxHeader"), "fileDesc"), f"{{{_TBX}}}sourceDesc")
    _added(source, "p", "Daejo")
    body = _added(_added(root, "text"), "body")
    for number, term in enumerate(terms, start=1):
        concept = _added(body, "conceptEntry")
        concept.set("id", f"c{number}")
        _added(concept, "note", _counts(term, wording))
        _add_language(concept, term.language, [_term(term)])
        _add_language(concept, _other(term.language), [_rendering(each) for each in term.renderings])
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _add_language(concept: etree._Element, language: Language, words: Sequence[str]) -> None:
    section = _added(concept, "langSec")
    section.set(_LANG, language)
    for word in words:
        _added(_added(section, "termSec"), "term", word)


def _added(parent: etree._Element, name: str, words: str | None = None) -> etree._Element:
    made = etree.SubElement(parent, f"{{{_TBX}}}{name}")
    made.text = xml_text(words) if words is not None else None
    return made


def _counts(term: Concordance, wording: Wording) -> str:
    said = [f"{_rendering(rendering)} ×{rendering.count}" for rendering in term.renderings]
    if term.unrendered:
        said.append(wording("cli.unrendered", count=len(term.unrendered)))
    return ", ".join(said)


def _term(term: Concordance) -> str:
    places = [*chain.from_iterable(rendering.occurrences for rendering in term.renderings), *term.unrendered]
    return _as_written(term.term, [occurrence.place.text for occurrence in places])


def _rendering(rendering: Rendering) -> str:
    found = (occurrence.rendering for occurrence in rendering.occurrences)
    return _as_written(rendering.word, [place.text for place in found if place])


def _as_written(form: str, words: Sequence[str]) -> str:
    """A term with the capitals and spaces that it has in its text; in small letters where it stands in these anywhere."""
    same = [word for word in words if _folded(word) == _folded(form)]
    begun = [word[: len(form)] for word in words if word.casefold().startswith(form.casefold())]
    written = Counter(same or begun or [form])
    return form if form in written else written.most_common(1)[0][0]


def _folded(word: str) -> str:
    return "".join(word.casefold().split())


def _other(language: Language) -> Language:
    return Language.ENGLISH if language is Language.KOREAN else Language.KOREAN
