"""A place in an input file that a person can find again in Word or Excel."""

from __future__ import annotations

import re

from msgspec import Struct


class Location(Struct, frozen=True):
    """A file and the place in it.

    ``path`` is relative to the project with ``/``. ``line`` and ``column`` count from 1 as Excel shows
    them; ``paragraph`` is the running number over body text and tables of a Word file. Word shows no
    paragraph numbers, so ``heading`` (the heading above) and ``words`` (a few words to search for) lead there.
    """

    path: str
    line: int | None = None
    column: int | None = None
    paragraph: int | None = None
    heading: str = ""
    words: str = ""
    sheet: str = ""

    def __str__(self) -> str:
        """Return the ``source`` string of the data files: ``votes/a.csv:14:3`` or ``minutes_src/a.docx:¶143``."""
        path = f"{self.path}[{self.sheet}]" if self.sheet else self.path
        if self.paragraph is not None:
            return f"{path}:¶{self.paragraph}"
        if self.line is None or self.column is None:
            return ":".join([path, *(str(part) for part in (self.line, self.column) if part is not None)])
        return f"{path}:{self.line}:{self.column}"

    @property
    def sort_key(self) -> tuple[str, str, int, int, int]:
        """Order findings as a reader walks through the files."""
        return (self.path, self.sheet, self.paragraph or 0, self.line or 0, self.column or 0)


_SOURCE = re.compile(
    r"^(?P<path>.*?)(?:\[(?P<sheet>[^\]]*)\])?(?::¶(?P<paragraph>\d+)|:(?P<line>\d+)(?::(?P<column>\d+))?)?$"
)


def location_of(source: str) -> Location:
    """Return the place a ``source`` string names; the reverse of ``str(location)``."""
    match = _SOURCE.match(source)
    if match is None:
        return Location(source)
    line, column, paragraph = (int(match[name]) if match[name] else None for name in ("line", "column", "paragraph"))
    return Location(match["path"], line, column, paragraph, sheet=match["sheet"] or "")
