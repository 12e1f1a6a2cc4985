"""The large data files in parts, each made once and kept: speeches by sitting, votes by session."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby

from council.cache import Store, fingerprint, key_of, made_by
from council.model.council import Council
from council.model.events import Event
from council.model.votes import VoteEvent
from council.opendata.files import VOTES, Chunks, chunks_of, lines_of
from council.opendata.resource import Chunk
from council.opendata.rows import votes_of
from council.opendata.schema import TABLES
from council.opendata.video import VideoLinks
from council.pages.watch import WHOLE, Watch

LINES, ROWS = "speech-lines", "vote-rows"
"""Kinds in the store: a sitting's lines of `speeches.jsonl`, a session's rows of `votes.csv` and `votes.json`."""

_TABLE = next(table for table in TABLES if table.name == VOTES)


def vote_chunks(store: Store, watch: Watch, council: Council) -> Chunks:
    """Return the rows of all votes, session by session; all that they depend on is read here and now."""
    parts = ("council.people", "council.organizations")
    for part in parts:
        watch.note(part, WHOLE)
    names = [watch.print_of(part, WHOLE) for part in parts]
    held = []
    for _, found in groupby(council.vote_events.values(), lambda one: one.session_id):
        events = tuple(found)
        made_of = [watch.seen(record) for event in events for record in (event, council.motions[event.motion_id])]
        held.append((events, key_of(made_by(), *names, *made_of)))
    return lambda: _kept_rows(store, held, council)


def _kept_rows(store: Store, held: Iterable[tuple[tuple[VoteEvent, ...], str]], council: Council) -> Iterator[Chunk]:
    for events, key in held:
        chunks: tuple[Chunk, ...] = store.value(ROWS, key, partial(_made, council, events))
        yield from chunks
    store.complete(ROWS)


def _made(council: Council, events: tuple[VoteEvent, ...]) -> tuple[Chunk, ...]:
    return tuple(chunks_of(_TABLE, votes_of(council, events)))


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
