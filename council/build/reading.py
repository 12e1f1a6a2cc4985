"""How a project's inputs are read."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct, field

from council.cache import Prints, Store
from council.report import Progress
from council.resolve.recall import Origins

Step = Callable[[Progress], None]


class Reading(Struct, frozen=True):
    """How inputs are read: what was read before lies in ``store``, ``jobs`` processes read new minutes (0: all).

    ``origins`` gets the drafts that are kept there, ``prints`` the fingerprints of what was resolved of them.
    """

    store: Store = field(default_factory=Store)
    step: Step = lambda _: None
    jobs: int = 1
    origins: Origins = field(default_factory=Origins)
    prints: Prints = field(default_factory=Prints)
