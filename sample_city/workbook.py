"""Excel workbooks with openpyxl: rows, merged headings; the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment
from word import WRITTEN, same_bytes


def write_workbook(path: Path, title: str, rows: Iterable[Sequence[str]], merged: Sequence[str] = ()) -> None:
    """Write rows as the one sheet of a workbook; ``merged`` are ranges like ``H2:N2``, shown centred."""
    book = Workbook()
    sheet = book.create_sheet(title[:31], 0)
    del book["Sheet"]
    for row in rows:
        sheet.append([_value(cell) for cell in row])
    for cells in merged:
        sheet.merge_cells(cells)
        sheet[cells.split(":")[0]].alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet.column_dimensions["A"].width = 30
    sheet.column_dimensions["B"].width = 44
    book.properties.creator = "汐路市議会事務局"
    book.properties.created = book.properties.modified = WRITTEN
    buffer = io.BytesIO()
    book.save(buffer)
    path.write_bytes(_without_clock(buffer.getvalue()))


def _value(cell: str) -> str | int | None:
    number = cell.replace(",", "")
    return int(number) if number.isdigit() else cell or None


def _without_clock(package: bytes) -> bytes:
    """Return a workbook without the time of its making, which openpyxl takes from the clock."""
    with zipfile.ZipFile(io.BytesIO(package)) as book:
        core = book.read("docProps/core.xml").decode()
    core = re.sub(r"(<dcterms:modified[^>]*>)[^<]*", rf"\g<1>{WRITTEN.isoformat()}Z", core)
    return same_bytes(package, {"docProps/core.xml": core.encode()})
