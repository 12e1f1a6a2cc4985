"""Builds that are killed: a quarter of them in the last tenth of the run, where files are put in their places."""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path

from independent.obstacles import counted, killed_at
from reliability_table import Row
from trials.field import Field
from trials.forked import build

LAST = 10


def try_kills(field: Field, folder: Path, number: int, seed: int) -> list[Row]:
    """Kill that many builds, each before another of its steps (a file read, written, renamed, removed, …)."""
    steps = steps_of(field, folder)
    old = half = done = 0
    broken: list[str] = []
    for at in moments(steps, number, random.Random(seed)):
        root = field.copy(folder / "minato")
        killed = build(root, before=killed_at(at))
        wrong = field.broken(root) or ("" if killed.killed else f"not killed: {killed.said[-300:]}")
        if field.is_old(root):
            old += 1
        elif field.unlike(root):
            half += 1
        else:
            done += 1
        wrong = wrong or after_it(field, root)
        broken += [f"step {at} of {steps}: {wrong}"] if wrong else []
        shutil.rmtree(folder)
    became = (
        f"as before {old}, between two files {half}, as after {done}; then equal to a cold build {number - len(broken)}"
    )
    return [Row("途中で強制終了（うち4分の1は最後の10分の1で）", "killed (a quarter in the last tenth)", number, became, tuple(broken))]  # fmt: skip


def steps_of(field: Field, folder: Path) -> int:
    """Return how many steps a build of the changed inputs takes."""
    build(field.copy(folder / "counted" / "minato"), before=counted(folder / "steps.json"))
    steps = sum(json.loads((folder / "steps.json").read_bytes()).values())
    shutil.rmtree(folder)
    return steps


def moments(steps: int, number: int, chance: random.Random) -> list[int]:
    """Return where to kill: spread over the run, and as many again as a quarter of all in its last tenth."""
    late = number // 4
    begin = steps - steps // LAST
    spread = [1 + (steps - 2) * (place + chance.random()) / (number - late) for place in range(number - late)]
    last = [begin + (steps - begin - 1) * (place + chance.random()) / late for place in range(late)]
    return [int(moment) for moment in (*spread, *last)]


def after_it(field: Field, root: Path) -> str:
    """Return what is wrong with the build after one that was stopped, if anything is."""
    again = build(root)
    if again.broken or again.code != field.code:
        return f"exit {again.code}: {again.broken or again.said[-600:]}"
    left = [path.name for site in ("site", "site-members") for path in (root / site).rglob("*.council-part")]
    left += [path.name for path in (root / ".council").glob("staging*")]
    if left:
        return f"left behind: {left}"
    return field.unlike(root)
