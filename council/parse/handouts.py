"""Rows of `packets.csv`, the list of what was handed out of meeting packets, to drafts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import TypeVar

from council.diagnostics import Finding, Outcome, finding
from council.model.events import Audience
from council.model.handouts import PartKind
from council.parse.draft_handouts import DraftHandout
from council.parse.handout_columns import (
    COLUMNS,
    EDITIONS,
    PARTS,
    read_hash,
    read_label,
    read_moves,
    read_numbers,
    read_prints,
)
from council.parse.named_columns import NamedRow, heading_key, named_rows
from council.parse.places import audience
from council.read.documents import Grid
from council.rules import handouts as rules
from council.text.dates import parse_date
from council.text.numerals import fold_width

E = TypeVar("E", bound=Enum)
_HEADINGS = {column.key: column.headings[0] for column in COLUMNS}


def parse_handouts(grids: Iterable[Grid]) -> Outcome[tuple[DraftHandout, ...]]:
    """Read what was handed out; a row that cannot be read is not used, for a guessed number may stand twice.

    Findings: R114-R122 (headings and rows), D601 (a cell), D604 (of members, in the open).
    """
    named = named_rows(grids, COLUMNS)
    made = [_handout(row) for row in named.value]
    handouts = tuple(one for one in made if isinstance(one, DraftHandout))
    unread = (one for one in made if isinstance(one, Finding))
    open_ = (finding(rules.MEMBERS_IN_THE_OPEN, one.location) for one in handouts if _is_in_the_open(one))
    return Outcome(handouts, (*named.findings, *unread, *open_))


def _handout(row: NamedRow) -> DraftHandout | Finding:
    edition = _one_of(EDITIONS, row.text("edition"))
    part = _one_of(PARTS, row.text("part"))
    issued, numbers, moves = (
        parse_date(row.text("issued")),
        read_numbers(row.lines("pages")),
        read_moves(row.lines("moves")),
    )
    label = read_label(row.text("label")) if row.text("label") else None
    revision = fold_width(row.text("revision")).strip()
    if edition is None or part is None or issued is None or numbers is None or moves is None:
        key = _first_wrong(
            ("edition", edition), ("part", part), ("issued", issued), ("pages", numbers), ("moves", moves)
        )
        return _unread(row, key)
    if not (revision.isascii() and revision.isdecimal() and int(revision)):
        return _unread(row, "revision")
    if row.text("label") and label is None:
        return _unread(row, "label")
    if not row.text("meeting") or (part in (PartKind.ITEM, PartKind.PAPER) and not row.text("target")):
        return _unread(row, "target" if row.text("meeting") else "meeting")
    return DraftHandout(
        meeting=row.text("meeting"),
        edition=edition,
        revision=int(revision),
        issued=issued,
        part=part,
        location=row.at("pages"),
        path=unicodedata.normalize("NFC", row.text("target")) if part is PartKind.PAPER else "",
        item=row.text("target") if part is PartKind.ITEM else "",
        numbers=numbers,
        prints=read_prints(row.lines("prints")),
        moves=moves,
        label=label,
        sha256=read_hash(row.text("sha256")),
        title=row.text("title"),
    )


def _first_wrong(*values: tuple[str, object]) -> str:
    return next(key for key, value in values if value is None)


def _unread(row: NamedRow, key: str) -> Finding:
    return finding(rules.UNREADABLE_HANDOUT, row.at(key), column=_HEADINGS[key], text=row.text(key)[:60])


def _one_of(names: Mapping[E, tuple[str, ...]], text: str) -> E | None:
    key = heading_key(text)
    return next((one for one, words in names.items() if key in map(heading_key, words)), None)


def _is_in_the_open(handout: DraftHandout) -> bool:
    """Say whether a row of the members' edition lies where anyone may read it."""
    folders = tuple(handout.location.path.split("/")[:-1])
    return handout.edition is Audience.MEMBERS and audience(folders) is Audience.PUBLIC
