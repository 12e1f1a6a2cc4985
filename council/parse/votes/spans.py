"""Places in words: the rows 3, 5–9 and the columns C, F that a finding speaks of."""

from __future__ import annotations

from collections.abc import Iterable

from council.location import Location


def shown_places(places: Iterable[Location]) -> str:
    """Return rows (3, 5–9), or columns (C, F) where the bills of a transposed table stand in one row."""
    found = list(places)
    if found and all(place.column for place in found):
        return ", ".join(column_letters(place.column or 1) for place in found)
    return ", ".join(_spans(sorted({place.line for place in found if place.line})))


def _spans(numbers: list[int]) -> Iterable[str]:
    first = last = numbers[0] if numbers else 0
    for number in [*numbers[1:], -1]:
        if number == last + 1:
            last = number
            continue
        if first:
            yield str(first) if first == last else f"{first}–{last}"
        first = last = number


def column_letters(column: int) -> str:
    """Return a column's letters as Excel shows them: 28 → AB."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
