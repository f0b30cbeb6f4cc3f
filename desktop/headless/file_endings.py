"""The endings of file names, for dialogs and hints. What a file is, its content says, never its name."""

from __future__ import annotations

READABLE = ("hwp", "hwpx", "docx", "pdf", "html", "htm", "xml", "txt")
REVIEW = "daejo"
EXPORTS = ("docx", "pdf", "xlsx", "html", "tmx", "md", "json")
