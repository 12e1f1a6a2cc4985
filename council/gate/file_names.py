"""Names of restricted files as they are written, with their endings: looked for however short they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct, field

from council.gate.letters import is_wide
from council.location import Location
from council.text.patterns import regex

_LATIN = 8  # characters of a Latin name without its ending; image1.png or logo.png stands anywhere
_BEFORE = regex(r"[^\W_]|[.-]")  # what makes the name before it another one


class FileNames(Struct):
    """The names with the places of the files; ``_sizes`` are their lengths by their endings."""

    places: dict[str, Location] = field(default_factory=dict)
    _sizes: dict[str, set[int]] = field(default_factory=dict)
    _endings: re.Pattern[str] | None = None

    def add(self, name: str, place: Location) -> None:
        """Take in a file's name."""
        stem, dot, ending = name.casefold().rpartition(".")
        if dot and ending.isalnum() and (is_wide(stem) or len(stem) >= _LATIN):
            self.places[f"{stem}.{ending}"] = place
            self._sizes.setdefault(ending, set()).add(len(stem))
            self._endings = re.compile(rf"\.({'|'.join(sorted(self._sizes))})(?![0-9A-Za-z])", re.IGNORECASE)

    def forget(self, text: str) -> None:
        """Leave out the names that a public text holds."""
        for name in [name for name, _ in self._in(text)]:
            self.places.pop(name, None)

    def met(self, text: str) -> Iterator[Location]:
        """Yield the places of the files whose names stand in a text."""
        yield from (place for _, place in self._in(text))

    def _in(self, text: str) -> Iterator[tuple[str, Location]]:
        if not self.places or self._endings is None:
            return
        for match in self._endings.finditer(text):
            for size in self._sizes[match[1].casefold()]:
                start = match.start() - size
                name = text[max(start, 0) : match.end()].casefold()
                if start >= 0 and name in self.places and not _BEFORE.match(text[start - 1 : start]):
                    yield name, self.places[name]
