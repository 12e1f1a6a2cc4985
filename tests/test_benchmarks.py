"""The benchmarks run: the archive they build is sound and always the same; how fast it is built is no test's matter."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from council.build import check_project
from council.diagnostics import Severity
from council.search.folding import fold
from council.search.matching import matches
from council.search.query import parse

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


@pytest.fixture
def of_search(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    import search_corpus  # noqa: PLC0415 - the scripts are no package
    import search_queries  # noqa: PLC0415
    import search_report  # noqa: PLC0415
    import search_writing  # noqa: PLC0415

    return SimpleNamespace(
        corpus=search_corpus, queries=search_queries, report=search_report, write=search_writing.write_corpus
    )


def test_an_archive_to_search_in_is_the_same_every_time_and_one_speech_of_it_can_be_changed(of_search, tmp_path):
    corpus = of_search.corpus
    for name in ("a", "b"):
        of_search.write(tmp_path / name, 0.05)
    before = files(tmp_path / "a")
    assert before == files(tmp_path / "b")
    corpus.change_one(tmp_path / "a")
    after = files(tmp_path / "a")
    changed = [name for name in before if before[name] != after[name]]
    assert changed == [f"{corpus.days_of(tmp_path / 'a')[-1].key}.json"]
    told = [{(day.url(one), one.text) for day, one in corpus.texts_of(tmp_path / name)} for name in ("a", "b")]
    assert [len(here - there) for here, there in (told, told[::-1])] == [1, 1]


def test_an_archive_to_search_in_is_as_long_as_it_is_asked_to_be(of_search, tmp_path):
    of_search.write(tmp_path / "a", 1)
    size = sum(len(speech.text.encode()) for _, speech in of_search.corpus.texts_of(tmp_path / "a"))
    assert 0.8 < size / 1_000_000 < 1.25


def test_pieces_drawn_out_of_the_texts_are_found_by_plain_reading_and_mean_nothing_else(of_search, tmp_path):
    of_search.write(tmp_path / "a", 0.05)
    asked = of_search.queries.queries(tmp_path / "a", 2)
    assert asked == of_search.queries.queries(tmp_path / "a", 2)
    drawn = [query for query in asked if query.drawn]
    assert {len(query.words) for query in drawn} == set(range(1, 9))
    right = of_search.queries.truth(tmp_path / "a", asked)
    for query in drawn:
        (group,) = parse(query.words).groups
        assert not group.negative
        assert right[query], query
    for query in asked:
        hits = [url for url, text in _folded(of_search.corpus, tmp_path / "a") if matches(parse(query.words), text)]
        assert right[query] == hits, query


def _folded(corpus, folder: Path) -> list[tuple[str, str]]:
    return [(day.url(speech), fold(speech.text).text) for day, speech in corpus.texts_of(folder)]


def test_recall_and_precision_are_means_over_the_queries(of_search):
    query = of_search.queries.Query
    one, two, none = (query(words, drawn=False) for words in ("一", "二", "無"))
    right = {one: ["a", "b"], two: ["c"], none: []}
    found = {one: ["a"], two: ["c", "d"], none: []}
    assert of_search.queries.judged(right, right) == of_search.queries.Judged(1.0, 1.0, 3, 3)
    assert of_search.queries.judged(right, found) == of_search.queries.Judged(0.75, 0.75, 1, 3)
    assert of_search.queries.judged(right, {none: ["x"]}) == of_search.queries.Judged(1.0, 0.0, 0, 1)


@pytest.mark.slow
@pytest.mark.browser
def test_the_benchmark_of_the_search_finds_everything_and_puts_its_rows_into_the_page(of_search, tmp_path):
    page = tmp_path / "page.md"
    begin, end = of_search.report.BEGIN, of_search.report.END
    page.write_text(f"before\n\n{begin}\nstale figures\n{end}\n\nafter\n", encoding="utf-8")
    options = ["--quick", "--work", "work", "--json", "results.json", "--write", "page.md", "--date", "2026-11-27"]
    command = [sys.executable, str(BENCHMARKS / "search.py"), *options]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603 - our own script
    assert done.returncode == 0, done.stderr
    (column,) = json.loads((tmp_path / "results.json").read_text("utf-8"))["columns"]
    for judged in column["ours"]["found"].values():
        assert judged["recall"] == judged["precision"] == 1.0
        assert judged["exact"] == judged["asked"] > 0
    assert all(query["scripts"] > 0 for query in column["ours"]["traffic"])
    assert 0 < column["material"]["found"]["typed"]["recall"] < 1
    written = page.read_text("utf-8")
    for row in ("council: index, CPU s / peak MiB", "council: a query, postings KB", "Material: a query, warm ms"):
        assert f"\n{row} " in done.stdout
        assert f"\n| {row} |" in written
    assert "Pagefind" in written
    assert written.startswith("before\n")
    assert written.endswith("\nafter\n")
    assert "stale figures" not in written


@pytest.mark.slow
def test_the_benchmark_of_packets_puts_its_rows_into_the_page(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("before\n\n<!-- packets: begin -->\nstale\n<!-- packets: end -->\n\nafter\n", encoding="utf-8")
    options = ["--quick", "--runs", "1", "--write", str(page), "--date", "2026-11-28"]
    command = [sys.executable, str(BENCHMARKS / "packets.py"), *options]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603 - our own script
    assert done.returncode == 0, done.stderr
    written = page.read_text("utf-8")
    for row in ("council: papers cleaned", "council: bound", "pypdf: merged only"):
        assert row in written
    assert "stale" not in written
    assert written.endswith("after\n")
