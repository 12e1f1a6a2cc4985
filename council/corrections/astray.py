"""Withdrawals that are carried out in no file: what their cells say, so that the files that hold it are kept back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from council.corrections.cell_places import cell_place
from council.corrections.hashes import is_hash
from council.corrections.manuscript import is_numbered
from council.location import Location
from council.parse.corrections import COLUMNS, KINDS, SILENT_KINDS
from council.parse.drafts import DraftCorrection
from council.parse.named_columns import heading_key
from council.read.documents import Grid, GridRow
from council.text.dates import parse_date
from council.text.patterns import regex

_KEYS = {heading_key(name): column.key for column in COLUMNS for name in column.headings}
_FEWEST = 3  # known headings that make a row of headings
_ENDINGS = (".docx", ".csv", ".xlsx", ".yml", ".yaml", ".pdf", ".doc", ".png", ".jpg", ".jpeg")
_LIKE_WITHDRAWN = regex(r"取り?消|withdr", re.IGNORECASE)
_LIKE_PERSONAL = regex(r"個人情報|personal", re.IGNORECASE)
_LONGEST_KIND = 12


class Astray(Struct, frozen=True):
    """A withdrawal that is carried out in no file, or that cannot be read.

    ``words`` are surely to stand nowhere, as are those that ``hashed`` is of; ``near`` may be words as well, cells
    having been shifted, or stand beside them. ``files`` are those that the row may mean.
    """

    kind: str
    location: Location
    words: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    hashed: str = ""
    files: tuple[str, ...] = ()
    id: str = ""


def astray_row(row: DraftCorrection, files: Sequence[str]) -> Astray:
    """Return a row whose 対象 names no file that can be corrected; if it may mean none at all, it may be words."""
    cells = {"target": "" if files else row.target, "place": row.place, "was": row.was, "is": row.now}
    return _astray(row.kind, row.location, cells, (), files, row.id)


def unused_rows(grids: Sequence[Grid], used: Sequence[DraftCorrection]) -> Iterator[tuple[Astray, tuple[str, ...]]]:
    """Yield rows that speak of a withdrawal and became no correction, each with the cells that may name a file."""
    known = {(row.location.sheet, row.location.line) for row in used}
    for grid in grids:
        columns: Mapping[str, int] = {}
        for line in grid.rows:
            columns = columns or _columns(line)
            kind = _silent_kind(line, columns)
            if kind and (grid.sheet, line.line) not in known:
                yield _unused(line, grid.at(line.line), kind, columns), tuple(one for one in line.cells if "." in one)


def _columns(line: GridRow) -> Mapping[str, int]:
    """Return where the columns stand, if this is the row of headings."""
    found = {_KEYS[key]: at for at, cell in enumerate(line.cells) if (key := heading_key(cell)) in _KEYS}
    return found if len(found) >= _FEWEST else {}


def _silent_kind(line: GridRow, columns: Mapping[str, int]) -> str:
    """Return the kind of a row that speaks of a withdrawal, however 種別 is written."""
    told = (KINDS.get(heading_key(cell), "") for cell in line.cells)
    if kind := next((one for one in told if one in SILENT_KINDS), ""):
        return kind
    cell = line.cells[columns["kind"]] if columns.get("kind", len(line.cells)) < len(line.cells) else ""
    if len(cell) > _LONGEST_KIND or heading_key(cell) in _KEYS:
        return ""
    if _LIKE_PERSONAL.search(cell):
        return "personal"
    return "withdrawn" if _LIKE_WITHDRAWN.search(cell) else ""


def _unused(line: GridRow, at: Location, kind: str, columns: Mapping[str, int]) -> Astray:
    """Return a row as far as its headings tell its cells apart; without them any cell may be words."""
    if not {"target", "place", "was"} <= columns.keys():
        return _astray(kind, at, {}, line.cells)
    cells = {key: line.cells[place].strip() for key, place in columns.items() if place < len(line.cells)}
    return _astray(kind, at, cells, line.cells[max(columns.values()) + 1 :])


def _astray(  # noqa: PLR0913, PLR0917 - a row's cells, and what lies beyond them
    kind: str,
    at: Location,
    cells: Mapping[str, str],
    beyond: Sequence[str],
    files: Sequence[str] = (),
    identifier: str = "",
) -> Astray:
    was = cells.get("was", "")
    hashed = was if is_hash(was) else ""
    surely = [was] if was else [cells.get("place", ""), cells.get("target", "")]
    near = [cells.get(key, "") for key in ("target", "place", "was", "is")]
    return Astray(kind, at, _wordy(surely), _wordy([*near, *beyond]), hashed, tuple(files), identifier)


def _wordy(cells: Iterable[str]) -> tuple[str, ...]:
    """Return the cells that hold words: no hash, path, place, date or kind of correction."""
    return tuple(dict.fromkeys(cell for cell in cells if cell.strip() and not _is_plain(cell)))


def _is_plain(cell: str) -> bool:
    is_path = "/" in cell or cell.strip().casefold().endswith(_ENDINGS)
    is_place = cell_place(cell) is not None or is_numbered(cell) or parse_date(cell) is not None
    return is_hash(cell) or is_path or is_place or heading_key(cell) in KINDS
