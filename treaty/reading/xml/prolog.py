"""What may stand in front of the root element of an XML file, as a part of a pattern."""

from __future__ import annotations

PROLOG = r"(?>(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)*)"
"""For patterns with re.S. Its group is atomic: many comments would else be split in all possible ways, which takes for ever."""
