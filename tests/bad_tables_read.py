"""Tables spoilt where they are read: symbols, names, widths, numbers, days, figures, headings, legends."""

from __future__ import annotations

import random

from bad_tables import FIELDS, FIRST, NAMES, TOP, BadTable, Expected, columns, way


@way
def a_symbol_that_nobody_explained(table: BadTable, chance: random.Random) -> Expected:
    line, column, symbol = chance.choice(table.lines), chance.choice(columns()), chance.choice("☆◎△▲□")
    table.write(line, column, symbol)
    return Expected("V104", line, column, (symbol,))


@way
def a_symbol_damaged_by_saving(table: BadTable, chance: random.Random) -> Expected:
    line, column, symbol = chance.choice(table.lines), chance.choice(columns()), chance.choice("?\ufffd")
    table.write(line, column, symbol)
    return Expected("V105", line, column)


@way
def a_name_damaged_by_saving(table: BadTable, chance: random.Random) -> Expected:
    column = chance.choice(columns())
    name = table.cell(TOP, column)
    damaged = chance.choice((f"?{name[1:]}", f"{name[:-1]}?", f"\ufffd{name[1:]}"))
    table.write(TOP, column, damaged)
    return Expected("V106", TOP, column, (damaged,))


@way
def a_column_without_a_name(table: BadTable, chance: random.Random) -> Expected:
    column = chance.choice(columns())
    table.write(TOP, column, "")
    return Expected("V107", TOP, column)


@way
def a_cell_lost(table: BadTable, chance: random.Random) -> Expected:
    line = chance.choice(table.lines)
    del table.rows[line - 1][chance.choice(columns()) - 1]
    width = len(table.rows[TOP - 1])
    return Expected("V102", line, width - 1, (str(width - 1), str(width)))


@way
def a_cell_put_in(table: BadTable, chance: random.Random) -> Expected:
    line = chance.choice(table.lines)
    table.rows[line - 1].insert(chance.choice(columns()) - 1, chance.choice("○×"))
    width = len(table.rows[TOP - 1])
    return Expected("V102", line, width + 1, (str(width + 1), str(width)))


@way
def a_heading_lost_so_that_no_row_fits(table: BadTable, chance: random.Random) -> Expected:
    width = len(table.rows[TOP - 1])
    del table.rows[TOP - 1][chance.choice(columns()) - 1]
    return Expected("V103", TOP, width - 1, (str(width), str(width - 1)))


@way
def a_cell_deleted_and_the_rest_moved_up(table: BadTable, chance: random.Random) -> Expected:
    line = chance.choice(table.lines)
    row = table.rows[line - 1]
    del row[chance.choice(columns()) - 1]
    row.append("")
    last = FIRST + len(NAMES) - 1
    return Expected("V109", line, last, (table.cell(line, last), table.cell(TOP, last)))


@way
def a_number_that_became_a_date(table: BadTable, chance: random.Random) -> Expected:
    line, number = chance.choice(table.lines), chance.choice(("7月1日", "1-Jul", "7/1", "2025-07-01"))
    table.write(line, 1, number)
    return Expected("V110", line, 1, (number,))


@way
def a_number_that_is_none(table: BadTable, chance: random.Random) -> Expected:
    line, number = chance.choice(table.lines), chance.choice(("第号", "議案", "追加日程", "#N/A"))
    table.write(line, 1, number)
    return Expected("V111", line, 1, (number,))


@way
def neither_number_nor_title(table: BadTable, chance: random.Random) -> Expected:
    line = chance.choice(table.lines)
    table.write(line, 1, "")
    table.write(line, 2, "")
    return Expected("V108", line, 1, (str(len(NAMES)),))


@way
def a_day_that_is_none(table: BadTable, chance: random.Random) -> Expected:
    line, text = chance.choice(table.lines), chance.choice(("令和7年12月32日", "年末", "2025-13-01", "12月"))
    table.write(line, 3, text)
    return Expected("V112", line, 3, (text,))


@way
def a_figure_that_is_none(table: BadTable, chance: random.Random) -> Expected:
    line, column = chance.choice(table.lines), FIRST + len(NAMES) + chance.randrange(2)
    text = chance.choice(("多数", "五人", "5,6", "約5"))
    table.write(line, column, text)
    return Expected("V113", line, column, (text,))


@way
def two_columns_for_one_thing(table: BadTable, chance: random.Random) -> Expected:
    """Put a second 結果 beside the first, which says another thing in one row."""
    line = chance.choice(table.lines)
    for row in table.rows:
        row.append("")
    last = len(table.rows[TOP - 1])
    table.write(TOP, last, FIELDS[4])
    for other in table.lines:
        table.write(other, last, "否決" if other == line else "原案可決")
    return Expected("V114", line, last, ("原案可決", "否決"))


@way
def a_legend_with_two_meanings(table: BadTable, chance: random.Random) -> Expected:
    line, words = len(table.rows) + 1, chance.choice(("棄権", "反対", "退席"))
    table.rows.append([f"○：{words}", *[""] * (len(table.rows[TOP - 1]) - 1)])
    return Expected("V115", line, 1, ("賛成", words))


@way
def no_headings(table: BadTable, chance: random.Random) -> Expected:
    """Delete the row of headings, with the title above it or without."""
    del table.rows[TOP - 1]
    if chance.random() < 0.5:
        del table.rows[0]
    return Expected("V101", 1, None)
