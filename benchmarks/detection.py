"""Which slips in a vote table are noticed: ``python benchmarks/detection.py``, some minutes.

Six kinds of slips are made in copies of the sample city's tables, in memory, one at a time, and everything is joined and
checked as a build does it: once with the table alone beside the minutes, once with a second entry without a slip. The
same seed makes the same slips. A slip is noticed if there is an error or a warning that the table as it is has not.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from detection_city import Found, Table, read_city
from detection_errors import KINDS, Kind, made

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Line:
    """One kind of slip: how many were made, how many differ, what was noticed without and with a second entry."""

    kind: Kind
    different: int
    alone: tuple[Found, ...]
    twice: tuple[Found, ...]


def main(arguments: Sequence[str]) -> int:
    """Make the slips and print the matrix; 1 if the tables are not sound before."""
    options = _parser().parse_args(arguments)
    tables = read_city(options.project)
    if not tables or not all(table.sound() for table in tables):
        sys.stderr.write("the tables must have votes and no findings before a slip is made\n")
        return 1
    began = time.process_time()
    lines = [tried(kind, tables, options.number, options.seed) for kind in KINDS]
    sys.stdout.write(as_table(lines))
    sys.stdout.write(f"\nseed {options.seed}, {time.process_time() - began:.0f} s of CPU\n")
    return 0


def tried(kind: Kind, tables: Sequence[Table], number: int, seed: int) -> Line:
    """Make that many slips of one kind; tables are chosen by how many votes they hold."""
    chance = random.Random(f"{seed} {kind.name}")
    fit = [table for table in tables if len(table.decisions) >= kind.least]
    weights = [sum(len(one.votes) for one in table.decisions) for table in fit]
    known: dict[tuple[int, frozenset[tuple[object, str]]], tuple[Found, Found]] = {}
    found = []
    for place in chance.choices(range(len(fit)), weights, k=number):
        edits = made(kind, fit[place].decisions, chance)
        key = (place, frozenset(edits.items()))
        if key not in known:
            known[key] = (fit[place].changed(edits, with_second=False), fit[place].changed(edits, with_second=True))
        found.append(known[key])
    return Line(kind, len(known), tuple(one for one, _ in found), tuple(other for _, other in found))


def as_table(lines: Iterable[Line]) -> str:
    """Return the matrix as Markdown; ``kept back`` are slips of which no changed cell is published."""
    heads = ("slip", "made", "different", "noticed", "by", "with second entry", "kept back", "by")
    rows = ["| " + " | ".join(heads) + " |", "|---|---:|---:|---:|---|---:|---:|---|"]
    for line in lines:
        cells = (
            line.kind.name,
            str(len(line.alone)),
            str(line.different),
            _share(bool(one.codes) for one in line.alone),
            _codes(line.alone),
            _share(bool(one.codes) for one in line.twice),
            _share(one.kept_back for one in line.twice),
            _codes(line.twice),
        )
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows) + "\n"


def _share(noticed: Iterable[bool]) -> str:
    told = list(noticed)
    return f"{100 * sum(told) / len(told):.1f} %" if told else "–"


def _codes(found: Iterable[Found]) -> str:
    """Return the rules that noticed, the most frequent first."""
    told = Counter(code for one in found for code in one.codes)
    return ", ".join(f"{code} {number}" for code, number in sorted(told.items(), key=lambda pair: (-pair[1], pair[0])))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--number", type=int, default=500, help="slips of each kind")
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--project", type=Path, default=ROOT, help="the council's folder")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
