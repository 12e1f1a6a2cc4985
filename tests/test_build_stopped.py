"""Stopped in the middle of a change, by a kill or by the system: the site is whole, and the next build finishes it."""

from __future__ import annotations

import errno
import json
import os
import random
from pathlib import Path

import pytest
from independent.obstacles import counted, killed_at, refused
from trials.field import Field, codes
from trials.forked import build

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
LAST = 10  # both publications are in this part of the steps of a build


def finished(field: Field, root: Path) -> str:
    """Return what is wrong with the next build, if anything is."""
    again = build(root)
    return again.broken or field.unlike(root) or ("" if again.code == field.code else f"exit {again.code}")


def steps_of(field: Field, folder: Path) -> int:
    """Return how many steps a build of the changed inputs takes."""
    build(field.copy(folder / "counted" / "minato"), before=counted(folder / "steps.json"))
    return sum(json.loads((folder / "steps.json").read_bytes()).values())


@pytest.mark.slow
def test_killed_at_steps_all_over_the_run(field: Field, tmp_path: Path):
    chance = random.Random(11)  # noqa: S311 - the same steps every time
    steps, stopped, between = steps_of(field, tmp_path), 0, 0
    late = steps / LAST
    for place in range(12):
        root = field.copy(tmp_path / f"{place}" / "minato")
        part = (place % 6 + chance.random()) / 6
        step = steps * part if place < 6 else steps - late * part
        killed = build(root, before=killed_at(int(step)))
        stopped += killed.killed
        between += not field.is_old(root) and field.unlike(root) != ""
        assert field.broken(root) == "", place
        assert finished(field, root) == "", place
    assert stopped >= 9
    assert between >= 1, "no kill fell between two files of a publication"


@pytest.mark.parametrize("kind", ["write", "replace", "fsync", "link"])
def test_one_call_refused(field: Field, tmp_path: Path, kind: str):
    for number, code in ((9, errno.EACCES), (40, errno.ENOSPC)):
        root = field.copy(tmp_path / f"{number}" / "minato")
        done = build(root, before=refused(kind, number, code))
        assert done.broken == "", number
        assert field.broken(root) == "", number
        assert done.code in (field.code, 2)
        if done.code == field.code:
            assert field.unlike(root) == "", number
        else:
            assert codes(done) & {"S304", "S305", "S307", "S311"}, number
        assert finished(field, root) == "", number
