"""Steps that the system refuses once: the disk is full, the right is missing."""

from __future__ import annotations

import errno
import json
import random
import shutil
from pathlib import Path

from independent.obstacles import counted, refused
from reliability_kills import after_it
from reliability_table import Row
from trials.field import Field, codes
from trials.forked import build

KINDS = ("open", "write", "fsync", "mkdir", "replace", "link", "unlink", "rmdir")
EACH = 6
CODES = {errno.ENOSPC: "disk full", errno.EACCES: "no permission"}
SAID = {"S304", "S305", "S307", "S309", "S310", "S311"}


def try_refusals(field: Field, folder: Path, each: int = EACH) -> list[Row]:
    """Let each kind of call fail once with each code, at several places of a build."""
    build(field.copy(folder / "counted" / "minato"), before=counted(folder / "steps.json"))
    numbers = json.loads((folder / "steps.json").read_bytes())
    shutil.rmtree(folder)
    chance = random.Random(each)
    tried, stopped, broken = 0, 0, []
    for kind in KINDS:
        for code, name in CODES.items():
            for at in sorted(chance.sample(range(1, numbers[kind] + 1), min(each, numbers[kind]))):
                tried += 1
                found, wrong = one(field, folder, refused(kind, at, code))
                stopped += found
                broken += [f"{kind} {at} of {numbers[kind]}, {name}: {wrong}"] if wrong else []
    became = f"refused with a finding {stopped}, done all the same {tried - stopped}; then equal to a cold build {tried - len(broken)}"
    return [
        Row("書き込み・改名などが1回だけ拒まれる", "one call refused (full, no right)", tried, became, tuple(broken))
    ]


def one(field: Field, folder: Path, obstacle: object) -> tuple[bool, str]:
    """Build with an obstacle; return whether it stopped the build and what is wrong, if anything is."""
    root = field.copy(folder / "minato")
    try:
        done = build(root, before=obstacle)
        stopped = done.code != field.code
        if done.broken:
            return stopped, done.broken
        if wrong := field.broken(root):
            return stopped, wrong
        if stopped and not codes(done) & SAID:
            return stopped, f"exit {done.code} without a reason: {done.said[-300:]}"
        if not stopped and (wrong := field.unlike(root)):
            return stopped, f"exit {done.code}, yet {wrong}"
        return stopped, after_it(field, root)
    finally:
        shutil.rmtree(folder)
