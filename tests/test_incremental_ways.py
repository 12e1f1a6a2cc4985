"""Whatever stood before, in whatever order editions were built: the site comes out as where nothing stood."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from independent.building import run
from independent.disturbances import BEFORE, page_edited
from independent.harbour import FIRST, NOTICE, in_text, in_word
from independent.twins import SITES, files, inputs_only, shas
from rebuilding import BOTH, built

from council.build import BuildOptions


@pytest.fixture(scope="module")
def changed(harbour: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """Return both sites of the changed council, built where nothing stood."""
    there = inputs_only(harbour, tmp_path_factory.mktemp("changed") / "minato")
    change(there)
    built(there)
    return {site: shas(files(there / site)) for site in SITES}


def change(root: Path) -> None:
    in_word(root / FIRST, "道路の1点目について伺います", "道路の1点目について問います")
    in_text(root / NOTICE, "手で書いた", "心を込めて書いた")


@pytest.mark.parametrize("before", BEFORE)
def test_whatever_was_done_to_what_stood(here: Path, changed: dict[str, dict[str, str]], before: str):
    BEFORE[before](here)
    change(here)
    built(here)
    for site in SITES:
        assert shas(files(here / site)) == changed[site]


def test_public_then_all_then_members_then_public(harbour: Path, changed: dict[str, dict[str, str]], tmp_path: Path):
    here = inputs_only(harbour, tmp_path / "minato")
    built(here, BuildOptions())
    change(here)
    for editions in (("public", "members"), ("members",), ("public",)):
        built(here, BuildOptions(editions=editions))
        for site in SITES:
            assert shas(files(here / site)) == changed[site]


def test_each_edition_alone_catches_up_with_what_changed_meanwhile(here: Path, changed: dict[str, dict[str, str]]):
    change(here)
    built(here, BuildOptions(editions=("members",)))
    assert shas(files(here / "site-members")) == changed["site-members"]
    built(here, BuildOptions(editions=("public",)))
    assert shas(files(here / "site")) == changed["site"]


def test_without_the_cache_the_bytes_are_the_same_and_no_file_is_written_again(here: Path):
    before = {site: files(here / site) for site in SITES}
    report = built(here, BuildOptions(editions=BOTH.editions, use_cache=False))
    assert {site: files(here / site) for site in SITES} == before
    assert [(one.new, one.changed, one.removed) for one in report.published] == [(0, 0, 0), (0, 0, 0)]


def test_without_the_cache_every_file_that_stands_is_read(here: Path, harbour: Path):
    """Somebody changed an output so that size and time stay the same."""
    page = here / "site" / "members.html"
    status = page.stat()
    page_edited(here)
    os.utime(page, ns=(status.st_atime_ns, status.st_mtime_ns))
    built(here, BuildOptions(editions=BOTH.editions, use_cache=False))
    assert shas(files(here / "site")) == shas(files(harbour / "site"))


def test_a_setting_taken_from_the_environment(here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    in_text(here / "mkdocs.yml", "docs_dir", "site_name: !ENV [COUNCIL_SITE, 港市議会]\ndocs_dir")
    built(here)
    monkeypatch.setenv("COUNCIL_SITE", "港市議会の記録")
    built(here)
    there = inputs_only(here, tmp_path / "elsewhere")
    built(there)
    for site in SITES:
        assert shas(files(here / site)) == shas(files(there / site))


def test_mkdocs_alone_over_an_incremental_site_gives_the_same_pages(
    here: Path, changed: dict[str, dict[str, str]], tmp_path: Path
):
    change(here)
    built(here)
    alone = inputs_only(here, tmp_path / "alone")
    for folder in (here, alone):
        done = run("-m", "mkdocs", "build", "--quiet", cwd=folder)
        assert done.returncode == 0, done.stderr
        assert shas(files(folder / "site")) == changed["site"]
    built(here)
    assert shas(files(here / "site")) == changed["site"]
