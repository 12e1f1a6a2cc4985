"""Every data file of an edition as finished bytes: CSV for Excel, JSON beside it, speeches a line each."""

from __future__ import annotations

import codecs
import csv
import datetime as dt
import hashlib
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from council.model.council import Council
from council.model.debate import Debate, Speech
from council.model.events import Event
from council.opendata.calendar import calendar, calendar_entries
from council.opendata.datapackage import data_package
from council.opendata.feed import feed
from council.opendata.resource import Chunk, Found, Resource
from council.opendata.rows import ROWS, Row, Value
from council.opendata.schema import TABLES, TableSchema
from council.opendata.video import VideoLinks
from council.pages.addresses import speech_uri
from council.pages.page import OutputFile

Chunks = Callable[[], Iterable[Chunk]]
"""The rows of a table, walked once for each of its files."""

VOTES = "votes"
_MANY = 2000


@dataclass(frozen=True, slots=True)
class PlannedFiles:
    """Files that are made together; of a table, ``make`` gives the resource beside them, of others what was found.

    ``is_kept``: one small file without anything beside it, which is kept to be written once more.
    """

    uris: tuple[str, ...]
    make: Callable[[], tuple[tuple[OutputFile, ...], Resource | Found | None]]
    given: tuple[object, ...] = ()
    is_kept: bool = False


def plan_files(
    council: Council,
    lines: Callable[[Council], Iterable[bytes]] | None = None,
    chunks: Callable[[TableSchema, Council], Chunks] | None = None,
    entries: Callable[[Council], Iterable[bytes]] | None = None,
) -> Iterator[PlannedFiles]:
    """Yield the plan of `data/` but for the data package, of `calendar.ics` and of `feed.xml`.

    Cells are the exact values: nothing is put before a ``=`` or ``+``, because ids, names and symbols are compared
    cell by cell by the programs that read them. ``lines`` gives the lines of `speeches.jsonl`, sitting by sitting,
    ``chunks`` the rows of a table, ``entries`` those of the calendar, where they are not made here and now.
    """
    for table in TABLES:
        uris = (f"data/{table.name}.csv", f"data/{table.name}.json")
        yield PlannedFiles(uris, partial(_table, table, council, chunks or table_chunks))
    yield _single("data/speeches.jsonl", lambda uri: OutputFile(uri, stream=(lines or speech_lines)(council)))
    yield _single(
        "calendar.ics", lambda uri: OutputFile(uri, calendar(council, (entries or calendar_entries)(council)))
    )
    yield _single("feed.xml", lambda uri: OutputFile(uri, feed(council)))


def package_file(council: Council, resources: Iterable[Resource]) -> OutputFile:
    """Return `data/datapackage.json`, which describes all tables."""
    return OutputFile("data/datapackage.json", data_package(council, resources))


def data_files(council: Council) -> Iterator[OutputFile]:
    """Yield every data file."""
    resources: list[Resource] = []
    for planned in plan_files(council):
        files, told = planned.make()
        resources += [told] if isinstance(told, Resource) else []
        yield from files
    yield package_file(council, resources)


def _table(
    table: TableSchema, council: Council, chunks: Callable[[TableSchema, Council], Chunks]
) -> tuple[tuple[OutputFile, ...], Resource]:
    return table_files(table, chunks(table, council))


def table_chunks(table: TableSchema, council: Council) -> Chunks:
    """Return the rows of a table, which are made as they are asked for."""
    return lambda: chunks_of(table, ROWS[table.name](council))


def table_files(table: TableSchema, chunks: Chunks) -> tuple[tuple[OutputFile, ...], Resource]:
    """Make a table's CSV file of chunks; its JSON file follows as it is written, of the same ones."""
    rows, parts = 0, [codecs.BOM_UTF8, _csv_text([[column.name for column in table.columns]]).encode()]
    for chunk in chunks():
        rows += chunk.rows
        parts.append(chunk.csv)
    as_csv = b"".join(parts)
    files = (
        OutputFile(f"data/{table.name}.csv", as_csv),
        OutputFile(f"data/{table.name}.json", stream=_json_parts(chunks)),
    )
    return files, Resource(table.name, rows, len(as_csv), hashlib.sha256(as_csv).hexdigest())


def chunks_of(table: TableSchema, rows: Iterable[Row]) -> Iterator[Chunk]:
    """Yield rows as they stand in the files, some thousand at a time."""
    names = [column.name for column in table.columns]
    iterator = iter(rows)
    while some := list(islice(iterator, _MANY)):
        as_csv = _csv_text([[_as_text(value) for value in row] for row in some])
        as_json = ",\n".join(_object(dict(zip(names, map(_as_json, row), strict=True))) for row in some)
        yield Chunk(len(some), as_csv.encode(), as_json.encode())


def csv_file(table: TableSchema, rows: Iterable[Row]) -> bytes:
    """Return the whole of a CSV file."""
    heading = [column.name for column in table.columns]
    return codecs.BOM_UTF8 + _csv_text([heading, *([_as_text(value) for value in row] for row in rows)]).encode()


def _json_parts(chunks: Chunks) -> Iterator[bytes]:
    """Yield an array of objects with the same keys, one object a line."""
    before = b"[\n"
    for chunk in chunks():
        yield before + chunk.json
        before = b",\n"
    yield b"[]\n" if before == b"[\n" else b"\n]\n"


def _csv_text(lines: Iterable[Sequence[object]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(lines)
    return text.getvalue()


def _single(uri: str, make: Callable[[str], OutputFile]) -> PlannedFiles:
    return PlannedFiles((uri,), lambda: ((make(uri),), None))


def speech_lines(council: Council) -> Iterator[bytes]:
    """Yield `speeches.jsonl` sitting by sitting; one is held at a time."""
    links = VideoLinks(council)
    for event in council.events.values():
        if event.id in council.debates:
            yield lines_of(event, council.debates[event.id], links)


def lines_of(event: Event, debate: Debate, links: VideoLinks) -> bytes:
    """Return the lines of one sitting."""
    told = (_object(_speech(event, speech, links.at(event, speech))) for speech in debate.speeches)
    return "".join(f"{line}\n" for line in told).encode()


def _speech(event: Event, speech: Speech, video_url: str) -> dict[str, str | int | None]:
    return {
        "id": speech.id,
        "meeting_id": event.id,
        "date": event.start_date.isoformat() if event.start_date else None,
        "position": speech.position,
        "type": speech.type.value,
        "person_id": speech.person_id,
        "name": speech.name or None,
        "role": speech.role or None,
        "attribution": speech.attribution or None,
        "text": speech.text,
        "url": speech_uri(event.id, speech.id),
        "video_url": video_url or None,
    }


def _object(values: dict[str, str | int | None]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _as_text(value: Value) -> str | int:
    match value:
        case None:
            return ""
        case dt.time():
            return value.strftime("%H:%M")
        case dt.date():
            return value.isoformat()
        case _:
            return value


def _as_json(value: Value) -> str | int | None:
    text = _as_text(value)
    return None if text == "" else text
