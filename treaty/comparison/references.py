"""References that point nowhere in their own text, to the preceding paragraph, and to lettered annexes (CHECKS C34, C36)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from treaty.comparison.pair import Pair, Side
from treaty.model import Bilingual, Clause, Finding, Language, Place, Span, TreatyText
from treaty.reading.numbering import SYLLABLES, counted

_LEAST_UNITS = 3
"""A text with fewer articles or paragraphs may be an excerpt; nothing is said of its references."""
_INSTRUMENT = (
    "Convention|Charter|Agreement|Covenant|Protocol|Treaty|Statute|Constitution|Act|Law|Code|Regulations?|Rules?|Memorandum"
    "|Declaration|Resolution|Arrangement|Annex|Appendix|Schedule|Directive|Contract|Articles"
)
_ENGLISH_ARTICLE = re.compile(r"\bArticles?\s+(?P<n>\d{1,3}|[IVXLC]+)\b(?![.(]?\d)(?!\.\d)")
_KOREAN_ARTICLE = re.compile(r"제\s?(?P<n>\d{1,3})\s?조(?!의\s?\d)(?![가-힣]{2,}\s?법)")
_ENGLISH_PARAGRAPH = re.compile(r"\b[Pp]aragraphs?\s+(?P<n>\d{1,2})\b(?![.(]?\d)(?! ?(?:,|and|or|to|of (?!this|the present)))")
_KOREAN_PARAGRAPH = re.compile(r"(?<![조호목장절\d])(?<!조 )제\s?(?P<n>\d{1,2})\s?항(?=[의에은는을를과와,및 ])")
_OTHER_ENGLISH = re.compile(
    rf"\b(?:of|to|under|in) (?!this\b|the present\b|the said\b)(?:the |that |its |their )?[^.;]*?\b(?:{_INSTRUMENT})\b"
)
_OTHER_KOREAN = re.compile(
    r"(?P<own>(?:이|본|동|당해)\s?)?(?:협약|협정|헌장|규약|의정서|조약|법|법률|헌법|규정|규칙|결의|선언|합의서|각서|부속서|지침|령|규범|약정|강령|계약|조례)"
    r"(?:\([^()]*\)|（[^（）]*）)?[」』”\"’>〉》)]*\s?(?:의\s?)?(?:(?:부속서|제\s?\d+\s?[조항장호편절부])[^.]*)?$"
)
_PRECEDING = {
    Language.KOREAN: re.compile(r"(?<![가-힣])(?:전항|앞\s?항|앞의 항)(?=[의에은는을를과와 ])"),
    Language.ENGLISH: re.compile(r"\b(?:the )?(?:immediately )?preceding paragraph\b(?! \d)", re.IGNORECASE),
}
_NUMBERED = {Language.KOREAN: _KOREAN_PARAGRAPH, Language.ENGLISH: re.compile(r"\b[Pp]aragraph\s+(?P<n>\d{1,2})\b")}
_ANNEX = {
    Language.KOREAN: re.compile(
        rf"(?<![가-힣])(?:부속서|부록|별첨)\s?(?P<n>[A-Z]|[{SYLLABLES[:14]}])(?=[의에와과및은는을를,.)\s]|$)"
    ),
    Language.ENGLISH: re.compile(r"\b(?:Annex|Appendix)\s+(?P<n>[A-HJ-UWYZ])\b"),
}
_COUNTED_SCHEMES = frozenset({"1.", "1/", "clause", "①", "1)", "(1)"})


@dataclass(frozen=True, slots=True)
class _Make:
    """How many articles a text has, and how many numbered paragraphs outside of articles; 0 where they are no full sequence."""

    articles: int
    paragraphs: int


def find_lost_references(pair: Pair) -> Iterator[Finding]:
    """Findings on the clauses of either text that a link holds."""
    for side in pair.sides:
        for clause in side.clauses:
            yield from _pointing_nowhere(pair, side, clause, pair.of_text(side, _make))
    if not pair.link.one_sided and pair.left.language is not pair.right.language:
        yield from _contradictions(pair, _annexes)
        if any(_PRECEDING[side.language].search(clause.text) for side in pair.sides for clause in side.clauses):
            yield from _contradictions(pair, _preceding_or_numbered)


def _make(text: TreatyText) -> _Make:
    labels = [clause.label for clause in text.clauses if clause.label]
    articles = [counted(label.number, label.scheme) for label in labels if label.scheme == "article" and label.number.isdigit()]
    top = [
        counted(clause.label.number, clause.label.scheme)
        for clause in text.clauses
        if clause.label and clause.level == 0 and clause.label.scheme in _COUNTED_SCHEMES
    ]
    return _Make(_length(articles), 0 if articles else _length(top))


def _length(numbers: Sequence[int]) -> int:
    """The last number of a sequence that begins with 1 and leaves nothing out; 0 for anything else."""
    whole = len(numbers) >= _LEAST_UNITS and sorted(numbers) == list(range(1, len(numbers) + 1))
    return len(numbers) if whole else 0


def _pointing_nowhere(pair: Pair, side: Side, clause: Clause, make: _Make) -> Iterator[Finding]:
    korean = side.language is Language.KOREAN
    wanted = (_KOREAN_ARTICLE, _KOREAN_PARAGRAPH) if korean else (_ENGLISH_ARTICLE, _ENGLISH_PARAGRAPH)
    for pattern, last in zip(wanted, (make.articles, make.paragraphs), strict=True):
        for match in pattern.finditer(clause.text) if last else ():
            number = counted(match["n"], "article")
            if number > last and not _of_another(clause.text, match, korean=korean):
                yield pair.finding_on(side, _place(side, clause, match), "reference_nowhere")


def _of_another(text: str, match: re.Match[str], *, korean: bool) -> bool:
    """Whether a reference is to another instrument than the text itself."""
    if not korean:
        return bool(_OTHER_ENGLISH.match(text, match.end() + 1) or _OTHER_ENGLISH.search(text[match.end() :].split(". ")[0]))
    before = _OTHER_KOREAN.search(text[: match.start()].split("다. ")[-1])
    return before is not None and before["own"] is None


def _contradictions(pair: Pair, read: Callable[[Side], list[tuple[int, Place]]]) -> Iterator[Finding]:
    """References of one kind that both sides make once each, and that count differently."""
    left, right = read(pair.left), read(pair.right)
    if len(left) == len(right) == 1 and left[0][0] != right[0][0]:
        yield pair.finding("reference", left=left[0][1], right=right[0][1], confidence=0.9)


def _preceding_or_numbered(side: Side) -> list[tuple[int, Place]]:
    """The paragraphs that a side refers to, if one of them is "the preceding paragraph": counted from the clause's number."""
    found = []
    for clause in side.clauses:
        if clause.label is None or clause.label.scheme not in _COUNTED_SCHEMES:
            continue
        before = counted(clause.label.number, clause.label.scheme) - 1
        found += [(before, _place(side, clause, match)) for match in _PRECEDING[side.language].finditer(clause.text)]
        found += [(int(match["n"]), _place(side, clause, match)) for match in _NUMBERED[side.language].finditer(clause.text)]
    return found


def _annexes(side: Side) -> list[tuple[int, Place]]:
    return [
        (_annex_number(match["n"]), _place(side, clause, match))
        for clause in side.clauses
        for match in _ANNEX[side.language].finditer(clause.text)
    ]


def _annex_number(letter: str) -> int:
    return SYLLABLES.index(letter) + 1 if letter in SYLLABLES else ord(letter) - ord("A") + 1


def _place(side: Side, clause: Clause, match: re.Match[str]) -> Place:
    return side.place(clause, Span(*match.span()), Bilingual(match.group(), match.group()))
