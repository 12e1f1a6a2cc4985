"""The 27 traps that break a naive reader of councils' papers; each file of `cases/traps` is a folder that holds one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from case_files import case_files, load
from council_folder import outline, read_folder

CASES = case_files("traps")
TRAPS = {*map(str, range(1, 26)), "12b", "12c"}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_nobody_falls_into_the_trap(path: Path, tmp_path: Path):
    case: dict[str, Any] = load(path)
    told = outline(read_folder(tmp_path, case["files"], case.get("settings")))
    assert {key: told[key] for key in case["expect"]} == case["expect"]


def test_every_trap_has_its_case():
    assert {load(path)["trap"] for path in CASES} == TRAPS
    assert len(TRAPS) == 27
