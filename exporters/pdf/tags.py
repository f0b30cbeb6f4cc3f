"""The structure of a PDF's contents, by which screen readers know headings, paragraphs and the cells of the table.

reportlab draws and knows nothing of it, so the marks in the pages and the tree (ISO 32000-1, 14.7 and 14.8) are written here
with its objects. Highlights and links are not in the tree: the file is tagged, but no PDF/UA.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString, PDFtrue


@dataclass(eq=False, slots=True)
class Element:
    """A part of the structure by its standard name ("H1", "P", "Table", "TR", "TD"). A cell may reach over several `columns`;
    one in another language than the document's says so. `contents` numbers its stretches on its `page`."""

    kind: str
    language: str = ""
    columns: int = 1
    kids: list[Element] = field(default_factory=list)
    contents: list[int] = field(default_factory=list)
    page: Any = None

    def add(self, kind: str, language: str = "", columns: int = 1) -> Element:
        """A new part inside this one, behind those before."""
        made = Element(kind, language, columns)
        self.kids.append(made)
        return made


class Tags:
    """Marks what is drawn on a canvas, page after page, as contents of elements or as belonging to none."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._on_page: list[Element] = []
        self._of_pages: list[list[Element]] = []
        self.root = Element("Document")

    @contextmanager
    def content(self, element: Element | None) -> Iterator[None]:
        """What is drawn meanwhile is content of the element; of none, it is not to be read (head, foot, what is repeated)."""
        if element is None:
            self._canvas._code.append("/Artifact BMC")
        else:
            self._canvas._code.append(f"/{element.kind} <</MCID {len(self._on_page)}>> BDC")
            element.contents.append(len(self._on_page))
            element.page = self._canvas._doc.thisPageRef()
            self._on_page.append(element)
        yield
        self._canvas._code.append("EMC")

    def end_page(self) -> None:
        """Says on the page that was shown last where its elements are listed."""
        page = self._canvas._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = len(self._of_pages), PDFName("S")
        self._of_pages.append(self._on_page)
        self._on_page = []

    def write(self) -> None:
        """Puts the tree into the document."""
        document = self._canvas._doc
        top = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        dictionaries = {element: PDFDictionary({}) for element in _within(self.root)}
        names = {element: document.Reference(made) for element, made in dictionaries.items()}
        self._fill(self.root, document.Reference(top), dictionaries, names)
        listed = [PDFArray([names[element] for element in elements]) for elements in self._of_pages]
        numbers = [part for index, elements in enumerate(listed) for part in (index, document.Reference(elements))]
        top.dict |= {
            "K": names[self.root],
            "ParentTree": PDFDictionary({"Nums": PDFArray(numbers)}),
            "ParentTreeNextKey": len(listed),
        }
        self._canvas.setCatalogEntry("StructTreeRoot", top)
        self._canvas.setCatalogEntry("MarkInfo", PDFDictionary({"Marked": PDFtrue}))
        self._canvas.setViewerPreference("DisplayDocTitle", PDFtrue)

    def _fill(self, root: Element, top: Any, dictionaries: dict[Element, Any], names: dict[Element, Any]) -> None:
        above = {kid: names[element] for element in dictionaries for kid in element.kids} | {root: top}
        for element, made in dictionaries.items():
            kids = [names[kid] for kid in element.kids] or element.contents
            made.dict |= {"Type": PDFName("StructElem"), "S": PDFName(element.kind), "P": above[element], "K": PDFArray(kids)}
            if element.page is not None:
                made.dict["Pg"] = element.page
            if element.language:
                made.dict["Lang"] = PDFString(element.language)
            if element.columns > 1:
                made.dict["A"] = PDFDictionary({"O": PDFName("Table"), "ColSpan": element.columns})


def _within(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        yield from _within(kid)
