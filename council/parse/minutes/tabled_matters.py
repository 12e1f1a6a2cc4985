"""What a row, a recorded vote or a declaration is on: item 3 of a report, motion 5, by-law 24/2016."""

from __future__ import annotations

from council.parse.minutes.lines import squeeze
from council.parse.minutes.profile import TableWords
from council.parse.minutes.tabled_rows import TabledRow
from council.text.patterns import regex

_NUMBER = regex(r"[0-9]+")
BYLAW = "by-law"
MOTION = "motion"
ITEM = "item"
Matter = tuple[str, str, str]
NO_MATTER: Matter = ("", "", "")


def matter_of(row: TabledRow, words: TableWords) -> Matter:
    """Return what a row with a disposition disposes of."""
    number = row.text("number").rstrip(".)")
    if is_motion(row, words):
        return MOTION, number, ""
    if words.patterns["bylaws"].search(row.part):
        return BYLAW, number, ""
    return ITEM, number, _comparable(row.part)


def is_motion(row: TabledRow, words: TableWords) -> bool:
    """Say whether a row is one of a table of motions."""
    return bool(words.patterns["motions"].search(row.part)) and "mover" in row.cells


def named(subject: str, words: TableWords) -> Matter:
    """Return what a subject names, as far as it says so and nothing else."""
    if motion := words.patterns["motion"].match(subject):
        return MOTION, motion["number"], ""
    if bylaw := words.patterns["bylaw"].match(subject):
        return BYLAW, bylaw["number"], ""
    item = words.patterns["item"].match(subject)
    return (ITEM, item["number"], _comparable(item["report"])) if item else NO_MATTER


def all_named(subject: str, words: TableWords) -> tuple[Matter, ...]:
    """Return every matter that a subject names; none if a part of it names nothing known."""
    pieces = [piece for piece in words.patterns["and_matter"].split(subject) if piece.strip()]
    found = [_of_piece(piece, words) for piece in pieces]
    return tuple(matter for matters in found for matter in matters) if all(found) else ()


def _of_piece(piece: str, words: TableWords) -> tuple[Matter, ...]:
    if several := words.patterns["items"].match(piece):
        return tuple((ITEM, number, _comparable(several["report"])) for number in _NUMBER.findall(several["numbers"]))
    if item := words.patterns["report_item"].match(piece):
        return ((ITEM, item["number"], _comparable(item["report"])),)
    found = named(piece, words)
    return (found,) if found != NO_MATTER else ()


def _comparable(report: str) -> str:
    return squeeze(report).casefold().replace("“", "").replace("”", "").replace('"', "")
