"""Which years of an edition's index are in use, and what is known besides: `current.json`, replaced in one step."""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from council.cache import made_by
from council.search.knowledge import Knowledge, read_knowledge, write_knowledge
from council.search.years import Index, is_whole, read_year

_FILE = "current.json"


class Current(Struct, frozen=True):
    """An index in use."""

    index: Index
    knowledge: Knowledge


def write_current(folder: Path, current: Current) -> None:
    """Take an index into use and remove what is in use no more."""
    known = write_knowledge(folder, current.knowledge)
    years = {year.folder.name: year.year for year in current.index.years}
    told = {"made_by": made_by(), "key": current.index.key, "years": years, "knowledge": known}
    part = folder / f"{_FILE}.{os.getpid()}.part"
    part.write_text(json.dumps(told), encoding="utf-8", newline="\n")
    part.replace(folder / _FILE)
    _tidy(folder, {_FILE, known, *years})


def read_current(folder: Path) -> Current | None:
    """Return the index in use, if all of it is there and whole and this very program made it."""
    try:
        told = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        if told["made_by"] != made_by() or not all(is_whole(folder / name) for name in told["years"]):
            return None
        years = tuple(read_year(folder / name, year) for name, year in told["years"].items())
        return Current(Index(years, told["key"]), read_knowledge(folder / told["knowledge"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def clear(path: Path) -> None:
    """Remove a file or a folder with all that is in it; nothing happens where there is none."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _tidy(folder: Path, kept: set[str]) -> None:
    for path in folder.iterdir():
        if path.name not in kept:
            with suppress(OSError):  # another program may have it open; the next build removes it
                clear(path)
