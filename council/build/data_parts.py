"""The large data files in parts, each under the key of all that it is made of: speeches by sitting, rows by session."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, groupby
from typing import TypeVar

from council.cache import Store, fingerprint, key_of, made_by
from council.figures import Agreement
from council.model.council import Council
from council.model.events import Event
from council.model.people import PersonId
from council.model.votes import Motion, VoteEvent
from council.opendata.calendar import calendar_entry, sittings_of
from council.opendata.files import VOTES, lines_of, whole_table
from council.opendata.pieces import RowPart, Wanted
from council.opendata.rows import AGREEMENT, ROWS_OF, agreement_rows, votes_of
from council.opendata.schema import TableSchema
from council.opendata.video import VideoLinks
from council.pages.watch import WHOLE, Watch

ENTRIES = "calendar"
"""Kind in the store: a session's entries of the calendar."""

DEBATES = "council.debates"
"""Their name in the watch."""

R = TypeVar("R", Event, Motion, VoteEvent)


def row_parts(
    watch: Watch, table: TableSchema, council: Council, agreed: Mapping[PersonId, Sequence[Agreement]] | None = None
) -> Sequence[RowPart]:
    """Return the rows of a table, those of the large ones session by session.

    All that they depend on is read here and now; the rows themselves follow as they are asked for. ``agreed`` is the
    agreement of each member with others, where it is counted.
    """
    if table.name == AGREEMENT and agreed is not None:
        pairs = tuple(agreement_rows(chain.from_iterable(agreed.values())))
        return (RowPart(lambda: pairs),)
    if table.name == VOTES:
        return _votes(watch, council)
    if table.name not in ROWS_OF:
        return whole_table(table, council)
    name, rows = ROWS_OF[table.name]
    parts = _by_session(getattr(council, name).values())
    return [RowPart(partial(rows, part), key_of(made_by(), watch.seen(part))) for part in parts]


def _by_session(records: Iterable[R]) -> list[tuple[R, ...]]:
    return [tuple(found) for _, found in groupby(records, lambda one: one.session_id)]


def _votes(watch: Watch, council: Council) -> list[RowPart]:
    parts = ("council.people", "council.organizations")
    for part in parts:
        watch.note(part, WHOLE)
    names = [watch.print_of(part, WHOLE) for part in parts]
    found = []
    for events in _by_session(council.vote_events.values()):
        motions = tuple(council.motions[event.motion_id] for event in events)
        key = key_of(made_by(), *names, watch.seen(events), watch.seen(motions))
        found.append(RowPart(partial(votes_of, council, events), key))
    return found


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


def speech_lines(watch: Watch, council: Council) -> Iterator[Wanted]:
    """Return the lines of `speeches.jsonl` sitting by sitting.

    All that they depend on is read here and now; the lines themselves follow as they are asked for.
    """
    links = VideoLinks(council)
    held = [event for event in council.events.values() if event.id in council.debates]
    if not hasattr(council.debates, "basis"):
        return (Wanted(partial(lines_of, council, event, links)) for event in held)
    keys = [_key_of_lines(event, links, watch.print_of(DEBATES, event.id)) for event in held]
    return iter([Wanted(partial(lines_of, council, one, links), key) for one, key in zip(held, keys, strict=True)])


def _key_of_lines(event: Event, links: VideoLinks, debate: bytes) -> str:
    recordings = links.of(event.id)
    return key_of(made_by(), event.id, f"{event.start_date}", fingerprint(recordings) if recordings else "", debate)
