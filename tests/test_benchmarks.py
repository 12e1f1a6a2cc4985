"""The benchmarks run: the archive they build is sound and always the same; how fast it is built is no test's matter."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from pathlib import Path

import pytest

from council.build import check_project
from council.diagnostics import Severity

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"
SIZES = {"years": 1, "sittings": 6, "characters": 1500, "members": 8, "people": 8, "bills": 8, "recorded": 6}


@pytest.fixture
def archive(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    import archive  # noqa: PLC0415 - the scripts are no package

    return archive


@pytest.fixture
def shape(archive):
    return archive.Shape(**SIZES, amendments=2)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def wrong(folder: Path) -> list[str]:
    return [
        f"{found.location}: {found.message('en')}"
        for found in check_project(folder).findings
        if found.rule.severity in (Severity.ERROR, Severity.WARNING)
    ]


def test_the_same_seed_gives_the_same_bytes_and_another_one_others(archive, shape, tmp_path):
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        archive.write_archive(tmp_path / name, dataclasses.replace(shape, seed=seed))
    assert files(tmp_path / "a") == files(tmp_path / "b")
    assert files(tmp_path / "a") != files(tmp_path / "c")


def test_nothing_is_wrong_with_an_archive_before_and_after_one_more_sitting(archive, shape, tmp_path):
    written = archive.write_archive(tmp_path, shape)
    assert written.sittings == SIZES["sittings"]
    assert wrong(tmp_path) == []
    before = files(tmp_path)
    added = [archive.write_one_more_sitting(tmp_path, shape).relative_to(tmp_path).as_posix() for _ in range(2)]
    after = files(tmp_path)
    assert sorted(after.keys() - before.keys()) == sorted(added)
    (table,) = (name for name in before if before[name] != after[name])
    assert table.startswith("votes/")
    assert after[table].startswith(before[table])
    assert wrong(tmp_path) == []


def test_sittings_can_be_added_into_the_next_year(archive, shape, tmp_path):
    archive.write_archive(tmp_path, shape)
    added = [archive.write_one_more_sitting(tmp_path, shape) for _ in range(40)]
    assert len(set(added)) == len(added)
    assert len({path.parent for path in added}) == 1
    assert wrong(tmp_path) == []


def test_no_archive_is_too_small_to_be_written(archive, tmp_path):
    archive.write_archive(tmp_path, archive.Shape(years=20, sittings=4, characters=300))


@pytest.mark.slow
def test_the_benchmark_prints_every_row_and_puts_them_into_the_page(monkeypatch, tmp_path):
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    import scale_report  # noqa: PLC0415 - the scripts are no package

    page = tmp_path / "page.md"
    page.write_text(f"before\n\n{scale_report.BEGIN}\nstale figures\n{scale_report.END}\n\nafter\n", encoding="utf-8")
    options = ["--quick", "--work", "work", "--json", "results.json", "--write", "page.md", "--date", "2026-11-27"]
    command = [sys.executable, str(BENCHMARKS / "scale.py"), *options]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603 - our own script
    assert done.returncode == 0, done.stderr
    results = json.loads((tmp_path / "results.json").read_text("utf-8"))
    written = page.read_text("utf-8")
    assert results["costs"].keys() == set(scale_report.ROWS)
    for row in scale_report.ROWS:
        assert results["costs"][row]["cpu"] > 0
        assert f"\n{row} " in done.stdout
        assert f"\n| {row} |" in written
    content = results["content"]
    assert content["pages with the same words"] == content["ours"]["pages"] == content["plain"]["pages"]
    assert content["ours"]["characters"] == content["plain"]["characters"] > 0
    assert written.startswith("before\n")
    assert written.endswith("\nafter\n")
    assert "stale figures" not in written
