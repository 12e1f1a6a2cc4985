"""What sessions came to in earlier builds: kept under all that it was made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from council.build.reading import Reading
from council.cache import key_of, made_by
from council.cache.keys import print_of_plain
from council.model.events import Audience
from council.resolve.recall import Recall


def recall_of(reading: Reading, edition: Audience) -> Recall:
    """Return what recalls an edition's sessions out of the store they were read with; all of them are to be asked for."""
    kind = f"resolved-{edition.value}"

    def kept(basis: tuple[Any, ...], make: Callable[[], Any]) -> Any:  # noqa: ANN401 - what was resolved
        return reading.store.value(kind, key_of(made_by(), print_of_plain(basis)), make)

    reading.store.complete(kind)
    return Recall(reading.origins, reading.prints, kept)
