"""Texts as they are searched: without the differences that a reader does not see or a keyboard does not have."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from treaty.model import Span

_SAME = str.maketrans(
    dict.fromkeys("‘’‚‛′´`＇", "'")
    | dict.fromkeys("“”„‟″「」『』«»＂", '"')
    | dict.fromkeys("‐‑‒–—―−﹣－", "-")
    | dict.fromkeys("·ㆍ‧∙•・", "·")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff")
)
_UNLIKE = re.compile("[" + "".join(re.escape(chr(code)) for code in _SAME) + "]")
_BLANKS = re.compile(r"\s+")
_CLUSTER = re.compile(r"\s+|.[\u0300-\u036f\u1160-\u11ff]*", re.DOTALL)
"""What is folded together: a run of blanks, or a character with the marks and letters that Unicode joins to it."""


def folded(text: str) -> str:
    """A text in one case, with plain quotation marks, dashes and blanks, and full-width letters made narrow."""
    plain = unicodedata.normalize("NFKC", _alike(text)).casefold()
    return _BLANKS.sub(" ", _alike(plain))


def _alike(text: str) -> str:
    """A text with one sign for each kind of quotation mark and dash. Most have none: looking is quicker than writing."""
    return text.translate(_SAME) if _UNLIKE.search(text) else text


def spans_of(wanted: str, text: str) -> list[Span]:
    """Where words that were folded already occur in a text as it was written; occurrences do not overlap."""
    pieces = [(match.start(), folded(match.group())) for match in _CLUSTER.finditer(text)]
    starts = [start for start, piece in pieces for _ in piece] + [len(text)]
    ends = [after for (_, piece), (after, _) in pairwise([*pieces, (len(text), "")]) for _ in piece]
    whole = "".join(piece for _, piece in pieces)
    return [Span(starts[match.start()], ends[match.end() - 1]) for match in re.finditer(re.escape(wanted), whole) if wanted]
