"""The published corrections by the file they are of, and the files that must be kept back on their account."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from council.corrections.settle import is_silent, trouble
from council.corrections.targets import TargetFiles
from council.diagnostics import Finding, Outcome, finding
from council.location import Location
from council.parse.corrections import KINDS, SILENT_KINDS
from council.parse.drafts import DraftCorrection
from council.parse.named_columns import heading_key
from council.read.documents import Grid, GridRow
from council.rules import corrections as rules

_SILENT_WORDS = frozenset(word for word, kind in KINDS.items() if kind in SILENT_KINDS)


@dataclass(frozen=True, slots=True)
class Errata:
    """Corrections by file; ``kept_back`` are the files, and the rule's code, that must not be published at all."""

    rows: Mapping[str, tuple[DraftCorrection, ...]] = field(default_factory=dict)
    kept_back: Mapping[str, str] = field(default_factory=dict)

    def of(self, path: str) -> tuple[DraftCorrection, ...]:
        """Return the corrections of a file."""
        return self.rows.get(path, ())


def plan_corrections(
    parsed: Outcome[tuple[DraftCorrection, ...]], grids: Sequence[Grid], files: TargetFiles, *, unread: str = ""
) -> Outcome[Errata]:
    """Give each correction its file and its id.

    ``parsed`` and ``grids`` are the same table, read and as it stands; ``unread`` is its path if it could not be read.
    A withdrawal that cannot be used keeps back every file it may mean; so does a list that cannot be read, of which
    nobody knows what it withdraws, with all minutes. Findings: K204 (no such file), K109, K207, K208 (kept back).
    """
    placed = [(files.named(row.target), row) for row in _numbered(parsed.value)]
    rows: dict[str, tuple[DraftCorrection, ...]] = {}
    lost: list[tuple[str, str]] = [(path, unread) for path in sorted(files.minutes) if unread]
    findings: list[Finding] = []
    for path, row in placed:
        if path and path not in files.materials:
            rows[path] = (*rows.get(path, ()), replace(row, target=path))
            continue
        findings.append(trouble(rules.NO_SUCH_TARGET, row))
        lost += [(other, str(row.location)) for other in files.perhaps(row.target) if is_silent(row)]
    for line, source in _unused_withdrawals(grids, parsed.value):
        lost += [(path, source) for cell in line.cells if "." in cell for path in files.perhaps(cell)]
    kept = {path: _kept_back(path, source, files) for path, source in lost}
    told = {found.location.path for found in parsed.findings if found.rule is rules.WITHDRAWAL_NOT_USED}
    findings += [found for path, found in kept.items() if path not in told]
    return Outcome(Errata(rows, {path: found.rule.code for path, found in kept.items()}), tuple(findings))


def _numbered(rows: Iterable[DraftCorrection]) -> Iterator[DraftCorrection]:
    """Yield each correction with its id: its row in a list that only grows."""
    repetitions: Counter[int | None] = Counter()
    for row in rows:
        line = row.location.line
        repetitions[line] += 1
        yield replace(row, id=f"c-{line}" + (f"-{repetitions[line]}" if repetitions[line] > 1 else ""))


def _unused_withdrawals(grids: Sequence[Grid], used: Sequence[DraftCorrection]) -> Iterator[tuple[GridRow, str]]:
    """Yield rows that speak of a withdrawal and became no correction, whatever is wrong with them or with the table."""
    known = {(row.location.sheet, row.location.line) for row in used}
    for grid in grids:
        for line in grid.rows:
            speaks = any(heading_key(cell) in _SILENT_WORDS for cell in line.cells)
            if speaks and (grid.sheet, line.line) not in known:
                yield line, str(grid.at(line.line))


def _kept_back(path: str, source: str, files: TargetFiles) -> Finding:
    if path in files.minutes:
        rule = rules.WITHDRAWAL_NOT_USED
    else:
        rule = rules.MATERIAL_KEPT_BACK if path in files.materials else rules.TABLE_KEPT_BACK
    return finding(rule, Location(path), source=source)
