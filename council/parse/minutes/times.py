"""When a sitting opened and closed: the first 開議 and the last 散会 that stand beside a time of day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from council.parse.minutes.lines import Line
from council.parse.minutes.profile import Pattern, Profile
from council.parse.minutes.titles import flat_lines
from council.text.dates import find_time


def read_times(lines: Iterable[Line], profile: Profile) -> tuple[dt.time | None, dt.time | None]:
    """Return the times of opening and closing that standing lines print, or None."""
    printed = [line.squeezed for line in flat_lines(lines) if profile.times.stand_in(line.squeezed)]
    opened = [time for line in printed for time in _beside(line, profile.times.opened, profile.times.clock)]
    closed = [time for line in printed for time in _beside(line, profile.times.closed, profile.times.clock)]
    return next(iter(opened), None), next(reversed(closed), None)


def _beside(line: str, word: Pattern, clock_of: Pattern) -> Iterator[dt.time]:
    """Yield the times a word stands beside: after the time (午前10時開議), or before it (開議 午前10時, adjourned at 4 p.m.)."""
    clocks = list(clock_of.finditer(line))
    ends = [*(clock.start() for clock in clocks[1:]), len(line)]
    starts = [0, *(clock.end() for clock in clocks)]
    before = bool(clocks) and not re.search(r"[一-龠]", line[clocks[-1].end() :])
    for clock, start, end in zip(clocks, starts, ends, strict=False):
        near = line[start : clock.start()] if before else line[clock.end() : end]
        if word.search(near) and (time := find_time(clock[0])):
            yield time
