from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from vote_outline import outline, places, read

from council.diagnostics import Rule
from council.rules import votes

CASES = sorted((Path(__file__).parent / "cases" / "votes").glob("*.yml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_vote_table_is_read_as_expected(path: Path):
    case: dict[str, Any] = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - makes texts only
    settings = {key: case[key] for key in ("roster", "columns", "symbols", "path", "groups") if key in case}
    found = read(case["table"], **settings)
    assert [{key: str(value) for key, value in outline(event).items()} for event in found.value] == case["decisions"]
    assert places(found.findings) == case["findings"]


def test_every_rule_for_tables_has_a_case():
    met = {code for path in CASES for code in re.findall(r"V1\d\d", path.read_text("utf-8"))}
    assert {rule.code for rule in vars(votes).values() if isinstance(rule, Rule)} <= met
