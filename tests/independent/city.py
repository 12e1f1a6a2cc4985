"""The sample city's inputs read by the second reader: which file is which sitting, and what corrections were published."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from independent.minutes import Minutes, cut
from independent.tables import VoteCell, grid, iso_date, office_holders, plain_name, roster_names, vote_cells
from independent.word_file import paragraphs

RESTRICTED = {"議員限定", "members"}
PAPERS = {"資料", "materials"}
WITHDRAWN = {"発言取消", "個人情報"}
_DAY = re.compile(r"令和\s*(?:\d+|元)\s*年\s*\d+\s*月\s*\d+\s*日")
_COMMITTEE = re.compile(r"(\w+委員会)会議録")


@dataclass(frozen=True)
class Sitting:
    """One Word file of minutes: where it lies, its day and body, its text in three parts."""

    path: str
    date: str
    body: str
    minutes: Minutes
    paragraphs: list[str]


@dataclass(frozen=True)
class Published:
    """One row of `votes/corrections.csv`."""

    kind: str
    target: str
    place: str
    was: str
    now: str


def corrections(project: Path) -> list[Published]:
    """Return the published corrections."""
    heading, *rows = grid(project / "votes" / "corrections.csv")
    columns = [heading.index(name) for name in ("種別", "対象", "場所", "誤", "正")]
    return [Published(*(row[column] for column in columns)) for row in rows]


def public_sittings(project: Path) -> Iterator[Sitting]:
    """Yield every sitting whose minutes everyone may read."""
    for path in sorted((project / "minutes_src").rglob("*.docx")):
        if not (RESTRICTED | PAPERS) & set(path.parts):
            yield _sitting(project, path)


def _sitting(project: Path, path: Path) -> Sitting:
    shown = path.relative_to(project).as_posix()
    texts = paragraphs(path)
    head = "".join(texts[:2])
    committee = _COMMITTEE.search(head)
    day = next(found[0] for text in texts if (found := _DAY.search(unicodedata.normalize("NFKC", text))))
    body = committee[1] if committee else "本会議"
    return Sitting(shown, iso_date(day.replace(" ", "")), body, cut(texts), texts)


def corrected(project: Path, text: str) -> str:
    """Return a text with every published correction of words carried out."""
    for one in corrections(project):
        if one.kind not in WITHDRAWN and one.was and one.target.endswith(".docx"):
            text = text.replace(one.was, one.now)
    return text


def votes(project: Path) -> list[VoteCell]:
    """Return every vote in every table, corrections applied; a chair who took a side is known from the roster."""
    folder = project / "votes"
    names = roster_names(folder / "members.csv")
    chairs = office_holders(folder / "members.csv", "議長")
    tables = (path for path in sorted(folder.iterdir()) if path.suffix in (".csv", ".xlsx"))
    read = (
        cell
        for path in tables
        if path.stem not in ("members", "corrections")
        for cell in vote_cells(path, f"votes/{path.name}", names)
    )
    return [_as_chair(_put_right(project, cell), chairs) for cell in read]


def _put_right(project: Path, cell: VoteCell) -> VoteCell:
    for one in corrections(project):
        if one.target == cell.path and one.place == f"{cell.line}:{cell.column}":
            assert cell.raw in (one.was, one.now)
            return cell.with_symbol(one.now)
    return cell


def _as_chair(cell: VoteCell, chairs: list[tuple[str, str, str]]) -> VoteCell:
    for name, since, until in chairs:
        presides = since <= cell.date and (not until or cell.date <= until)
        if presides and name == plain_name(cell.member) and cell.meaning:
            return cell.with_role("chair")
    return cell
