"""Records as bytes and back: fast, and safe to read, for only this package's own records are ever made."""

from __future__ import annotations

import datetime as dt
import importlib
import io
import pickle
from collections.abc import Callable, Hashable
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any

from msgspec import Struct

from council.diagnostics import Rule
from council.rules import ALL_RULES

_PROTOCOL = 5
_PLAIN = {("datetime", "date"): dt.date, ("datetime", "time"): dt.time, ("datetime", "timedelta"): dt.timedelta}


class NotPackedError(ValueError):
    """Bytes that were not made by `pack`."""


def pack(value: object) -> bytes:
    """Return a value made of frozen records, enums, tuples, dictionaries, dates, text and numbers as bytes."""
    stream = io.BytesIO()
    _Packer(stream, _PROTOCOL).dump(value)
    return stream.getvalue()


def unpack(data: bytes) -> Any:  # noqa: ANN401 - what was packed
    """Return what was packed; NotPackedError for anything else. No code but that of records is run."""
    try:
        return _Unpacker(io.BytesIO(data)).load()
    except Exception as error:
        raise NotPackedError(str(error)) from error


def values_of(kind: type) -> Callable[[Any], tuple[Any, ...]] | None:
    """Return what takes a record apart into the arguments it is made of; none for any other class."""
    known: Hashable = kind
    return _values_of(known)


class _Packer(pickle.Pickler):
    def reducer_override(self, value: Any) -> Any:  # noqa: ANN401 - pickle's own interface
        kind = type(value)
        if kind is Rule:
            return rule_of, (value.code,)
        take = values_of(kind)
        if take is None and issubclass(kind, Enum):  # Python 3.11.0 to 3.11.3 would put `getattr` there
            return kind, (value.value,)
        return (kind, take(value)) if take else NotImplemented


class _Unpacker(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - pickle's own interface
        return _found(module, name)


def rule_of(code: str) -> Rule:
    """Return the rule of a code; KeyError if there is none."""
    return ALL_RULES[code]


@cache
def _found(module: str, name: str) -> Any:  # noqa: ANN401 - a class, or `rule_of`
    if (module, name) in _PLAIN:
        return _PLAIN[module, name]
    if (module, name) == (__name__, rule_of.__name__):
        return rule_of
    if module.partition(".")[0] != __name__.partition(".")[0]:
        raise NotPackedError(module)
    found = getattr(importlib.import_module(module), name)
    if isinstance(found, type) and issubclass(found, (Struct, Enum)):
        return found
    raise NotPackedError(name)


@cache
def _values_of(kind: Hashable) -> Callable[[Any], tuple[Any, ...]] | None:
    if not isinstance(kind, type) or kind.__module__.partition(".")[0] != __name__.partition(".")[0]:
        return None
    match names_of(kind):
        case None:
            return None
        case ():
            return lambda _: ()
        case (name,):
            return lambda value: (getattr(value, name),)
        case names:
            return attrgetter(*names)


def names_of(kind: Any) -> tuple[str, ...] | None:  # noqa: ANN401 - a class
    """Return the names of a record's fields in the order in which it is made of them; none for any other class."""
    names: tuple[str, ...] | None = kind.__struct_fields__ if issubclass(kind, Struct) else None
    return names
