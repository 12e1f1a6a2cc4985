"""A build that is killed at any moment leaves a site that is whole, and the next one makes it as a clean build does."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from independent.building import ROOT, command, differences, environment, fingerprints
from independent.projects import write_project, write_text
from independent.site_walk import is_elsewhere, read_page, target

HASHED = re.compile(r"assets/(?!search/)(?:.*/)?[^/]+\.[0-9a-f]{8,}\.[^/]+")
BUILD = """
import os, sys, time
from pathlib import Path
from council.build import BuildOptions, build_project

def slow(operation):
    def later(*arguments, **options):
        time.sleep(0.004)
        return operation(*arguments, **options)
    return later

# A disk so slow that a kill falls between two files: on a quick one all are in place within two milliseconds.
for name in ("replace", "unlink"):
    setattr(os, name, slow(getattr(os, name)))

def say(step):
    print(step.stage, flush=True)

print("start", flush=True)
report = build_project(Path(sys.argv[1]), BuildOptions(), say)
print("end", len(report.published), flush=True)
"""


@dataclass(frozen=True)
class Course:
    """How long a build takes from its start to its end, and when it begins to publish; in seconds."""

    publishing: float
    end: float


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a council, then change its inputs: minutes, votes, a page by hand, the style sheet; nothing is rebuilt yet."""
    root = write_project(tmp_path_factory.mktemp("old") / "minato", {3: "道路", 10: "港湾", 17: "河川"})
    write_text(root / "site_templates" / "pages" / "notice.md", "# お知らせ\n\n前の文。\n")
    assert build(root) == ["end 1"]
    shutil.rmtree(root / "minutes_src")
    shutil.rmtree(root / "votes")
    write_project(root, {3: "道路", 17: "下水道", 24: "学校"}, votes=("×", "○", "×"))
    write_text(root / "site_templates" / "pages" / "notice.md", "# お知らせ\n\n新しい文。\n")
    write_text(root / "site_templates" / "theme" / "assets" / "council" / "own.css", ".own { color: inherit; }\n")
    return root


@pytest.fixture(scope="module")
def clean(old: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Build the new inputs where no site stood."""
    root = tmp_path_factory.mktemp("clean") / "minato"
    shutil.copytree(old, root, ignore=shutil.ignore_patterns("site", ".council"))
    assert build(root) == ["end 1"]
    return fingerprints(root / "site")


@pytest.fixture(scope="module")
def course(old: Path, tmp_path_factory: pytest.TempPathFactory) -> Course:
    """Measure a build of the new inputs over the old site that nobody stops."""
    root = tmp_path_factory.mktemp("measured") / "minato"
    shutil.copytree(old, root)
    process, started = begin(root), time.monotonic()
    at = {line: time.monotonic() - started for line in lines_of(process)}
    process.wait()
    return Course(at["publish"], at["end 1"])


def begin(root: Path) -> subprocess.Popen[str]:
    """Start a build in its own process and wait until its modules are loaded."""
    process = subprocess.Popen(  # noqa: S603 - our own command
        command("-c", BUILD, str(root)), cwd=ROOT, env=environment(), stdout=subprocess.PIPE, encoding="utf-8"
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "start\n"
    return process


def lines_of(process: subprocess.Popen[str]) -> Iterator[str]:
    assert process.stdout is not None
    for line in process.stdout:
        yield line.strip()


def build(root: Path) -> list[str]:
    process = begin(root)
    said = list(lines_of(process))
    process.wait()
    return said[-1:]


def kill_at(root: Path, moment: float) -> list[str]:
    """Kill a build that long after its start; return the steps it came to."""
    process = begin(root)
    time.sleep(moment)
    return killed(process, [])


def kill_while_publishing(root: Path, delay: float) -> list[str]:
    """Kill a build that long after it said that it begins to publish."""
    process = begin(root)
    said = until_publishing(process)
    time.sleep(delay)
    return killed(process, said)


def until_publishing(process: subprocess.Popen[str]) -> list[str]:
    said: list[str] = []
    for line in lines_of(process):
        said.append(line)
        if line == "publish":
            break
    return said


def killed(process: subprocess.Popen[str], said: list[str]) -> list[str]:
    process.kill()
    said += lines_of(process)
    process.wait()
    return said


@pytest.mark.slow
def test_killed_at_six_moments(old: Path, clean: dict[str, str], course: Course, tmp_path: Path):
    before = fingerprints(old / "site")
    assert len(differences(before, clean)) > 20
    chance = random.Random(20260323)  # noqa: S311 - the same moments every time
    publishing = course.end - course.publishing
    moments = (
        *((kill_at, course.end * (stretch + chance.random()) / 2) for stretch in range(2)),
        *((kill_while_publishing, publishing * (stretch + chance.random()) / 4) for stretch in range(4)),
    )
    stopped = 0
    for number, (kill, moment) in enumerate(moments):
        root = tmp_path / f"{number}" / "minato"
        shutil.copytree(old, root)
        said = kill(root, moment)
        stopped += "end 1" not in said
        there = fingerprints(root / "site")
        if "publish" not in said:
            assert there == before
        check_stands(root / "site", before, clean)
        assert build(root) == ["end 1"]
        check_new(root / "site", before, clean)
    assert stopped >= 3


def check_stands(site: Path, before: dict[str, str], wanted: dict[str, str]) -> None:
    """See that every file is whole, no page is gone that stays, and every page finds what it needs."""
    there = fingerprints(site)
    assert [uri for uri, sha in there.items() if sha not in (before.get(uri), wanted.get(uri))] == []
    assert [uri for uri in before.keys() & wanted.keys() if uri not in there] == []
    assert [uri for uri in before if HASHED.fullmatch(uri) and uri not in there] == []
    for uri in (name for name in there if name.endswith(".html")):
        page = read_page(site, uri)
        needed = [target(uri, address)[0] for address in page.loads() if not is_elsewhere(address)]
        assert [name for name in needed if name not in there] == [], uri


def check_new(site: Path, before: dict[str, str], wanted: dict[str, str]) -> None:
    """See that the site is the clean build's; of the old one only assets stay, for pages that readers have open."""
    there = fingerprints(site)
    kept = {uri: sha for uri, sha in there.items() if uri not in wanted}
    assert all(HASHED.fullmatch(uri) and before[uri] == sha for uri, sha in kept.items()), sorted(kept)
    assert differences({uri: sha for uri, sha in there.items() if uri in wanted}, wanted) == []


def test_the_inputs_of_this_test_differ_in_every_way(old: Path, clean: dict[str, str]):
    """New, changed and removed pages, and a style sheet of another name: else the test would prove little."""
    before = fingerprints(old / "site")
    assert clean.keys() - before.keys()
    assert before.keys() - clean.keys()
    assert any(before[uri] != clean[uri] for uri in before.keys() & clean.keys())
    assert any(HASHED.fullmatch(uri) for uri in before.keys() ^ clean.keys())
