"""The large data files in parts, each made once and kept: speeches by sitting, rows of tables by session."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import groupby
from typing import TypeVar

from council.cache import Store, fingerprint, key_of, made_by
from council.model.council import Council
from council.model.events import Event
from council.model.votes import Motion, VoteEvent
from council.opendata.calendar import calendar_entry, sittings_of
from council.opendata.files import VOTES, Chunks, chunks_of, lines_of, table_chunks
from council.opendata.resource import Chunk
from council.opendata.rows import ROWS_OF, Row, votes_of
from council.opendata.schema import TableSchema
from council.opendata.video import VideoLinks
from council.pages.watch import WHOLE, Watch

LINES, ROWS, ENTRIES = "speech-lines", "rows", "calendar"
"""Kinds in the store: a sitting's lines of `speeches.jsonl`, a session's rows of a table (a kind each), its entries."""

R = TypeVar("R", Event, Motion, VoteEvent)
Rows = Callable[[], Iterable[Row]]
Part = tuple[Rows, list[bytes]]
"""How some rows are made, and the prints of all that they are made of."""


def kept_chunks(store: Store, watch: Watch, table: TableSchema, council: Council) -> Chunks:
    """Return the rows of a table; those of the large ones session by session, each session's made once and kept.

    All that they depend on is read here and now; the rows themselves follow as they are asked for.
    """
    if table.name == VOTES:
        return _in_parts(store, table, _votes(watch, council))
    if table.name not in ROWS_OF:
        return table_chunks(table, council)
    name, rows = ROWS_OF[table.name]
    parts = _by_session(getattr(council, name).values())
    return _in_parts(store, table, [(partial(rows, part), [watch.seen(part)]) for part in parts])


def _by_session(records: Iterable[R]) -> list[tuple[R, ...]]:
    return [tuple(found) for _, found in groupby(records, lambda one: one.session_id)]


def _votes(watch: Watch, council: Council) -> list[Part]:
    parts = ("council.people", "council.organizations")
    for part in parts:
        watch.note(part, WHOLE)
    names = [watch.print_of(part, WHOLE) for part in parts]
    return [
        (
            partial(votes_of, council, events),
            [*names, watch.seen(events), watch.seen(tuple(council.motions[event.motion_id] for event in events))],
        )
        for events in _by_session(council.vote_events.values())
    ]


def _in_parts(store: Store, table: TableSchema, parts: Iterable[Part]) -> Chunks:
    kind = f"{table.name.removesuffix('s').replace('_', '-')}-{ROWS}"
    held = [(rows, key_of(made_by(), *made_of)) for rows, made_of in parts]
    return lambda: _kept_rows(store, kind, table, held)


def _kept_rows(store: Store, kind: str, table: TableSchema, held: Iterable[tuple[Rows, str]]) -> Iterator[Chunk]:
    for rows, key in held:
        chunks: tuple[Chunk, ...] = store.value(kind, key, partial(_made, table, rows))
        yield from chunks
    store.complete(kind)


def _made(table: TableSchema, rows: Rows) -> tuple[Chunk, ...]:
    return tuple(chunks_of(table, rows()))


def kept_entries(store: Store, watch: Watch, council: Council) -> Iterator[bytes]:
    """Yield the entries of the calendar session by session, each session's made once and kept."""
    for _, found in groupby(sittings_of(council), lambda one: one.event.session_id):
        sittings = tuple(found)
        events = tuple(one.event for one in sittings)
        names = fingerprint((sittings[0].facts, [one.session for one in sittings]))
        key = key_of(made_by(), names, watch.seen(events))
        known = store.get(ENTRIES, key)
        if known is None:
            known = b"".join(map(calendar_entry, sittings))
            store.put(ENTRIES, key, known)
        yield known
    store.complete(ENTRIES)


def speech_lines(store: Store, council: Council) -> Iterator[bytes]:
    """Return the lines of `speeches.jsonl` sitting by sitting, each sitting's made once and kept.

    All that they depend on is read here and now; the lines themselves follow as they are asked for.
    """
    links = VideoLinks(council)
    debates, basis = council.debates, getattr(council.debates, "basis", None)
    held = [event for event in council.events.values() if event.id in debates]
    if basis is None:
        return (lines_of(event, debates[event.id], links) for event in held)
    keys = [fingerprint((event.id, event.start_date, links.of(event.id), basis(event.id))) for event in held]
    return _kept_lines(store, [(event, key_of(made_by(), key)) for event, key in zip(held, keys, strict=True)], council)


def _kept_lines(store: Store, held: Iterable[tuple[Event, str]], council: Council) -> Iterator[bytes]:
    links = VideoLinks(council)
    for event, key in held:
        known = store.get(LINES, key)
        if known is None:
            known = lines_of(event, council.debates[event.id], links)
            store.put(LINES, key, known)
        yield known
    store.complete(LINES)
