"""Records as nested tuples of what `marshal` knows: one compiled function a class, by what its fields are said to hold.

A field that is said to hold text or a number is taken as it is, an enum by its value, a record without its name: the
class around it tells the rest. What a field may hold besides is looked at when it is there.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from enum import Enum
from types import NoneType, UnionType
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

from council.cache.packing import names_of, values_of

Taker = Callable[[Any], Any]
ATOMS = frozenset({str, int, bool, float, bytes, NoneType})
"""What stands for itself; of no other class, not even one made of these."""


def carefully(value: Any) -> Any:  # noqa: ANN401 - any record, as nested tuples of what `marshal` knows
    """Return text, numbers and nothing as they are, all else as tuples; `...` and its class's name before what is no tuple.

    Everything is looked at, whatever fields are said to hold; TypeError for what is no record.
    """
    kind = type(value)
    if kind in ATOMS:
        return value
    take = _CAREFUL.get(kind)
    if take is None:
        take = _CAREFUL[kind] = _careful_taker(kind)
    return take(value)


def quickly(value: Any) -> Any:  # noqa: ANN401 - as above
    """Return the same for values whose fields hold what they are said to, in fewer words; an error, or what `marshal` refuses, else."""
    kind = type(value)
    if kind in ATOMS:
        return value
    take = _QUICK.get(kind)
    if take is None:
        take = _QUICK[kind] = _compiled(kind, "value", _listed) if values_of(kind) else _careful_taker(kind, quickly)
    return take(value)


class _Days(dict[Any, Any]):
    """Days and times as tuples, each made once; nothing stays nothing."""

    def __missing__(self, day: Any) -> Any:  # noqa: ANN401 - a day or a time
        made = self[day] = None if day is None else (..., type(day).__name__, day.isoformat())
        return made


_DAYS = _Days()
_CAREFUL: dict[type, Taker] = {dt.date: _DAYS.__getitem__, dt.time: _DAYS.__getitem__}
_QUICK: dict[type, Taker] = dict(_CAREFUL)
"""What makes a tuple of the values of a class, found once for each class."""


def _careful_taker(kind: type, inner: Taker = carefully) -> Taker:
    """Return what takes a value of a class apart: a record, an enum, a day or time, a mapping, finished HTML."""
    name, take = _name(kind), values_of(kind)
    if take:
        return lambda value: (..., name, *[one if type(one) in ATOMS else inner(one) for one in take(value)])
    if issubclass(kind, Enum):
        known = {id(one): (..., name, one.value) for one in kind}  # by identity: members of two enums may be equal
        return lambda value: known[id(value)]
    if issubclass(kind, (dt.date, dt.time)):
        return lambda value: (..., kind.__name__, value.isoformat())
    if issubclass(kind, Mapping):
        return lambda value: (..., "mapping", *[(inner(key), inner(one)) for key, one in value.items()])
    if issubclass(kind, str):
        return lambda value: (..., name, str(value))
    if issubclass(kind, (tuple, list)):
        return lambda values: tuple([one if type(one) in ATOMS else inner(one) for one in values])
    raise TypeError(name)


def _name(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def sharing_taker(kind: type) -> Callable[[Any, Share], Any]:
    """Return what does the same as `quickly` for a record, but gives what has several records in it to somebody else.

    That one is called with the records and with what takes them apart, and returns what stands for them.
    """
    known = _SHARING.get(kind)
    if known is None:
        known = _SHARING[kind] = _compiled(kind, "value, share", _shared)
    return known


Share = Callable[[tuple[Any, ...], Taker], Any]
_SHARING: dict[type, Callable[[Any, Share], Any]] = {}
Many = Callable[[str, str, str], str]
"""Writes code for several records: where they stand, the name of each, code for one."""


def _compiled(kind: type, arguments: str, many: Many) -> Callable[..., Any]:
    """Return a function that takes a record apart, written out for what the fields of its class are said to hold."""
    code = f"lambda {arguments}: (..., {_name(kind)!r}, {_fields(kind, 'value', (kind,), many)})"
    taker: Callable[..., Any] = eval(code, {"look": quickly, "days": _DAYS})  # noqa: S307 - our own fields' names, as `dataclass` does
    return taker


def _listed(at: str, each: str, code: str) -> str:
    return f"({at} and [{code} for {each} in {at}])"


def _shared(at: str, each: str, code: str) -> str:
    return f"({at} and share({at}, lambda them: [{code} for {each} in them]))"


def _fields(kind: type, at: str, within: tuple[type, ...], many: Many) -> str:
    """Return code for the fields of a record that stands ``at`` an expression, ``within`` others."""
    hints = _hints(kind)
    return "".join(f"{_code(hint, f'{at}.{name}', within, many)}, " for name, hint in hints.items())


def _code(hint: Any, at: str, within: tuple[type, ...], many: Many) -> str:  # noqa: ANN401 - an annotation
    """Return code for what is said to be of a type."""
    while isinstance(hint, NewType):
        hint = hint.__supertype__
    if not isinstance(hint, type) or get_origin(hint) is not None:
        return _code_of_many(hint, at, within, many)
    if hint in ATOMS:
        return at
    if issubclass(hint, (dt.date, dt.time)):
        return f"days[{at}]"
    if issubclass(hint, Enum):
        return f"{at}._value_"
    if values_of(hint) and hint not in within and not hint.__subclasses__():
        return f"({_fields(hint, at, (*within, hint), many)})"
    return f"look({at})"


def _code_of_many(hint: Any, at: str, within: tuple[type, ...], many: Many) -> str:  # noqa: ANN401 - an annotation
    """Return code for what may be nothing, or several things of a type."""
    match get_origin(hint), get_args(hint):
        case origin, (one, none) if none is NoneType and origin in {Union, UnionType}:
            code = _code(one, at, within, many)
            return code if code in {at, f"days[{at}]"} else f"(None if {at} is None else {code})"
        case origin, (one, end) if origin is tuple and end is ...:
            each = f"{at.partition('.')[0]}_"
            code = _code(one, each, within, _listed)
            return at if code == each else many(at, each, code)
    return f"look({at})"


def _hints(kind: Any) -> Mapping[str, Any]:  # noqa: ANN401 - a class of records
    """Return what each field of a record is said to hold; anything at all where that cannot be told here."""
    try:
        hints = get_type_hints(kind)
    except (NameError, TypeError):  # imported for type checkers alone, or said in words that only these understand
        hints = {}
    return {name: hints.get(name, object) for name in names_of(kind) or ()}
