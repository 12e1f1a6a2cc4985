"""Footnotes and endnotes: their numbers in the order of the text, and where their words stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from council.read.docx.counting import counted
from council.read.docx.names import VAL, integer, w

if TYPE_CHECKING:
    from council.read.docx.names import Element
    from council.read.docx.package import Package

_RAISED = str.maketrans("0123456789ivxlcdm", "⁰¹²³⁴⁵⁶⁷⁸⁹ⁱᵛˣˡᶜᵈᵐ")
_SETTINGS = {"footnote": w("footnotePr"), "endnote": w("endnotePr")}
_FORMATS = {"footnote": "decimal", "endnote": "lowerRoman"}
_SEPARATORS = {"separator", "continuationSeparator", "continuationNotice"}
_ID, _TYPE = w("id"), w("type")


class Note(Struct, frozen=True):
    """A note that the text refers to: its content (None: it is missing) and its printed number."""

    content: Element | None
    label: str


class Notes:
    """Gives out the numbers of one kind of note (``footnote`` or ``endnote``)."""

    def __init__(self, package: Package, kind: str) -> None:
        """Index the notes of the package."""
        root = package.related(f"{kind}s")
        notes = () if root is None else root.iterchildren(w(kind))
        self._contents = {one.get(_ID): one for one in notes if one.get(_TYPE) not in _SEPARATORS}
        properties = _properties(package, _SETTINGS[kind])
        self._format = properties.get("numFmt") or _FORMATS[kind]
        self._next = integer(properties.get("numStart")) or 1
        self.restarts = properties.get("numRestart") in {"eachPage", "eachSect"}
        self.referred: list[Note] = []

    def refer(self, note_id: str | None, *, own_mark: bool) -> Note:
        """Count a reference and return its note; ``own_mark``: the text itself holds the mark, nothing is counted."""
        label = "" if own_mark else raised(self._next, self._format)
        self._next += 0 if own_mark else 1
        note = Note(self._contents.get(note_id), label)
        self.referred.append(note)
        return note


def raised(value: int, number_format: str) -> str:
    """Return a note's number as it is printed, raised, as far as Unicode has raised characters."""
    return (counted(value, number_format) or str(value)).translate(_RAISED)


def _properties(package: Package, tag: str) -> dict[str, str | None]:
    """Return how notes are numbered: what the whole file says, what its sections say on top."""
    settings = package.related("settings")
    found: dict[str, str | None] = {}
    for root in (settings, package.main):
        for element in () if root is None else root.iter(tag):
            found |= {one.tag.rpartition("}")[2]: one.get(VAL) for one in element}
    return found
