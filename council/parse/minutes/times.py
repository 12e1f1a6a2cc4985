"""When a sitting opened, was adjourned, went on and closed: words such as 開議 and 休憩 that stand beside a time of day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from council.model.events import Recess
from council.parse.minutes.lines import Line
from council.parse.minutes.profile import Pattern, Profile, Times
from council.parse.minutes.titles import flat_lines
from council.text.dates import find_time


@dataclass(frozen=True, slots=True)
class Hours:
    """When a sitting was held."""

    opened: dt.time | None = None
    closed: dt.time | None = None
    recesses: tuple[Recess, ...] = ()


def read_hours(preface: Iterable[Line], debate: Iterable[Line], epilogue: Iterable[Line], profile: Profile) -> Hours:
    """Return what standing lines print: the first opening, the last close, the breaks of the debate, else of the preface."""
    before, within, after = (list(_told(lines, profile)) for lines in (preface, debate, epilogue))
    told = [*before, *within, *after]
    opened = [time for near, time in told if profile.times.opened.search(near)]
    closed = [time for near, time in told if profile.times.closed.search(near)]
    recesses = _recesses(within, profile.times) or _recesses(before, profile.times)
    return Hours(next(iter(opened), None), next(reversed(closed), None), recesses)


def _recesses(told: Iterable[tuple[str, dt.time]], times: Times) -> tuple[Recess, ...]:
    """Return the breaks; after one, 開議 means that the sitting went on. A time that does not follow is left open."""
    found: list[Recess] = []
    pause: dt.time | None = None
    for near, time in told:
        if times.resumed.search(near) or (pause and times.opened.search(near)):
            found.append(Recess(pause, time if pause is None or pause <= time else None))
            pause = None
        elif times.recess.search(near) or times.closed.search(near):
            found += [Recess(pause)] if pause else []
            pause = time if times.recess.search(near) else None
    return (*found, *([Recess(pause)] if pause else []))


def _told(lines: Iterable[Line], profile: Profile) -> Iterator[tuple[str, dt.time]]:
    """Yield the times of lines that hold nothing else, each with what stands beside it."""
    for line in flat_lines(lines):
        if profile.times.stand_in(line.squeezed):
            yield from _beside(line.squeezed, profile.times.clock)


def _beside(line: str, clock_of: Pattern) -> Iterator[tuple[str, dt.time]]:
    """Yield each time with the words after it (午前10時開議), or before it (開議 午前10時, adjourned at 4 p.m.)."""
    clocks = list(clock_of.finditer(line))
    ends = [*(clock.start() for clock in clocks[1:]), len(line)]
    starts = [0, *(clock.end() for clock in clocks)]
    before = bool(clocks) and not re.search(r"[一-龠]", line[clocks[-1].end() :])
    for clock, start, end in zip(clocks, starts, ends, strict=False):
        if time := find_time(clock[0]):
            yield line[start : clock.start()] if before else line[clock.end() : end], time
