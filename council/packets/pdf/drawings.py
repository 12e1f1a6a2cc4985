"""What pages draw with: the pictures and forms that their resources name, and those that these name."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Dictionary

Key = tuple[int, int]
_MOST = 20_000


class Drawings:
    """Finds what is drawn with resources of one file; resources that many pages share are looked through once."""

    def __init__(self) -> None:
        """Begin with nothing looked through."""
        self._known: dict[Key, dict[Key, Any]] = {}
        self._lettered: dict[Key, bool] = {}

    def of(self, resources: Any) -> dict[Key, Any]:  # noqa: ANN401 - any object of the file
        """Return pictures and forms by number and generation."""
        if not isinstance(resources, Dictionary):
            return {}
        if resources.is_indirect and resources.objgen in self._known:
            return self._known[resources.objgen]
        found: dict[Key, Any] = {}
        waiting = [resources]
        while waiting and len(found) < _MOST:
            for one in _named(waiting.pop()):
                if one.objgen not in found:
                    found[one.objgen] = one
                    waiting.append(one.get("/Resources"))
        if resources.is_indirect:
            self._known[resources.objgen] = found
        return found

    def has_letters(self, resources: Any) -> bool:  # noqa: ANN401 - any object of the file
        """Say whether anything is drawn with a font."""
        if not isinstance(resources, Dictionary) or not resources.is_indirect:
            return self._has_letters(resources)
        if resources.objgen not in self._lettered:
            self._lettered[resources.objgen] = self._has_letters(resources)
        return self._lettered[resources.objgen]

    def _has_letters(self, resources: Any) -> bool:  # noqa: ANN401 - any object of the file
        told = [resources, *(one.get("/Resources") for one in self.of(resources).values())]
        fonts = [one.get("/Font") for one in told if isinstance(one, Dictionary)]
        return any(isinstance(one, Dictionary) and len(one) for one in fonts)


def _named(resources: Any) -> list[Any]:  # noqa: ANN401 - any object of the file
    named = resources.get("/XObject") if isinstance(resources, Dictionary) else None
    found = [value for _, value in named.items()] if isinstance(named, Dictionary) else []
    return [one for one in found if isinstance(one, pikepdf.Stream)]
