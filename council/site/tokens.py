"""Private marks that hold a record's place in a rendered page until the record is put there."""

from __future__ import annotations

import re

_OPEN, _CLOSE = "\ue000", "\ue001"
_TOKEN = re.compile(f"{_OPEN}([a-z]+[0-9]*){_CLOSE}")


def token(name: str) -> str:
    """Return the mark for one slot; the characters around the name mean nothing to HTML, Jinja or a URL."""
    return f"{_OPEN}{name}{_CLOSE}"


def cut(html: str) -> tuple[str, ...]:
    """Split at the marks: fixed text at even places, slot names at odd places."""
    return tuple(_TOKEN.split(html))


def slots(parts: tuple[str, ...]) -> list[str]:
    """Return the slot names of a cut page, in order, repeated as they occur."""
    return list(parts[1::2])


def is_clean(parts: tuple[str, ...]) -> bool:
    """Say whether every mark came through whole: none is left, bent by a filter, in the fixed text."""
    return not any(_OPEN in text or _CLOSE in text for text in parts[::2])
