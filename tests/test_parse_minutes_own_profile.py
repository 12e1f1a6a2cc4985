"""A council's own layout of minutes: a few lines on top of a shipped one; what cannot be used is said and left."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from minutes_outline import outline, read

from council.config import load_config

LINES = """令和8年第1回定例会会議録
■議長（山野太郎君）　開きます。
■２番（海原花子君）　伺います。
※市長　お答えします。
"""


def layout(**own: object) -> str:
    return json.dumps(own, ensure_ascii=False)


def labels(profile: str) -> tuple[str, list[str], list[str]]:
    found = outline(read(LINES.strip(), path="minutes_src/x.docx", folder="", profile=profile))
    assert isinstance(found["debate"], list)
    assert isinstance(found["findings"], list)
    return (
        str(found["profile"]),
        [line for line in found["debate"] if "議長" in line or "市長" in line],
        found["findings"],
    )


def test_two_more_marks_are_enough():
    name, said, findings = labels(layout(name="yama", markers={"■": "speaker", "※": "answer"}))
    assert name == "yama"
    assert said == [
        "speech / ■議長（山野太郎君） / 議長 / 山野太郎 / 開きます。",
        "answer / ※市長 / 市長 /  / お答えします。",
    ]
    assert findings == []


@pytest.mark.parametrize(
    "own",
    [
        layout(extends="nobody"),
        layout(marker={"■": "speaker"}),
        layout(headings="("),
        layout(agenda={"item": "^[0-9]+"}),
        layout(forms=["nothing"]),
        layout(markers="■"),
        layout(threshold="many"),
        layout(remarks=[{"status": "asleep", "pattern": "x"}]),
    ],
)
def test_what_cannot_be_used_is_said_and_the_document_is_read_as_found(own: str):
    name, _, findings = labels(own)
    assert name == ""
    assert "¶0 M102" in findings


def test_the_layout_stands_in_the_settings_or_in_a_file(tmp_path: Path):
    written = "name: yama\nmarkers: {■: speaker}\n"
    (tmp_path / "layout.yml").write_text(written, "utf-8")
    (tmp_path / "mkdocs.yml").write_text("extra: {council: {profile: layout.yml}}\n", "utf-8")
    of_file = load_config(tmp_path)
    indented = written.replace("\n", "\n      ").rstrip()
    (tmp_path / "mkdocs.yml").write_text(f"extra:\n  council:\n    profile:\n      {indented}\n", "utf-8")
    of_settings = load_config(tmp_path)
    assert of_file.value.profile == of_settings.value.profile == '{"name": "yama", "markers": {"■": "speaker"}}'
    assert of_file.findings == of_settings.findings == ()


def test_a_file_outside_or_missing_is_only_a_name(tmp_path: Path):
    for name in ("../layout.yml", "/layout.yml", "nothing.yml"):
        (tmp_path / "mkdocs.yml").write_text(f"extra: {{council: {{profile: {name}}}}}\n", "utf-8")
        assert load_config(tmp_path).value.profile == name
