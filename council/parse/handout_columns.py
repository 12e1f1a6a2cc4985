"""The columns of `packets.csv` and how page numbers are written in them, for whoever reads and whoever writes it.

Every cell begins with a letter or a kanji, so that Excel takes none of them for a date or a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from council.model.events import Audience
from council.model.handouts import Move, PageNumber, PartKind, runs_of
from council.parse.named_columns import Column
from council.text.numerals import fold_width
from council.text.patterns import regex

FILE = "packets.csv"
FILES = (FILE, "packets.xlsx")
COLUMNS = (
    Column("meeting", ("会議", "meeting", "会議ID"), required=True),
    Column("edition", ("版", "edition"), required=True),
    Column("revision", ("改訂", "revision"), required=True),
    Column("issued", ("配付日", "issued", "date"), required=True),
    Column("part", ("種類", "part"), required=True),
    Column("target", ("対象", "target", "path"), required=True),
    Column("label", ("資料番号", "number")),
    Column("pages", ("通しページ", "pages"), required=True),
    Column("moves", ("差し替え", "replaced")),
    Column("title", ("題名", "title")),
    Column("sha256", ("ファイル", "file")),
    Column("prints", ("指紋", "prints")),
)
EDITIONS = {Audience.PUBLIC: ("公開版", "public", "公開"), Audience.MEMBERS: ("議員版", "members", "議員限定", "議員")}
PARTS = {
    PartKind.COVER: ("表紙", "cover"),
    PartKind.CONTENTS: ("目次", "contents"),
    PartKind.ITEM: ("日程", "item"),
    PartKind.PAPER: ("資料", "paper"),
}
_NUMBER = regex(r"p([1-9][0-9]{0,5})(?:-([1-9][0-9]{0,3}))?")
_SPAN = regex(r"p([1-9][0-9]{0,5})-p([1-9][0-9]{0,5})")
_LABEL = regex(r"\D*([1-9][0-9]{0,3})(?:-([1-9][0-9]{0,3}))?")
_MOST = 20_000
_MARK = "sha256:"


def written_numbers(numbers: Iterable[PageNumber]) -> str:
    """Return ``p37-p40;p40-2``: what follows one another without branches is joined."""
    return ";".join(f"p{run[0]}" if len(run) == 1 else f"p{run[0]}-p{run[-1]}" for run in runs_of(numbers))


def read_numbers(text: str) -> tuple[PageNumber, ...] | None:
    """Return the numbers that a cell holds, none if it is empty; None if it cannot be read."""
    found: list[PageNumber] = []
    for part in _parts(text):
        span = _SPAN.fullmatch(part)
        number = read_number(part)
        if span and 0 < int(span[2]) - int(span[1]) < _MOST:
            found += [PageNumber(base) for base in range(int(span[1]), int(span[2]) + 1)]
        elif number:
            found.append(number)
        else:
            return None
    return tuple(found)


def read_number(text: str) -> PageNumber | None:
    """Return the number written as ``p37-2``."""
    match = _NUMBER.fullmatch(text)
    return PageNumber(int(match[1]), int(match[2] or 0)) if match else None


def written_moves(moves: Iterable[Move]) -> str:
    """Return ``p37>p37-2;p38>p38-2``."""
    return ";".join(f"p{old}>p{now}" for old, now in moves)


def read_moves(text: str) -> tuple[Move, ...] | None:
    """Return the moves that a cell holds; None if it cannot be read."""
    found: list[Move] = []
    for part in _parts(text):
        old, _, now = part.partition(">")
        move = read_number(old), read_number(now)
        if move[0] is None or move[1] is None:
            return None
        found.append((move[0], move[1]))
    return tuple(found)


def read_label(text: str) -> PageNumber | None:
    """Return the number of 資料2 or 資料2-2; None if it cannot be read."""
    match = _LABEL.fullmatch(fold_width(text).strip())
    return PageNumber(int(match[1]), int(match[2] or 0)) if match else None


def written_hash(sha256: str) -> str:
    """Return a hash as it is written."""
    return f"{_MARK}{sha256}" if sha256 else ""


def read_hash(text: str) -> str:
    """Return the hash that a cell holds, empty if it holds none."""
    return text.removeprefix(_MARK).strip().lower() if text.startswith(_MARK) else ""


def read_prints(text: str) -> tuple[str, ...]:
    """Return the prints that a cell holds, one for each page."""
    return tuple(_parts(text))


def _parts(text: str) -> list[str]:
    return [part for part in re.split(r"[;；、,\s]+", fold_width(text)) if part]
