"""What is found in a workbook: hidden sheets and cells, results that are missing, words that nobody sees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from council.diagnostics import Finding, finding
from council.location import Location
from council.papers.office import Package
from council.papers.sheet_places import Range
from council.papers.sheet_unseen import name_of, read_looks, table_range, unseen_cells
from council.papers.xml_parts import parsed
from council.read.xlsx_file import read_xlsx
from council.rules import materials, workbook
from council.rules import papers as rules

_TOLD = 5  # cells that a finding names


def hidden_and_missing(data: bytes, name: str) -> list[Finding]:
    """Say in words for papers what the reader of workbooks found."""
    said = {
        workbook.HIDDEN_SHEET.code: (rules.HIDDEN_SHEET, ""),
        workbook.HIDDEN_ROWS.code: (rules.HIDDEN_CELLS, "rows"),
        workbook.HIDDEN_COLUMNS.code: (rules.HIDDEN_CELLS, "columns"),
        workbook.NOT_CALCULATED.code: (rules.NO_RESULT, ""),
        workbook.BOOK_DAMAGED.code: (materials.UNREADABLE, "part"),
        workbook.BOOK_TOO_LARGE.code: (materials.UNREADABLE, "part"),
    }
    found: list[Finding] = []
    for one in read_xlsx(data, name).findings:
        rule, value = said.get(one.rule.code, (None, ""))
        if rule is not None:
            words = "reason" if rule is materials.UNREADABLE else "cells"
            values = ((words, dict(one.values)[value]),) if value else ()
            found.append(Finding(rule, one.location, values))
    return found


def unseen(package: Package, sheets: Iterable[tuple[str, str, etree._Element]], name: str) -> Iterator[Finding]:
    """Say which cells have words that nobody sees (D322), the first of each sheet with its place.

    ``sheets`` are name, part and cleaned root of each sheet that is published.
    """
    main = next(package.target("", one) for one in package.relations("") if one.kind == "officeDocument")
    parts = {one.kind: package.target(main, one) for one in package.relations(main) if not one.external}
    styles, strings = (_root_of(package, parts.get(kind, "")) for kind in ("styles", "sharedStrings"))
    looks = read_looks(styles, strings)
    for title, part, root in sheets:
        places = unseen_cells(root, looks, _tables(package, part))
        if places:
            told = ", ".join(name_of(place) for place in places[:_TOLD]) + (" …" if len(places) > _TOLD else "")
            where = Location(name, line=places[0][0], column=places[0][1], sheet=title)
            yield finding(rules.UNSEEN_CELLS, where, cells=told)


def _tables(package: Package, sheet: str) -> list[Range]:
    parts = [package.target(sheet, one) for one in package.relations(sheet) if one.kind == "table"]
    return [table_range(root) for part in parts if (root := _root_of(package, part)) is not None]


def _root_of(package: Package, part: str) -> etree._Element | None:
    return parsed(package.contents[part], part) if part in package.contents else None
