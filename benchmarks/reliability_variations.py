"""The same inputs in other surroundings: day, zone, locale, folder, order of files, hash seed, rights, processes."""

from __future__ import annotations

from pathlib import Path

from independent.twins import SITES, files, inputs_only, shas, told
from independent.variations import PLAIN, VARIATIONS, built_with, with_more_sittings
from reliability_table import Row
from trials.field import Field


def try_variations(field: Field, folder: Path) -> list[Row]:
    """Build the council once for each variation, where nothing stood."""
    inputs = with_more_sittings(inputs_only(field.old, folder / "inputs"))
    plain = built_with(PLAIN, inputs, folder / "plain")
    wanted = {site: shas(files(plain / site)) for site in SITES}
    broken, differing = [], 0
    for name, variation in VARIATIONS.items():
        root = built_with(variation, inputs, folder / name)
        for site in SITES:
            there = shas(files(root / site))
            other = [uri for uri in {*there, *wanted[site]} if there.get(uri) != wanted[site].get(uri)]
            differing += len(other)
            broken += [f"{name}, {site}: {told(sorted(other))}"] if other else []
    return [Row("環境の違い（日付・時差・言語・場所・順序・乱数の種・権限・並行数）", "other surroundings", len(VARIATIONS), f"{differing} files differ", tuple(broken))]  # fmt: skip
