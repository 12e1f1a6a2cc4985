"""What mistakes in tables are written with: one table, one row, one person, one workbook."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from independent.projects import SESSION
from mistakes.folder import (
    CORRECTIONS,
    ROSTER,
    VOTES_HEADING,
    Folder,
    Place,
    Write,
    ballot,
)
from mistakes.word import SECRET
from openpyxl import Workbook

DAY = "令和8年3月3日"
PAST = ("平成27年5月1日", "平成31年4月30日")
LINK = "https://video.example/1"
MIN = f"minutes_src/{SESSION}"
FIRST = f"{MIN}/第1号.docx"


def votes(code: str) -> str:
    """Return the path of the vote table that holds a rule's mistake."""
    return f"votes/{SESSION}_{code}.csv"


def table(code: str, at: str, rows: Sequence[Sequence[str]], heading: Sequence[str] = VOTES_HEADING) -> Write:
    return lambda folder: (folder.csv(votes(code), [heading, *rows]), at)


def raw(code: str, content: bytes, at: str = "", suffix: str = "csv") -> Write:
    return lambda folder: (folder.data(f"votes/{code}.{suffix}", content), at)


def book(
    code: str, at: str, rows: Sequence[Sequence[object]], change: Callable[[Workbook], None] = lambda _: None
) -> Write:
    return lambda folder: (folder.book(f"votes/{code}.xlsx", rows, change), at)


def row(path: str, column: str, *cells: str, named: str = "") -> Write:
    """Add a row to a shared table; its mistake stands in ``column``, or is said of another file."""

    def write(folder: Folder) -> Place:
        line = folder.row(path, *cells)
        return (named, "") if named else (path, f"{line}:{column}" if column else str(line))

    return write


def same_row(path: str, *cells: str) -> Write:
    def write(folder: Folder) -> Place:
        folder.row(path, *cells)
        return path, str(folder.row(path, *cells))

    return write


def person(column: str, *cells: str) -> Write:
    """Add somebody of the past to the roster."""
    return row(ROSTER, column, *cells)


def correction(column: str, *cells: str, named: str = "") -> Write:
    return row(CORRECTIONS, column, *cells, named=named)


def hide_second(book: Workbook) -> None:
    sheet = book.create_sheet("控え")
    sheet["A1"], sheet.sheet_state = SECRET, "hidden"


def hide_row(book: Workbook) -> None:
    book.active.row_dimensions[3].hidden = True


def hide_column(book: Workbook) -> None:
    book.active.column_dimensions["B"].hidden = True


BOOK = [list(VOTES_HEADING), ballot(900, title="帳簿の件")]
MANY = [ballot(f"議案第{number}号") for number in (951, 952, 953)]
