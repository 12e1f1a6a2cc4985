"""Tables that contradict the roster, the minutes, another table or their second entry."""

from __future__ import annotations

import copy
import random

from bad_tables import (
    ABSENT,
    AGAIN,
    CHAIR,
    FIRST,
    NAMES,
    OTHER,
    PATH,
    TITLES,
    TOP,
    BadTable,
    Expected,
    column_of,
    columns,
    way,
)
from drafts import day
from msgspec.structs import replace

SIDES = {"○": "×", "×": "○"}
FIGURES = FIRST + len(NAMES)


@way
def a_name_that_nobody_bears(table: BadTable, chance: random.Random) -> Expected:
    column = chance.choice(columns())
    name = table.cell(TOP, column)
    wrong = name[:-1] + chance.choice("朗樹也")
    table.write(TOP, column, wrong)
    return Expected("V201", TOP, column, (wrong, name))


@way
def a_surname_of_two_members(table: BadTable, chance: random.Random) -> Expected:
    column = column_of(chance.choice(("鈴木 花子", "鈴木 次郎")))
    table.write(TOP, column, "鈴木")
    return Expected("V202", TOP, column, ("鈴木 花子", "鈴木 次郎"))


@way
def two_columns_of_one_member(table: BadTable, chance: random.Random) -> Expected:
    name = chance.choice([name for name in NAMES if name not in (CHAIR, ABSENT)])
    line = chance.choice(table.lines)
    for place, row in enumerate(table.rows, start=1):
        sign = row[column_of(name) - 1]
        row.insert(FIGURES - 1, SIDES[sign] if place == line else sign)
    return Expected("V203", line, FIGURES, (name, "○", "×"))


@way
def another_table_that_disagrees(table: BadTable, chance: random.Random) -> Expected:
    table.other = copy.deepcopy(table.rows)
    line = chance.choice(table.lines)
    column = chance.choice(table.sides(line))
    before = table.cell(line, column)
    table.other[line - 1][column - 1] = SIDES[before]
    return Expected("V204", line, column, ("○", "×", NAMES[column - FIRST], f"{PATH}:{line}:{column}"), OTHER)


@way
def another_title_in_another_table(table: BadTable, chance: random.Random) -> Expected:
    table.other = copy.deepcopy(table.rows)
    line = chance.choice(table.lines)
    table.other[line - 1][1] = "職員定数条例の一部改正"
    return Expected("V206", line, 2, (TITLES[line - TOP - 1], "職員定数条例の一部改正"), OTHER)


@way
def another_result_in_the_minutes(table: BadTable, chance: random.Random) -> Expected:
    line, result = chance.choice(table.lines), chance.choice(("否決", "継続審査", "修正可決"))
    table.write(line, 5, result)
    return Expected("V207", line, 5, ("可決", result))


@way
def a_vote_on_the_wrong_side(table: BadTable, chance: random.Random) -> Expected:
    line = chance.choice(table.lines)
    column = chance.choice(table.sides(line))
    table.write(line, column, SIDES[table.cell(line, column)])
    signs = [table.cell(line, place) for place in table.sides(line)]
    return Expected("V301", line, 1, (table.cell(line, FIGURES), str(signs.count("○"))))


@way
def a_result_that_the_votes_do_not_carry(table: BadTable, chance: random.Random) -> Expected:
    line = chance.choice(table.lines)
    place = line - TOP - 1
    decisions = list(table.meeting.decisions)
    decisions[place] = replace(decisions[place], result="否決")
    table.meeting = replace(table.meeting, decisions=tuple(decisions))
    table.write(line, 5, "否決")
    return Expected("V302", line, 1, ("否決", table.cell(line, FIGURES), table.cell(line, FIGURES + 1)))


@way
def somebody_else_in_the_chair(table: BadTable, chance: random.Random) -> Expected:
    """Exchange the signs of the chair and of somebody else."""
    line = chance.choice(table.lines)
    column = chance.choice(table.sides(line))
    table.write(line, column_of(CHAIR), table.write(line, column, "議"))
    return Expected("V303", line, 1, (NAMES[column - FIRST], CHAIR))


@way
def a_chair_who_votes(table: BadTable, chance: random.Random) -> Expected:
    line = chance.choice(table.lines)
    table.write(line, column_of(CHAIR), chance.choice("○×"))
    return Expected("V304", line, 1, (CHAIR,))


@way
def a_vote_of_somebody_absent(table: BadTable, chance: random.Random) -> Expected:
    line, sign = chance.choice(table.lines), chance.choice("○×")
    table.write(line, column_of(ABSENT), sign)
    return Expected("V305", line, column_of(ABSENT), (ABSENT, "欠席", {"○": "賛成", "×": "反対"}[sign]))


@way
def a_vote_before_taking_office(table: BadTable, chance: random.Random) -> Expected:
    name = chance.choice(NAMES)
    table.members = tuple(
        replace(one, start_date=day("2025-12-20")) if one.name == name else one for one in table.members
    )
    return Expected("V306", TOP + 1, column_of(name), (name, "2025-12-19"))


@way
def a_cell_left_empty(table: BadTable, chance: random.Random) -> Expected:
    line, column = chance.choice(table.lines), chance.choice(columns())
    table.write(line, column, chance.choice(("", "－", "／")))
    return Expected("V307", line, 1, (NAMES[column - FIRST],))


@way
def a_second_entry_with_another_sign(table: BadTable, chance: random.Random) -> Expected:
    table.again = copy.deepcopy(table.rows)
    line = chance.choice(table.lines)
    column = chance.choice(table.sides(line))
    before = table.cell(line, column)
    table.again[line - 1][column - 1] = SIDES[before]
    told = (NAMES[column - FIRST], before, SIDES[before], f"{AGAIN}:{line}:{column}")
    return Expected("V401", line, column, told)
