"""What the elements of a page say about the words in them, by their names and attributes."""

from __future__ import annotations

import re
from typing import Any

BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav noframes ol optgroup option p"
    " pre search section select summary table tbody td textarea tfoot th thead title tr ul xmp listing plaintext".split()
)
_CONTROLS = frozenset("button option optgroup select textarea".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_KEPT = frozenset("pre xmp listing plaintext textarea".split())
_HINTED_TAGS = frozenset("nav footer aside title dialog".split())
_HINTED_ROLES = frozenset("navigation banner contentinfo complementary search menu menubar toolbar alert dialog".split())
_HINTED_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navi|navigation|menu|gnb|lnb|snb|tnb|breadcrumbs?|share|sharing|sns|social|related|recommend(?:ed)?"
    r"|comments?|reply|replies|cmt|cookies?|consent|copyright|skip|skipnav|sidebar|pagination|paging|banner|advert\w*|ads?"
    r"|satisfaction|blind|sr-only|screen-reader-text|visually-hidden|popup|toolbar|util|utility|newsletter)(?=$|[\s_-])",
    re.I,
)
_FOOTNOTES = re.compile(r"(?:^|[\s_-])(?:footnotes?|endnotes?|ftn\d*|fn:?-?\d+)(?=$|[\s_-])", re.I)
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_AS_BLOCK = re.compile(r"display\s*:\s*(?:block|flex|grid|list-item|table)\s*(?:;|!|$)", re.I)
_AS_TYPED = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.I)
_TOPMOST = frozenset("html body main".split())
_DELETED = frozenset("del s strike".split())
DELETED = _DELETED | {"ins"}
"""Elements of tracked changes: their words are set aside however long they are."""
_MARKED_TAGS = {
    "block": BLOCKS,
    "control": _CONTROLS,
    "heading": _HEADINGS,
    "kept": _KEPT,
    "link": frozenset({"a"}),
    "quoted": frozenset({"q"}),
    "raised": frozenset({"sup"}),
}


def marks_of(element: Any, original: bool) -> list[str]:
    """What an element says about the words in it."""
    tag, get = element.tag, element.get
    style = get("style") or ""
    marks = [mark for mark, tags in _MARKED_TAGS.items() if tag in tags]
    if style and tag not in BLOCKS and _AS_BLOCK.search(style):
        marks.append("block")
    if _hides(element, style) or tag in ({"ins"} if original else _DELETED):
        marks.append("hidden")
    if tag not in _KEPT and (_AS_TYPED.search(style) or "whitespace-pre" in (get("class") or "")):
        marks.append("kept")
    names = f"{get('class') or ''} {get('id') or ''}"
    role = (get("role") or "").lower()
    if _FOOTNOTES.search(names) or role.startswith(("doc-footnote", "doc-endnote")):
        marks += ["footnote"] if tag in BLOCKS else []
    elif tag not in _TOPMOST and (tag in _HINTED_TAGS or role in _HINTED_ROLES or _HINTED_NAMES.search(names)):
        marks.append("hint")
    return marks


def _hides(element: Any, style: str) -> bool:
    covered = element.get("hidden") is not None or (element.get("aria-hidden") or "").lower() == "true"
    return covered or bool(style and _NOT_SHOWN.search(style))
