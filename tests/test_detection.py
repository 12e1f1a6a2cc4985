"""The script that seeds slips into vote tables: the same slips each time, and a second entry notices every one."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from conftest import ROOT


@pytest.fixture(scope="module")
def scripts():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "benchmarks"))
        import detection  # noqa: PLC0415 - the scripts are no package
        import detection_city  # noqa: PLC0415
        import detection_errors  # noqa: PLC0415

        yield detection, detection_city, detection_errors


@pytest.fixture(scope="module")
def tables(scripts):
    return scripts[1].read_city(Path(ROOT))


def test_nothing_is_found_in_the_sample_city_s_tables_before_a_slip(tables):
    assert len(tables) == 4
    assert all(table.sound() for table in tables)


def test_the_same_seed_makes_the_same_slips_and_each_changes_a_cell(scripts, tables):
    errors = scripts[2]
    for kind in errors.KINDS:
        fit = [table for table in tables if len(table.decisions) >= kind.least]
        first, again = (
            [errors.made(kind, table.decisions, random.Random(6)) for table in fit]  # noqa: S311 - the same slips
            for _ in range(2)
        )
        assert first == again
        assert all(first)


def test_a_second_entry_notices_a_slip_of_every_kind_and_keeps_it_back(scripts, tables):
    for kind in scripts[2].KINDS:
        line = scripts[0].tried(kind, tables, 3, 1)
        assert all(one.codes and one.kept_back for one in line.twice), kind.name


def test_the_matrix_has_a_line_for_each_kind(scripts, tables):
    detection, _, errors = scripts
    lines = [detection.tried(kind, tables, 1, 1) for kind in errors.KINDS]
    assert [row.split(" | ")[0].removeprefix("| ") for row in detection.as_table(lines).splitlines()[2:]] == [
        kind.name for kind in errors.KINDS
    ]
