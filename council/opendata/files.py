"""Every data file of an edition as finished bytes: CSV for Excel, JSON beside it, speeches a line each."""

from __future__ import annotations

import codecs
import csv
import datetime as dt
import hashlib
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice

import msgspec
from msgspec import Struct

from council.model.council import Council
from council.model.debate import Speech
from council.model.events import Event
from council.opendata.calendar import calendar, calendar_entries
from council.opendata.datapackage import data_package
from council.opendata.feed import feed
from council.opendata.pieces import Gather, Piece, RowPart, Spacing, Wanted, all_made
from council.opendata.resource import Found, Resource
from council.opendata.rows import ROWS, Row, Value
from council.opendata.schema import TABLES, TableSchema
from council.opendata.video import VideoLinks
from council.pages.addresses import speech_uri
from council.pages.page import OutputFile

VOTES = "votes"
_MANY = 2000
_FIRST, _NEXT = b"[\n", b",\n"


class PlannedFiles(Struct, frozen=True):
    """Files that are made together; of a table, ``make`` gives the resource beside them, of others what was found.

    ``is_kept``: one small file without anything beside it, which is kept to be written once more.
    """

    uris: tuple[str, ...]
    make: Callable[[], tuple[tuple[OutputFile, ...], Resource | Found | None]]
    given: tuple[object, ...] = ()
    is_kept: bool = False


def plan_files(
    council: Council,
    lines: Callable[[Council], Iterable[Wanted]] | None = None,
    parts: Callable[[TableSchema, Council], Sequence[RowPart]] | None = None,
    entries: Callable[[Council], Iterable[bytes]] | None = None,
    gather: Gather = all_made,
) -> Iterator[PlannedFiles]:
    """Yield the plan of `data/` but for the data package, of `calendar.ics` and of `feed.xml`.

    Cells are the exact values: nothing is put before a ``=`` or ``+``, because ids, names and symbols are compared
    cell by cell by the programs that read them. ``lines`` gives the lines of `speeches.jsonl`, sitting by sitting,
    ``parts`` the rows of a table, both with keys by which ``gather`` may know them, ``entries`` those of the calendar.
    """
    for table in TABLES:
        uris = (f"data/{table.name}.csv", f"data/{table.name}.json")
        yield PlannedFiles(uris, partial(_table, table, council, parts or whole_table, gather))
    yield _single("data/speeches.jsonl", lambda uri: _speeches(uri, (lines or speech_lines)(council), gather))
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
    table: TableSchema, council: Council, parts: Callable[[TableSchema, Council], Sequence[RowPart]], gather: Gather
) -> tuple[tuple[OutputFile, ...], Resource]:
    return table_files(table, parts(table, council), gather)


def whole_table(table: TableSchema, council: Council) -> tuple[RowPart]:
    """Return all rows of a table, made here and now."""
    rows = tuple(ROWS[table.name](council))
    return (RowPart(lambda: rows),)


def table_files(
    table: TableSchema, parts: Sequence[RowPart], gather: Gather = all_made
) -> tuple[tuple[OutputFile, ...], Resource]:
    """Make a table's CSV file; its JSON file follows as it is written, of the same rows."""
    as_csv, as_json = f"data/{table.name}.csv", f"data/{table.name}.json"
    head = csv_head(table)
    pieces = list(
        gather(as_csv, Spacing(len(head)), [Wanted(partial(_csv_rows, table, one), one.key) for one in parts])
    )
    content = [head, *(piece.data for piece in pieces)]
    checksum = hashlib.sha256()
    for part in content:
        checksum.update(part)
    sha = checksum.hexdigest()
    objects = [Wanted(partial(_json_rows, _names(table), one), one.key) for one in parts]
    files = (
        OutputFile(as_csv, stream=content, sha=sha),
        OutputFile(as_json, stream=_array(gather(as_json, Spacing(len(_FIRST), len(_NEXT)), objects))),
    )
    rows = sum(piece.rows for piece in pieces)
    return files, Resource(table.name, rows, sum(map(len, content)), sha)


def _names(table: TableSchema) -> list[str]:
    return [column.name for column in table.columns]


def _csv_rows(table: TableSchema, part: RowPart) -> Piece:
    told, rows = [], iter(part.rows())
    count = 0
    while some := list(islice(rows, _MANY)):
        told.append(_csv_text(_lines(table, some)))
        count += len(some)
    return Piece(b"".join(told), count)


def _json_rows(names: Sequence[str], part: RowPart) -> Piece:
    told = [_object(dict(zip(names, map(_as_json, row), strict=True))) for row in part.rows()]
    return Piece(_NEXT.join(told), len(told))


def csv_head(table: TableSchema) -> bytes:
    """Return how a table's CSV file begins: that it is UTF-8, and the names of its columns."""
    return codecs.BOM_UTF8 + _csv_text([_names(table)])


def csv_line(row: Row) -> str:
    """Return some cells as they stand in a CSV file, several of which may make up a line."""
    return _csv_text([_cells(row)]).decode().removesuffix("\r\n")


def _array(pieces: Iterable[Piece]) -> Iterator[bytes]:
    """Yield an array of objects with the same keys, one object a line."""
    before = _FIRST
    for piece in pieces:
        if piece.data:
            yield before
            yield piece.data
            before = _NEXT
    yield b"[]\n" if before == _FIRST else b"\n]\n"


def _csv_text(lines: Iterable[Sequence[object]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(lines)
    return text.getvalue().encode()


def _speeches(uri: str, lines: Iterable[Wanted], gather: Gather) -> OutputFile:
    return OutputFile(uri, stream=(piece.data for piece in gather(uri, Spacing(), lines)))


def _single(uri: str, make: Callable[[str], OutputFile]) -> PlannedFiles:
    return PlannedFiles((uri,), lambda: ((make(uri),), None))


def speech_lines(council: Council) -> Iterator[Wanted]:
    """Yield the lines of `speeches.jsonl` sitting by sitting; one is held at a time."""
    links = VideoLinks(council)
    for event in council.events.values():
        if event.id in council.debates:
            yield Wanted(partial(lines_of, council, event, links))


def lines_of(council: Council, event: Event, links: VideoLinks) -> Piece:
    """Return the lines of one sitting."""
    told = [_object(_speech(event, speech, links.at(event, speech))) for speech in council.debates[event.id].speeches]
    return Piece(b"".join(line + b"\n" for line in told))


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


def _object(values: dict[str, str | int | None]) -> bytes:
    return msgspec.json.encode(values)


def _lines(table: TableSchema, rows: Iterable[Row]) -> Iterable[Sequence[object]]:
    """Return rows as `csv` takes them: it writes nothing, numbers and days as we do, but not times of day."""
    return map(_cells, rows) if any(column.type == "time" for column in table.columns) else rows


def _cells(row: Row) -> list[str | int]:
    return [value if type(value) is str else _as_text(value) for value in row]  # nearly all are text


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
