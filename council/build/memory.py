"""How Python looks for lost objects while a large record is in memory, nearly all of which stays in use."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unhurried() -> Iterator[None]:
    """Do not look for lost objects until `settle` says that what is to stay is there."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.unfreeze()
        if was_enabled:
            gc.enable()


def settle() -> None:
    """Leave alone what is in memory now, and look for what is lost from here on."""
    let_go()
    gc.enable()


def let_go() -> None:
    """Give back what was lost since the last time, and leave alone what is in memory now."""
    gc.collect()
    gc.freeze()
