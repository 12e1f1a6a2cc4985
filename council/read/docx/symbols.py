"""Characters of symbol fonts: the place in the font, not the letter, says what is printed."""

from __future__ import annotations

import sys
import unicodedata

_PRIVATE = 0xF000  # Word stores a place in a symbol font as U+F000 + place
_FIRST, _LAST = 0x20, 0xFF
_NO_CHARACTER = {"Cc", "Cn", "Co", "Cs"}  # control, unassigned, private, half of a pair


def _table(text: str) -> dict[int, str]:
    """Read lines of ``place characters…``: consecutive places from the first; ``~`` leaves one out."""
    table: dict[int, str] = {}
    for line in text.split("\n"):
        start, _, characters = line.strip().partition(" ")
        table |= {int(start, 16) + step: one for step, one in enumerate(characters) if one != "~"}
    return table | {0x20: " "}


_SYMBOL = _table("""21 !∀#∃%&∋()∗+,−./0123456789:;<=>?
40 ≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_
61 αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼
A0 €ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…
C0 ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓
E0 ◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪
F1 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭""")  # noqa: RUF001 - look-alikes of letters are what the font holds

_WINGDINGS = _table("""22 ✂✁
28 ☎✆✉
36 ⌛⌨
41 ✌
45 ☜☞☝☟
4A ☺
4C ☹
4E ☠⚐
51 ✈☼
54 ❄
56 ✞
58 ✠✡☪☯ॐ☸♈♉♊♋♌♍♎♏♐♑♒♓
6C ●❍■□
71 ❑❒⬧⧫◆❖⬥⌧
7A ⌘
7D ❝❞
80 ⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿
9E ·•
A1 ○
A4 ◉◎
A7 ▪◻
AA ✦★✶✴✹✵
B5 ✪✰
D5 ⌫⌦
D8 ➢
DC ➲
DF ←→↑↓
E8 ➔
EF ⇦⇨⇧⇩⬄⇳
FB ✗✓☒☑""")

_WINGDINGS_2 = _table("""4F ✗✓☒☑
A3 □""")

_FONTS = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": {0x20: " "},
    "webdings": {0x20: " "},
}
GETA = "〓"  # what printers set for a letter they do not have


def is_symbol_font(font: str | None) -> bool:
    """Return whether the font's letters are pictures."""
    return font is not None and font.lower() in _FONTS


def symbol(font: str, code: int) -> str | None:
    """Return the character at a place of a font; None if it is not known.

    In a font that is no symbol font the code is the character, unless it is a private one.
    """
    place = code - _PRIVATE if _PRIVATE <= code <= _PRIVATE + _LAST else code
    if is_symbol_font(font):
        return _FONTS[font.lower()].get(place)
    printable = _FIRST <= code <= sys.maxunicode and unicodedata.category(chr(code)) not in _NO_CHARACTER
    return chr(code) if printable else None


def in_symbol_font(font: str, text: str) -> tuple[str, list[int]]:
    """Return ``text`` as a symbol font prints it, `GETA` for what is not known, and the codes of those."""
    printed, unknown = "", []
    for character in text:
        code = ord(character)
        inside = _FIRST <= code <= _LAST or _PRIVATE + _FIRST <= code <= _PRIVATE + _LAST
        found = symbol(font, code) if inside else character
        if found is None:
            unknown.append(code)
        printed += GETA if found is None else found
    return printed, unknown
