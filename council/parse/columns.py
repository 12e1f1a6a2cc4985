"""Records kept as columns, their places apart: equal columns are one, and a record is made when it is asked for.

A council's lists say the same over and over. As columns they are quick to read and take little room.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from operator import attrgetter
from typing import Any, ClassVar, TypeVar

from msgspec import Struct, field

from council.cache import pack, unpack
from council.cache.structs import CollectionMeta
from council.location import Location
from council.parse.draft_outlines import DraftHeading, DraftTurns
from council.parse.drafts import DraftAttendance, DraftVote

T = TypeVar("T")
_PLACE = "location"


class Cells(Struct, Sequence[Location], metaclass=CollectionMeta, frozen=True, eq=False):
    """Places in one table."""

    path: str
    sheet: str
    lines: tuple[int | None, ...]
    columns: tuple[int | None, ...]

    def __getitem__(self, place: Any) -> Any:  # noqa: ANN401 - as tuple
        """Make one place, or some."""
        return tuple(self)[place] if isinstance(place, slice) else self._at(self.lines[place], self.columns[place])

    def __iter__(self) -> Iterator[Location]:
        """Make the places one after another."""
        return map(self._at, self.lines, self.columns)

    def __len__(self) -> int:
        """Count the places."""
        return len(self.lines)

    @property
    def is_in_order(self) -> bool:
        """Say whether the places are cells as a reader walks through the table."""
        if None in self.lines or None in self.columns:
            return False
        walked = list(zip(self.lines, self.columns, strict=True))
        return all(one < other for one, other in pairwise(walked))

    def sources(self) -> list[str]:
        """Return the places of cells as `str` tells each."""
        path = f"{self.path}[{self.sheet}]" if self.sheet else self.path
        return [f"{path}:{line}:{column}" for line, column in zip(self.lines, self.columns, strict=True)]

    def _at(self, line: int | None, column: int | None) -> Location:
        return Location(self.path, line, column, sheet=self.sheet)


class Folded(Struct, Sequence[Location], metaclass=CollectionMeta, frozen=True, eq=False):
    """Places in minutes, which are seldom asked for."""

    number: int
    packed: bytes

    @classmethod
    def of(cls, places: tuple[Location, ...]) -> Folded:
        """Fold some places."""
        return cls(len(places), zlib.compress(pack(places)))

    def __getitem__(self, place: Any) -> Any:  # noqa: ANN401 - as tuple
        """Unfold the places for one of them, or some."""
        return self._all()[place]

    def __iter__(self) -> Iterator[Location]:
        """Unfold the places."""
        return iter(self._all())

    def __len__(self) -> int:
        """Count the places."""
        return self.number

    def _all(self) -> tuple[Location, ...]:
        places: tuple[Location, ...] = unpack(zlib.decompress(self.packed))
        return places


class Columns(Struct, Sequence[T], metaclass=CollectionMeta, frozen=True, eq=False):
    """Records of one class: a column for each field but ``location``, in their order, and where each stands."""

    columns: tuple[tuple[Any, ...], ...]
    places: Sequence[Location]
    kind: ClassVar[type]

    def __getitem__(self, place: Any) -> Any:  # noqa: ANN401 - as tuple
        """Make the records for one of them, or some."""
        return tuple(self)[place]

    def __iter__(self) -> Iterator[T]:
        """Make the records one after another."""
        values: list[Sequence[Any]] = list(self.columns)
        values.insert(_names(self.kind).index(_PLACE), self.places)
        return map(self.kind, *values)

    def __len__(self) -> int:
        """Count the records."""
        return len(self.places)

    def column(self, name: str) -> tuple[Any, ...]:
        """Return what all records have in a field."""
        return self.columns[_others(self.kind).index(name)]


class AttendanceColumns(Columns[DraftAttendance], frozen=True, eq=False):
    """The lines of an attendance list."""

    kind = DraftAttendance


class TurnColumns(Columns[DraftTurns], frozen=True, eq=False):
    """The turns of a debate."""

    kind = DraftTurns


class HeadingColumns(Columns[DraftHeading], frozen=True, eq=False):
    """The headings of a debate."""

    kind = DraftHeading


class VoteColumns(Columns[DraftVote], frozen=True, eq=False):
    """The votes of one row of a table."""

    kind = DraftVote


def column(records: Sequence[Any], name: str) -> Sequence[Any]:
    """Return what records have in a field, however they are kept."""
    return records.column(name) if isinstance(records, Columns) else [getattr(one, name) for one in records]


def places_of(records: Sequence[Any]) -> Sequence[Location]:
    """Return where records stand, however they are kept."""
    return records.places if isinstance(records, Columns) else [one.location for one in records]


class Sharing:
    """Makes columns of records; what is equal in several is one object, so that it is kept once."""

    def __init__(self) -> None:
        """Begin with nothing to share."""
        self._known: dict[tuple[str, object], Any] = {}

    def columns(self, kind: type[Columns[T]], records: Sequence[T]) -> Sequence[T]:
        """Return records as columns, or columns with those put in that are known already."""
        if not records:
            return records
        names = _others(kind.kind)
        told = tuple(self._shared(f"{kind.__name__}.{name}", tuple(column(records, name))) for name in names)
        places = places_of(records)
        return kind(self._one("columns", told), self._places(tuple(places)) if type(places) is list else places)

    def _shared(self, name: str, values: tuple[Any, ...]) -> tuple[Any, ...]:
        known: tuple[Any, ...] | None = self._known.get((name, values))
        if known is None:
            known = tuple(self._one(name, one) if type(one) is str else one for one in values)
            self._known[name, values] = known
        return known

    def _one(self, name: str, value: T) -> T:
        shared: T = self._known.setdefault((name, value), value)
        return shared

    def _places(self, places: tuple[Location, ...]) -> Sequence[Location]:
        first = places[0]
        if any(one != Location(first.path, one.line, one.column, sheet=first.sheet) for one in places):
            return Folded.of(places)
        lines, columns = (tuple(map(attrgetter(name), places)) for name in ("line", "column"))
        return Cells(first.path, first.sheet, self._one("line", lines), self._one("column", columns))


class Alike(Struct):
    """Returns one object for all columns that are equal, of whatever file."""

    _seen: dict[int, tuple[object, Any]] = field(default_factory=dict)  # held, so that an id stays its own
    _known: dict[tuple[tuple[Any, ...], ...], tuple[tuple[Any, ...], ...]] = field(default_factory=dict)

    def of(self, columns: tuple[tuple[Any, ...], ...]) -> tuple[tuple[Any, ...], ...]:
        """Return the columns, or those equal to them that were seen first."""
        seen = self._seen.get(id(columns))
        if seen is None:
            seen = self._seen[id(columns)] = (columns, self._known.setdefault(columns, columns))
        return seen[1]


@cache
def _names(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - a class of records
    names: tuple[str, ...] = kind.__struct_fields__
    return names


@cache
def _others(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - a class of records
    return tuple(name for name in _names(kind) if name != _PLACE)
