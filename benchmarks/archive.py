"""Writes the invented archive of a council of any size: ``python benchmarks/archive.py DIR --years 20``.

The same shape gives the same bytes. `write_archive` and `write_one_more_sitting` are for other benchmarks and tests.
"""

from __future__ import annotations

import argparse
import dataclasses
import sys
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from archive_bills import Sitting, added_sitting, sittings_of
from archive_calendar import PLENARY, Day, Part, Session, next_weekday, sessions_of
from archive_committee import committee_minutes
from archive_minutes import plenary_minutes
from archive_people import House, house_of
from archive_shape import Shape
from archive_tables import (
    append_rows,
    decision_rows,
    in_columns,
    roster,
    session_file,
    settings,
    streams,
    votes_of,
    write_table,
)
from archive_word_file import write_word

__all__ = ["Shape", "Written", "write_archive", "write_one_more_sitting"]

_ADDED_BILLS = 3


@dataclasses.dataclass(frozen=True, slots=True)
class Written:
    """How much was written."""

    sessions: int
    sittings: int
    bills: int
    decisions: int
    people: int
    votes: int


def write_archive(folder: Path, shape: Shape) -> Written:
    """Write a council's folder, which need not exist, and return how much it holds."""
    house, sessions = house_of(shape), tuple(sessions_of(shape))
    sittings = tuple(sittings_of(shape, house, sessions))
    _write_text(folder / "mkdocs.yml", settings(shape))
    for kind in ("pages", "theme"):
        (folder / "site_templates" / kind).mkdir(parents=True, exist_ok=True)
    for session, found in groupby(sittings, key=lambda one: one.session):
        _write_text(folder / "minutes_src" / session.name / "session.yml", session_file(session))
        days = list(found)
        for sitting in days:
            _write_sitting(folder, shape, house, sitting)
        write_table(_votes_path(folder, session), votes_of(days, house.on(session.start)))
    write_table(folder / "minutes_src" / "streams.csv", streams(sittings))
    write_table(folder / "votes" / "members.csv", roster(house))
    return _counted(house, sessions, sittings)


def write_one_more_sitting(folder: Path, shape: Shape) -> Path:
    """Add a sitting with a few bills to the last session of an archive of this shape, and return its Word file.

    Each call adds the next day; the decisions' rows are added to the session's vote table.
    """
    house, session = house_of(shape), list(sessions_of(shape))[-1]
    plenaries = sum(day.body == PLENARY for day in session.days)
    here = len(list((folder / "minutes_src" / session.name).glob("第*号.docx"))) - plenaries
    date = session.days[-1].date
    for _ in range(here + 1):
        date = next_weekday(date)
    of_year = [one for one in sittings_of(shape, house, tuple(sessions_of(shape))) if one.session.year == session.year]
    last = max((one.bill.number for day in of_year for one in day.decisions if one.bill.kind == "議案"), default=0)
    day = Day(date, Part.ADDED, PLENARY, plenaries + here + 1)
    first = last + 1 + here * _ADDED_BILLS
    sitting = added_sitting(shape, house, session, day, range(first, first + _ADDED_BILLS))
    append_rows(_votes_path(folder, session), decision_rows(sitting.decisions, in_columns(house.on(date))))
    return _write_sitting(folder, shape, house, sitting)


def _write_sitting(folder: Path, shape: Shape, house: House, sitting: Sitting) -> Path:
    day = sitting.day
    is_plenary = day.body == PLENARY
    minutes = (plenary_minutes if is_plenary else committee_minutes)(shape, sitting, house.on(day.date))
    name = f"第{day.number}号" if is_plenary else day.body
    path = folder / "minutes_src" / sitting.session.name / f"{name}.docx"
    write_word(path, minutes.title, minutes.lines)
    return path


def _votes_path(folder: Path, session: Session) -> Path:
    return folder / "votes" / f"{session.name}.csv"


def _write_text(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _counted(house: House, sessions: Sequence[Session], sittings: Sequence[Sitting]) -> Written:
    decisions = [one for sitting in sittings for one in sitting.decisions]
    served = {
        person
        for stretch in house.stretches
        for person in stretch.seats.values()
        if stretch.end is None or stretch.end >= sessions[0].start
    }
    return Written(
        sessions=len(sessions),
        sittings=len(sittings),
        bills=sum(not one.on_amendment for one in decisions),
        decisions=len(decisions),
        people=len(served),
        votes=sum(len(one.options) for one in decisions),
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Write an archive as the command line asks for it."""
    parser = argparse.ArgumentParser(description="Write the invented archive of a council.")
    parser.add_argument("folder", type=Path)
    for one in dataclasses.fields(Shape):
        parser.add_argument(f"--{one.name.replace('_', '-')}", type=int, default=one.default, metavar="N")
    chosen = vars(parser.parse_args(arguments))
    folder = chosen.pop("folder")
    if folder.exists() and any(folder.iterdir()):
        parser.error(f"{folder} is not empty")
    try:
        shape = Shape(**chosen)
    except ValueError as problem:
        parser.error(str(problem))
    written = write_archive(folder, shape)
    sys.stdout.write("".join(f"{name}\t{number}\n" for name, number in dataclasses.asdict(written).items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
