"""The search as part of a build: made of the edition's own record, made again only if it must be, in no other edition."""

from __future__ import annotations

import gzip
import json
import shutil
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest
from independent.building import fingerprints
from independent.projects import CHAIR, MAYOR, SECOND, SESSION, minutes, speeches, write_project, write_word
from independent.restricted import found_in

from council.build import BuildOptions, build_project, composing, searching
from council.opendata import PlannedFiles
from council.pages.page import OutputFile
from council.report import ExitCode
from council.search.current import read_current

SHARDS = Path("assets/search")
RESTRICTED = "用地の買収は仏法僧地区から先に始めるつもりであります"
BOTH = BuildOptions(editions=("public", "members"))


def built(root: Path, options: BuildOptions = BOTH):
    report = build_project(root, options)
    assert report.exit_code is ExitCode.OK, [found.message("en") for found in report.findings]
    return report


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a council with a public and a restricted sitting, both editions built."""
    root = write_project(tmp_path_factory.mktemp("original") / "minato", {3: "道路", 4: "河川"}, turns=2)
    folder = root / "minutes_src" / SESSION / "議員限定"
    said = [(CHAIR, "開議します。"), (MAYOR, f"{RESTRICTED}。")]
    write_word(folder / "協議.docx", minutes(10, said, body="特別委員会"))
    built(root)
    return root


@pytest.fixture
def project(original: Path, tmp_path: Path) -> Path:
    """Return a copy of it."""
    return shutil.copytree(original, tmp_path / "minato")


def shards(root: Path, site: str = "site") -> dict[str, str]:
    """Return what is made of the record; modules of ours are the same in every site."""
    found = fingerprints(root / site / SHARDS)
    return {name: sum_ for name, sum_ in found.items() if not name.endswith((".mjs", ".js"))}


def never(*_: object, **__: object) -> None:
    message = "made again without need"
    raise AssertionError(message)


def say_something_else(root: Path) -> None:
    lines = minutes(4, [*speeches("河川", 2)[:-1], (SECOND, "橋梁の点検はいつですか。")], number=2)
    write_word(root / "minutes_src" / SESSION / "第2号.docx", lines)


def test_every_name_tells_its_content(project: Path):
    for site in ("site", "site-members"):
        names = [name for name in shards(project, site) if name != "index.json"]
        assert len(names) > 5
        for name in names:
            content = (project / site / SHARDS / name).read_bytes()
            assert sha256(content).hexdigest()[:16] in name
        told = json.loads((project / site / SHARDS / "index.json").read_bytes())
        assert {told["directory"], told["suggest"], told["manifest"]} <= set(names)
        listed = json.loads((project / site / SHARDS / told["manifest"]).read_bytes())["files"]
        for uri, size, found in listed:
            content = (project / site / uri).read_bytes()
            assert (len(content), sha256(content).hexdigest()) == (size, found)
        manifest = {uri.removeprefix("assets/search/") for uri, _, _ in listed}
        assert manifest == set(names) - {told["manifest"]}


def test_nothing_is_made_again_while_no_document_changes(project: Path, monkeypatch: pytest.MonkeyPatch):
    before = fingerprints(project / "site")
    monkeypatch.setattr(searching, "export", never)
    monkeypatch.setattr("council.search.indexing.bring_up", never)
    built(project)
    assert fingerprints(project / "site") == before


def test_a_lost_site_is_written_again_from_what_is_kept(project: Path, monkeypatch: pytest.MonkeyPatch):
    before = shards(project)
    shutil.rmtree(project / "site")
    monkeypatch.setattr(searching, "export", never)
    built(project)
    assert shards(project) == before


def test_what_is_kept_and_damaged_is_made_again(project: Path):
    before = shards(project)
    kept = project / ".council" / "cache" / "search-public"
    for path in kept.iterdir():
        path.write_bytes(path.read_bytes()[:-1])
    shutil.rmtree(project / "site")
    built(project)
    assert shards(project) == before


def test_damaged_lists_are_made_again_before_anything_is_made_of_them(project: Path):
    before = shards(project)
    index = project / ".council" / "search" / "public"
    for path in index.glob("*/lists.bin"):
        path.write_bytes(path.read_bytes()[:-9] + bytes(9))
    for kind in ("search-public", "search-bins-public", "search-months-public"):
        shutil.rmtree(project / ".council" / "cache" / kind)
    shutil.rmtree(project / "site")
    built(project)
    assert shards(project) == before
    assert read_current(index) is not None


def test_kept_texts_are_believed_and_made_again_where_their_files_are_gone(project: Path):
    before = shards(project)
    for path in (project / ".council" / "cache" / "search-public").iterdir():
        path.unlink()
    shutil.rmtree(project / "site")
    built(project)
    assert shards(project) == before


def test_a_file_that_somebody_took_out_of_the_site_comes_back(project: Path):
    before = shards(project)
    for name in list(before)[::3]:
        (project / "site" / SHARDS / name).unlink()
    built(project)
    assert shards(project) == before


def test_a_changed_sitting_gives_the_same_as_a_build_from_nothing(project: Path, tmp_path: Path):
    say_something_else(project)
    built(project)
    afresh = tmp_path / "afresh"
    shutil.copytree(project, afresh, ignore=shutil.ignore_patterns(".council", "site", "site-members"))
    built(afresh)
    for site in ("site", "site-members"):
        told = json.loads((project / site / SHARDS / "index.json").read_bytes())
        listed = json.loads((project / site / SHARDS / told["manifest"]).read_bytes())["files"]
        named = {uri.removeprefix("assets/search/") for uri, _, _ in listed} | {told["manifest"], "index.json"}
        now = {name: sum_ for name, sum_ in shards(project, site).items() if name in named}
        assert now == shards(afresh, site)


def test_without_a_cache_everything_is_made_and_is_the_same(project: Path):
    before = fingerprints(project / "site")
    built(project, BuildOptions(use_cache=False))
    assert fingerprints(project / "site") == before


def test_where_no_index_can_be_kept_the_site_is_the_same(project: Path):
    before = shards(project)
    for name in ("search", "cache"):
        shutil.rmtree(project / ".council" / name)
    (project / ".council" / "search").write_text("a file where the folder should be")
    built(project)
    assert shards(project) == before


def test_each_edition_has_its_own_index_and_nothing_of_the_other(project: Path):
    parts = (RESTRICTED[:12], "仏法僧", "特別委員会", "2026-03-10")
    for folder in (project / "site" / SHARDS, project / ".council" / "search" / "public"):
        assert found_in(folder, parts) == {}
    found = found_in(project / "site-members" / SHARDS, parts)
    assert set(found) == set(parts)
    assert (project / ".council" / "search" / "members" / "current.json").is_file()


def bins(folder: Path) -> set[str]:
    """Return the pairs of characters that the bins of a site tell of, read without anything of ours."""
    found: set[str] = set()
    for path in folder.glob("p/*.bin"):
        data = gzip.decompress(path.read_bytes())
        place = 2
        for _ in range(int.from_bytes(data[:2], "little")):
            end = place + 1 + data[place]
            found.add(data[place + 1 : end].decode())
            place = end + 9
    return found


def test_no_list_tells_of_a_restricted_word(project: Path):
    pairs = {"仏法", "法僧", "買収"}
    assert pairs <= bins(project / "site-members" / SHARDS)
    assert not pairs & bins(project / "site" / SHARDS)


def test_the_gate_reads_the_texts_of_the_search(project: Path, monkeypatch: pytest.MonkeyPatch):
    """Should a restricted speech ever come into the public search, nothing is published."""
    before = fingerprints(project / "site")
    leaked = []

    def leaking(*_):
        content = gzip.compress(
            json.dumps([["s-1", "", "", "", "", "", f"{RESTRICTED}。"]], ensure_ascii=False).encode()
        )
        uri = f"assets/search/t/2026-03-10-x.{sha256(content).hexdigest()[:16]}.pack"
        leaked.append(uri)
        yield PlannedFiles((uri,), partial(_leak, uri, content))

    monkeypatch.setattr(composing, "plan_search", leaking)
    report = build_project(project, BuildOptions())
    assert [(one.rule.code, one.location.path) for one in report.findings if one.rule.code == "S401"] == [
        ("S401", leaked[0])
    ]
    assert report.exit_code is ExitCode.CANNOT_RUN
    assert fingerprints(project / "site") == before


def _leak(uri: str, content: bytes) -> tuple[tuple[OutputFile, ...], None]:
    return (OutputFile(uri, content),), None
