"""What lets a record be a list or a mapping as well."""

from __future__ import annotations

from abc import ABCMeta

from msgspec import StructMeta


class CollectionMeta(StructMeta, ABCMeta):
    """The metaclass of structs that are a `Sequence` or a `Mapping` too, whose own is another one."""
