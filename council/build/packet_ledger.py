"""`packets.csv` as `council packet --issue` writes it: the rows that stand there, and those of the new revision."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from council.build.packet_errors import UNREAD_ROWS, WORKBOOK, PacketError
from council.diagnostics import Severity
from council.location import location_of
from council.model.events import Audience, Event
from council.model.handouts import Handout, PageNumber, PartKind
from council.parse.draft_handouts import DraftHandout
from council.parse.find import MINUTES
from council.parse.handout_columns import (
    COLUMNS,
    EDITIONS,
    FILE,
    PARTS,
    written_hash,
    written_moves,
    written_numbers,
)
from council.parse.handouts import parse_handouts
from council.parse.places import MEMBERS_ONLY, plain, session_part
from council.read.tables import read_tables

_FOLDERS = {"ja": "議員限定", "en": "members"}
_LABELS = {"ja": "資料{}", "en": "Paper {}"}
Row = Handout | DraftHandout


def ledger_path(project: Path, event: Event, edition: Audience, known: Iterable[Handout], language: str) -> Path:
    """Return where a sitting's packets are listed: where they are already, else in its session's folder.

    What is handed out to members names their papers, so that it lies in a folder that is for members only.
    """
    listed = next((location_of(one.source).path for one in known), "")
    if listed:
        return project / listed
    folders = tuple(location_of(event.source).path.split("/")[1:-1]) if event.source.startswith(MINUTES) else ()
    folder = project.joinpath(MINUTES, *session_part(folders))
    return (folder / _members_folder(folder, language) if edition is Audience.MEMBERS else folder) / FILE


def _members_folder(folder: Path, language: str) -> str:
    names = sorted(one.name for one in folder.iterdir() if one.is_dir()) if folder.is_dir() else []
    return next((name for name in names if plain(name) in MEMBERS_ONLY), _FOLDERS[language])


def append_rows(path: Path, project: Path, rows: Iterable[Handout], language: str) -> None:
    """Write the list anew with some more rows; PacketError where it cannot be read, OSError where it cannot be written."""
    name = path.relative_to(project).as_posix()
    text = "".join(_lines((*_standing(path, name), *rows), "ja" if language == "ja" else "en"))
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"~{path.name}.part")
    part.write_bytes(codecs.BOM_UTF8 + text.encode())
    try:
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def _standing(path: Path, name: str) -> tuple[DraftHandout, ...]:
    if path.suffix != ".csv":
        raise PacketError(WORKBOOK, name=name)
    if not path.exists():
        return ()
    read = read_tables(path, name)
    parsed = parse_handouts(read.value)
    if any(found.rule.severity is Severity.ERROR for found in (*read.findings, *parsed.findings)):
        raise PacketError(UNREAD_ROWS, name=name)
    return parsed.value


def _lines(rows: Iterable[Row], language: str) -> Iterator[str]:
    place = 0 if language == "ja" else 1
    yield _line(column.headings[place] for column in COLUMNS)
    for row in rows:
        cells = _cells(row, place, language)
        yield _line(cells[column.key] for column in COLUMNS)


def _line(cells: Iterable[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow(tuple(cells))
    return buffer.getvalue()


def _cells(row: Row, place: int, language: str) -> dict[str, str]:
    meeting, target = (row.event_id, row.key) if isinstance(row, Handout) else (row.meeting, row.path or row.item)
    return {
        "meeting": meeting,
        "edition": EDITIONS[row.edition][place],
        "revision": str(row.revision),
        "issued": row.issued.isoformat(),
        "part": PARTS[row.part][place],
        "target": target or "-",
        "label": _label(row.label, language),
        "pages": written_numbers(row.numbers),
        "moves": written_moves(row.moves),
        "title": row.title,
        "sha256": written_hash(row.sha256),
        "prints": ";".join(row.prints) if row.part is PartKind.PAPER else "",
    }


def _label(label: PageNumber | None, language: str) -> str:
    return _LABELS[language].format(label) if label else ""
