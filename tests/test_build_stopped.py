"""Stopped in the middle of a change, by a kill or by the system: the site is whole, and the next build finishes it."""

from __future__ import annotations

import errno
import os
import random
from pathlib import Path

import pytest
from independent.obstacles import killed_at, refused
from trials.field import Field, codes, make_field
from trials.forked import build

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
STEPS = 19_000  # about as many as a build of the small council takes, once the program is loaded; most of them index
LAST = 1_500  # among which both publications are


@pytest.fixture(scope="module")
def field(tmp_path_factory: pytest.TempPathFactory) -> Field:
    return make_field(tmp_path_factory.mktemp("field"))


def finished(field: Field, root: Path) -> str:
    """Return what is wrong with the next build, if anything is."""
    again = build(root)
    return again.broken or field.unlike(root) or ("" if again.code == field.code else f"exit {again.code}")


@pytest.mark.slow
def test_killed_at_steps_all_over_the_run(field: Field, tmp_path: Path):
    chance = random.Random(11)  # noqa: S311 - the same steps every time
    stopped = between = 0
    for place in range(12):
        root = field.copy(tmp_path / f"{place}" / "minato")
        step = STEPS * (place + chance.random()) / 6 if place < 6 else STEPS - LAST * (place - 6 + chance.random()) / 6
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
