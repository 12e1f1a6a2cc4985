"""What many tests share: the sample city built once, a browser, and the switch that renews golden pages."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from built_once import built_once
from compiled_once import remember_compiled_templates
from hypothesis import settings
from install_browser import ARGUMENTS, REMEDY, find_chromium
from no_power_cut import wait_for_no_disk
from search_browser import JavaScript

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from trials.field import Field

ROOT = Path(__file__).parent.parent
settings.register_profile("untimed", deadline=None)  # how long an example takes belongs to the machine
settings.load_profile("untimed")
remember_compiled_templates()
wait_for_no_disk()
INPUTS = ("minutes_src", "votes", "mkdocs.yml", "site_templates")


@dataclass(frozen=True)
class SampleSite:
    """The sample city in a folder of its own: its inputs and both editions."""

    project: Path
    public: Path
    members: Path


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch that writes golden pages anew."""
    parser.addoption("--update-golden", action="store_true", help="write tests/golden/ anew from this build")


def pytest_make_parametrize_id(val: object) -> str | None:
    """Keep bytes out of a test's name: a zip holds the time it was made, and every process must find the same names."""
    return "bytes" if isinstance(val, bytes) else None


LONGEST = (
    *("test_incremental", "test_browser_pages", "test_serve", "test_build_killed", "test_incremental_rows"),
    *("test_build_stopped", "test_search_page_browser", "test_build_damaged", "test_packet_page_browser"),
    *("test_build_same_bytes", "test_packet_offline_browser", "test_incremental_ways", "test_benchmarks"),
    *("test_packet_pdf", "test_search_threeway", "test_packet_notes_browser", "test_pages_browser"),
    *("test_search_page_sample", "test_withdrawn_build", "test_gate_mistakes", "test_search_shards"),
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest, so that at the end no processor waits for another."""
    items.sort(key=lambda item: LONGEST.index(item.path.stem) if item.path.stem in LONGEST else len(LONGEST))


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> SampleSite:
    """Build the sample city once, both editions, from a copy of the repository's inputs; tests only read it."""
    project = built_once(_of_all_processes(tmp_path_factory), "shioji", _build_sample)
    return SampleSite(project, project / "site", project / "site-members")


def _of_all_processes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that all processes of one run of the tests share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def _build_sample(project: Path) -> None:
    from council.build import BuildOptions, build_project  # noqa: PLC0415 - a small test need not load the pipeline

    for name in INPUTS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, project / name)
        else:
            shutil.copy2(source, project / name)
    report = build_project(project, BuildOptions(editions=("public", "members")))
    assert not report.cannot_run, [str(found.location) + found.message("en") for found in report.findings]


@pytest.fixture(scope="session")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a small council with something of everything once, both editions; tests copy it."""
    return built_once(_of_all_processes(tmp_path_factory), "minato", _build_harbour)


@pytest.fixture
def here(harbour: Path, tmp_path: Path) -> Path:
    """Return a copy of the small council that was built, and of what the build has kept."""
    return Path(shutil.copytree(harbour, tmp_path / "minato", symlinks=True))


def _build_harbour(project: Path) -> None:
    from independent.harbour import write_harbour  # noqa: PLC0415 - a small test need not load the pipeline

    from council.build import BuildOptions, build_project  # noqa: PLC0415

    write_harbour(project)
    assert not build_project(project, BuildOptions(editions=("public", "members"))).cannot_run


@pytest.fixture(scope="session")
def field(tmp_path_factory: pytest.TempPathFactory) -> Field:
    """Build once where trials of stopped and damaged builds begin; tests copy it."""
    from trials.field import build_field, read_field  # noqa: PLC0415 - a small test need not load the pipeline

    return read_field(built_once(_of_all_processes(tmp_path_factory), "field", build_field))


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Start Chromium; without one the tests fail and name the remedy, they are never skipped.

    One a module: Playwright allows no second one beside it in a process, and other modules start their own.
    """
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - a small test need not load a browser

    path = find_chromium()
    if path is None:
        pytest.fail(REMEDY, pytrace=False)
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def javascript(chromium: Browser) -> Iterator[JavaScript]:
    """Open a page that runs the search's modules."""
    running = JavaScript(chromium)
    yield running
    running.page.close()
