"""Every text in a record and where it stands, whatever shape the record has: a new field cannot be forgotten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum

from msgspec import Struct

from council.location import Location
from council.parse.draft_outlines import DraftOutline
from council.text.blocks import Paragraph


class Said(Struct, frozen=True):
    """A text, its place, and the name of the field that holds it (``text`` for a paragraph)."""

    text: str
    place: Location
    field: str


def said(value: object, place: Location, field: str = "") -> Iterator[Said]:
    """Yield every text in a value, in order; ``place`` holds until something in it says its own."""
    if isinstance(value, Paragraph):
        here = Location(place.path, paragraph=value.number)
        yield Said(value.text, here, "text")
        yield from (Said(mark.value, here, "mark") for mark in value.marks if mark.value)
    elif isinstance(value, str):
        if value and not isinstance(value, Enum):
            yield Said(value, place, field)
    elif isinstance(value, DraftOutline):
        return  # all it says stands in the debate
    elif isinstance(value, Sequence):
        for one in value:
            yield from said(one, place, field)
    elif isinstance(value, Struct) and not isinstance(value, Location):
        own = getattr(value, "location", place)
        for name in value.__struct_fields__:
            yield from said(getattr(value, name), own, name)
