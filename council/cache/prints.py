"""Fingerprints of values in which the same records stand again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct, field

from council.cache.keys import fingerprint, print_of_plain
from council.cache.packing import values_of
from council.cache.plain import ATOMS, quickly, sharing_taker

_SEEN = b"seen"
"""Sets a value with prints in the place of records apart from one that holds such bytes."""


class Prints(Struct):
    """Takes fingerprints; a record with an ``id`` of its own is printed once, wherever it stands."""

    _known: dict[int, bytes] = field(default_factory=dict)
    _many: dict[int, bytes] = field(default_factory=dict)
    _held: list[object] = field(default_factory=list)  # so that an id stays its own

    def of(self, value: Any) -> bytes:  # noqa: ANN401 - as `fingerprint`
        """Return 16 bytes that are the same for equal values and, but for chance, for no others."""
        kind = type(value)
        if _has_id(kind):
            return self._known.get(id(value)) or self._of_record(value)
        if kind is tuple and (not value or type(value[0]) is tuple or type(value[0]) in ATOMS):
            try:
                return print_of_plain(value)
            except ValueError:  # there are records further in
                pass
        try:
            return print_of_plain(self._plain(value), _SEEN)
        except (ValueError, TypeError, AttributeError):
            return fingerprint(value)

    def know(self, value: object, printed: bytes) -> None:
        """Take the fingerprint of a record with an ``id`` from somebody who took it by the same way."""
        self._known[id(value)] = printed
        self._held.append(value)

    def forget(self) -> None:
        """Let go of all records."""
        self._known.clear()
        self._many.clear()
        self._held.clear()

    def _of_record(self, value: object) -> bytes:
        try:
            found = print_of_plain(sharing_taker(type(value))(value, self._of_many), _SEEN)
        except (ValueError, TypeError, AttributeError):
            found = fingerprint(value)
        self.know(value, found)
        return found

    def _of_many(self, values: tuple[object, ...], take: Callable[[tuple[object, ...]], object]) -> bytes:
        """Return the fingerprint of some records within another, which may stand in others as well."""
        known = self._many.get(id(values))
        if known is None:
            known = self._many[id(values)] = print_of_plain(take(values))
            self._held.append(values)
        return known

    def _plain(self, value: Any) -> Any:  # noqa: ANN401 - nested lists, the prints of records in their place
        kind = type(value)
        if kind is tuple:
            known = self._known
            return [known.get(id(one)) or self._plain(one) for one in value]
        return self.of(value) if _has_id(kind) else quickly(value)


def _has_id(kind: type) -> bool:
    known = _WITH_ID.get(kind)
    if known is None:
        known = _WITH_ID[kind] = values_of(kind) is not None and hasattr(kind, "id")
    return known


_WITH_ID: dict[type, bool] = {}
