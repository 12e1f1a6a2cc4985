"""When a sitting opened, was adjourned, went on and closed: words such as 開議 and 休憩 that stand beside a time of day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from msgspec import Struct

from council.model.events import Recess
from council.parse.minutes.lines import Line
from council.parse.minutes.profile import Pattern, Profile, Times
from council.parse.minutes.titles import flat_lines
from council.text.dates import find_time


class _Told(Struct, frozen=True):
    """A time with what stands beside it; ``pause`` where a line tells a whole break."""

    near: str
    time: dt.time
    pause: Recess | None = None


class Hours(Struct, frozen=True):
    """When a sitting was held."""

    opened: dt.time | None = None
    closed: dt.time | None = None
    recesses: tuple[Recess, ...] = ()


def read_hours(preface: Iterable[Line], debate: Iterable[Line], epilogue: Iterable[Line], profile: Profile) -> Hours:
    """Return what standing lines print: the first opening, the last close, the breaks of the debate, else of the preface."""
    before, within, after = (list(_told(lines, profile)) for lines in (preface, debate, epilogue))
    told = [*before, *within, *after]
    opened = [one.time for one in told if profile.times.opened.search(one.near)]
    closed = [one.time for one in told if profile.times.closed.search(one.near)]
    recesses = _recesses(within, profile.times) or _recesses(before, profile.times)
    return Hours(next(iter(opened), None), next(reversed(closed), None), recesses)


def _recesses(told: Iterable[_Told], times: Times) -> tuple[Recess, ...]:
    """Return the breaks; after one, 開議 means that the sitting went on. A time that does not follow is left open."""
    found: list[Recess] = []
    pause: dt.time | None = None
    for one in told:
        if one.pause:
            found += [Recess(pause), one.pause] if pause else [one.pause]
            pause = None
        elif times.resumed.search(one.near) or (pause and times.opened.search(one.near)):
            found.append(Recess(pause, one.time if pause is None or pause <= one.time else None))
            pause = None
        elif times.recess.search(one.near) or times.closed.search(one.near):
            found += [Recess(pause)] if pause else []
            pause = one.time if times.recess.search(one.near) else None
    return (*found, *([Recess(pause)] if pause else []))


def _told(lines: Iterable[Line], profile: Profile) -> Iterator[_Told]:
    """Yield the times of lines that hold nothing else, each with what stands beside it."""
    times = profile.times
    for line in flat_lines(lines):
        if not times.stand_in(line.squeezed):
            continue
        span = times.pause_in(line.squeezed)
        pause = _pause(*span) if span else None
        if pause and pause.start:
            yield _Told("", pause.start, pause)
        else:
            yield from _beside(line.squeezed, times.clock)


def _pause(printed: str, until: str) -> Recess | None:
    """Return a break told in one line; 午後1時～2時 ends in the same half of the day, and never before it began."""
    half = "" if until.startswith("午") else printed[:2] if printed.startswith("午") else ""
    start, end = find_time(printed), find_time(half + until)
    return Recess(start, end if start and end and start <= end else None) if start else None


def _beside(line: str, clock_of: Pattern) -> Iterator[_Told]:
    """Yield each time with the words after it (午前10時開議), or before it (開議 午前10時, adjourned at 4 p.m.)."""
    clocks = list(clock_of.finditer(line))
    ends = [*(clock.start() for clock in clocks[1:]), len(line)]
    starts = [0, *(clock.end() for clock in clocks)]
    before = bool(clocks) and not any("一" <= character <= "龠" for character in line[clocks[-1].end() :])
    for clock, start, end in zip(clocks, starts, ends, strict=False):
        if time := find_time(clock[0]):
            yield _Told(line[start : clock.start()] if before else line[clock.end() : end], time)
