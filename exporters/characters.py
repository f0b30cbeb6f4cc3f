"""Characters that a format cannot hold, made visible."""

from __future__ import annotations

import re

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def code_point(character: str) -> str:
    """A character by its number, for where it cannot be shown itself."""
    return f"[U+{ord(character):04X}]"


def xml_text(text: str) -> str:
    """The text with every character that XML forbids replaced by its number."""
    return _NOT_IN_XML.sub(lambda found: code_point(found.group()), text)
