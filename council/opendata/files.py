"""Every data file of an edition as finished bytes: CSV for Excel, JSON beside it, speeches a line each."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Iterable, Iterator

from council.model.council import Council
from council.model.debate import Speech
from council.model.events import Event
from council.opendata.calendar import calendar
from council.opendata.datapackage import data_package
from council.opendata.feed import feed
from council.opendata.rows import ROWS, Row, Value
from council.opendata.schema import TABLES, TableSchema
from council.opendata.video import VideoLinks
from council.pages.addresses import speech_uri
from council.pages.page import OutputFile


def data_files(council: Council) -> Iterator[OutputFile]:
    """Yield the files of `data/`, `calendar.ics` and `feed.xml`.

    Cells are the exact values: nothing is put before a ``=`` or ``+``, because ids, names and symbols are compared
    cell by cell by the programs that read them.
    """
    resources: list[tuple[TableSchema, int, bytes]] = []
    for table in TABLES:
        rows = list(ROWS[table.name](council))
        as_csv = csv_bytes(table, rows)
        resources.append((table, len(rows), as_csv))
        yield OutputFile(f"data/{table.name}.csv", as_csv)
        yield OutputFile(f"data/{table.name}.json", json_bytes(table, rows))
    yield OutputFile("data/speeches.jsonl", "".join(speech_lines(council)).encode())
    yield OutputFile("data/datapackage.json", data_package(council, resources))
    yield OutputFile("calendar.ics", calendar(council))
    yield OutputFile("feed.xml", feed(council))


def csv_bytes(table: TableSchema, rows: Iterable[Row]) -> bytes:
    """Return a table as CSV: UTF-8 with BOM, CRLF, a heading row."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([_as_text(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def json_bytes(table: TableSchema, rows: Iterable[Row]) -> bytes:
    """Return a table as an array of objects with the same keys, one object a line."""
    names = [column.name for column in table.columns]
    lines = [_object(dict(zip(names, map(_as_json, row), strict=True))) for row in rows]
    return ("[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n").encode()


def speech_lines(council: Council) -> Iterator[str]:
    """Yield `speeches.jsonl` line by line; one sitting is held at a time."""
    links = VideoLinks(council)
    for event in council.events.values():
        debate = council.debates.get(event.id)
        for speech in debate.speeches if debate else ():
            yield _object(_speech(event, speech, links.at(event, speech))) + "\n"


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
