"""Values of a PDF, references followed; what is missing or of another kind is empty."""

from __future__ import annotations

from pypdf.generic import ArrayObject, DictionaryObject, NullObject, PdfObject


def resolved(value: PdfObject | None) -> PdfObject | None:
    """Return what a reference leads to; None for null."""
    found = None if value is None else value.get_object()
    return None if isinstance(found, NullObject) else found


def at(parent: DictionaryObject, key: str) -> PdfObject | None:
    """Return the value of a key, or None."""
    return resolved(parent.get(key))


def word_at(parent: DictionaryObject, key: str) -> str:
    """Return a name or string; empty if there is none."""
    value = at(parent, key)
    return value if isinstance(value, str) else ""


def dictionary_at(parent: DictionaryObject, key: str) -> DictionaryObject:
    """Return a dictionary or stream; an empty one if there is none."""
    value = at(parent, key)
    return value if isinstance(value, DictionaryObject) else DictionaryObject()


def list_at(parent: DictionaryObject, key: str) -> list[PdfObject]:
    """Return an array's values, references not followed; a single value as one; nothing if there is none."""
    value = at(parent, key)
    if isinstance(value, ArrayObject):
        return list(value)
    return [] if value is None else [value]


def number(value: object) -> float:
    """Return a number; 0 for anything else."""
    try:
        return float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return 0.0
