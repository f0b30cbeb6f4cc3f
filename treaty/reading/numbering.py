"""The numbers that clauses begin with: 제3조, Article 5.1, 3/, ①, 가., (a), (i), ㅇ, •, and what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from treaty.model import Label

CIRCLED = {chr(first + n): str(n + 1) for first in (0x2460, 0x2474) for n in range(20)}
"""①, ② … and ⑴, ⑵ … with the numbers they enclose."""
SYLLABLES = "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호"
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_UNICODE_ROMAN = {chr(0x2160 + n): str(n + 1) for n in range(12)}
_ENGLISH_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen twenty"
).split()


class Rank(Enum):
    """Where a numbering scheme can stand. Division and article schemes have a fixed place above all others."""

    DIVISION = 0
    ARTICLE = 1
    FREE = 2
    BULLET = 3


@dataclass(frozen=True, slots=True)
class Scheme:
    """One way of numbering: its name, rank, and the label's shape at the beginning of a line.

    The group "n" is the number; `heads` says that what follows on the line can be a heading in brackets or after a dash;
    `unsure` that the label is believed only where it starts or continues a sequence: "A. Smith", "1.5 트랙".
    """

    name: str
    rank: Rank
    shape: re.Pattern[str]
    heads: bool = False
    unsure: bool = False


def _scheme(name: str, rank: Rank, shape: str, heads: bool = False, unsure: bool = False, flags: int = 0) -> Scheme:
    return Scheme(name, rank, re.compile(shape, flags), heads, unsure)


_ENDS = r"(?=$|[\s(\[【:：.,-])"
_NUMBER_WORD = "|".join(_ENGLISH_NUMBERS)
_BULLETS = "ㅇ○◯●◦•‣▲△▶►▷▪■□◆◇❍❑❚☞＊"

SCHEMES: tuple[Scheme, ...] = (
    _scheme("part", Rank.DIVISION, rf"제\s*(?P<n>\d+|[IVXⅠ-Ⅻ]+)\s*(?:편|부){_ENDS}", heads=True),
    _scheme("chapter", Rank.DIVISION, rf"제\s*(?P<n>\d+|[IVXⅠ-Ⅻ]+)\s*장{_ENDS}", heads=True),
    _scheme("section", Rank.DIVISION, rf"제\s*(?P<n>\d+)\s*(?:절|관){_ENDS}", heads=True),
    _scheme("part", Rank.DIVISION, rf"part\s+(?P<n>\d+|[ivx]+|[a-h]|{_NUMBER_WORD})\b", heads=True, flags=re.I),
    _scheme("chapter", Rank.DIVISION, rf"chapter\s+(?P<n>\d+|[ivx]+|[a-h]|{_NUMBER_WORD})\b", heads=True, flags=re.I),
    _scheme(
        "annex",
        Rank.DIVISION,
        r"[\[【〔<]?\s?(?:부속서|별표|별지|부록)\s*제?\s*(?P<n>\d+(?:-(?:\d{1,2}|[가-하]|[A-Z]))?|[가-하]|[A-Z]|[IVXⅠ-Ⅻ]+|)"
        r"(?:호(?:\s?서식)?)?\s?[\]】〕>]?(?=$|[\s(\[【:.])",
        heads=True,
    ),
    _scheme(
        "annex",
        Rank.DIVISION,
        r"(?:annex|appendix|schedule)(?:\s+(?P<n>\d+(?:-[a-z\d]{1,2})?|[a-z](?:-\d{1,2})?|[ivx]+)\b)?(?=$|\s*[(:.–-]|\s+[A-Z])",
        heads=True,
        flags=re.I,
    ),
    _scheme("article", Rank.ARTICLE, rf"제\s*(?P<n>\d+(?:\.\d+)?)\s*조(?:의\s*(?P<sub>\d+))?{_ENDS}", heads=True),
    _scheme("article", Rank.ARTICLE, r"(?P<n>\d{1,3})조(?=$|\s*[-–—]\s|\s*[(\[【])", heads=True),
    _scheme(
        "article",
        Rank.ARTICLE,
        r"(?:article|art\.)\s+(?P<n>\d+(?:\.\d+)?(?:\s?bis)?|[ivxlc]+)\b(?!\()(?=$|[\s:.(\[–-])",
        heads=True,
        flags=re.I,
    ),
    _scheme("section", Rank.ARTICLE, r"section\s+(?P<n>\d+(?:\.\d+)?|[ivx]+)\b(?=$|[\s:.(\[–-])", heads=True, flags=re.I),
    _scheme("clause", Rank.ARTICLE, rf"제\s*(?P<n>\d+)\s*항{_ENDS}", heads=True),
    _scheme("clause", Rank.ARTICLE, r"paragraph\s+(?P<n>\d+)\b(?=$|[\s:.(\[–-])", heads=True, flags=re.I),
    _scheme("①", Rank.FREE, r"(?P<n>[①-⑳⑴-⒇])"),
    _scheme("1.1", Rank.FREE, r"(?P<n>\d{1,2}(?:\.\d{1,2}){1,3})\.?(?=\s+[A-Z가-힣\"“「(])", unsure=True),
    _scheme("1/", Rank.FREE, r"(?P<n>\d{1,3})\s?/(?=\s|$|[가-힣A-Za-z])"),
    _scheme("1.", Rank.FREE, r"(?P<n>\d{1,3})\s?\.(?=\.?(?:$|\s+(?!\d{1,2}\.)|[가-힣A-Za-z「『\"“‘'<(]))"),
    _scheme("1)", Rank.FREE, r"(?P<n>\d{1,3})\s?\)(?=$|\s|[가-힣A-Za-z])"),
    _scheme("(1)", Rank.FREE, r"\(\s?(?P<n>\d{1,3})\s?\)(?=$|\s|[가-힣A-Za-z])"),
    _scheme("가.", Rank.FREE, rf"(?P<n>[{SYLLABLES}])\.(?=\s|$)"),
    _scheme("가)", Rank.FREE, rf"(?P<n>[{SYLLABLES}])\)(?=\s|$|[가-힣])"),
    _scheme("(가)", Rank.FREE, rf"\((?P<n>[{SYLLABLES}])\)(?=\s|$|[가-힣])"),
    _scheme("I.", Rank.FREE, r"(?P<n>[IVX]{2,6}|[Ⅰ-Ⅻ]|I(?=\.\s)|V(?=\.\s)|X(?=\.\s))\.?(?=\s|$)", unsure=True),
    _scheme("(i)", Rank.FREE, r"\((?P<n>[ivx]{1,6})\)(?=\s|$|[가-힣A-Za-z\"“])"),
    _scheme("(a)", Rank.FREE, r"\((?P<n>[a-z]{1,2})\)(?=\s|$|[가-힣A-Za-z\"“])"),
    _scheme("(A)", Rank.FREE, r"\((?P<n>[A-Z])\)(?=\s|$|[가-힣A-Za-z\"“])"),
    _scheme("i.", Rank.FREE, r"(?P<n>[ivx]{1,6})[.)](?=\s|$)", unsure=True),
    _scheme("a.", Rank.FREE, r"(?P<n>[a-z])[.)](?=\s|$)", unsure=True),
    _scheme("A.", Rank.FREE, r"(?P<n>[A-Z])[.)](?=\s|$)", unsure=True),
    _scheme("note", Rank.BULLET, r"(?:각주|주석|footnote)\s*(?P<n>\d+)\s*[.:)]?(?=\s|$)", flags=re.I),
    _scheme("bullet", Rank.BULLET, rf"(?P<n>)(?:[{_BULLETS}]|[-–—*·](?=\s)|o(?=\s+[가-힣]))"),
)

UNSPACED = _scheme("1.", Rank.FREE, r"(?P<n>\d{1,3})\.(?=\d{1,3}[가-힣])", unsure=True)
"""A number that a figure follows, "8.6명의 위원": believed in texts that print no blank behind their numbers."""

_AMBIGUOUS = {"(i)": "(a)", "i.": "a.", "I.": "A."}
"""Schemes of Roman numbers with the scheme of letters that a one-letter number may belong to."""
_CITES = re.compile(r"\s+(?:및|또는|내지|와|과|에|의)\s|\s*,|\s*제\s*\d|\s*(?:and|or|to|of|through)\b|\s+[a-z]")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A label at the beginning of a line: the scheme, what it counts, and the offset where the words after it begin."""

    scheme: Scheme
    label: Label
    value: int
    end: int


