"""Strict YAML: text stays text, and whatever could be read two ways is refused at its place."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from case_files import CASES, told
from hypothesis import given
from hypothesis import strategies as st

from council.diagnostics import Outcome
from council.read.documents import YamlList, YamlMap, YamlNode, YamlScalar
from council.read.yaml_file import MAX_SIZE, look_alike, read_yaml

REFUSED = yaml.safe_load((CASES / "yaml" / "refused.yml").read_text("utf-8"))


def read(text: str | bytes, folder: Path, strict_at: tuple[str, ...] = ()) -> Outcome[YamlNode | None]:
    (folder / "session.yml").write_bytes(text.encode() if isinstance(text, str) else text)
    return read_yaml(folder / "session.yml", "minutes_src/a/session.yml", strict_at)


def plain(node: YamlNode | None) -> object:
    match node:
        case YamlMap(entries=entries):
            return {key.text: plain(value) for key, value in entries}
        case YamlList(items=items):
            return [plain(item) for item in items]
        case YamlScalar(text=text):
            return text
    return None


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case["what"])
def test_what_is_refused(case: dict[str, object], tmp_path: Path):
    outcome = read(str(case["text"]), tmp_path)
    assert (outcome.value, told(outcome.findings)) == (None, case["findings"])


@pytest.mark.parametrize(
    "written",
    "no yes true False on null ~ 010 0x1F 1e3 10:00 1:30:00 2026-13-05 2025-12-02 1_000 .inf = << 令和7年 第4号 -1 +1".split(),
)
def test_every_scalar_stays_as_written(written: str, tmp_path: Path):
    assert plain(read(f"a: {written}\n", tmp_path).value) == {"a": written}
    assert plain(read(f"{written}: a\n", tmp_path).value) == {written: "a"}


def test_nodes_know_their_places(tmp_path: Path):
    node = read("name: a\nsittings:\n  - date: 令和7年12月2日\n", tmp_path).value
    assert isinstance(node, YamlMap)
    sittings = node.get("sittings")
    assert isinstance(sittings, YamlList)
    sitting = sittings.items[0]
    assert isinstance(sitting, YamlMap)
    assert [str(part.location) for part in (*sitting.entries[0], sitting)] == [
        "minutes_src/a/session.yml:3:5",
        "minutes_src/a/session.yml:3:11",
        "minutes_src/a/session.yml:3:5",
    ]


def test_cp932_and_utf_16_are_read_and_said(tmp_path: Path):
    for codec in ("cp932", "utf-16"):
        outcome = read("name: 令和7年第4回定例会\n".encode(codec), tmp_path)
        assert (plain(outcome.value), told(outcome.findings)) == ({"name": "令和7年第4回定例会"}, ["R107@"])


def test_a_key_without_a_value_is_an_empty_text(tmp_path: Path):
    assert plain(read("name:\nsittings:\n", tmp_path).value) == {"name": "", "sittings": ""}


def test_a_full_width_colon_in_an_item_of_the_agenda_is_a_colon_in_its_title(tmp_path: Path):
    outcome = read("agenda: [議案第7号：令和8年度予算, 「市民の声」：要望]\n", tmp_path)
    assert plain(outcome.value) == {"agenda": ["議案第7号：令和8年度予算", "「市民の声」：要望"]}
    assert outcome.findings == ()


@pytest.mark.parametrize("text", ["氏名：佐藤", "status：確定版", "name:　令和7年", "－ date"])
def test_a_scalar_that_was_meant_as_a_key_is_named(text: str, tmp_path: Path):
    node = read(f"{text}\n", tmp_path).value
    assert isinstance(node, YamlScalar)
    found = look_alike(node)
    assert found is not None
    assert found.rule.code == "R302"


def test_a_file_beyond_one_mebibyte_is_refused(tmp_path: Path):
    assert told(read(b"a: " + b"x" * MAX_SIZE, tmp_path).findings) == ["R104@"]


def test_only_the_named_part_must_be_strict(tmp_path: Path):
    mkdocs = """
site_name: !ENV [NAME, 市議会]
markdown_extensions:
  - emoji: &icons
      index: !!python/name:material.extensions.emoji.twemoji
  - again: *icons
extra: {council: {name: no}}
"""
    node = read(mkdocs, tmp_path, ("extra", "council")).value
    assert isinstance(node, YamlMap)
    assert plain(node.get("extra")) == {"council": {"name": "no"}}
    assert told(read("extra:\n  council:\n    name: !ENV NAME\n", tmp_path, ("extra", "council")).findings) == [
        "R305@3:11"
    ]
    assert told(read("extra: {a: b}\nextra: {c: d}\n", tmp_path, ("extra", "council")).findings) == ["R303@2:1"]
    assert read("plugins: [a]\nplugins: [b]\n", tmp_path, ("extra", "council")).findings == ()


@given(st.text(alphabet="ab:：-－ \n\t[]{},，&*!#'\"|>%@?　", max_size=60))
def test_no_text_makes_the_reader_stumble(tmp_path_factory: pytest.TempPathFactory, text: str):
    outcome = read(text, tmp_path_factory.getbasetemp())
    assert outcome.value is None or all(found.rule.severity != "error" for found in outcome.findings)
