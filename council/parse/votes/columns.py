"""Which column is a member's, which a field's, and which is left out (contract §2.2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from council.diagnostics import Finding, Outcome, finding
from council.model.votes import Option, Role
from council.parse.votes.headings import OWN_NAMES, Field, Heading
from council.parse.votes.lines import flat
from council.parse.votes.name_lists import looks_like_names, side_of
from council.parse.votes.names import HeadingName, Names, is_seat, office_of
from council.parse.votes.neighbours import Neighbours
from council.parse.votes.rows import Reader
from council.parse.votes.symbols import Symbols
from council.parse.votes.table import Column, Spot, Table
from council.parse.votes.unanimity import is_unanimity
from council.parse.votes.widths import is_figure
from council.read.documents import Grid
from council.read.encoding import looks_damaged
from council.rules import votes as rules
from council.text.patterns import regex

_NOTHING = regex(r"^[-－―—–ー/／\s\u3000]*$")
_BANNERS = (Field.MEMBER, Field.VOTE, Field.MEETING, Field.LABEL)


class MemberColumn(Struct, frozen=True):
    """A member's column (from 0).

    ``nameless``: its filled cells are kept back; ``shifted``: its row in a transposed file does not fit, and one cell
    of every decision is kept back.
    """

    place: int
    name: str
    spot: Spot
    office: Role = Role.MEMBER
    nameless: bool = False
    shifted: bool = False


class ListColumn(Struct, frozen=True):
    """A column (from 0) whose cells list the names of those who took one side, ``side`` the word for it (賛成)."""

    place: int
    side: str
    spot: Spot
    names: Names


class Plan(Struct, frozen=True):
    """What each column of a table is; ``fields`` by rank: the first filled one counts."""

    members: tuple[MemberColumn, ...]
    fields: dict[Field, tuple[tuple[int, int], ...]]
    counts: dict[int, Option]
    lists: tuple[ListColumn, ...] = ()


def plan_columns(table: Table, reader: Reader, symbols: Symbols) -> Outcome[Plan]:
    """Decide what each column is.

    A column is a member's if its heading is a roster name, or if every filled cell is a known symbol and the heading is
    no known one. Findings: V106 (damaged name), V107 (no name), V120 (left out), V126 (groups).
    """
    level = table.named_by if table.named_by is not None else _name_level(table, reader)
    known = [_known(column, reader) for column in table.columns]
    names = [_name(column, level, reader) for column in table.columns]
    cells = [_cells(table, place) for place in range(len(table.columns))]
    places = range(len(table.columns))
    grouped = [place for place in places if _is_group(known[place], names[place], reader)]
    certain = {place for place in places if _is_member(known[place], names[place], cells[place], symbols)} - {*grouped}
    free = [place for place in places if known[place] is None and place not in certain | {*grouped}]
    likely = Neighbours(cells, symbols, without_roster=not reader.names.exact).likely(free, certain)
    members = tuple(_member(table, place, names[place]) for place in sorted(certain | likely))
    fields, counts = _fields(known, certain | likely)
    sides = sorted({*counts, *free} - likely)
    lists = tuple(_lists(table, sides, cells, reader.names))
    listed = {column.place for column in lists}
    used = (
        {place for held in fields.values() for _, place in held} | set(counts) | certain | likely | {*grouped} | listed
    )
    left_out = [place for place in places if place not in used]
    readable = not table.rows or not all(row.spoilt for row in table.rows)
    left = _left_out(table, left_out, cells) if readable else ()
    spots = [named[1] for place in grouped if cells[place] and (named := names[place])]
    findings = (*_member_findings(table, members), *group_findings(table.grid, spots), *left)
    return Outcome(Plan(members, fields, counts, lists), findings)


def _lists(table: Table, places: Iterable[int], cells: list[list[str]], names: Names) -> Iterator[ListColumn]:
    """Yield the columns of a side (賛成者, 反対議員) that hold names instead of figures."""
    for place in places:
        words = [cell for cell in cells[place] if not is_figure(cell) and not _NOTHING.match(cell)]
        spot = next((spot for spot in reversed(table.columns[place].headings) if spot.text), None)
        if spot and words and (side := side_of(spot.text)) and looks_like_names(words, names):
            yield ListColumn(place, side, spot, names)


def _cells(table: Table, place: int) -> list[str]:
    """Return the filled cells of a column; 全会一致 written across a row's votes is none."""
    rows = (row for row in table.rows if not row.spoilt and place < len(row.cells))
    return [text for row in rows if (text := row.cells[place].text) and not is_unanimity(text)]


def _name_level(table: Table, reader: Reader) -> int:
    """Return the level of heading cells that holds the names: most roster names, then most different words."""
    levels = len(table.columns[0].headings) if table.columns else 0
    return max(range(levels), key=lambda level: (*_name_score(table, level, reader), level), default=0)


def _name_score(table: Table, level: int, reader: Reader) -> tuple[int, int]:
    texts = [column.headings[level].text for column in table.columns]
    others = {text for text in texts if text and not reader.headings.find(text) and not is_seat(text)}
    words = {text for text in others if office_of(text) is Role.MEMBER}
    return sum(reader.names.read(text).known for text in words), len(words)


