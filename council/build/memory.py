"""How Python looks for lost objects while a large record is in memory, nearly all of which stays in use."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = (50_000, 20, 20)  # a build makes many objects, and few of them in circles


@contextmanager
def unhurried() -> Iterator[None]:
    """Do not look for lost objects until `seek_lost` says that it is worth it."""
    was_enabled, thresholds = gc.isenabled(), gc.get_threshold()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()  # and back: all is counted as old, and nobody looks through it when a command is about to end
        gc.set_threshold(*thresholds)
        gc.unfreeze()
        if was_enabled:
            gc.enable()


def settle() -> None:
    """Leave alone what is in memory now, whoever looks for what is lost later."""
    gc.freeze()


def seek_lost() -> None:
    """Look for what is lost from here on, now and then: for whoever has many things to make."""
    gc.set_threshold(*_SELDOM)
    gc.enable()


def let_go() -> None:
    """Give back what was lost since the last time, and leave alone what is in memory now."""
    gc.collect()
    gc.freeze()
