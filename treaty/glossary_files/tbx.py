"""Terms of TBX files (ISO 30042): of the second edition (termEntry, langSet, tig) and of the third (conceptEntry, langSec,
termSec)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from treaty.errors import ReadingError, RuleTableError
from treaty.glossary_files.entry import Entry
from treaty.reading.xml.tree import parse_xml

_CONCEPTS = frozenset({"termEntry", "conceptEntry"})
_LANGUAGES = frozenset({"langSet", "langSec"})
_TERMS = frozenset({"tig", "ntig", "termSec"})
_COMMENTS = frozenset({"note", "descrip"})
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_PREFERRED = ("preferred",)
_FORBIDDEN = ("deprecated", "superseded", "forbidden", "notrecommended", "obsolete")


def tbx_entries(content: bytes, file: str) -> Iterator[Entry]:
    """The concepts that have terms in both languages; entities are never resolved.

    Raises ReadingError where the file is no TBX, RuleTableError with its line where a concept has no allowed term in a language
    in which it has forbidden ones.
    """
    root = parse_xml(content, file, "TBX")
    concepts = [element for element in root.iter() if _name(element) in _CONCEPTS]
    if not concepts:
        raise ReadingError("damaged_file", file=file, format="TBX")
    return (entry for concept in concepts if (entry := _entry(concept, file)))


def _entry(concept: etree._Element, file: str) -> Entry | None:
    allowed: dict[str, list[str]] = {"ko": [], "en": []}
    forbidden: dict[str, list[str]] = {"ko": [], "en": []}
    for section in (element for element in concept.iter() if _name(element) in _LANGUAGES):
        language = (section.get(_LANGUAGE) or "").lower().partition("-")[0]
        for holder in (element for element in section.iter() if _name(element) in _TERMS and language in allowed):
            if not (term := _term(holder)):
                continue
            status = _status(holder)
            if status.startswith(_FORBIDDEN):
                forbidden[language].append(term)
            else:
                allowed[language].insert(0 if status.startswith(_PREFERRED) else len(allowed[language]), term)
    if any(forbidden[language] and not allowed[language] for language in allowed):
        raise RuleTableError("glossary_row", file=file, line=concept.sourceline or 1)
    if not (allowed["ko"] and allowed["en"]):
        return None
    comments = [_text(element) for element in concept.iter() if _name(element) in _COMMENTS]
    return Entry(
        tuple(allowed["ko"]),
        tuple(allowed["en"]),
        tuple(forbidden["ko"]),
        tuple(forbidden["en"]),
        " ".join(filter(None, comments)),
    )


def _term(holder: etree._Element) -> str:
    return next((_text(element) for element in holder.iter() if _name(element) == "term"), "")


def _status(holder: etree._Element) -> str:
    """The administrative status of a term, in small letters; empty where it has none."""
    for element in holder.iter():
        if _name(element).lower() == "administrativestatus" or (element.get("type") or "").lower() == "administrativestatus":
            return _text(element).lower().replace("_", "").replace(" ", "")
    return ""


def _text(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
