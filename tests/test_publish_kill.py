"""A publication that is killed at any step leaves every page whole, and the next run finishes it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from publishing import NEW, OLD, RETIRED, Project, everything_opens, read, stopping

from council.publish import fresh_staging, publish, recover

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def in_a_killed_child(at: int, project: Project, staging: Path) -> bool:
    """Publish in another process that ends without a word before the given step; say whether it came that far."""
    child = os.fork()
    if child == 0:
        with stopping(at, lambda _: os._exit(9)):
            publish(staging, project.site, project.state)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


def test_killed_at_every_step(tmp_path: Path) -> None:
    original = Project(tmp_path / "original")
    original.publish(OLD)
    began, at, killed = False, 1, True
    while killed:
        project = Project(tmp_path / f"{at}")
        shutil.copytree(original.root, project.root, symlinks=True)
        killed = in_a_killed_child(at, project, project.stage(NEW))
        stands = read(project.site)
        began = began or stands != OLD
        assert began or stands == OLD
        assert everything_opens(stands), at
        assert set(stands) >= set(OLD) & set(NEW), at
        recovered = recover(project.state)
        assert all(found.rule.code in ("S309", "S310") for found in recovered.findings)
        assert read(project.site) in (OLD, NEW | RETIRED), at
        again = project.publish(NEW)
        assert again.value is not None
        assert read(project.site) == NEW | RETIRED
        at += 1
    assert began
    assert at > 30


def test_killed_at_every_step_where_no_site_stood(tmp_path: Path) -> None:
    at, killed, seen = 1, True, set[str]()
    while killed:
        project = Project(tmp_path / f"{at}")
        killed = in_a_killed_child(at, project, project.stage(NEW))
        stands = read(project.site)
        assert stands in ({}, NEW), at
        begun = [found.rule.code for found in recover(project.state).findings]
        assert begun in ([], ["S309"])
        assert read(project.site) == (NEW if begun else stands), at
        seen.add(f"{bool(stands)} {begun}")
        assert project.publish(NEW).value is not None
        assert read(project.site) == NEW
        at += 1
    assert seen == {"False []", "False ['S309']", "True ['S309']", "True []"}


def test_a_kill_while_recovering_does_no_harm_either(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.publish(OLD)
    assert in_a_killed_child(24, project, project.stage(NEW))
    for at in (3, 5, 7):
        child = os.fork()
        if child == 0:
            with stopping(at, lambda _: os._exit(9)):
                recover(project.state)
            os._exit(0)
        os.waitpid(child, 0)
        assert everything_opens(read(project.site))
    recover(project.state)
    assert read(project.site) == NEW | RETIRED


def test_a_killed_publication_whose_staged_files_are_lost_is_undone(tmp_path: Path) -> None:
    undone = 0
    for at in range(18, 39, 2):
        project = Project(tmp_path / f"{at}")
        project.publish(OLD)
        staging = project.stage(NEW)
        in_a_killed_child(at, project, staging)
        shutil.rmtree(staging, ignore_errors=True)
        codes = [found.rule.code for found in recover(project.state).findings]
        undone += codes == ["S310"]
        assert read(project.site) == (NEW | RETIRED if codes == ["S309"] else OLD), at
    assert undone > 2


def test_what_a_kill_left_in_staging_is_not_mistaken_for_a_site(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.publish(OLD)
    project.stage({"index.html": "half a pa"})
    assert recover(project.state).findings == ()
    staging = fresh_staging(project.site, project.state, "public").value
    assert staging is not None
    assert read(staging) == {}
    assert read(project.site) == OLD
