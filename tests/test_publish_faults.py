"""A full disk, missing rights, a file that is held open: a finding, and the site that was there."""

from __future__ import annotations

import errno
import os
import shutil
import time
from pathlib import Path

import pytest
from publishing import NEW, OLD, RETIRED, Project, everything_opens, read, stopping

from council.publish import publish, recover, standing


def refuse(code: int) -> None:
    raise OSError(code, os.strerror(code), "site/index.html")


class HeldOpenError(PermissionError):
    """What Windows says of a file that another program has open."""

    winerror = 32


@pytest.mark.parametrize(("code", "rule"), [(errno.EACCES, "S305"), (errno.EROFS, "S305"), (errno.EIO, "S307")])
def test_the_finding_names_what_is_the_matter(tmp_path: Path, code: int, rule: str) -> None:
    project = Project(tmp_path)
    project.publish(OLD)
    staging, true = project.stage(NEW), os.replace

    def refused(source: Path, target: Path) -> None:
        if Path(source) == staging / "index.html":
            refuse(code)
        true(source, target)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "replace", refused)
        outcome = publish(staging, project.site, project.state)
    assert [found.rule.code for found in outcome.findings] == [rule]
    assert read(project.site) == OLD


def test_a_full_disk_at_any_step_leaves_the_old_site(tmp_path: Path) -> None:
    original = Project(tmp_path / "original")
    original.publish(OLD)
    at, reached = 1, True
    while reached:
        project = Project(tmp_path / f"{at}")
        shutil.copytree(original.root, project.root)
        staging = project.stage(NEW)
        with stopping(at, lambda _: refuse(errno.ENOSPC)) as steps:
            outcome = publish(staging, project.site, project.state)
        reached = len(steps) >= at
        if outcome.value is None:
            assert [found.rule.code for found in outcome.findings] == ["S304"], at
            assert read(project.site) == OLD, at
        else:
            assert read(project.site) == NEW | RETIRED, at
        at += 1
    assert at > 30


def test_a_full_disk_at_any_step_where_no_site_stood_leaves_none_or_a_whole_one(tmp_path: Path) -> None:
    at, reached, told = 1, True, set[bool]()
    while reached:
        project = Project(tmp_path / f"{at}")
        staging = project.stage(NEW)
        with stopping(at, lambda _: refuse(errno.ENOSPC)) as steps:
            outcome = publish(staging, project.site, project.state)
        reached = len(steps) >= at
        told.add(outcome.value is not None)
        assert read(project.site) == (NEW if outcome.value else {}), at
        assert standing(project.site, project.state) == (set(NEW) if outcome.value else set()), at
        at += 1
    assert told == {True, False}


def test_what_cannot_even_be_undone_is_taken_up_by_the_next_run(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.publish(OLD)
    staging, true = project.stage(NEW), os.replace

    def dying(source: Path, target: Path) -> None:
        placed = read(project.site)
        if placed != OLD and project.site in Path(target).parents:
            refuse(errno.EIO)
        true(source, target)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "replace", dying)
        outcome = publish(staging, project.site, project.state)
    assert [found.rule.code for found in outcome.findings] == ["S311"]
    assert everything_opens(read(project.site))
    assert [found.rule.code for found in recover(project.state).findings] == ["S310"]
    assert read(project.site) == OLD
    assert project.publish(NEW).value is not None


def test_a_file_held_open_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = Project(tmp_path)
    project.publish(OLD)
    staging, waits, true = project.stage(NEW), [], os.replace

    def held(source: Path, target: Path) -> None:
        if Path(target).name == "index.html" and len(waits) < 4:
            raise HeldOpenError(13, "in use", str(target))
        true(source, target)

    monkeypatch.setattr(time, "sleep", waits.append)
    monkeypatch.setattr(os, "replace", held)
    assert publish(staging, project.site, project.state).value is not None
    assert waits == [0.05, 0.1, 0.2, 0.4]
    assert read(project.site) == NEW | RETIRED


def test_a_file_held_open_too_long_leaves_the_old_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = Project(tmp_path)
    project.publish(OLD)
    staging, waits, true = project.stage(NEW), [], os.replace

    def held(source: Path, target: Path) -> None:
        if str(source).startswith(str(staging)) and Path(target).name == "index.html":
            raise HeldOpenError(13, "in use", str(target))
        true(source, target)

    monkeypatch.setattr(time, "sleep", waits.append)
    monkeypatch.setattr(os, "replace", held)
    outcome = publish(staging, project.site, project.state)
    assert [found.rule.code for found in outcome.findings] == ["S306"]
    assert str(outcome.findings[0].location) == "site/index.html"
    assert 9 < sum(waits) < 21
    assert read(project.site) == OLD


def test_a_folder_on_another_disk_is_published_by_copying(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = Project(tmp_path)
    project.publish(OLD)
    staging, true = project.stage(NEW), os.replace

    def other_disk(source: Path, target: Path) -> None:
        if ".council/" in str(source) and ".council/" not in str(target):
            raise OSError(errno.EXDEV, "Invalid cross-device link", str(target))
        true(source, target)

    monkeypatch.setattr(os, "replace", other_disk)
    monkeypatch.setattr(os, "link", lambda *_: refuse(errno.EXDEV))
    assert publish(staging, project.site, project.state).value is not None
    assert read(project.site) == NEW | RETIRED
