"""Write the invented city into a project's `minutes_src/` and `votes/`: the same bytes each time.

python sample_city/make_city.py [--into DIR]
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import committees  # noqa: E402 - the modules stand beside this script
import days  # noqa: E402
import listing  # noqa: E402
import may  # noqa: E402
import minutes  # noqa: E402
import papers  # noqa: E402
import tables  # noqa: E402
from city import SESSIONS, Sitting, sittings  # noqa: E402
from minutes import Line  # noqa: E402
from record import Record  # noqa: E402
from word import write_word  # noqa: E402

LEAST = 15_000  # characters of speech on a sitting day
MEETINGS = (
    ("1t", "文教厚生", dt.date(2026, 3, 10), "committees/2026-03-10-bunkyou"),
    ("3t", "総務", dt.date(2026, 9, 15), "committees/2026-09-15-soumu"),
)


def tell(sitting: Sitting) -> Record:
    """Tell one sitting; a day that is too short is a mistake in the texts."""
    rec = may.tell(sitting) if sitting.session == "1r" else days.tell(sitting)
    if rec.speech_size() < LEAST:
        message = f"{sitting.date}: only {rec.speech_size()} characters of speech, {LEAST} wanted"
        raise ValueError(message)
    return rec


def misprinted(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield lines with the one misprint that a published correction mends."""
    place, wrong, right = listing.TYPO
    for line in lines:
        yield replace(line, text=line.text.replace(right, wrong, 1)) if place in line.text else line


def make(into: Path) -> None:
    """Write every file of the city below a folder."""
    told = {sitting.date: tell(sitting) for sitting in sittings()}
    for sitting in sittings():
        session = SESSIONS[sitting.session]
        path = into / "minutes_src" / session.folder / f"第{sitting.number}号.docx"
        header = f"汐路市議会会議録　{session.folder}　第{sitting.number}号"
        write_word(path, misprinted(minutes.minutes_of(told[sitting.date], sitting)), header)
    for key, committee, date, name in MEETINGS:
        session = SESSIONS[key]
        lines = committees.minutes_of(committees.tell(committee, date, name), session.folder)
        path = into / "minutes_src" / session.folder / f"{committee}委員会.docx"
        write_word(path, lines, f"{committee}委員会会議録　{session.folder}")
    tables.write_tables(into / "votes")
    listing.write_lists(into, told)
    papers.write_papers(into / "minutes_src")


def main() -> None:
    """Read the command line and write the city."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--into", type=Path, default=HERE.parent, help="the project's folder (default: this repository)"
    )
    make(parser.parse_args().into)


if __name__ == "__main__":
    main()
