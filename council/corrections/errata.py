"""The published corrections by the file they are of, and the files that must be kept back on their account."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from council.corrections.astray import Astray, astray_row, unused_rows
from council.corrections.settle import is_silent, trouble
from council.corrections.targets import TargetFiles
from council.diagnostics import Finding, Outcome, finding
from council.location import Location
from council.parse.drafts import DraftCorrection
from council.read.documents import Grid
from council.rules import corrections as rules


class Errata(Struct, frozen=True):
    """Corrections by file; ``kept_back`` are the files, and the rule's code, that must not be published at all.

    ``astray`` are withdrawals that no file is known for: what they name is looked for when everything was read.
    """

    rows: Mapping[str, tuple[DraftCorrection, ...]] = field(default_factory=dict)
    kept_back: Mapping[str, str] = field(default_factory=dict)
    astray: tuple[Astray, ...] = ()

    def of(self, path: str) -> tuple[DraftCorrection, ...]:
        """Return the corrections of a file."""
        return self.rows.get(path, ())

    @property
    def silences(self) -> bool:
        """Whether anything is withdrawn at all."""
        return bool(self.astray) or any(is_silent(row) for rows in self.rows.values() for row in rows)


def plan_corrections(
    parsed: Outcome[tuple[DraftCorrection, ...]], grids: Sequence[Grid], files: TargetFiles, *, unread: str = ""
) -> Outcome[Errata]:
    """Give each correction its file and its id.

    ``parsed`` and ``grids`` are the same table, read and as it stands; ``unread`` is its path if it could not be read.
    A withdrawal that cannot be used keeps back every file it may mean; so does a list that cannot be read, of which
    nobody knows what it withdraws, with all minutes. Findings: K204 (no such file), K210 (a withdrawal without one),
    K109, K207, K208 (kept back).
    """
    rows: dict[str, tuple[DraftCorrection, ...]] = {}
    lost: list[tuple[str, str]] = [(path, unread) for path in sorted(files.minutes) if unread]
    astray: list[Astray] = []
    findings: list[Finding] = []
    for row in _numbered(parsed.value):
        path = files.named(row.target)
        if path and path not in files.materials:
            rows[path] = (*rows.get(path, ()), replace(row, target=path))
        elif is_silent(row):
            astray.append(astray_row(row, files.perhaps(row.target)))
            findings += [] if path else [finding(rules.WITHDRAWAL_WITHOUT_FILE, row.location)]
        else:
            findings.append(trouble(rules.NO_SUCH_TARGET, row))
    for one, names in unused_rows(grids, parsed.value):
        found = (path for name in names for path in files.perhaps(name))
        astray.append(replace(one, files=tuple(dict.fromkeys(found))))
    lost += [(path, str(one.location)) for one in astray for path in one.files]
    kept = {path: kept_for(path, source, files) for path, source in lost}
    told = {found.location.path for found in parsed.findings if found.rule is rules.WITHDRAWAL_NOT_USED}
    findings += [found for path, found in kept.items() if path not in told]
    codes = {path: found.rule.code for path, found in kept.items()}
    return Outcome(Errata(rows, codes, tuple(astray)), tuple(findings))


def _numbered(rows: Iterable[DraftCorrection]) -> Iterator[DraftCorrection]:
    """Yield each correction with its id: its row in a list that only grows."""
    repetitions: Counter[int | None] = Counter()
    for row in rows:
        line = row.location.line
        repetitions[line] += 1
        yield replace(row, id=f"c-{line}" + (f"-{repetitions[line]}" if repetitions[line] > 1 else ""))


def kept_for(path: str, source: str, files: TargetFiles) -> Finding:
    """Return the finding that keeps a file back on account of the row at ``source``."""
    if path in files.minutes:
        rule = rules.WITHDRAWAL_NOT_USED
    else:
        rule = rules.MATERIAL_KEPT_BACK if path in files.materials else rules.TABLE_KEPT_BACK
    return finding(rule, Location(path), source=source)
