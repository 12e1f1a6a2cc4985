"""Whatever a grid holds, it is read without an exception; a clean table comes back cell by cell."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from vote_outline import read

from council.model.votes import Option, Role
from council.read.documents import Grid, GridRow

NAMES = ("山田太郎", "佐藤花子", "鈴木一郎", "髙橋次郎", "Brian Bowman", "山﨑　三郎")
HEADINGS = (
    "議案番号",
    "件名",
    "議決日",
    "結果",
    "採決方法",
    "議員名",
    "賛否",
    "備考",
    "会派",
    "氏名",
    "賛成者数",
    "number",
)
CELLS = (
    *("○", "×", "〇", "議", "副", "欠", "◆", "?", "－", "／", "賛成", "議○", "○※1", "全会一致", "〃"),
    *("議案第1号", "議案第１号　条例", "7-10", "1月7日", "R7.12.19", "12/19", "可決", "20人", "議長", "合計"),
    *("○：賛成　×：反対", "△…退席", "※1　委員長報告（不採択）に賛成", "空欄：欠席", "令和7年第4回定例会"),
)
cell = st.one_of(
    st.sampled_from(["", "", "", "　", *CELLS, *HEADINGS, *NAMES]),
    st.text(max_size=12),
    st.tuples(st.sampled_from(CELLS), st.sampled_from(CELLS)).map("".join),
)
grids = st.builds(
    lambda rows, encoding: Grid(
        "votes/表.csv", tuple(GridRow(at, tuple(row)) for at, row in enumerate(rows, 1)), encoding
    ),
    st.lists(st.lists(cell, max_size=7), max_size=8),
    st.sampled_from(["utf-8", "xlsx"]),
)
headed = st.builds(
    lambda heading, grid: Grid(
        grid.path, (GridRow(1, heading), *(GridRow(row.line + 1, row.cells) for row in grid.rows)), grid.encoding
    ),
    st.sampled_from(
        [
            ("議案番号", "件名", "結果", "山田太郎", "佐藤花子", "賛成"),
            ("会派", "氏名", "議案第1号", "議案第2号"),
            ("議決日", "議案番号", "議員名", "賛否", "備考"),
            ("件名", "山田太郎", "", "佐藤花子"),
        ]
    ),
    grids,
)


@given(st.one_of(grids, headed), st.sampled_from(["", "山田太郎 佐藤花子"]))
def test_any_grid_is_read_without_an_exception(grid: Grid, roster: str):
    found = read(grid, roster=roster, columns={"会派": "title"}, symbols={"◆": "absent"})
    for one in found.findings:
        assert all((one.message("ja"), one.message("en"), one.help("ja"), one.help("en")))
    assert all(event.votes or event.withheld for event in found.value)
    orders = [event.order for event in found.value]
    assert orders == sorted(set(orders))


SIGNS = {
    "○": (Option.YES, Role.MEMBER),
    "〇": (Option.YES, Role.MEMBER),
    "×": (Option.NO, Role.MEMBER),
    "反対": (Option.NO, Role.MEMBER),
    "棄": (Option.ABSTAIN, Role.MEMBER),
    "欠": (Option.ABSENT, Role.MEMBER),
    "退": (Option.NOT_VOTING, Role.MEMBER),
    "除": (Option.EXCUSED, Role.MEMBER),
    "議": (Option.NOT_VOTING, Role.CHAIR),
    "副": (Option.NOT_VOTING, Role.VICE_CHAIR),
    "": None,
}
votes = st.integers(2, 5).flatmap(
    lambda members: st.lists(
        st.lists(st.sampled_from([*SIGNS]), min_size=members, max_size=members), min_size=1, max_size=6
    )
)


def told(rows: list[list[str]]) -> list[list[tuple[str, str, Option, Role]]]:
    """Return what a clean table says: a decision a row that has any vote, a vote a filled cell."""
    said = [[(name, sign, *SIGNS[sign]) for name, sign in zip(NAMES, row, strict=False) if SIGNS[sign]] for row in rows]
    return [row for row in said if row]


def came_back(table: str, roster: str) -> list[list[tuple[str, str, Option, Role]]]:
    found = read(table, roster=roster)
    assert all(event.withheld == 0 for event in found.value)
    return [[(vote.name, vote.raw, vote.option, vote.role) for vote in event.votes] for event in found.value]


@given(votes)
def test_a_clean_wide_table_comes_back_cell_by_cell(rows: list[list[str]]):
    members = NAMES[: len(rows[0])]
    lines = [",".join(["議案番号", "件名", *members])]
    lines += [",".join([f"議案第{number}号", f"件名{number}", *row]) for number, row in enumerate(rows, start=1)]
    assert came_back("\n".join(lines), "|".join(members).replace(" ", "").replace("|", " ")) == told(rows)


@given(votes)
def test_a_clean_transposed_table_comes_back_cell_by_cell(rows: list[list[str]]):
    members = NAMES[: len(rows[0])]
    lines = [",".join(["氏名", *(f"議案第{number}号" for number in range(1, len(rows) + 1))])]
    lines += [",".join([name, *column]) for name, column in zip(members, zip(*rows, strict=True), strict=True)]
    assert came_back("\n".join(lines), "|".join(members).replace(" ", "").replace("|", " ")) == told(rows)


@given(votes)
def test_a_clean_long_table_comes_back_row_by_row(rows: list[list[str]]):
    lines = ["議決日,議案番号,件名,議員名,賛否"]
    lines += [
        f"2025-12-19,議案第{number}号,件名{number},{name},{sign}"
        for number, row in enumerate(rows, start=1)
        for name, sign in zip(NAMES, row, strict=False)
    ]
    assert came_back("\n".join(lines), "") == told(rows)


@given(votes, st.data())
def test_a_lost_cell_never_moves_a_vote_to_another_person(rows: list[list[str]], data: st.DataObject):
    rows = [["○", *row] for row in rows]
    broken = data.draw(st.integers(0, len(rows) - 1))
    lost = data.draw(st.integers(0, len(rows[0]) - 1))
    members = NAMES[: len(rows[0])]
    cells = [["議案番号", *members], *([f"議案第{number}号", *row] for number, row in enumerate(rows, start=1))]
    del cells[broken + 1][lost + 1]
    found = read("\n".join(",".join(row) for row in cells), roster="山田太郎 佐藤花子")
    kept = {event.number.printed: event for event in found.value if event.number}
    assert any(one.rule.code in ("V102", "V103") for one in found.findings)
    # Where the lost cell was the row's only vote, nothing tells that there was a vote by name.
    event = kept.get(f"議案第{broken + 1}号")
    assert event is None or (event.votes == () and event.withheld)
