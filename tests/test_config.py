"""What mkdocs.yml says of the council, and what it may not say."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

import pytest
import yaml
from case_files import CASES, filled, told

from council.config import Config, load_config
from council.diagnostics import Outcome

SETTINGS = yaml.safe_load((CASES / "config" / "settings.yml").read_text("utf-8"))


def load(text: str, folder: Path) -> Outcome[Config]:
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    return load_config(folder)


@pytest.mark.parametrize("case", SETTINGS, ids=lambda case: case["what"])
def test_settings(case: dict[str, object], tmp_path: Path):
    council = "".join(f"    {line}\n" for line in str(case["council"]).splitlines())
    outcome = load(f"site_name: 潮市議会\nextra:\n  council:\n{council}", tmp_path)
    assert told(outcome.findings) == case.get("findings", [])
    if "expect" in case:
        found = filled(outcome.value) | {"facts": filled(outcome.value.facts)}
        kept = {key: dict(value) if isinstance(value, MappingProxyType) else value for key, value in found.items()}
        assert {key: value for key, value in kept.items() if value and key != "project"} == case["expect"]


def test_without_a_file_everything_has_its_default(tmp_path: Path):
    outcome = load_config(tmp_path)
    assert (outcome.value.facts.language, outcome.value.facts.timezone, outcome.value.facts.seats) == (
        "ja",
        "Asia/Tokyo",
        None,
    )
    assert outcome.findings == ()


def test_the_rest_of_the_file_belongs_to_mkdocs(tmp_path: Path):
    text = """
site_name: 汐路市議会
site_url: https://gikai.example/
theme: &theme {name: material}
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
plugins: [council]
extra:
  social: []
  council: {seats: 22}
"""
    outcome = load(text, tmp_path)
    assert outcome.findings == ()
    assert (outcome.value.facts.name, outcome.value.facts.site_url) == ("汐路市議会", "https://gikai.example/")
    assert outcome.value.facts.seats == 22


def test_a_file_that_is_no_yaml_has_one_finding_with_the_place_and_one_for_the_consequence(tmp_path: Path):
    outcome = load("site_name: [a\n", tmp_path)
    assert told(outcome.findings) == ["R301@1:12", "C101@"]
    assert outcome.value.facts.language == "ja"


def test_a_value_in_error_keeps_its_default_and_the_others_stand(tmp_path: Path):
    facts = load("extra: {council: {language: fr, seats: 20}}\n", tmp_path).value.facts
    assert (facts.language, facts.seats) == ("ja", 20)


@pytest.mark.parametrize("text", ["", "# nothing\n", "extra:\n", "extra: {council: }\n", "site_name: a\n"])
def test_an_unfilled_file_is_no_error(text: str, tmp_path: Path):
    assert all(found.rule.severity != "error" for found in load(text, tmp_path).findings)
