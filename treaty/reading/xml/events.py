"""An XML tree as a stream: where elements begin and end, and all words between, whatever they stand behind."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from typing import Any

from lxml import etree


def events_of(root: Any) -> Iterator[tuple[str, Any, str]]:
    """("start", element, ""), ("text", the element it stands in, words), ("end", element, "") in order.

    Comments are left out, but not the words behind them. References to entities become their characters if HTML knows them,
    else they stay as they are written.
    """
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start" and isinstance(element.tag, str):
            yield "start", element, ""
            if element.text:
                yield "text", element, element.text
        elif event == "start":
            yield "text", element.getparent(), unescape(element.text or "")
        elif event == "end" and isinstance(element.tag, str):
            yield "end", element, ""
        if event != "start" and element.tail and element is not root:
            yield "text", element.getparent(), element.tail
