"""Every kind of change, built over the old site and where nothing stood; then many in a row."""

from __future__ import annotations

import shutil
from pathlib import Path

from independent.edits import EDITS
from independent.twins import SITES, Compared, files, inputs_only, shas, told
from reliability_table import Row
from trials.field import Field, codes
from trials.forked import Done, build


def try_changes(field: Field, folder: Path) -> list[Row]:
    """Make each change by itself."""
    broken, written = [], 0
    for name, edit in EDITS.items():
        here = field.copy(folder / "minato", changed=False)
        edit(here)
        before = {site: files(here / site) for site in SITES}
        over = build(here)
        there = inputs_only(here, folder / "elsewhere" / "minato")
        cold = build(there)
        wrong = over.broken or cold.broken or otherwise(over, cold)
        for site in SITES:
            both = Compared(before[site], files(here / site), shas(files(there / site)), field.before[site])
            wrong = wrong or told(both.differing) or told(both.written_for_nothing)
            written += sum(both.counts)
        broken += [f"{name}: {wrong}"] if wrong else []
        shutil.rmtree(folder)
    became = f"equal to a cold build {len(EDITS) - len(broken)}; {written} files written, each of other bytes"
    return [
        Row("変更の種類ごとに差分で作成", "kinds of change, built over the old site", len(EDITS), became, tuple(broken))
    ]


def otherwise(over: Done, cold: Done) -> str:
    """Return in what two builds of the same inputs ended or found otherwise."""
    if over.code != cold.code:
        return f"exit {over.code}, not {cold.code}"
    found = codes(over) ^ codes(cold)
    return f"found by one of the two builds only: {', '.join(sorted(found))}" if found else ""
