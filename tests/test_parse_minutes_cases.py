"""Every file of `cases/minutes` is minutes (lines) and what a clerk would expect to be read from them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from minutes_outline import outline, read

from council.diagnostics import Rule
from council.rules import minutes

CASES = sorted((Path(__file__).parent / "cases" / "minutes").glob("*.yml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_minutes_are_read_as_expected(path: Path):
    case: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    options = {key: case[key] for key in ("path", "folder", "audience", "profile") if key in case}
    found = outline(read(case["lines"].rstrip("\n"), **options))
    assert {key: found[key] for key in case["expect"]} == case["expect"]


def test_every_rule_for_minutes_has_a_case():
    met = {code for path in CASES for code in re.findall(r"M[123]\d\d", path.read_text("utf-8"))}
    assert {rule.code for rule in vars(minutes).values() if isinstance(rule, Rule)} <= met
