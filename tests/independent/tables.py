"""Vote tables read cell by cell with `csv` and openpyxl alone: wide ones with up to three heading rows, and long ones."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import openpyxl

WORDS = {
    "賛成": ("yes", "member"),
    "反対": ("no", "member"),
    "棄権": ("abstain", "member"),
    "欠席": ("absent", "member"),
    "退席": ("not voting", "member"),
    "除斥": ("excused", "member"),
    "議長": ("not voting", "chair"),
    "副議長": ("not voting", "vice-chair"),
}
"""What a legend's words mean (contract §2.2): option and role."""

USUAL = dict(zip("○×棄欠退除議副", WORDS.values(), strict=True))
"""What the symbols mean in a table without a legend."""

_EMPTY = {"", "／", "－", "-", "/"}
_EXPLAINED = re.compile(r"(\S)[ \u3000]*[＝=:：…][ \u3000]*([^ \u3000、，,（(）)・＝=]+)")
_ERA_DATE = re.compile(r"令和(\d+|元)年(\d+)月(\d+)日")
_FIRST_YEAR = 2018


@dataclass(frozen=True)
class VoteCell:
    """One filled cell of one member; ``line`` and ``column`` as Excel shows them."""

    path: str
    line: int
    column: int
    date: str
    number: str
    title: str
    member: str
    raw: str
    legend: Mapping[str, tuple[str, str]]
    role: str = ""

    @property
    def meaning(self) -> tuple[str, str] | None:
        """What the symbol says: option and role; None if nothing explains it."""
        told = self.legend.get(self.raw) or WORDS.get(self.raw)
        return told and (told[0], self.role or told[1])

    def with_symbol(self, raw: str) -> VoteCell:
        """Return the cell with another symbol."""
        return replace(self, raw=raw)

    def with_role(self, role: str) -> VoteCell:
        """Return the cell of somebody who votes in an office."""
        return replace(self, role=role)

    @property
    def source(self) -> str:
        """Where it stands, as the data file says it."""
        return f"{self.path}:{self.line}:{self.column}"


def plain_name(text: str) -> str:
    """Return a name without spaces and with the common form of four kanji, to compare spellings."""
    return re.sub(r"[\s\u3000]", "", text).translate(str.maketrans("髙﨑澤邉", "高崎沢辺"))


def plain_number(text: str) -> str:
    """Return a bill's number without spaces, digits in ASCII."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def iso_date(text: str) -> str:
    """Return 令和8年3月19日 as 2026-03-19; empty for any other text."""
    found = _ERA_DATE.search(unicodedata.normalize("NFKC", text))
    if not found:
        return ""
    year = _FIRST_YEAR + (1 if found[1] == "元" else int(found[1]))
    return f"{year}-{int(found[2]):02}-{int(found[3]):02}"


def grid(path: Path) -> list[list[str]]:
    """Return a table's rows of text; line 1 is the first."""
    if path.suffix == ".xlsx":
        sheet = openpyxl.load_workbook(path).worksheets[0]
        return [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    return list(csv.reader(io.StringIO(_decoded(path.read_bytes()), newline="")))


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp932")


def roster_names(path: Path) -> set[str]:
    """Return every name in the roster, and the other spellings it lists."""
    heading, *rows = grid(path)
    columns = [heading.index(name) for name in ("氏名", "別表記") if name in heading]
    return {plain_name(part) for row in rows for column in columns for part in row[column].split(";")} - {""}


def office_holders(path: Path, office: str) -> list[tuple[str, str, str]]:
    """Return who holds an office by the roster: name, first day, last day (empty: still)."""
    heading, *rows = grid(path)
    column = {name: heading.index(name) for name in ("氏名", "役職", "就任日", "退任日")}
    return [
        (plain_name(row[column["氏名"]]), iso_date(row[column["就任日"]]), iso_date(row[column["退任日"]]))
        for row in rows
        if row[column["役職"]] == office
    ]


def vote_cells(path: Path, shown_path: str, names: set[str]) -> list[VoteCell]:
    """Return every filled cell of every member in one table."""
    rows = grid(path)
    legend = _legend(rows)
    long_heading = next((row for row in rows if "議員名" in row and "賛否" in row), None)
    read = _long if long_heading else _wide
    return list(read(rows, legend, shown_path, names))


def _legend(rows: Sequence[Sequence[str]]) -> Mapping[str, tuple[str, str]]:
    notes = [cell for row in rows for cell in row if "＝" in cell or "=" in cell or "凡例" in cell]
    found = {
        symbol: meaning
        for note in notes
        for symbol, words in _EXPLAINED.findall(note)
        if (meaning := _meaning(words)) is not None
    }
    return found or USUAL


def _meaning(words: str) -> tuple[str, str] | None:
    return next((WORDS[word] for word in sorted(WORDS, key=len, reverse=True) if words.startswith(word)), None)


def _long(
    rows: Sequence[Sequence[str]], legend: Mapping[str, tuple[str, str]], path: str, _names: set[str]
) -> Iterator[VoteCell]:
    start = next(place for place, row in enumerate(rows) if "議員名" in row)
    column = {name: rows[start].index(name) for name in ("議決日", "議案番号", "件名", "議員名", "賛否")}
    for line, row in enumerate(rows[start + 1 :], start=start + 2):
        if len(row) > column["賛否"] and row[column["賛否"]].strip() not in _EMPTY:
            raw = row[column["賛否"]].strip()
            yield VoteCell(
                path,
                line,
                column["賛否"] + 1,
                iso_date(row[column["議決日"]]),
                plain_number(row[column["議案番号"]]),
                row[column["件名"]].strip(),
                row[column["議員名"]].strip(),
                raw,
                legend,
            )


def _wide(
    rows: Sequence[Sequence[str]], legend: Mapping[str, tuple[str, str]], path: str, names: set[str]
) -> Iterator[VoteCell]:
    heading = max(range(min(8, len(rows))), key=lambda place: sum(plain_name(cell) in names for cell in rows[place]))
    top = next(place for place, row in enumerate(rows) if "件名" in [cell.strip() for cell in row])
    fixed = {cell.strip(): column for column, cell in enumerate(rows[top]) if cell.strip()}
    members = {column: cell for column, cell in enumerate(rows[heading]) if plain_name(cell) in names}
    for line, row in enumerate(rows[heading + 1 :], start=heading + 2):
        number = row[fixed["議案番号"]] if "議案番号" in fixed and len(row) > fixed["議案番号"] else ""
        title = row[fixed["件名"]].strip() if len(row) > fixed["件名"] else ""
        if not title:
            continue
        date = iso_date(row[fixed["議決日"]])
        for column, name in members.items():
            raw = row[column].strip() if column < len(row) else ""
            if raw not in _EMPTY:
                told = (date, plain_number(number), title, name.strip(), raw)
                yield VoteCell(path, line, column + 1, *told, legend)
