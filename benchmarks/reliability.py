"""Tries to break builds and counts: ``python benchmarks/reliability.py``, a quarter of an hour.

Changes, damage to what is kept, kills, refusals of the system, many starts at once, other surroundings. One table; with
``--write docs/reliability.md --date YYYY-MM-DD`` it goes into that page. The same seed tries the same things.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from reliability_changes import try_changes
from reliability_damage import try_damage
from reliability_kills import try_kills
from reliability_refusals import try_refusals
from reliability_starts import try_starts
from reliability_table import Row, as_table, between_marks
from reliability_variations import try_variations
from trials.field import make_field


@dataclass(frozen=True)
class Asked:
    """How much is tried."""

    kills: int
    corruptions: int
    starts: int
    seed: int
    only: tuple[str, ...]


def main(arguments: Sequence[str]) -> int:
    """Try everything and print the table; 1 if anything broke."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.write and not options.date:
        parser.error("--write needs --date: the table says when it was made, and no program asks the clock for it")
    asked = Asked(options.kills, options.corruptions, options.starts, options.seed, tuple(options.only or ()))
    with tempfile.TemporaryDirectory(prefix="reliability-") as folder:
        rows = _tried(Path(folder), asked)
    table = as_table(rows)
    sys.stdout.write(f"\n{table}")
    command = f"python benchmarks/reliability.py --kills {asked.kills} --corruptions {asked.corruptions} --starts {asked.starts} --seed {asked.seed}"
    if options.write:
        page = Path(options.write)
        page.write_text(between_marks(page.read_text("utf-8"), table, command, options.date), "utf-8")
    return int(any(row.broken for row in rows))


def _tried(folder: Path, asked: Asked) -> list[Row]:
    field = make_field(folder / "field")
    trials: dict[str, Callable[[Path], list[Row]]] = {
        "changes": lambda place: try_changes(field, place),
        "kills": lambda place: try_kills(field, place, asked.kills, asked.seed),
        "refusals": lambda place: try_refusals(field, place),
        "starts": lambda place: try_starts(field, place, asked.starts),
        "corruptions": lambda place: try_damage(field, place, asked.corruptions, asked.seed),
        "variations": lambda place: try_variations(field, place),
    }
    rows = []
    for name, trial in trials.items():
        if asked.only and name not in asked.only:
            continue
        began = time.monotonic()
        found = trial(folder / name)
        rows += found
        for row in found:
            sys.stdout.write("".join(f"  broken: {' '.join(what.split())[:400]}\n" for what in row.broken))
        sys.stdout.write(f"{name}: {sum(row.tried for row in found)} in {time.monotonic() - began:.0f} s\n")
        sys.stdout.flush()
    return rows


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200, help="moments at which a build is killed")
    parser.add_argument("--corruptions", type=int, default=112, help="files below .council that are damaged")
    parser.add_argument("--starts", type=int, default=20, help="builds started at once")
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--only", action="append", help="one kind of trial: changes, kills, refusals, …")
    parser.add_argument("--write", help="the page to put the table into")
    parser.add_argument("--date", help="the date of this run, YYYY-MM-DD")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
