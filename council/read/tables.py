"""A table file, CSV or Excel workbook, to grids of text."""

from __future__ import annotations

import pathlib

from council.diagnostics import Outcome, finding
from council.location import Location
from council.read.csv_file import place_after, read_csv
from council.read.documents import Grid
from council.read.encoding import decode, looks_damaged
from council.read.signatures import Content, content_of
from council.read.whole_file import read_bytes
from council.rules import files, workbook

__all__ = ["TABLE_SUFFIXES", "looks_damaged", "read_tables"]

# Read; then those that hold tables but must be saved in another form first, which the reader says.
TABLE_SUFFIXES = (".csv", ".xlsx")
FOREIGN_TABLE_SUFFIXES = {
    ".xls": Content.OLD_EXCEL.value,
    ".xlsm": "Excel (.xlsm)",
    ".xlsb": "Excel (.xlsb)",
    ".ods": "OpenDocument (.ods)",
    ".numbers": "Numbers",
    ".tsv": "TSV",
}


def read_tables(path: pathlib.Path, name: str) -> Outcome[tuple[Grid, ...]]:
    """Read a table file: one grid of a CSV file, one for each visible sheet of a workbook that holds anything.

    ``name`` is its path in the project with ``/``. Nothing is resolved: every cell is text. Findings: R101-R112,
    R123 (files and CSV), R401-R409 (workbooks); a refused file has no grids.
    """
    suffix = path.suffix.casefold()
    if suffix in FOREIGN_TABLE_SUFFIXES:
        return Outcome((), (finding(workbook.BOOK_OLD, Location(name), kind=FOREIGN_TABLE_SUFFIXES[suffix]),))
    read = read_bytes(path, name)
    if read.value is None:
        return Outcome((), read.findings)
    return _workbook(read.value, name) if suffix == ".xlsx" else _csv(read.value, name)


def _workbook(data: bytes, name: str) -> Outcome[tuple[Grid, ...]]:
    from council.read.xlsx_file import read_xlsx  # noqa: PLC0415 - openpyxl is slow to import, and most tables are CSV

    return read_xlsx(data, name)


def _csv(data: bytes, name: str) -> Outcome[tuple[Grid, ...]]:
    content = content_of(data)
    if content not in (Content.TEXT, Content.EMPTY, Content.ZEROS):
        kind = "Excel (.xlsx)" if content is Content.ZIP else content.value
        return Outcome((), (finding(files.OTHER_FORMAT, Location(name), kind=kind),))
    decoded = decode(data, name, place_after)
    if decoded.value is None:
        return Outcome((), decoded.findings)
    grids = read_csv(decoded.value, name)
    return Outcome(grids.value, decoded.findings + grids.findings)
