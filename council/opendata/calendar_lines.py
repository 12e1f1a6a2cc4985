"""The lines of a calendar as RFC 5545 has them: texts escaped, long lines folded between two characters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

_LONGEST = 74  # octets; the standard has 75, and some readers count the break
_END = "\r\n"


def component(name: str, *lines: str) -> bytes:
    """Return a component of its lines, each ended as all are."""
    return "".join(f"{one}{_END}" for one in (f"BEGIN:{name}", *lines, f"END:{name}")).encode()


def text_line(name: str, text: str) -> str:
    """Return a line with a text, in which commas, semicolons, backslashes and ends of lines have another meaning."""
    for plain, escaped in (("\\", r"\\"), (";", r"\;"), (",", r"\,"), ("\r\n", r"\n"), ("\n", r"\n"), ("\r", r"\n")):
        text = text.replace(plain, escaped)
    return plain_line(name, text)


def plain_line(name: str, value: str) -> str:
    """Return a line with a value that stands as it is, as an address does."""
    line = f"{name}:{value}"
    return line if len(line.encode()) <= _LONGEST else f"{_END} ".join(_folded(line))


def day_line(name: str, day: dt.date) -> str:
    """Return a line with a day."""
    return f"{name};VALUE=DATE:{day:%Y%m%d}"


def moment_line(name: str, moment: dt.datetime) -> str:
    """Return a line with a moment, in UTC."""
    return f"{name}:{moment.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"


def _folded(line: str) -> Iterator[str]:
    """Yield the parts of a line; what a backslash escapes stays with it, for readers that unfold too late."""
    begin = octets = 0
    for place, character in enumerate(line):
        size = len(character.encode())
        if octets + size > _LONGEST:
            end = place - 1 if line[place - 1] == "\\" else place
            yield line[begin:end]
            begin, octets = end, place - end
        octets += size
    yield line[begin:]
