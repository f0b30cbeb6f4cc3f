"""Scripts in files of Hancom Office. Nearly every file carries the same empty ones; those that do something are counted."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"//[^\r\n\u2028\u2029]*|/\*.*?(?:\*/|\Z)", re.S)
_EMPTY_FUNCTION = re.compile(r"\bfunction\s+\w+\s*\([\w\s,]*\)\s*\{\s*\}")
_USUAL_NAME = re.compile(r"\bvar\s+(?:Documents\s*=\s*XHwpDocuments|Document\s*=\s*Documents\.Active_XHwpDocument)\s*;")


def does_something(script: str) -> bool:
    """Whether a script says more than comments, functions without a statement, and the names that every script is given."""
    for idle in (_COMMENT, _EMPTY_FUNCTION, _USUAL_NAME):
        script = idle.sub(" ", script)
    return bool(script.strip("\ufeff\0 \t\r\n;"))
