"""Repeats folded, and places in words."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from council.diagnostics import Bilingual, Finding
from council.location import Location

_TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls")


class Folded(Struct, frozen=True):
    """One rule met with the same values several times in one file: the first finding, and every place."""

    first: Finding
    places: tuple[Location, ...]


def fold(findings: tuple[Finding, ...]) -> tuple[Folded, ...]:
    """Fold the same rule with the same values in one file, in the order of the first ones."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for found in findings:
        groups.setdefault((found.rule.code, found.location.path, found.values), []).append(found)
    return tuple(Folded(same[0], tuple(found.location for found in same)) for same in groups.values())


def place_words(place: Location, language: str) -> str:
    """Return a place inside its file as Word and Excel name it: ``14行目・C列``, empty for the file as a whole."""
    japanese = language == "ja"
    return ("・" if japanese else ", ").join(part.in_language(language) for part in _parts(place))


def _parts(place: Location) -> Iterator[Bilingual]:
    row, column, letters = place.line, place.column, column_letters(place.column or 0)
    is_table = place.path.casefold().endswith(_TABLES)
    if place.sheet:
        yield Bilingual(f"シート「{place.sheet}」", f"sheet “{place.sheet}”")
    if place.paragraph:
        yield Bilingual(f"{place.paragraph}番目の段落", f"paragraph {place.paragraph}")
    if row:
        yield Bilingual(f"{row}行目", f"row {row}" if is_table else f"line {row}")
    if column:
        table, text = (
            Bilingual(f"{letters}列", f"column {letters}"),
            Bilingual(f"{column}文字目", f"character {column}"),
        )
        yield table if is_table else text


def column_letters(number: int) -> str:
    """Return the name Excel gives to the column of a number: A, Z, AA."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
