"""Numbers in the formats that Word counts paragraphs and notes in (ECMA-376 part 1, 17.18.59 ST_NumberFormat)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_KANJI = "〇一二三四五六七八九"
_LEGAL = "零壱弐参四伍六七八九"
_AIUEO = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_AIUEO_HALF = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ"
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
_IROHA_HALF = "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MAX_ROMAN = 4000
_LONGEST = 255


def counted(value: int, number_format: str) -> str | None:
    """Return ``value`` in a number format of Word; None for a format that is not known here."""
    if number_format in {"none", "bullet"}:
        return ""
    if value < 0:
        return None
    count = _FORMATS.get(number_format)
    return None if count is None else count(value)


def padded(value: int, pattern: str) -> str | None:
    """Return ``value`` in a custom format of Word 2010, which is its first members written out: ``001, 002, …``."""
    first = pattern.split(",", maxsplit=1)[0].strip()
    return str(value).zfill(len(first)) if first.isdecimal() and first.isascii() and len(first) < _LONGEST else None


def _kanji_count(value: int, digits: str, units: str, *, one_before_units: bool) -> str:
    """Return the everyday way of writing: 三十二, 百五 (or 参拾弐, 壱百五)."""
    if value == 0:
        return digits[0]
    if value >= 10**8:
        return str(value)
    high, low = divmod(value, 10**4)
    head = _kanji_count(high, digits, units, one_before_units=one_before_units) + units[3] if high else ""
    parts = [(low // 1000, units[2]), (low // 100 % 10, units[1]), (low // 10 % 10, units[0])]
    middle = "".join(
        ("" if count == 1 and not one_before_units else digits[count]) + unit for count, unit in parts if count
    )
    return head + middle + (digits[low % 10] if low % 10 else "")


def _digits(characters: str) -> Callable[[int], str]:
    return lambda value: "".join(characters[int(digit)] for digit in str(value))


def _cycle(characters: str) -> Callable[[int], str]:
    """Count through the characters and begin again, as Word does."""
    return lambda value: characters[(value - 1) % len(characters)] if value else ""


def _letters(value: int) -> str:
    """Count a … z, aa, bb … as Word does."""
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1) if 0 < value <= 26 * 30 else str(value)


def _roman(value: int) -> str:
    if not 0 < value < _MAX_ROMAN:
        return str(value)
    written = ""
    for worth, letters in _ROMAN:
        count, value = divmod(value, worth)
        written += letters * count
    return written


def _row(first: str, length: int) -> Callable[[int], str]:
    """Count along a row of Unicode (① …) and go on in plain digits after its end."""
    return lambda value: chr(ord(first) + value - 1) if 1 <= value <= length else str(value)


def _ordinal(value: int) -> str:
    teen = value % 100 in {11, 12, 13}
    return f"{value}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th')}"


def _sexagenary(value: int) -> str:
    return _cycle(_STEMS)(value) + _cycle(_BRANCHES)(value)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda value: f"{value:02d}",
    "decimalFullWidth": _digits("０１２３４５６７８９"),
    "decimalFullWidth2": _digits("０１２３４５６７８９"),
    "decimalEnclosedCircle": _row("①", 20),
    "decimalEnclosedParen": _row("⑴", 20),
    "decimalEnclosedFullstop": _row("⒈", 20),
    "ideographEnclosedCircle": _row("㈠", 10),  # Word draws these in parentheses, whatever their name says
    "japaneseCounting": lambda value: _kanji_count(value, _KANJI, "十百千万", one_before_units=False),
    "japaneseLegal": lambda value: _kanji_count(value, _LEGAL, "拾百阡萬", one_before_units=True),
    "japaneseDigitalTenThousand": _digits(_KANJI),
    "ideographDigital": _digits(_KANJI),
    "aiueo": _cycle(_AIUEO_HALF),
    "aiueoFullWidth": _cycle(_AIUEO),
    "iroha": _cycle(_IROHA_HALF),
    "irohaFullWidth": _cycle(_IROHA),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "lowerLetter": _letters,
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
    "ordinal": _ordinal,
    "numberInDash": lambda value: f"- {value} -",
}
