"""A restricted file that git tracks is warned of where the repository is sent somewhere."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from council.gate import tracked_files

RESTRICTED = "minutes_src/令和8年第1回定例会/議員限定/協議.docx"
OPEN = "minutes_src/令和8年第1回定例会/第1号.docx"


def git(folder: Path, *words: str) -> None:
    subprocess.run(("git", *words), cwd=folder, check=True, capture_output=True)  # noqa: S603, S607 - our own words


@pytest.fixture
def project(tmp_path: Path) -> Path:
    if shutil.which("git") is None:
        pytest.fail("these tests need git")
    root = tmp_path / "repository" / "minato"
    for name in (RESTRICTED, OPEN):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"x")
    git(root.parent, "init", "-q")
    git(root.parent, "add", ".")
    return root


def test_a_tracked_file_with_a_remote_is_a_warning(project: Path):
    git(project, "remote", "add", "origin", "https://git.example/minato.git")
    (found,) = tracked_files(project)
    assert (found.rule.code, found.location.path) == ("S403", RESTRICTED)


def test_without_a_remote_nothing_is_said(project: Path):
    assert tracked_files(project) == ()


def test_an_ignored_file_is_no_trouble(project: Path):
    git(project, "remote", "add", "origin", "https://git.example/minato.git")
    git(project, "rm", "-q", "--cached", "-r", ".")
    assert tracked_files(project) == ()


def test_git_is_not_asked_where_there_is_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: pytest.fail("git was asked"))
    assert tracked_files(tmp_path) == ()


def test_a_machine_without_git_is_no_trouble(project: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", "")
    assert tracked_files(project) == ()


def test_a_damaged_repository_is_no_trouble(project: Path):
    shutil.rmtree(project.parent / ".git")
    (project.parent / ".git").write_text("gitdir: nowhere", "ascii")
    assert tracked_files(project) == ()


def test_the_members_edition_in_git_is_warned_of_once(project: Path):
    (project / "site-members" / "meetings").mkdir(parents=True)
    for page in ("index.html", "meetings/a.html"):
        (project / "site-members" / page).write_text("x", "utf-8")
    (project / ".council").mkdir()
    (project / ".council" / "store").write_bytes(b"x")
    git(project, "add", "-A")
    git(project, "remote", "add", "origin", "https://git.example/minato.git")
    assert [found.location.path for found in tracked_files(project)] == [".council", RESTRICTED, "site-members"]


def test_git_looks_at_this_repository_whatever_it_was_told_before(project: Path, monkeypatch: pytest.MonkeyPatch):
    git(project, "remote", "add", "origin", "https://git.example/minato.git")
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_WORK_TREE", "/nowhere")
    assert [found.location.path for found in tracked_files(project)] == [RESTRICTED]


def test_a_folder_nearly_called_members_only_is_restricted_in_git_as_well(project: Path):
    near = project / "minutes_src/令和8年第1回定例会/議員限定（秘密会）/第2号.docx"
    near.parent.mkdir()
    near.write_bytes(b"x")
    git(project, "add", ".")
    git(project, "remote", "add", "origin", "https://git.example/minato.git")
    assert near.relative_to(project).as_posix() in {found.location.path for found in tracked_files(project)}
