"""Rolls: tables 議席・氏名・出欠 that tell of every member whether he was there, under any heading or none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from council.location import Location
from council.model.events import AttendanceKind, AttendanceStatus
from council.parse.drafts import DraftAttendance
from council.parse.minutes.columns import unpadded
from council.parse.minutes.lines import Line, place, squeeze
from council.parse.minutes.movements import with_remark
from council.parse.minutes.names import looks_like_name
from council.parse.minutes.profile import Profile
from council.text.blocks import Cell, Row
from council.text.names import strip_honorific
from council.text.patterns import regex

_COLUMNS = {
    "name": regex(r"(?:議員|委員)?氏?名|氏名"),
    "status": regex(r"出欠(?:席)?(?:の別|状況)?|出席状況|出席"),
    "seat": regex(r"議席(?:番号)?|番号"),
    "post": regex(r"役職(?:名)?|職(?:名)?"),
}
# In this order: 遅参 and 早退 are kinds of being there.
_STATUS = (
    (regex(r"遅"), AttendanceStatus.LATE),
    (regex(r"早退|退"), AttendanceStatus.LEFT),
    (regex(r"欠|×|✕"), AttendanceStatus.ABSENT),
    (regex(r"出|○|〇|◯|応"), AttendanceStatus.PRESENT),
)


def is_roll(line: Line) -> bool:
    """Say whether a line is a table whose heading has a column of names and one of 出欠."""
    if line.table is None or not line.table.rows:
        return False
    kinds = [_kind(cell) for cell in line.table.rows[0].cells]
    return kinds.count("name") == kinds.count("status") > 0


def read_roll(line: Line, path: str, profile: Profile) -> Iterator[DraftAttendance]:
    """Yield every member of a roll, several side by side read row by row; a status nobody knows tells nothing."""
    rows: Sequence[Row] = line.table.rows if line.table else ()
    kinds = [_kind(cell) for cell in rows[0].cells] if rows else []
    for row in rows[1:]:
        group: dict[str, str] = {}
        for kind, cell in zip(kinds, row.cells, strict=False):
            group[kind] = cell.text.strip()
            if kind == "status":
                yield from _member(group, place(path, line), profile)
                group = {}


def _kind(cell: Cell) -> str:
    squeezed = squeeze(cell.text)
    return next((kind for kind, pattern in _COLUMNS.items() if pattern.fullmatch(squeezed)), "")


def _member(group: dict[str, str], at: Location, profile: Profile) -> Iterator[DraftAttendance]:
    name = unpadded(strip_honorific(group.get("name", "")))
    said = squeeze(group["status"])
    status = next((status for pattern, status in _STATUS if pattern.search(said)), None)
    if status and looks_like_name(squeeze(name)):
        seat = squeeze(group.get("seat", "")).rstrip("番")
        member = DraftAttendance(name, AttendanceKind.MEMBER, status, at, seat, squeeze(group.get("post", "")))
        yield with_remark(member, said, profile, status)
