"""While a build runs, Python does not keep looking for lost objects; afterwards it does as before."""

from __future__ import annotations

import gc
from contextlib import suppress

from council.build.memory import settle, unhurried


def test_afterwards_python_looks_for_lost_objects_as_before_though_the_build_was_stopped():
    before = gc.isenabled(), gc.get_threshold(), gc.get_freeze_count()
    with suppress(OSError), unhurried():
        settle()
        assert gc.get_freeze_count()
        open_nothing()
    assert (gc.isenabled(), gc.get_threshold(), gc.get_freeze_count()) == before


def open_nothing() -> None:
    raise OSError


def test_what_a_build_made_is_not_looked_through_at_its_end():
    looked: list[str] = []

    def note(phase: str, _: dict[str, int]) -> None:
        looked.append(phase)

    with unhurried():
        settle()
        made = [[number] for number in range(2000)]
        gc.callbacks.append(note)
    other = [[number] for number in range(10)]
    gc.callbacks.remove(note)
    assert not looked
    assert len(made) + len(other)
