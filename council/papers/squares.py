"""Tables made whole: every place of the grid belongs to one cell, and no span reaches beyond it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from council.model.paper_content import Tabular, TabularCell, TabularRow, placed

_MOST_COLUMNS = 200
_MOST_HEADS = 8


def squared(rows: Sequence[Sequence[TabularCell]]) -> tuple[TabularRow, ...]:
    """Return rows of equal width; what a row lacks becomes empty cells, a span that reaches out is cut."""
    width = _width(rows)
    reaching = [0] * width
    made: list[TabularRow] = []
    for place, row in enumerate(rows):
        made.append(TabularRow(tuple(_filled(row, reaching, len(rows) - place))))
        reaching = [max(one - 1, 0) for one in reaching]
    return tuple(made)


def sound_heads(rows: Sequence[TabularRow], heads: int) -> int:
    """Return how many rows at the top may be repeated: no cell reaches out of them, and something is left below them."""
    reach = heads
    for place, row in enumerate(rows):
        if place < reach:
            reach = max(reach, place + max((cell.rows for cell in row.cells), default=1))
    return reach if reach < len(rows) and reach <= _MOST_HEADS else 0


def part_of(table: Tabular, rows: Sequence[int]) -> Tabular:
    """Return a table with some of its rows, in order, below its heads; a cell that began in a row left out is empty."""
    kept = [*range(table.heads), *(row for row in rows if row >= table.heads)]
    owners = {
        (row, column): (cell, first, at)
        for first, at, cell in placed(table)
        for row in range(first, first + cell.rows)
        for column in range(at, at + cell.columns)
    }
    begun: set[tuple[int, int]] = set()
    made: list[list[TabularCell]] = []
    for row in kept:
        made.append([])
        for column in range(len(table.widths)):
            cell, first, at = owners.get((row, column), (TabularCell(), row, column))
            if (first, at) not in begun:
                begun.add((first, at))
                height = sum(1 for one in kept if first <= one < first + cell.rows)
                made[-1].append(replace(cell, rows=max(height, 1), blocks=cell.blocks if first == row else ()))
    return replace(table, rows=squared(made))


def width_of(rows: Sequence[TabularRow]) -> int:
    """Return the number of columns of rows without gaps."""
    return sum(cell.columns for cell in rows[0].cells) if rows else 0


def _width(rows: Sequence[Sequence[TabularCell]]) -> int:
    """Return how many columns the widest row needs, cells that reach down from above counted."""
    reaching: dict[int, int] = {}
    widest = 0
    for row in rows:
        column, taken = 0, {at for at, count in reaching.items() if count > 0}
        for cell in row:
            while column in taken:
                column += 1
            reaching |= dict.fromkeys(range(column, column + cell.columns), cell.rows)
            column += cell.columns
        widest = max(widest, column, *(at + 1 for at in taken), 0)
        reaching = {at: count - 1 for at, count in reaching.items() if count > 1}
    return min(widest, _MOST_COLUMNS)


def _filled(row: Sequence[TabularCell], reaching: list[int], left: int) -> list[TabularCell]:
    """Return a row's cells in the places that are free; ``reaching`` counts the rows that a place is taken for."""
    made: list[TabularCell] = []
    waiting = list(row)
    column = 0
    while column < len(reaching):
        if reaching[column]:
            column += 1
            continue
        cell = waiting.pop(0) if waiting else TabularCell()
        room = next((at for at in range(column, len(reaching)) if reaching[at]), len(reaching)) - column
        cell = replace(cell, columns=min(max(cell.columns, 1), room), rows=min(max(cell.rows, 1), left))
        reaching[column : column + cell.columns] = [cell.rows] * cell.columns
        made.append(cell)
        column += cell.columns
    return made