def label_readings(line: str, schemes: Sequence[Scheme] = SCHEMES) -> Iterator[Numbered]:
    """The ways to read a label at the beginning of a line, likeliest first; none where the line has no label."""
    for scheme in schemes:
        match = scheme.shape.match(line)
        if match is None or (scheme.heads and _CITES.match(line, match.end())):
            continue
        number = match.group("n") or ""
        if sub := match.groupdict().get("sub"):
            number += f"-{sub}"
        yield Numbered(scheme, Label(match.group(), number, scheme.name), counted(number, scheme.name), match.end())


def counted(number: str, scheme: str) -> int:
    """The place of a number in its scheme's sequence, counting from 1; 0 for bullets and what does not count."""
    if number in CIRCLED:
        return int(CIRCLED[number])
    if number in _UNICODE_ROMAN:
        return int(_UNICODE_ROMAN[number])
    if leading := re.match(r"(?:\d+\.)*(\d+)", number):
        return int(leading.group(1))
    if number in SYLLABLES and number:
        return SYLLABLES.index(number) + 1
    if number.lower() in _ENGLISH_NUMBERS:
        return _ENGLISH_NUMBERS.index(number.lower()) + 1
    return _counted_letters(number.lower(), scheme)


def _counted_letters(number: str, scheme: str) -> int:
    romans = scheme in ("(i)", "i.", "I.", "article", "part", "chapter", "section", "annex")
    if romans and number and set(number) <= _ROMAN_VALUES.keys():
        return _roman(number)
    return ord(number[0]) - ord("a") + 1 + 26 * (len(number) - 1) if number.isascii() and number.isalpha() else 0


def _roman(number: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in number]
    return sum(-value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True))


def letter_twin(scheme: str) -> str | None:
    """The scheme of letters for which a scheme of Roman numbers can be mistaken: "(i)" after "(h)" is a letter."""
    return _AMBIGUOUS.get(scheme)
