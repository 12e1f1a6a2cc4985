"""A cell as a clerk writes its place: 14:3, 14行3列, 14:C, C14, Sheet1!C14."""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct

from council.text.patterns import regex

_LINE, _LETTERS = r"(?P<line>[0-9]{1,7})", r"(?P<letters>[A-Z]{1,3})"
_COLUMN = rf"(?:(?P<column>[0-9]{{1,5}})|{_LETTERS})"
_FORMS = tuple(
    regex(form, re.IGNORECASE)
    for form in (
        rf"{_LINE}:{_COLUMN}",
        rf"第?{_LINE}行目?[の,:、]?第?{_COLUMN}列目?",
        rf"{_LETTERS}列目?[の,:、]?{_LINE}行目?",
        rf"\$?{_LETTERS}\$?{_LINE}",
        r"R(?P<line>[0-9]{1,7})C(?P<column>[0-9]{1,5})",
    )
)
_SHEET = regex(r"^(?:'(?P<quoted>[^']+)'|\[(?P<bracketed>[^\]]+)\]|(?P<plain>[^!']+))!?(?<=[!\]])")
_ALPHABET = 26


class CellPlace(Struct, frozen=True):
    """A cell, both from 1; ``sheet`` empty where the place names none."""

    line: int
    column: int
    sheet: str = ""


def cell_place(written: str) -> CellPlace | None:
    """Return the cell that a place names, None if it is words."""
    plain = unicodedata.normalize("NFKC", written).strip()
    named = _SHEET.match(plain)
    sheet = next((name for name in named.groups() if name), "") if named else ""
    squeezed = "".join((plain[named.end() :] if named else plain).split()).removeprefix(":")
    match = next((found for form in _FORMS if (found := form.fullmatch(squeezed))), None)
    if match is None:
        return None
    parts = match.groupdict()
    column = int(parts["column"]) if parts.get("column") else _column(parts["letters"])
    return CellPlace(int(parts["line"]), column, sheet) if int(parts["line"]) and column else None


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * _ALPHABET + ord(letter) - ord("A") + 1
    return number
