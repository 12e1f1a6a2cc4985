"""Corrections of tables and session files: a cell by row and column, carried out before anything is read from it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from case_files import case_files, grids_of, load, told
from corrections_desk import errata, row, rows_of, told_of

from council.corrections import correct_tables, correct_tree
from council.corrections.cell_places import CellPlace, cell_place
from council.parse.session_file import parse_session_file
from council.read.documents import Grid, GridRow
from council.read.yaml_file import read_yaml

CASES = [load(path) | {"id": path.stem} for path in case_files("corrections_cells")]


@pytest.mark.parametrize("case", [case for case in CASES if "csv" in case], ids=lambda case: case["id"])
def test_cells(case, tmp_path: Path):
    grids = grids_of(case["csv"], tmp_path)
    made = correct_tables("table.csv", grids, errata(rows_of(case, "table.csv"), "table.csv"))
    lines = [list(line.cells) for grid in made.value.value for line in grid.rows]
    assert lines == list(csv.reader(io.StringIO(case["csv_after"])))
    assert told_of(made.value.matched) == case.get("shown", [])
    assert list(made.value.hidden) == case.get("hidden", [])
    assert told(made.findings) == case.get("findings", [])


@pytest.mark.parametrize("case", [case for case in CASES if "yaml" in case], ids=lambda case: case["id"])
def test_values(case, tmp_path: Path):
    (tmp_path / "session.yml").write_text(case["yaml"], encoding="utf-8")
    node = read_yaml(tmp_path / "session.yml", "session.yml").value
    made = correct_tree("session.yml", node, errata(rows_of(case, "session.yml"), "session.yml"))
    assert made.value.value
    (sitting,) = parse_session_file(made.value.value, "a").value.sittings
    assert [item.title for item in sitting.agenda] == case["agenda"]
    assert told_of(made.value.matched) == case["shown"]
    assert told(made.findings) == case["findings"]


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("14:3", CellPlace(14, 3)),
        ("１４：３", CellPlace(14, 3)),
        (" 14 : C ", CellPlace(14, 3)),
        ("14行3列", CellPlace(14, 3)),
        ("14行目、3列目", CellPlace(14, 3)),
        ("14行C列", CellPlace(14, 3)),
        ("C列14行", CellPlace(14, 3)),
        ("C14", CellPlace(14, 3)),
        ("$AB$14", CellPlace(14, 28)),
        ("賛否一覧!C14", CellPlace(14, 3, "賛否一覧")),
        ("'第 1 表'!14:3", CellPlace(14, 3, "第 1 表")),
        ("[賛否]:14:3", CellPlace(14, 3, "賛否")),
        ("議案第14号", None),
        ("14", None),
        ("0:3", None),
        ("", None),
        ("山田太郎", None),
    ],
)
def test_a_cell_may_be_written_as_clerks_write_it(written: str, place: CellPlace | None):
    assert cell_place(written) == place


def test_the_sheet_of_a_workbook_may_be_named_and_must_be_where_two_hold_the_words():
    sheets = tuple(Grid("votes/a.xlsx", (GridRow(1, ("○", "×")),), "xlsx", name) for name in ("本会議", "委員会"))

    def made(place: str):
        one = row(2, "votes/a.xlsx", kind="transcription", place=place, was="○", now="×")
        return correct_tables("votes/a.xlsx", sheets, errata([one], "votes/a.xlsx"))

    assert told(made("1:1").findings) == ["K202@2"]
    assert [grid.rows[0].cells for grid in made("委員会!1:1").value.value] == [("○", "×"), ("×", "×")]


def test_corrections_of_one_cell_follow_one_another():
    grid = Grid("votes/a.csv", (GridRow(1, ("○",)),), "utf-8")
    rows = [
        row(2, "votes/a.csv", kind="transcription", place="1:1", was="○", now="×"),
        row(3, "votes/a.csv", kind="transcription", place="1:1", was="×", now="棄"),
    ]
    made = correct_tables("votes/a.csv", (grid,), errata(rows, "votes/a.csv"))
    assert made.value.value[0].rows[0].cells == ("棄",)
    assert made.findings == ()
