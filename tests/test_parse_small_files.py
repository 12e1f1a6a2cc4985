"""The roster, the links, the corrections, the synonyms and session.yml: every case is a file and what a clerk would expect of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from case_files import case_files, filled, grids_of, load, told
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from council.diagnostics import Outcome, Rule, Severity
from council.parse.corrections import parse_corrections
from council.parse.roster import parse_roster
from council.parse.session_file import parse_session_file
from council.parse.streams import parse_streams
from council.parse.synonyms import parse_synonyms
from council.read.documents import Grid, GridRow
from council.read.yaml_file import read_yaml
from council.rules import columns, corrections, files, people, recordings, searching, yaml_files

PARSERS: dict[str, Callable[..., Outcome[tuple[object, ...]]]] = {
    "roster": parse_roster,
    "streams": parse_streams,
    "corrections": parse_corrections,
    "synonyms": parse_synonyms,
}
TABLES = [path for room in PARSERS for path in case_files(room)]
SESSIONS = case_files("session_files")
# Of the rules for any table, those that these parsers report; the others belong to the readers and to `find`.
SHARED = {f"R{number}" for number in (113, 114, 115, 116, 117, 118, 120, 121, 122)} | {
    f"R{number}" for number in range(321, 330)
}


@pytest.mark.parametrize("path", TABLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_tables(path: Path, tmp_path: Path):
    case = load(path)
    outcome = PARSERS[path.parent.name](grids_of(case["csv"], tmp_path))
    assert [filled(draft) for draft in outcome.value] == case["expect"]
    assert told(outcome.findings) == case.get("findings", [])


@pytest.mark.parametrize("path", SESSIONS, ids=lambda path: path.stem)
def test_session_files(path: Path, tmp_path: Path):
    case = load(path)
    (tmp_path / "session.yml").write_text(case["yaml"], encoding="utf-8")
    node = read_yaml(tmp_path / "session.yml", "session.yml")
    assert node.value is not None
    outcome = parse_session_file(node.value, "a")
    assert filled(outcome.value) == case["expect"]
    assert told(outcome.findings) == case.get("findings", [])


def test_every_rule_of_these_files_has_a_case():
    met = {found.split("@")[0] for path in [*TABLES, *SESSIONS] for found in load(path).get("findings", ())}
    rules = [rule for module in (corrections, people, recordings, searching) for rule in vars(module).values()]
    own = {rule.code for rule in rules if isinstance(rule, Rule) and rule.code[1] in "15"}
    assert own | SHARED <= met


def test_no_finding_quotes_words_that_were_withdrawn(tmp_path: Path):
    for path in case_files("corrections"):
        for found in parse_corrections(grids_of(load(path)["csv"], tmp_path)).findings:
            assert "消された言葉" not in found.message("ja") + found.message("en") + found.help("ja")


def test_a_rows_error_withholds_something():
    for module in (columns, corrections, people, recordings, searching, files, yaml_files):
        for rule in vars(module).values():
            if isinstance(rule, Rule):
                assert bool(rule.withholds) == (rule.severity is Severity.ERROR), rule.code


def test_a_second_sheet_without_the_headings_is_left_out_with_a_note():
    roster = Grid("votes/members.xlsx", (GridRow(1, ("氏名",)), GridRow(2, ("山田太郎",))), "xlsx", "名簿")
    other = Grid("votes/members.xlsx", (GridRow(1, ("メモ",)),), "xlsx", "メモ")
    outcome = parse_roster((roster, other))
    assert [member.name for member in outcome.value] == ["山田太郎"]
    assert [str(found.location) for found in outcome.findings] == ["votes/members.xlsx[メモ]:1"]
    assert told(outcome.findings) == ["R119@1"]


def test_notes_beside_the_table_of_a_workbook_shift_nothing():
    rows = (GridRow(1, ("氏名", "", "")), GridRow(2, ("山田太郎", "", "要確認")))
    outcome = parse_roster((Grid("votes/members.xlsx", rows, "xlsx"),))
    assert [member.name for member in outcome.value] == ["山田太郎"]
    assert told(outcome.findings) == ["R116@1:3"]


WORDS = st.sampled_from(
    [
        "氏名",
        "name",
        "日付",
        "種別",
        "対象",
        "URL",
        "就任日",
        "令和7年12月2日",
        "山田太郎",
        "",
        "　",
        "?",
        "※",
        "1:02:33",
    ]
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.lists(WORDS | st.text(max_size=5), max_size=6).map(tuple), max_size=6))
def test_no_table_makes_them_stumble(rows: list[tuple[str, ...]]):
    grid = Grid("a.csv", tuple(GridRow(line, cells) for line, cells in enumerate(rows, 1)), "utf-8")
    for parse in PARSERS.values():
        for found in parse((grid,)).findings:
            assert found.message("ja")
            assert found.message("en")
            assert found.help("ja")
            assert found.help("en")
