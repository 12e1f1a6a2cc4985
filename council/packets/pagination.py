"""Papers as pages of a packet: how many each has, and what tells one of them from another."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from council.model.events import Material


def planned_pages(material: Material) -> int:
    """Return how many pages a paper takes, as far as the record says it; what is held back takes one."""
    return 1 if material.withheld else max(material.pages, 1)


SAME = "="
"""The print of a page of a file that has not changed."""


def planned_prints(material: Material) -> tuple[str, ...]:
    """Return prints that tell pages by their file and place."""
    return tuple(f"={material.sha256[:12]}.{place}" for place in range(planned_pages(material)))


class Pagination(Struct, frozen=True):
    """Tells for each page of a paper what is equal for equal pages; whether packets are bound as PDF."""

    prints: Callable[[Material], tuple[str, ...]] = planned_prints
    binds: bool = False
