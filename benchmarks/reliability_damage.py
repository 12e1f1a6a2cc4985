"""What builds keep for the next one is damaged, and the next one is to come out as if it had never been there."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from pathlib import Path

from independent import damage
from reliability_table import Row
from trials.field import Field, codes
from trials.forked import build

NOTE = "S313"
ENOUGH = 100


def try_damage(field: Field, folder: Path, number: int, seed: int) -> list[Row]:
    """Damage that many files below `.council`, one before each build, in every way."""
    chance = random.Random(seed)
    noted, broken = Counter[str](), []
    for place, case in enumerate(damage.cases(field.old, number, chance)):
        said, wrong = try_one(field, folder / "minato", case, chance, changed=place % 2 == 0)
        noted[case.way] += said
        broken += [f"{case.kind}, {case.way}: {wrong}"] if wrong else []
        shutil.rmtree(folder)
    if number >= ENOUGH:
        broken += [f"{way}: never told" for way in damage.WAYS if not noted[way]]
    became = f"equal to a cold build {number - len(broken)}; told by a note {noted.total()}, the others not needed"
    return [Row("控え（.council）の破損", "a file below .council damaged", number, became, tuple(broken))]


def try_one(field: Field, root: Path, case: damage.Case, chance: random.Random, *, changed: bool) -> tuple[bool, str]:
    """Damage one file and build; return whether a note told of it and what is wrong, if anything is."""
    field.copy(root, changed=changed)
    damage.damage(root, case, chance)
    done = build(root)
    wrong = done.broken or field.unlike(root, changed=changed)
    if not wrong and done.code != field.code:
        wrong = f"exit {done.code}: {done.said[-300:]}"
    return NOTE in codes(done), wrong
