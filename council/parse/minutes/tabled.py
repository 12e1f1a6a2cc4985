"""Minutes that stand in tables and in which nobody speaks: attendance, items, recorded votes; every word is shown."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from council.location import Location
from council.model.debate import SpeechType
from council.model.events import AttendanceKind, AttendanceStatus
from council.parse.drafts import DraftAttendance, DraftDecision, DraftSpeech
from council.parse.minutes.lines import squeeze
from council.parse.minutes.profile import TableWords
from council.parse.minutes.tabled_rows import TabledRow, columns_of, names_in, part_of
from council.text.blocks import Block, Row, Table, paragraphs
from council.text.latin_names import TITLES, without_titles

_PEOPLE = {
    "present": (AttendanceKind.MEMBER, AttendanceStatus.PRESENT),
    "members_absent": (AttendanceKind.MEMBER, AttendanceStatus.ABSENT),
    "staff": (AttendanceKind.STAFF, AttendanceStatus.PRESENT),
}
_COURTESY = frozenset("the his her worship mr mrs ms miss mx dr hon honourable honorable councillor councilor".split())


def tabled_attendance(rows: Sequence[TabledRow], path: str, words: TableWords) -> tuple[DraftAttendance, ...]:
    """Return everybody under MEMBERS PRESENT, ABSENT and the officers beside them, column by column."""
    return tuple(
        _listed(name, column, row, path)
        for column in _PEOPLE
        for row in rows
        for line in _unwrapped(row.lines(column))
        for name in (names_in(line) if column != "staff" else [line])
        if not words.patterns["nobody"].match(squeeze(name))
    )


def _unwrapped(lines: Sequence[str]) -> list[str]:
    """Join an office that goes on in the next line: what follows a name with an office and has neither."""
    whole: list[str] = []
    for line in lines:
        if whole and "," in whole[-1] and "," not in line:
            whole[-1] += f" {line}"
        else:
            whole.append(line)
    return whole


def _listed(printed: str, column: str, row: TabledRow, path: str) -> DraftAttendance:
    kind, status = _PEOPLE[column]
    name, _, post = printed.partition(",")
    if kind is AttendanceKind.MEMBER:
        name, post = printed, _office(printed)
    at = Location(path, paragraph=row.paragraph, heading=row.part, words=printed[:24])
    return DraftAttendance(without_titles(name), kind, status, at, post=post.strip())


def _office(printed: str) -> str:
    """Return Deputy Speaker of “Deputy Speaker Councillor Gerbasi”: titles that are more than a courtesy."""
    words = printed.replace(",", " ").split()
    return " ".join(word for word in words if word.casefold() in TITLES and word.casefold() not in _COURTESY)


def split_tables(blocks: Sequence[Block], words: TableWords) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Cut title block and attendance off: what comes before the first table with items, motions, by-laws or votes."""
    first = next((place for place, block in enumerate(blocks) if _deals(block, words)), len(blocks))
    return tuple(blocks[:first]), tuple(blocks[first:])


def _deals(block: Block, words: TableWords) -> bool:
    if not isinstance(block, Table):
        return False
    wanted = {"result", "yes", "mover", "declarations"}
    return any(
        wanted & set(columns_of(row, words).values()) or words.patterns["report"].search(part_of(row))
        for row in block.rows
    )


def tabled_debate(blocks: Sequence[Block], path: str) -> tuple[DraftSpeech, ...]:
    """Return what was dealt with as headings (rows of one cell) and tables below them; blank lines are left out."""
    return tuple(
        DraftSpeech(kind, pieces, _place(pieces, path), level=1 if kind is SpeechType.HEADING else 0)
        for block in blocks
        for kind, pieces in _pieces(block)
        if any(paragraph.text.strip() for paragraph in paragraphs(pieces))
    )


def at_their_tables(decisions: Sequence[DraftDecision], debate: Sequence[DraftSpeech]) -> tuple[DraftDecision, ...]:
    """Tie every decision to the table that tells it."""
    starts = [speech.location.paragraph or 0 for speech in debate]
    return tuple(
        replace(one, speech=bisect_right(starts, one.location.paragraph or 0) - 1) if starts else one
        for one in decisions
    )


def _pieces(block: Block) -> Iterator[tuple[SpeechType, tuple[Block, ...]]]:
    if not isinstance(block, Table):
        yield SpeechType.NARRATIVE, (block,)
        return
    rows: list[Row] = []
    for place, row in enumerate(block.rows):
        part = part_of(row)
        if part and (place == 0 or part.isupper()):
            yield from _table(rows)
            rows = []
            yield SpeechType.HEADING, tuple(one for one in paragraphs(row.cells[0].blocks) if one.text.strip())
        else:
            rows.append(row)
    yield from _table(rows)


def _table(rows: Sequence[Row]) -> Iterator[tuple[SpeechType, tuple[Block, ...]]]:
    if rows:
        number = next((one.number for row in rows for cell in row.cells for one in paragraphs(cell.blocks)), 0)
        yield SpeechType.NARRATIVE, (Table(number, tuple(rows)),)


def _place(pieces: Sequence[Block], path: str) -> Location:
    first = next((one for one in paragraphs(pieces) if one.text.strip()), None)
    return Location(path, paragraph=first.number if first else None, words=first.text.strip()[:24] if first else "")