_Known = tuple[Heading, Spot] | None
_Named = tuple[HeadingName, Spot] | None


def _known(column: Column, reader: Reader) -> _Known:
    """Return the column's field: its lowest known heading; a banner (議員名, 会派) over other words is none."""
    found = [(heading, spot) for spot in column.headings if (heading := reader.headings.find(spot.text))]
    words = [spot.text for spot in column.headings if spot.text and not is_seat(spot.text)]
    for heading, spot in reversed(found):
        if heading.field not in _BANNERS or heading.rank == 0 or len(words) == len(found):
            return heading, spot
    return None


def _name(column: Column, level: int, reader: Reader) -> _Named:
    """Return the name in a column's heading: a roster name at any level, two levels together, else the level of names."""
    spots = [spot for spot in column.headings if spot.text and not is_seat(spot.text)]
    known = [(read, spot) for spot in spots if (read := reader.names.read(spot.text)).known]
    split = [(upper, lower) for upper, lower in pairwise(spots) if reader.names.has(upper.text + lower.text)]
    office = next((role for spot in spots if (role := office_of(spot.text)) is not Role.MEMBER), Role.MEMBER)
    chosen = column.headings[level] if level < len(column.headings) else None
    if split and not any(reader.names.has(spot.text) for spot in spots):
        read, spot = HeadingName(split[0][0].text + split[0][1].text, known=True), split[0][0]
    elif known:
        read, spot = known[-1]
    elif chosen and chosen.text and not is_seat(chosen.text) and office_of(chosen.text) is Role.MEMBER:
        read, spot = reader.names.read(chosen.text), chosen
    else:
        return None
    return HeadingName(read.name, read.known, read.office if read.office is not Role.MEMBER else office), spot


def _is_member(known: _Known, name: _Named, cells: list[str], symbols: Symbols) -> bool:
    """Say whether a column is a member's; a field's heading over a name (採決結果 across all members) is a banner."""
    votes = [cell for cell in cells if symbols.is_vote(cell)]
    all_votes = bool(votes) and all(symbols.read(cell) is not None for cell in cells)
    if known is None:
        return all_votes or (name is not None and name[0].known)
    heading, spot = known
    below = name is not None and name[1].text != spot.text and (name[1].line, name[1].column) > (spot.line, spot.column)
    return below and heading.rank > 0 and (all_votes or (name is not None and name[0].known))


def _is_group(known: _Known, name: _Named, reader: Reader) -> bool:
    return known is None and name is not None and reader.names.is_group(name[1].text)


def group_findings(grid: Grid, spots: Sequence[Spot]) -> Iterable[Finding]:
    """Yield one note that names the groups at these spots; what they say is never spread to their members."""
    if spots:
        names = "、".join(dict.fromkeys(flat(spot.text) for spot in spots))
        yield finding(rules.GROUP_COLUMNS, grid.at(spots[0].line, spots[0].column), groups=names)


def _member(table: Table, place: int, name: _Named) -> MemberColumn:
    column = table.columns[place]
    if name is None:
        return MemberColumn(place, "", column.headings[-1], nameless=True, shifted=column.spoilt)
    read, spot = name
    return MemberColumn(place, read.name, spot, read.office, looks_damaged(read.name), column.spoilt)


def _member_findings(table: Table, members: Iterable[MemberColumn]) -> Iterable[Finding]:
    for member in members:
        place = table.grid.at(member.spot.line, member.spot.column)
        if not member.name:
            yield finding(rules.NAMELESS_MEMBER, place)
        elif looks_damaged(member.name):
            yield finding(rules.DAMAGED_NAME, place, name=member.name)


def _fields(
    known: list[_Known], members: set[int]
) -> tuple[dict[Field, tuple[tuple[int, int], ...]], dict[int, Option]]:
    """Return the fields' columns by rank, and the columns of counts; a lone “no” is a running number, no count."""
    fields: dict[Field, tuple[tuple[int, int], ...]] = {}
    counts: dict[int, Option] = {}
    held = {place: found[0] for place, found in enumerate(known) if found and place not in members}
    has_yes = any(heading.option is Option.YES for heading in held.values())
    for place, heading in held.items():
        if heading.option:
            if has_yes or heading.rank == 1:
                counts[place] = heading.option
        elif heading.field is not Field.LABEL:
            fields[heading.field] = (*fields.get(heading.field, ()), (heading.rank, place))
    return {field: believed(sorted(places)) for field, places in fields.items()}, counts


def believed(places: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Keep mapped columns, the contract's own names beside them, else the most specific of the known headings."""
    mapped = [(rank, place) for rank, place in places if rank == 0]
    best = min((rank for rank, _ in places if rank), default=0)
    others = [(rank, place) for rank, place in places if rank == best and (not mapped or rank <= OWN_NAMES) and rank]
    return (*mapped, *others)


def _left_out(table: Table, places: Iterable[int], cells: list[list[str]]) -> Iterable[Finding]:
    for place in places:
        spots = [spot for spot in table.columns[place].headings if spot.text]
        if spots or cells[place]:
            spot = spots[-1] if spots else table.columns[place].headings[-1]
            yield finding(rules.COLUMN_LEFT_OUT, table.grid.at(spot.line, spot.column), heading=flat(spot.text))
