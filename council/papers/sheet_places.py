"""Where the cells of a sheet lie."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from openpyxl.utils.cell import coordinate_to_tuple

Range = tuple[int, int, int, int]
"""Left, top, right and bottom, from 1."""


def cells(root: etree._Element) -> Iterator[tuple[tuple[int, int], etree._Element]]:
    """Yield row and column (from 1) of every cell; those without a reference follow the one before."""
    number = 0
    for row in root.iterfind("{*}sheetData/{*}row"):
        number = int(row.get("r") or number + 1)
        column = 0
        for cell in list(row.iterfind("{*}c")):
            reference = cell.get("r")
            place = coordinate_to_tuple(reference) if reference else (number, column + 1)
            column = place[1]
            yield place, cell


def lies_in(place: tuple[int, int], area: Range) -> bool:
    """Say whether a cell lies in a range."""
    row, column = place
    left, top, right, bottom = area
    return top <= row <= bottom and left <= column <= right
