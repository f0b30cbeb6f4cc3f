"""Numbers as Word prints them in its number formats (ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_CHINESE = "〇一二三四五六七八九"
_LEGAL_CHINESE = "零壹貳參四五六七八九"
_KOREAN = "영일이삼사오육칠팔구"
_NATIVE_ONES = ("", "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉")
_NATIVE_TENS = ("", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔")
_CARDINALS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
).split()
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()


def printed(count: int, number_format: str) -> str:
    """`count` in a number format; in decimal digits where the format is unknown or does not reach so far."""
    return _FORMATS.get(number_format, str)(count)


def _roman(count: int) -> str:
    letters = ""
    for worth, letter in _ROMAN:
        letters += letter * (count // worth)
        count %= worth
    return letters


def _letters(count: int) -> str:
    """a … z, aa … zz: Word repeats the letter, it does not go on with "ab"."""
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1) if count else ""


def _in_turn(signs: str) -> Callable[[int], str]:
    """A row of signs that begins anew when it is used up."""
    return lambda count: signs[(count - 1) % len(signs)] if count else ""


def _up_to(signs: str) -> Callable[[int], str]:
    """A row of signs after which decimal digits follow."""
    return lambda count: signs[count - 1] if 0 < count <= len(signs) else str(count)


def _digits(signs: str) -> Callable[[int], str]:
    """Each decimal digit as a sign of its own: 10 is 일영."""
    return lambda count: "".join(signs[int(digit)] for digit in str(count))


def _counting(signs: str, places: str) -> Callable[[int], str]:
    """Digits with the names of their places: 12 is 십이, 20 is 이십."""

    def spelled(count: int) -> str:
        words = ""
        for place, digit in zip(range(len(str(count)) - 1, -1, -1), str(count), strict=True):
            if digit != "0":
                words += ("" if digit == "1" and place else signs[int(digit)]) + (places[place - 1] if place else "")
        return words or signs[0]

    return spelled


def _native_korean(count: int) -> str:
    return _NATIVE_TENS[count // 10] + _NATIVE_ONES[count % 10] if 0 < count < 100 else str(count)


def _ordinal(count: int) -> str:
    ending = "th" if count % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{ending}"


def _worded(words: list[str]) -> Callable[[int], str]:
    return lambda count: words[count].capitalize() if count < len(words) else str(count)


def _chicago(count: int) -> str:
    return "*†‡§"[(count - 1) % 4] * ((count - 1) // 4 + 1) if count else ""


def _run(first: str, length: int) -> str:
    """So many signs as follow one another in Unicode."""
    return "".join(chr(ord(first) + place) for place in range(length))


_FORMATS: dict[str, Callable[[int], str]] = {
    "none": lambda count: "",
    "decimalZero": lambda count: f"{count:02}",
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "ordinal": _ordinal,
    "cardinalText": _worded(_CARDINALS),
    "ordinalText": _worded(_ORDINALS),
    "hex": lambda count: f"{count:X}",
    "chicago": _chicago,
    "numberInDash": lambda count: f"- {count} -",
    "decimalFullWidth": _digits("０１２３４５６７８９"),
    "decimalFullWidth2": _digits("０１２３４５６７８９"),
    "decimalEnclosedCircle": _up_to(_run("①", 20)),
    "decimalEnclosedCircleChinese": _up_to(_run("①", 20)),
    "decimalEnclosedParen": _up_to(_run("⑴", 20)),
    "decimalEnclosedFullstop": _up_to(_run("⒈", 20)),
    "ideographEnclosedCircle": _up_to(_run("㊀", 10)),
    "ganada": _in_turn("가나다라마바사아자차카타파하"),
    "chosung": _in_turn("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"),
    "koreanDigital": _digits(_KOREAN),
    "koreanDigital2": _digits("零" + _CHINESE[1:]),
    "koreanCounting": _counting(_KOREAN, "십백천만"),
    "koreanLegal": _native_korean,
    "ideographDigital": _digits(_CHINESE),
    "japaneseDigitalTenThousand": _digits(_CHINESE),
    "taiwaneseDigital": _digits("○" + _CHINESE[1:]),
    "japaneseCounting": _counting(_CHINESE, "十百千万"),
    "chineseCounting": _counting(_CHINESE, "十百千万"),
    "chineseCountingThousand": _counting(_CHINESE, "十百千万"),
    "taiwaneseCounting": _counting(_CHINESE, "十百千萬"),
    "taiwaneseCountingThousand": _counting(_CHINESE, "十百千萬"),
    "ideographLegalTraditional": _counting(_LEGAL_CHINESE, "拾佰仟萬"),
    "ideographTraditional": _up_to("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _up_to("子丑寅卯辰巳午未申酉戌亥"),
}
