"""A council's vote tables in memory, each with the minutes of its session, and what is found if cells of it change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from detection_errors import Edits, Spot
from msgspec.structs import replace

from council.build.composing import make_record
from council.build.inputs import read_inputs
from council.build.reading import Reading
from council.cache import Store
from council.config import Config, load_config
from council.corrections import Errata, TargetFiles, correct_tables, plan_corrections
from council.diagnostics import Finding, Severity
from council.model.council import Council
from council.model.events import Audience
from council.parse.corrections import parse_corrections
from council.parse.drafts import Drafts, DraftVoteEvent
from council.parse.find import Inputs, find_inputs
from council.parse.votes import parse_vote_table
from council.read.documents import Grid, GridRow
from council.read.tables import read_tables
from council.text.names import comparable_name

_TELLING = (Severity.ERROR, Severity.WARNING)


@dataclass(frozen=True)
class Found:
    """What became of a changed table: codes of what was found, and whether none of the changed cells is published."""

    codes: frozenset[str]
    kept_back: bool


@dataclass(frozen=True)
class Table:
    """One vote table beside the minutes of its session; ``second`` is the same table keyed again without a slip."""

    config: Config
    drafts: Drafts
    names: frozenset[str]
    grids: tuple[Grid, ...]
    decisions: tuple[DraftVoteEvent, ...]
    second: tuple[DraftVoteEvent, ...]
    _as_it_is: dict[bool, set[Finding]] = field(default_factory=dict)

    def changed(self, edits: Edits, *, with_second: bool) -> Found:
        """Return what is found if these cells hold other signs."""
        rows = _parsed((_edited(grid, edits) for grid in self.grids), self.config, self.names)
        told, record = self._checked(rows, with_second=with_second)
        codes = frozenset(found.rule.code for found in told - self.before(with_second=with_second))
        return Found(codes, kept_back=edits.keys().isdisjoint(_published(record, self.grids[0].path)))

    def before(self, *, with_second: bool) -> set[Finding]:
        """Return what is found in the table as it is."""
        if with_second not in self._as_it_is:
            self._as_it_is[with_second], _ = self._checked(self.decisions, with_second=with_second)
        return self._as_it_is[with_second]

    def sound(self) -> bool:
        """Say whether nothing is found in the table as it is, alone or keyed twice."""
        return not any(self.before(with_second=twice) for twice in (False, True))

    def _checked(self, rows: tuple[DraftVoteEvent, ...], *, with_second: bool) -> tuple[set[Finding], Council]:
        drafts = replace(self.drafts, vote_events=rows, second=self.second if with_second else ())
        record = make_record(drafts, self.config, Audience.MEMBERS)
        return {found for found in record.findings if found.rule.severity in _TELLING}, record.value


def read_city(project: Path) -> tuple[Table, ...]:
    """Read a council's vote tables, put right by its corrections; those without any vote by name are left out."""
    config = load_config(project).value
    drafts = read_inputs(config, Reading(Store())).value.drafts
    inputs = find_inputs(project).value
    errata = _errata(inputs)
    names = _names(drafts)
    tables = []
    for file in inputs.vote_tables:
        grids = correct_tables(file.name, read_tables(file.path, file.name).value, errata).value.value
        rows = _parsed(grids, config, names)
        if any(row.votes for row in rows):
            second = _parsed((replace(grid, path=_keyed_again(grid.path)) for grid in grids), config, names)
            named = tuple(row for row in rows if row.votes)
            tables.append(Table(config, _of_session(drafts, file.name), names, grids, named, second))
    return tuple(tables)


def _errata(inputs: Inputs) -> Errata:
    grids = read_tables(inputs.corrections.path, inputs.corrections.name).value if inputs.corrections else ()
    return plan_corrections(parse_corrections(grids), grids, TargetFiles.of(inputs)).value


def _names(drafts: Drafts) -> frozenset[str]:
    return frozenset(comparable_name(name) for one in drafts.members for name in (one.name, *one.other_names))


def _of_session(drafts: Drafts, table: str) -> Drafts:
    """Return the drafts of one session alone: the roster, and the minutes whose folder has the table's name."""
    folder = f"/{PurePosixPath(table).stem}/"
    meetings = tuple(one for one in drafts.meetings if folder in one.path)
    return Drafts(members=drafts.members, has_roster=drafts.has_roster, meetings=meetings)


def _parsed(grids: Iterable[Grid], config: Config, names: frozenset[str]) -> tuple[DraftVoteEvent, ...]:
    settings = {"columns": config.vote_columns, "symbols": config.vote_symbols}
    return tuple(row for grid in grids for row in parse_vote_table(grid, roster_names=names, **settings).value)


def _keyed_again(path: str) -> str:
    folder, _, name = path.rpartition("/")
    return f"{folder}/second/{name}"


def _edited(grid: Grid, edits: Edits) -> Grid:
    return replace(grid, rows=tuple(_row(row, edits) for row in grid.rows))


def _row(row: GridRow, edits: Edits) -> GridRow:
    cells = (edits.get((row.line, column), cell) for column, cell in enumerate(row.cells, start=1))
    return GridRow(row.line, tuple(cells))


def _published(record: Council, path: str) -> Iterator[Spot]:
    """Yield the cells of a table that stand in the record."""
    for event in record.vote_events.values():
        for vote in event.votes:
            place, line, column = (*vote.source.rsplit(":", 2), "", "")[:3]
            if place.partition("[")[0] == path and line.isdecimal():
                yield int(line), int(column)
