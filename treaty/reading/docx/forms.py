"""The fields of Word's old forms, which have no result in the text but what is set in them."""

from __future__ import annotations

from lxml import etree

from treaty.reading.docx.package import W, number, switched, value

_BOXES = ("☐", "☒")


def chosen_in_form(element: etree._Element) -> str:
    """What a drop-down list or a check box shows, of which `element` is the beginning; empty for other fields."""
    form = element.find(f"{W}ffData")
    choices = form.find(f"{W}ddList") if form is not None else None
    if choices is not None:
        entries = [entry.get(f"{W}val") or "" for entry in choices.findall(f"{W}listEntry")]
        place = number(value(choices, "result") or value(choices, "default"), 0)
        return entries[place] if place < len(entries) else ""
    box = form.find(f"{W}checkBox") if form is not None else None
    if box is None:
        return ""
    states = (switched(box, name) for name in ("checked", "default"))
    return _BOXES[next((state for state in states if state is not None), False)]
