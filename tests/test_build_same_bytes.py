"""The same input gives the same bytes, whatever clock, folder, hash seed or rights; `mkdocs build` gives the same pages."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path

import pytest
from independent.building import differences, fingerprints, run
from independent.harbour import write_harbour
from independent.projects import SESSION, pdf, write_project, write_text
from independent.variations import PLAIN, VARIATIONS, Variation, built_with, with_more_sittings


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_project(tmp_path_factory.mktemp("same") / "minato", {3: "道路", 17: "河川"})
    papers = root / "minutes_src" / SESSION / "資料"
    for audience in ("公開", "議員限定"):
        (papers / audience).mkdir(parents=True)
        (papers / audience / "議案第1号_概要.pdf").write_bytes(pdf("PAPER"))
    write_text(root / "minutes_src" / SESSION / "session.yml", f"name: {SESSION}\nstatus: 確定版\n")
    write_text(root / "site_templates" / "pages" / "hand-written.md", "# お知らせ\n\n手で書いたページです。\n")
    return root


def copied(project: Path, to: Path, age: int) -> Path:
    """Copy a project elsewhere, its files as old as wanted."""
    shutil.copytree(project, to, ignore=shutil.ignore_patterns("site*-*", ".council"))
    for path in to.rglob("*"):
        os.utime(path, (age, age))
    return to


def built(project: Path, cwd: Path, *, umask: int = 0o022, **more: str) -> Path:
    done = run("-m", "council", "build", "--edition", "all", "--project", str(project), cwd=cwd, umask=umask, **more)
    assert done.returncode == 0, done.stdout + done.stderr
    return project


@pytest.fixture(scope="module")
def first(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    here = copied(project, tmp_path_factory.mktemp("one") / "minato", 1_700_000_000)
    return built(here, here, TZ="Asia/Tokyo", PYTHONHASHSEED="1", LANG="ja_JP.UTF-8")


def test_two_builds_are_the_same_byte_for_byte(first: Path, project: Path, tmp_path: Path):
    there = copied(project, tmp_path / "another folder 別" / "minato", 1_000_000_000)
    built(there, tmp_path, umask=0o077, TZ="America/Anchorage", PYTHONHASHSEED="4242", LANG="C", LC_ALL="C")
    for edition in ("site", "site-members"):
        one = fingerprints(first / edition)
        assert len(one) > 40
        assert differences(one, fingerprints(there / edition)) == []


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Write a council with something of everything, and build it as it is built on an ordinary day."""
    inputs = with_more_sittings(write_harbour(tmp_path_factory.mktemp("inputs") / "minato"))
    return inputs, built_with(PLAIN, inputs, tmp_path_factory.mktemp("plain"))


TOGETHER = (
    ("another time zone", "another hash seed", "other rights"),
    ("another locale", "another folder", "another order of files"),
    ("another day",),
    ("two processes",),
)
"""Surroundings that are changed in one build: if no byte differs, none of them made a difference."""


@pytest.fixture(scope="module")
def elsewhere(plain: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Callable[[tuple[str, ...]], Path]:
    """Return what builds the council once in surroundings of several changes."""
    return cache(lambda names: built_with(changed(*names), plain[0], tmp_path_factory.mktemp("elsewhere")))


def changed(*names: str) -> Variation:
    ways = [(field, value) for name in names for field, value in asdict(VARIATIONS[name]).items()]
    return replace(PLAIN, **{field: value for field, value in ways if value != getattr(PLAIN, field)})


@pytest.mark.slow
@pytest.mark.parametrize("variation", VARIATIONS)
def test_no_byte_depends_on_what_surrounds_a_build(
    plain: tuple[Path, Path], elsewhere: Callable[[tuple[str, ...]], Path], variation: str
):
    (names,) = (names for names in TOGETHER if variation in names)
    assert asdict(VARIATIONS[variation]).items() - asdict(PLAIN).items() <= asdict(changed(*names)).items()
    for edition in ("site", "site-members"):
        assert differences(fingerprints(plain[1] / edition), fingerprints(elsewhere(names) / edition)) == []


def test_building_again_changes_no_file(first: Path):
    before = {path: path.stat().st_mtime_ns for path in (first / "site").rglob("*") if path.is_file()}
    prints = fingerprints(first / "site")
    built(first, first, TZ="UTC", PYTHONHASHSEED="7")
    assert fingerprints(first / "site") == prints
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_mkdocs_alone_gives_the_same_files(first: Path, project: Path, tmp_path: Path):
    alone = copied(project, tmp_path / "minato", 1_200_000_000)
    done = run("-m", "mkdocs", "build", "--quiet", cwd=alone, TZ="UTC", PYTHONHASHSEED="99")
    assert done.returncode == 0, done.stderr
    assert differences(fingerprints(alone / "site"), fingerprints(first / "site")) == []
