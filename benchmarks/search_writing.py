"""Writes an archive to search in, as large as is asked for: ``search_writing.py FOLDER MEGABYTES``.

What is said comes from the generator of `archive.py`, without the way over Word; to longer speeches invented sentences
are added, so that they are as long, and hold as many different words, as those of real minutes.
"""

from __future__ import annotations

import math
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from hashlib import blake2b
from pathlib import Path

from archive_bills import Sitting, sittings_of
from archive_calendar import PLENARY, sessions_of
from archive_committee import committee_minutes
from archive_minutes import plenary_minutes
from archive_people import House, house_of
from archive_shape import Shape
from search_corpus import DAYS, MEMBERS, Day, Member, Speech, identifier, path_of, write
from search_vocabulary import invented

_YEAR = 2_500_000  # bytes of text a year in a middling city
_MOST_YEARS = 20
_SITTINGS = 100  # a year
_BILLS, _FEWEST_BILLS = 125, 8
_BYTES = 3  # of a character
_LONGER = 2.9  # times what the generator of archives says in a sitting is said here
_ADDED = (1.2, 2.8)  # characters of invented sentences to one of the others
_SHORT = 60  # characters; a speech below that is the chair's, and stays as it is


def shape_of(megabytes: float) -> Shape:
    """Return an archive of about so many million bytes of text: longer ones have more years, then longer sittings."""
    size = megabytes * 1_000_000
    years = min(_MOST_YEARS, math.ceil(size / _YEAR))
    sittings = max(1, min(_SITTINGS, round(size / years * _SITTINGS / _YEAR)))
    bills = max(_FEWEST_BILLS, _BILLS * sittings // _SITTINGS)
    return Shape(
        years=years,
        sittings=sittings,
        characters=round(size / years / sittings / _BYTES / _LONGER),
        bills=bills,
        recorded=bills,
        amendments=bills // 3,
    )


def write_corpus(folder: Path, megabytes: float) -> None:
    """Write what was said in each sitting, and who and when, into a new folder."""
    folder.mkdir(parents=True)
    shape = shape_of(megabytes)
    house = house_of(shape)
    days = []
    for sitting in sittings_of(shape, house, tuple(sessions_of(shape))):
        days.append(_day(sitting))
        write(path_of(folder, days[-1]), [asdict(one) for one in _speeches(shape, house, sitting)])
    people = dict.fromkeys(person for stretch in house.stretches for person in stretch.seats.values())
    members = [Member(identifier("p", one.name), one.name, one.reading, one.group) for one in people]
    write(folder / MEMBERS, members)
    write(folder / DAYS, [asdict(day) for day in days])


def _day(sitting: Sitting) -> Day:
    day, session = sitting.day, sitting.session
    date = day.date.isoformat()
    key = f"{date}-{'council' if day.body == PLENARY else identifier('c', day.body)}"
    return Day(key, date, f"{session.start.isoformat()}-session", session.name, day.body)


def _speeches(shape: Shape, house: House, sitting: Sitting) -> Iterator[Speech]:
    day = sitting.day
    stretch = house.on(day.date)
    minutes = (plenary_minutes if day.body == PLENARY else committee_minutes)(shape, sitting, stretch)
    groups = {person.name: person.group for person in stretch.seats.values()}
    dice = shape.dice("invented", day.date)
    for place, turn in enumerate(_turns(minutes.lines)):
        yield _speech(dice, place, turn, groups)


def _turns(lines: Sequence[str]) -> Iterator[str]:
    """Yield what was said, each speech with its label and all its paragraphs."""
    held: list[str] = []
    for line in [*lines, "△"]:
        if line.startswith(("○", "△")):
            if held:
                yield "\n".join(held)
            held = []
        if held or line.startswith("○"):
            held.append(line)


def _speech(dice: random.Random, place: int, turn: str, groups: dict[str, str]) -> Speech:
    label, _, text = turn.removeprefix("○").partition("\u3000")
    role, _, name = label.removesuffix("君）").partition("（")
    if len(text) > _SHORT:
        text += "\n\u3000" + invented(dice, round(len(text) * dice.uniform(*_ADDED)))
    is_member = name in groups
    return Speech(
        id=f"s-{blake2b(f'{place} {turn}'.encode(), digest_size=4).hexdigest()}",
        name=name,
        role=role,
        person=identifier("p", name) if is_member else "",
        group=identifier("g", groups[name]) if is_member else "",
        text=text,
    )


def main(arguments: Sequence[str]) -> int:
    """Write an archive."""
    folder, megabytes = arguments
    write_corpus(Path(folder), float(megabytes))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
