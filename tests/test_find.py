"""Which file is what, for whose eyes, and that nothing is passed over in silence."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest
import yaml
from case_files import CASES

from council.diagnostics import Outcome
from council.model.events import Audience
from council.parse.find import InputFile, Inputs, MaterialFile, SessionFile, WordFile, find_inputs
from council.read.docx import read_word

FOLDERS = yaml.safe_load((CASES / "find" / "folders.yml").read_text("utf-8"))


def place(files: list[str], project: Path) -> Outcome[Inputs]:
    for name in files:
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_bytes(b"x")
    return find_inputs(project)


def told(file: WordFile | SessionFile | MaterialFile | InputFile) -> str:
    match file:
        case WordFile(name=name, folder=folder, audience=audience):
            return f"{folder} {audience.value} {name}"
        case MaterialFile(name=name, folder=folder, audience=audience):
            return f"{folder} {audience.value if audience else 'none'} {name}"
        case SessionFile(name=name, folder=folder):
            return f"{folder} {name}"
    return file.name


def summary(inputs: Inputs) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key in Inputs.__struct_fields__:
        value = getattr(inputs, key)
        files = value if isinstance(value, tuple) else (value,) if value else ()
        if files:
            found[key] = [told(file) for file in files]
    return found


@pytest.mark.parametrize("case", FOLDERS, ids=lambda case: case["what"])
def test_folders(case: dict[str, list[str]], tmp_path: Path):
    outcome = place(case["files"], tmp_path)
    assert summary(outcome.value) == case["expect"]
    assert [f"{found.rule.code} {found.location.path}" for found in outcome.findings] == case.get("findings", [])


def test_names_are_told_in_nfc_and_open_as_they_are(tmp_path: Path):
    name = unicodedata.normalize("NFD", "minutes_src/ガイド/第1号.docx")
    file = place([name], tmp_path).value.minutes[0]
    assert file.name == "minutes_src/ガイド/第1号.docx"
    assert file.path.read_bytes() == b"x"


def test_links_out_of_the_project_are_not_followed(tmp_path: Path):
    outside = tmp_path / "outside"
    project = tmp_path / "project"
    place(["a.docx"], outside)
    place(["minutes_src/a/第1号.docx"], project)
    (project / "minutes_src/a/out.docx").symlink_to(outside / "a.docx")
    (project / "minutes_src/a/folder").symlink_to(outside)
    (project / "minutes_src/a/nowhere.docx").symlink_to(outside / "none")
    (project / "minutes_src/a/loop").symlink_to(project / "minutes_src")
    (project / "votes").symlink_to(outside)
    outcome = find_inputs(project)
    assert [file.name for file in outcome.value.minutes] == ["minutes_src/a/第1号.docx"]
    assert [f"{found.rule.code} {found.location.path}" for found in outcome.findings] == [
        "R154 minutes_src/a/folder",
        "R154 minutes_src/a/loop",
        "R154 minutes_src/a/nowhere.docx",
        "R154 minutes_src/a/out.docx",
        "R154 votes",
    ]


def test_a_link_to_restricted_minutes_stays_restricted(tmp_path: Path):
    place(["minutes_src/a/議員限定/第1号.docx"], tmp_path)
    (tmp_path / "minutes_src/a/第2号.docx").symlink_to(tmp_path / "minutes_src/a/議員限定/第1号.docx")
    assert [file.audience for file in find_inputs(tmp_path).value.minutes] == [Audience.MEMBERS, Audience.MEMBERS]


def test_pipes_are_never_opened(tmp_path: Path):
    place(["votes/a.csv"], tmp_path)
    os.mkfifo(tmp_path / "votes/pipe.csv")
    outcome = find_inputs(tmp_path)
    assert [file.name for file in outcome.value.vote_tables] == ["votes/a.csv"]
    assert [found.rule.code for found in outcome.findings] == ["R152"]


def test_a_file_that_icloud_took_away_is_refused_as_such(tmp_path: Path):
    file = place(["minutes_src/a/.第1号.docx.icloud"], tmp_path).value.minutes[0]
    assert [found.rule.code for found in read_word(file.path, file.name).findings] == ["R204"]


def test_a_file_in_place_of_a_folder_is_said(tmp_path: Path):
    outcome = place(["votes"], tmp_path)
    assert [f"{found.rule.code} {found.location.path}" for found in outcome.findings] == ["R152 votes"]


def test_the_order_does_not_depend_on_the_disk(tmp_path: Path):
    names = [f"votes/{name}.csv" for name in ("い", "a", "ア", "10", "2", "B")]
    place(names, tmp_path / "one")
    place(names[::-1], tmp_path / "other")
    tables = [[file.name for file in find_inputs(tmp_path / half).value.vote_tables] for half in ("one", "other")]
    assert tables[0] == tables[1] == sorted(names)
