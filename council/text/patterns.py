"""Regular expressions compiled when they are first used: hundreds are written, and most builds ask few of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, AnyStr, cast

from msgspec import Struct
from msgspec.structs import astuple

_ASKED_FOR = tuple(name for name in dir(re.Pattern) if not name.startswith("_"))


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what `re.compile` would, except that it is compiled, and may be found wrong, when it is first asked."""
    return cast("re.Pattern[AnyStr]", _Waiting(pattern, flags))


def compile_all(held: object) -> None:
    """Compile each pattern that a record, a tuple or a mapping holds, to learn now what is wrong; raises `re.error`."""
    if isinstance(held, _Waiting):
        held.compile()
    elif isinstance(held, Struct):
        compile_all(astuple(held))
    elif isinstance(held, tuple | Mapping):
        for one in held.values() if isinstance(held, Mapping) else held:
            compile_all(one)


class _Pattern:
    """Stands for a pattern: once that is compiled, its own methods are attributes here, and cost as good as no more."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __reduce__(self) -> tuple[type[_Waiting], tuple[str | bytes, int]]:
        return _Waiting, (self.pattern, self._flags)


class _Waiting(_Pattern):
    """A pattern that nobody has asked yet."""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        if name not in _ASKED_FOR:
            raise AttributeError(name)
        self.compile()
        return getattr(self, name)

    def compile(self) -> None:
        """Become the pattern; a class without `__getattr__` is asked quicker."""
        compiled = re.compile(self.pattern, self._flags)
        vars(self).update({name: getattr(compiled, name) for name in _ASKED_FOR})
        self.__class__ = _Pattern  # type: ignore[assignment]  # no wider one is allowed to it
