"""Indexes blocks: one Whoosh index a year, made again only where anything of the year has changed."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from whoosh import fields
from whoosh.filedb.filestore import FileStorage

from council.search.bulk_field import BulkCodec, Lists
from council.search.current import clear
from council.search.documents import Block, Document, capacity
from council.search.gathering import FIELDS, Gathered
from council.search.lists import write_lists
from council.search.years import (
    BLOCKS,
    LISTS,
    Index,
    Row,
    Year,
    by_year,
    is_whole,
    key_of_blocks,
    read_year,
    seal,
    write_table,
)

STORED = ("id", "url", "title", "text", "name", "role", "person_id", "group_id", "bill_ids")
"""The stored fields, as `Document` names them; the kind is an indexed field of its own."""


def bring_up(
    folder: Path, blocks: Sequence[Block], *, fresh: bool = False, believed: Collection[str] = (LISTS, BLOCKS)
) -> Index:
    """Bring the index in a folder up to date and return it; years that stand are left as they are.

    A year stands if it has all files and ``believed`` are as they were written; ``fresh``: none does.
    """
    folder.mkdir(parents=True, exist_ok=True)
    checked = None if fresh else believed
    years = tuple(_year(folder, year, found, checked) for year, found in by_year(blocks).items())
    return Index(years, key_of_blocks(blocks))


def _year(folder: Path, year: str, blocks: Sequence[Block], checked: Collection[str] | None) -> Year:
    made = folder / f"{year}-{key_of_blocks(blocks)}"
    if checked is not None and is_whole(made, checked):
        with suppress(ValueError, OSError):
            return read_year(made, year)
    part = folder / f"{made.name}.{os.getpid()}.part"
    clear(part)
    part.mkdir()
    _write(part, blocks)
    seal(part)
    clear(made)
    part.replace(made)
    return read_year(made, year)


def _write(folder: Path, blocks: Sequence[Block]) -> None:
    """Write one year: a block's documents are held while it is taken in, the terms until the end."""
    gathered, lists = Gathered(), dict[str, Lists]()
    rows: list[Row] = []
    writer = FileStorage(str(folder)).create_index(_schema()).writer(codec=BulkCodec(lists), compound=False)
    base = 0
    for block in blocks:
        documents = block.documents()
        for place, document in enumerate(documents, base):
            writer.add_document(**_stored(document))
            gathered.add(block.heading, place, document)
        rows.append(Row(block.heading, base, len(documents)))
        base += capacity(block.heading.kind, len(documents))
    lists.update((name, gathered.lists_of(name)) for name in FIELDS)
    writer.commit(merge=False)
    with (folder / LISTS).open("wb") as stream:
        write_lists(stream, gathered.posting_lists())
    write_table(folder, rows, gathered.speakers.values(), base)


def _schema() -> fields.Schema:
    """Return the fields: Whoosh's own classes only, so that any Whoosh opens the index."""
    indexed = {name: fields.ID() for name in FIELDS}
    return fields.Schema(**indexed, **dict.fromkeys(STORED, fields.STORED()))


def _stored(document: Document) -> dict[str, Any]:
    return {name: value for name in STORED if (value := getattr(document, name))}
