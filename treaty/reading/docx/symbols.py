"""Characters of Word's symbol fonts, which have places of their own instead of Unicode's."""

from __future__ import annotations

_SYMBOL = dict(
    zip(
        "\"$'*-@ABCDEFGHIJKLMNOPQRSTUVWXYZ\\^`abcdefghijklmnopqrstuvwxyz~",
        "∀∃∋∗−≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ∴⊥‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ∼",
        strict=True,
    )
)
_SYMBOL_HIGH = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\uf0f0〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
"""The upper half of Symbol, from 0xA0 on."""
_WINGDINGS = {
    0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖", 0x77: "◆",
    0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x45: "☜", 0x46: "☞", 0x47: "☝", 0x48: "☟", 0x4A: "☺", 0x4C: "☹", 0x70: "◻", 0xA1: "○",
    0xA4: "◉", 0xA5: "◎", 0xAB: "★", 0xE3: "↖", 0xE4: "↗", 0xE5: "↙", 0xE6: "↘", 0xEF: "⇦", 0xF1: "⇧", 0xF2: "⇩",
    0x80: "⓪", 0x8B: "⓿", 0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢",
    0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    **{0x81 + place: chr(ord("①") + place) for place in range(10)},
    **{0x8C + place: chr(ord("❶") + place) for place in range(10)},
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐",
    0x69: "⓪",
    **{0x6A + place: chr(ord("①") + place) for place in range(10)},
    **{0x75 + place: chr(ord("❶") + place) for place in range(10)},
}  # fmt: skip


def is_private(character: str) -> bool:
    """Whether a character has no meaning but what a font gives it (Unicode's private use area)."""
    return "\ue000" <= character <= "\uf8ff"


def in_font(text: str, font: str) -> str:
    """A text with the characters that a symbol font has in its places of the private use area."""
    return "".join(symbol(font, f"{ord(character):04X}") if is_private(character) else character for character in text)


def symbol(font: str, code: str) -> str:
    """The character at a place (four hexadecimal digits) of a font; one that is not known keeps its private place."""
    try:
        place = int(code, 16)
    except ValueError:
        return ""
    if not 0 < place <= 0xFFFF or 0xD800 <= place <= 0xDFFF:
        return ""
    low = place - 0xF000 if 0xF000 <= place <= 0xF0FF else place
    if font == "Symbol":
        return _in_symbol(low) or chr(place)
    signs = {"Wingdings": _WINGDINGS, "Wingdings 2": _WINGDINGS_2}.get(font, {})
    return signs.get(low, chr(place))


def _in_symbol(low: int) -> str:
    if 0xA0 <= low < 0xA0 + len(_SYMBOL_HIGH):
        return _SYMBOL_HIGH[low - 0xA0]
    # Digits and the signs that are not listed are those of ASCII.
    return _SYMBOL.get(chr(low), chr(low)) if 0x20 <= low < 0x7F else ""
