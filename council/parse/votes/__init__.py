"""Vote tables to decisions: wide (a column a member), transposed (a row a member) and long (a row a vote)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

from council.diagnostics import Finding, Outcome, finding
from council.location import Location
from council.model.votes import Option
from council.parse.drafts import DraftVoteEvent
from council.parse.votes.columns import plan_columns
from council.parse.votes.decisions import Context, Decisions, marks_of
from council.parse.votes.footnotes import read_footnotes
from council.parse.votes.groups import Groups
from council.parse.votes.headings import Headings
from council.parse.votes.layout import read_sheet
from council.parse.votes.legend import entries_of, read_legend
from council.parse.votes.lines import Line, session_in, stripped
from council.parse.votes.long_table import LongTable, plan_long
from council.parse.votes.names import Names
from council.parse.votes.rows import Reader, is_bill, is_blank, is_name
from council.parse.votes.second_entry import is_second, of_second_entry
from council.parse.votes.spans import shown_places
from council.parse.votes.symbols import Symbols, configured
from council.parse.votes.table import Sheet
from council.read.documents import Grid
from council.rules import votes as rules

__all__ = ["parse_vote_table"]


def parse_vote_table(
    grid: Grid,
    *,
    roster_names: frozenset[str],
    columns: Mapping[str, str],
    symbols: Mapping[str, Option],
    groups: frozenset[str] = frozenset(),
) -> Outcome[tuple[DraftVoteEvent, ...]]:
    """Read the decisions of a vote table (contract §2.2), and what rows without any vote say of their bills.

    ``roster_names`` are all names and other names of the roster and of attendance lists, as `comparable_name` gives
    them; ``columns`` and ``symbols`` are ``extra.council.vote_columns`` and ``vote_symbols``; ``groups`` are the roster's
    parliamentary groups, of which no column is a member's. Findings: V101–V126; of a second entry V407–V410 instead of those that withhold something.
    """
    names = Names(roster_names, Groups(groups))
    read = _read(stripped(grid), Headings(columns), names, Symbols(configured=configured(symbols)))
    return Outcome(read.value, tuple(of_second_entry(read.findings))) if is_second(grid.path) else read


def _read(grid: Grid, headings: Headings, names: Names, known: Symbols) -> Outcome[tuple[DraftVoteEvent, ...]]:
    if all(map(is_blank, grid.rows)):
        return Outcome(())
    reader = Reader(headings, names, known)
    sheet = read_sheet(grid, reader)
    if sheet.value is None:
        return Outcome((), (*sheet.findings, _unrecognised(grid, reader)))
    decisions = _decisions(grid, sheet.value, reader)
    return Outcome(decisions.value, (*sheet.findings, *decisions.findings))


def _unrecognised(grid: Grid, reader: Reader) -> Finding:
    """Say that no heading was understood: an error where cells are votes, bills' numbers or a row of members' names.

    Else it may be no vote table.
    """
    cells = [cell for row in grid.rows for cell in row.cells if cell]
    telling = any(reader.symbols.is_vote(cell) or is_bill(cell) for cell in cells) or any(
        len({cell for cell in row.cells if is_name(cell, reader)}) > 1 for row in grid.rows
    )
    return finding(rules.UNRECOGNISED_TABLE if telling else rules.NO_VOTE_TABLE, grid.at(grid.rows[0].line))


def _decisions(grid: Grid, sheet: Sheet, reader: Reader) -> Outcome[tuple[DraftVoteEvent, ...]]:
    legend = read_legend(sheet.lines)
    marks = {line.mark: line.text for line in sheet.lines if line.mark}
    symbols = Symbols(legend.value, reader.symbols.configured, marks)
    rows = [row for table in (*sheet.tables, *sheet.long_tables) for row in table.rows]
    footnotes = read_footnotes(sheet.lines, marks_of(rows))
    decisions = Decisions(Context(symbols, footnotes, frozenset(marks), str(grid.place)))
    findings: list[Finding] = [*legend.findings]
    for table in sheet.tables:
        plan = plan_columns(table, reader, symbols)
        findings += plan.findings
        decisions.read_table(table, plan.value)
    for table in sheet.long_tables:
        long_plan = plan_long(table, reader)
        findings += long_plan.findings
        LongTable(table, long_plan.value, reader, decisions).read()
    findings += [*decisions.findings, *_left_out(sheet), *_voteless(grid, decisions.voteless)]
    decided = any(event.votes or event.withheld for event in decisions.events)
    if not decided and not any(row.spoilt for row in rows):
        findings.append(finding(rules.NO_DECISIONS, grid.place))
    return Outcome(tuple(decisions.events), tuple(findings))


def _left_out(sheet: Sheet) -> Iterable[Finding]:
    """Yield a note for each line that nothing was read from: no session's name, no legend, no footnote's mark."""
    for line in chain(sheet.totals, (line for line in sheet.lines if not _is_understood(line, sheet))):
        yield finding(rules.ROW_LEFT_OUT, line.place, words=" ".join(line.text.split())[:40])


def _is_understood(line: Line, sheet: Sheet) -> bool:
    return bool(line.mark or line.place in sheet.days or entries_of(line) or session_in(line))


def _voteless(grid: Grid, places: list[Location]) -> Iterable[Finding]:
    if places:
        yield finding(
            rules.ROWS_WITHOUT_VOTES, grid.at(places[0].line or 1), count=len(places), rows=shown_places(places)
        )
