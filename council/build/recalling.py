"""What was made of drafts in earlier builds: kept under all that it was made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from council.build.reading import Reading
from council.cache import key_of, made_by
from council.cache.keys import print_of_plain
from council.model.events import Audience
from council.resolve.recall import Recall


def resolved_in(edition: Audience) -> str:
    """Return the kind in the store of what the sessions of an edition came to."""
    return f"resolved-{edition.value}"


def recall_of(reading: Reading, kind: str) -> Recall:
    """Return what recalls things of a kind out of the store that drafts are read with; all of them are to be asked for."""

    def kept(basis: tuple[Any, ...], make: Callable[[], Any]) -> Any:  # noqa: ANN401 - what was resolved
        return reading.store.value(kind, key_of(made_by(), print_of_plain(basis)), make)

    reading.store.complete(kind)
    return Recall(reading.origins, reading.prints, kept)


def recall_sessions(reading: Reading, edition: Audience) -> Recall:
    """Return what recalls what the sessions of an edition came to."""
    return recall_of(reading, resolved_in(edition))
